import { viewBytes } from '../byte-view.ts';
import type { PartLengths } from './fib.ts';

/** A stretch of the document's text: from a position up to another. */
export interface PartRange {
  readonly start: number;
  readonly end: number;
}

/** Where each part of a document is in its text. */
export type PartRanges = Readonly<Record<keyof PartLengths, PartRange>>;

const order = [
  'main',
  'footnotes',
  'headers',
  'comments',
  'endnotes',
  'textBoxes',
  'headerTextBoxes',
] as const satisfies readonly (keyof PartLengths)[];

/** The parts follow one another in this order ([MS-DOC] 2.3); none goes beyond the text. */
export function locateParts(lengths: PartLengths, textLength: number): PartRanges {
  let start = 0;
  const locate = (part: keyof PartLengths): PartRange => {
    const range = { start, end: Math.min(textLength, start + lengths[part]) };
    start = range.end;
    return range;
  };
  const ranges = order.map((part) => [part, locate(part)] as const);
  return Object.fromEntries(ranges) as Record<keyof PartLengths, PartRange>;
}

/**
 * A part cut at positions counted from its beginning: the texts of notes, headers or boxes. What
 * stands before the first and after the last position belongs to them; nothing falls between.
 *
 * @param index positions, and after them what else there is of each text
 * @param entryLength bytes of what else there is
 */
export function cutPart(part: PartRange, index: Uint8Array, entryLength: number): PartRange[] {
  const view = viewBytes(index, 'positions');
  const count = Math.max(0, Math.floor((view.length - 4) / (4 + entryLength)));
  const pieces: PartRange[] = [];
  let start = part.start;
  for (let i = 0; i < count; i++) {
    const stated = part.start + view.u32((i + 1) * 4);
    const end = Math.max(start, Math.min(part.end, stated));
    pieces.push({ start, end });
    start = end;
  }
  if (start < part.end) pieces.push({ start, end: part.end });
  return pieces;
}
