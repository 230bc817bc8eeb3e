import { type Chunk, chunksOf, isFigure } from './text-chunks.ts';
import type { TextLine } from './text-lines.ts';

/** Lines of one table are no farther apart than this, in ems. */
const lineDistance = 2.5;
/** So many lines have figures, or there is no table; one is enough if it has several. */
const fewestFigureLines = 2;
/** A gap this wide, in ems, may part two narrow columns. */
const narrowGap = 0.3;
/** Lines of one cell are no farther apart than this, in ems. */
const cellDistance = 0.6;

interface Head {
  readonly y1: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The lines below a head that no rule ends: as far as they follow closely, within the width of the
 * head's rules, and none is a label with its colon. Down to the last that holds a figure, and what
 * hangs on it. Undefined without figures.
 */
export function openBand(
  lines: readonly TextLine[],
  { y1, from, to }: Head,
): { y0: number; y1: number; lines: Chunk[][] } | undefined {
  const found: { line: TextLine; chunks: Chunk[] }[] = [];
  let bottom = y1;
  for (const line of lines) {
    if ((line.y0 + line.y1) / 2 < y1) continue;
    const chunks = chunksOf(line);
    const isOutside = line.x0 < from - line.size || line.x1 > to + line.size;
    const isProse = chunks.some((chunk) => longestRun(chunk) > (to - from) / 2);
    const isLabel = chunks.some(({ text }) => /[：:]/.test(text));
    if (line.y0 - bottom > lineDistance * line.size || isOutside || isProse || isLabel) break;
    found.push({ line, chunks });
    bottom = Math.max(bottom, line.y1);
  }
  const figures = found.filter(({ chunks }) => chunks.length > 1 && chunks.some(isFigure));
  const last = figures.at(-1);
  const isRow = figures.some(({ chunks }) => chunks.length > 2 && figuresIn(chunks) > 1);
  if (!last || (figures.length < fewestFigureLines && !isRow)) return undefined;
  const kept = found.slice(0, lastOf(found, last) + 1);
  const end = kept.reduce((most, { line }) => Math.max(most, line.y1), y1);
  return { y0: y1, y1: end, lines: kept.map(({ chunks }) => chunks) };
}

interface Found {
  readonly line: TextLine;
  readonly chunks: readonly Chunk[];
}

/** The longest stretch without a gap that may part two narrow columns. */
function longestRun({ glyphs }: Chunk): number {
  let [from, end, longest] = [glyphs[0]?.x0 ?? 0, glyphs[0]?.x0 ?? 0, 0];
  for (const { x0, x1, size } of glyphs) {
    if (x0 - end > narrowGap * size) from = x0;
    end = x1;
    longest = Math.max(longest, end - from);
  }
  return longest;
}

function figuresIn(chunks: readonly Chunk[]): number {
  return chunks.filter(isFigure).length;
}

/** The last line that hangs on the last one with figures: the rest of its wrapped names. */
function lastOf(found: readonly Found[], last: Found): number {
  let at = found.indexOf(last);
  let bottom = last.line.y1;
  for (let next = found[at + 1]; next; next = found[at + 1]) {
    if (next.line.y0 - bottom > cellDistance * next.line.size) break;
    bottom = Math.max(bottom, next.line.y1);
    at += 1;
  }
  return at;
}
