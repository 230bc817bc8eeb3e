import type { DefaultTreeAdapterTypes } from 'parse5';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageTree = DefaultTreeAdapterTypes.Document;

/** The parser looks through its open elements at many a tag: deeper pages would take it minutes. */
const deepest = 20_000;

/**
 * Parses a page as browsers do (HTML 13.2). Misnested tags make a parser copy elements, so elements
 * are counted as they are made.
 *
 * @throws IngestError document_too_deep, file_too_large
 */
export async function parsePage(html: string, limits: Limits): Promise<PageTree> {
  const { parse, defaultTreeAdapter } = await import('parse5');
  let elements = 0;
  let depth = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        if (++elements > limits.elements) {
          throw new IngestError('file_too_large', `more than ${limits.elements} elements`);
        }
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush() {
        if (++depth > deepest) {
          throw new IngestError('document_too_deep', `elements nested deeper than ${deepest}`);
        }
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

export function isText(node: PageNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** An attribute's value, '' where it has none, undefined where the element has no such attribute. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** What a page can show: every node but those in elements that never are. Iterative: no depth limit. */
export interface Visitor {
  /** Returns what to do when the element ends, or 'skip' to leave its content out. */
  enter(element: PageElement): (() => void) | 'skip' | null;
  text(value: string, parent: PageElement): void;
}

export function walkPage(root: PageTree | PageElement, visitor: Visitor): void {
  const stack: { node: PageTree | PageElement; next: number; leave: (() => void) | null }[] = [
    { node: root, next: 0, leave: null },
  ];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (!child) {
      top.leave?.();
      stack.pop();
    } else if (isElement(child)) {
      const leave = visitor.enter(child);
      if (leave !== 'skip') stack.push({ node: child, next: 0, leave });
    } else if (isText(child) && 'tagName' in top.node) visitor.text(child.value, top.node);
  }
}

/** Elements whose content is for programs: no reader ever sees it. */
const unshown: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'noembed',
  'noframes',
  'xml',
  'datalist',
]);

export function isUnshown({ tagName }: PageElement): boolean {
  return unshown.has(tagName);
}
