import { type Chunk, chunksOf, isFigure } from './text-chunks.ts';
import type { TextLine } from './text-lines.ts';

/** Lines of one table are no farther apart than this, in ems. */
const lineDistance = 2.5;
/** So many lines have figures, or there is no table. */
const fewestFigureLines = 2;

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
    const isProse = chunks.some(({ x0, x1 }) => x1 - x0 > (to - from) / 2);
    const isLabel = chunks.some(({ text }) => /[：:]/.test(text));
    if (line.y0 - bottom > lineDistance * line.size || isOutside || isProse || isLabel) break;
    found.push({ line, chunks });
    bottom = Math.max(bottom, line.y1);
  }
  const figures = found.filter(({ chunks }) => chunks.length > 1 && chunks.some(isFigure));
  const last = figures.at(-1);
  if (figures.length < fewestFigureLines || !last) return undefined;
  const kept = found.filter(
    ({ line }) => line.y0 < last.line.y1 + (line.y1 - line.y0) / 2 || line === last.line,
  );
  const end = kept.reduce((most, { line }) => Math.max(most, line.y1), y1);
  return { y0: y1, y1: end, lines: kept.map(({ chunks }) => chunks) };
}
