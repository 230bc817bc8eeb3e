import { countCharacters } from '../accounting.ts';
import { holdsNoText } from './destinations.ts';
import type { RtfHandler } from './rtf-stream.ts';
import { printable } from './special-characters.ts';

/** What a group's text is to the count. */
type Kind = 'text' | 'none' | 'alternatives' | 'shape property' | 'name' | 'value';

/**
 * Counts the characters a document holds as text, wherever they stand. It knows nothing of
 * paragraphs, tables or revisions, so that what the reader loses shows in the comparison.
 */
export function countSource(into: Record<string, number>): RtfHandler {
  const outer: Kind[] = [];
  let kind: Kind = 'text';
  /** Of each \upr open, what the group is that takes its place. */
  const replaced: Kind[] = [];
  let name = '';
  return {
    open() {
      outer.push(kind);
      // Of {\upr{…}{\*\ud{…}}} only the second group counts.
      if (kind === 'alternatives') kind = 'none';
    },
    close() {
      if (kind === 'alternatives') replaced.pop();
      kind = outer.pop() ?? 'text';
    },
    control(word, _, starred) {
      if (word === 'upr' && (kind === 'text' || kind === 'value' || kind === 'name')) {
        replaced.push(kind);
        kind = 'alternatives';
      } else if (word === 'ud' && starred && outer.at(-1) === 'alternatives') {
        kind = replaced.at(-1) ?? 'text';
      } else if (word === 'sp' && kind === 'text') kind = 'shape property';
      else if (word === 'sn' && kind === 'shape property') {
        kind = 'name';
        name = '';
      } else if (word === 'sv' && kind === 'shape property') kind = 'value';
      else if (holdsNoText(word, starred)) kind = 'none';
    },
    text(text) {
      if (kind === 'name') name += text;
      else if (kind === 'text' || (kind === 'value' && name.trim() === 'gtextUNICODE')) {
        countCharacters(printable(text), into);
      }
    },
  };
}
