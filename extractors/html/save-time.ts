import { attribute, isElement, type PageElement, type PageTree } from './parse-page.ts';

/** An ISO time with its zone; one without says nothing outside of where it was written. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** When the page was last changed: as an office program or its site wrote it into the head. */
export function readSaveTime(page: PageTree): string | null {
  const root = page.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html');
  const head = root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head');
  for (const node of head?.childNodes ?? []) {
    // [MS-OI29500] aside: Office writes its properties as XML in a conditional comment.
    const saved =
      'data' in node
        ? /<o:LastSaved>\s*([^<\s]+)\s*<\/o:LastSaved>/.exec(node.data)?.[1]
        : isElement(node)
          ? metaTime(node)
          : undefined;
    if (saved !== undefined && isoTime.test(saved)) return new Date(saved).toISOString();
  }
  return null;
}

function metaTime(element: PageElement): string | undefined {
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
  const isTime = element.tagName === 'meta' && /^(?:article:modified_time|changed)$/i.test(name);
  return isTime ? attribute(element, 'content')?.trim() : undefined;
}
