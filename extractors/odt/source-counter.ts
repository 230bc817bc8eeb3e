import { countCharacters } from '../accounting.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import { isSkipped } from './skipped-elements.ts';

const textElements: ReadonlySet<string> = new Set(['text:p', 'text:h', 'text:number']);

/**
 * Counts the characters a part holds as text, wherever they stand. It knows nothing of tables,
 * lists or revisions, so that what the reader loses shows in the comparison.
 */
export function countSource(into: Record<string, number>): XmlHandler {
  let inside = 0;
  let skipped = 0;
  return {
    open(name) {
      if (skipped > 0 || isSkipped(name)) skipped++;
      else if (inside > 0 || textElements.has(name)) inside++;
    },
    text(text) {
      if (inside > 0 && skipped === 0) countCharacters(text, into);
    },
    close() {
      if (skipped > 0) skipped--;
      else if (inside > 0) inside--;
    },
  };
}
