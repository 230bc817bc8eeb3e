import { readSymbols } from '../flow/symbol.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import { createAlternateContent } from './alternate-content.ts';
import { paragraphClosers, paragraphOpeners } from './paragraph-elements.ts';
import { type Closer, type Opener, runClosers, runOpeners } from './run-elements.ts';
import { appendText, type Story } from './story.ts';
import { tableClosers, tableOpeners } from './table-elements.ts';

const openers: ReadonlyMap<string, Opener> = new Map(
  Object.entries({
    ...paragraphOpeners,
    ...runOpeners,
    ...tableOpeners,
  }),
);
const closers: ReadonlyMap<string, Closer> = new Map(
  Object.entries({ ...paragraphClosers, ...runClosers, ...tableClosers }),
);

/** What holds nothing to read: properties as they were before a revision, and of wrappers. */
const skippedElements: ReadonlySet<string> = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:rubyPr',
  'm:ctrlPr',
]);

/** Builds a story from the elements of its part: the body, a header, the notes, the comments. */
export function readStory(story: Story): XmlHandler {
  const alternate = createAlternateContent();
  let skipped = 0;
  return {
    open(name, attributes) {
      if (skipped > 0 || skippedElements.has(name) || alternate.skips(name)) skipped++;
      else openers.get(name)?.(story, attributes);
    },
    text(text) {
      if (skipped === 0 && story.capture !== null) takeText(story, text);
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      alternate.close(name);
      closers.get(name)?.(story);
    },
  };
}

function takeText(story: Story, text: string): void {
  if (story.capture === 'code') {
    story.fields.instruct(text);
    return;
  }
  const line = /[\r\n\t]/.test(text) ? text.replace(/[\r\n\t]+/g, ' ') : text;
  const shown = readSymbols(story.runs.at(-1)?.font ?? null, line);
  if (story.capture === 'deleted') appendText(story, shown, 'deleted_revision');
  else if (story.capture === 'drawing') appendText(story, shown, 'unread');
  else appendText(story, shown);
}
