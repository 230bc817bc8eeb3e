import { footerReason } from '../flow/placed-leftover.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import type { Closer, Opener } from './elements.ts';
import { formOpeners } from './form-fields.ts';
import { beside, frameOpeners } from './frame-elements.ts';
import { isSkipped } from './skipped-elements.ts';
import { type Story, takeText } from './story.ts';
import { tableOpeners } from './table-elements.ts';
import { textOpeners } from './text-elements.ts';

/** Where a document's text begins: its body, and the headers and footers of its pages. */
const partOpeners: Readonly<Record<string, Opener>> = {
  'office:text': (story) => {
    story.sawBody = true;
    story.page = 1;
    return () => {
      story.lastPage = story.page;
      story.page = null;
    };
  },
  ...ofPages(['header', 'header-left', 'header-first'], () => 'header'),
  ...ofPages(['footer', 'footer-left', 'footer-first'], footerReason),
};

function ofPages(
  names: readonly string[],
  reasonOf: Parameters<typeof beside>[1],
): Record<string, Opener> {
  const open: Opener = (story) => beside(story, reasonOf);
  return Object.fromEntries(
    names.flatMap((name) => [
      [`style:${name}`, open],
      [`loext:${name}`, open],
    ]),
  );
}

const openers: ReadonlyMap<string, Opener> = new Map(
  Object.entries({
    ...partOpeners,
    ...textOpeners,
    ...tableOpeners,
    ...frameOpeners,
    ...formOpeners,
  }),
);

/** What holds the text of a document or of its pages; elsewhere the same elements define styles. */
const textRoots: ReadonlySet<string> = new Set(['office:body', 'office:master-styles']);

/** Builds a story from the elements of a part. */
export function readStory(story: Story): XmlHandler {
  const closers: Closer[] = [];
  let roots = 0;
  let skipped = 0;
  return {
    open(name, attributes) {
      if (skipped > 0 || isSkipped(name)) {
        skipped++;
        return;
      }
      if (textRoots.has(name)) roots++;
      closers.push(roots > 0 ? (openers.get(name)?.(story, attributes) ?? null) : null);
    },
    text(text) {
      if (skipped === 0 && roots > 0) takeText(story, text);
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      closers.pop()?.();
      if (textRoots.has(name)) roots--;
    },
  };
}
