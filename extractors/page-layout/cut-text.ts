import { cutsFigure } from '../table-grid/join-lines.ts';
import type { TextLine } from '../table-grid/text-lines.ts';
import { beginsNumbered, endsSentence, leadWidth } from './line-flow.ts';
import { inkOf, type PlacedCell } from './placed.ts';

/**
 * What two cells, one below the other over a page's end, say about whether they are one: two for
 * certain, one by their signs, one by the room that was left (so also where the lower one is a
 * figure alone), nothing, or nothing because a paragraph may end between them.
 */
export type CutEvidence = 'two' | 'sure' | 'full' | 'figure' | 'open' | 'parted';

/** Cells keep no more free beside their text, in points. */
const widestPadding = 6;

/** A figure, whole: 1,234.56 ≥90% 12个 100 —— */
const figure =
  /^[≥≤<>＞＜＝=±约+\-－]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|‰|\p{Script=Han}{1,3})?$|^[—\-－/]+$/u;

/** Whether the text of a cell goes on in the one below the page's end. Both have text. */
export function cutEvidence(above: PlacedCell, below: PlacedCell): CutEvidence {
  const a = above.text.trim();
  const b = below.text.trim();
  if (cutsDigits(above, below)) return 'full';
  // Two figures never become one, and no digits of two pieces are put together.
  if (/[\d.,]$/.test(a) && /^[\d.,]/.test(b)) return 'two';
  if (isFigure(b)) return isFigure(a) || !hasNoRoom(above, below) ? 'two' : 'figure';
  // A figure may miss its unit, or the rest of what it counts.
  if (isFigure(a)) return /^[^≥≤<>＞＜＝=±]/.test(b) && hasNoRoom(above, below) ? 'full' : 'two';
  if (openBracket(a) && closesBracket(b)) return 'sure';
  if (/^[，。、；：）】》”,;:)\]]/.test(b)) return 'sure';
  if (/[，、（【《“,([]$/.test(a)) return 'sure';
  if (countsOn(a, b)) return 'sure';
  if (beginsNumbered(b) || endsSentence(a)) return 'parted';
  return hasNoRoom(above, below) ? 'full' : 'open';
}

export function isFigure(text: string): boolean {
  return figure.test(text.trim());
}

/** A bracket is left open at the end of a text. */
function openBracket(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('（(《“【['.includes(character)) depth++;
    else if ('）)》”】]'.includes(character) && depth > 0) depth--;
  }
  return depth > 0;
}

/** The first bracket of a text closes one that it does not open. */
function closesBracket(text: string): boolean {
  for (const character of text) {
    if ('（(《“【['.includes(character)) return false;
    if ('）)》”】]'.includes(character)) return true;
  }
  return false;
}

const ordinal = /(?:^|\n)\s*[（(]?(\d{1,2})(?:[、．)）]|\.(?!\d))/g;

/** A numbered list in one cell goes on with the next number in the other. */
function countsOn(above: string, below: string): boolean {
  const last = [...above.matchAll(ordinal)].at(-1)?.[1];
  const next = [...below.matchAll(ordinal)][0];
  return last !== undefined && next?.index === 0 && Number(next[1]) === Number(last) + 1;
}

/** A figure too wide for the cell that the page's end cut as well. */
export function cutsDigits(above: PlacedCell, below: PlacedCell): boolean {
  const last = above.lines.at(-1);
  const first = below.lines[0];
  if (!last || !first) return false;
  return cutsFigure(last, first, above.room);
}

/** The last line above has no room for what the first line below begins with. */
export function hasNoRoom(above: PlacedCell, below: PlacedCell): boolean {
  const last = above.lines.at(-1);
  const first = below.lines[0];
  if (!last || !first) return false;
  return freeRoom(above, below, last, first) < leadWidth(first) + last.size * 0.35;
}

/** What a cell's last line leaves free between the paddings. */
function freeRoom(above: PlacedCell, below: PlacedCell, last: TextLine, first: TextLine): number {
  const ink = inkOf(last);
  const { x0, x1 } = above.lastBox;
  // Cells leave about as much free on the right as on the left of their widest line.
  const padding = above.lines.reduce(
    (least, line) => Math.min(least, inkOf(line).x0 - x0),
    widestPadding,
  );
  const [left, right] = [ink.x0 - x0, x1 - ink.x1];
  const inner = Math.max(0, padding);
  const isCentred = Math.abs(left - right) < last.size / 4;
  const begins = inkOf(first).x0 - below.box.x0;
  // A paragraph's first line stands further in, and what it goes on with begins at the left.
  if (!isCentred && begins <= widestPadding && left > begins) return right - inner;
  return left + right - 2 * inner;
}
