import { firstAtLeast } from './boundaries.ts';
import { type Chunk, chunkOf } from './text-chunks.ts';

/** A gutter is at least so wide, in points: text may fill its column but for the padding. */
const narrowestGutter = 1.5;
/** So small a share of all lines may run across it: titles over several columns. */
const crossingShare = 0.15;

/** A band, in points, that (nearly) no row runs across. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/**
 * Column boundaries of rows of chunks: the middles of gutters that (nearly) no row runs across, and
 * the outer ends. Two numbers if there is but one column.
 */
export function textColumns(rows: readonly (readonly Chunk[])[]): number[] {
  const { first, last, gutters } = textGutters(rows);
  if (first === undefined || last === undefined) return [];
  return [first, ...gutters.map(({ from, to }) => (from + to) / 2), last];
}

interface Gutters {
  readonly first?: number;
  readonly last?: number;
  readonly gutters: readonly Gutter[];
}

function textGutters(rows: readonly (readonly Chunk[])[]): Gutters {
  const events = rows.flat().flatMap(({ x0, x1 }) => [
    { at: x0, step: 1 },
    { at: x1, step: -1 },
  ]);
  events.sort((a, b) => a.at - b.at || b.step - a.step);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return { gutters: [] };
  const allowed = Math.floor(crossingShare * rows.length);
  const gutters: Gutter[] = [];
  let covered = 0;
  let gutter: number | undefined;
  for (const { at, step } of events) {
    if (gutter !== undefined && covered + step > allowed) {
      if (at - gutter >= narrowestGutter) gutters.push({ from: gutter, to: at });
      gutter = undefined;
    }
    covered += step;
    if (covered <= allowed && gutter === undefined && step < 0) gutter = at;
  }
  return { first: first.at, last: last.at, gutters };
}

/** A gap, in ems, that parts headings as wide as their columns. */
const headingGap = 0.15;
/** A table of more columns has no headings that touch. */
const mostGutters = 100;

/**
 * Lines and their column boundaries, where a gutter of `body` parts what is so close that it looks
 * like one piece: headings that fill their columns. A boundary lies where headings leave room too.
 */
export function partedAtGutters(
  lines: readonly (readonly Chunk[])[],
  body: readonly (readonly Chunk[])[],
): { lines: Chunk[][]; xs: number[] } {
  const { first, last, gutters } = textGutters(body);
  const parted =
    gutters.length > mostGutters
      ? lines.map((chunks) => [...chunks])
      : lines.map((chunks) => chunks.flatMap((chunk) => partsAt(chunk, gutters)));
  if (first === undefined || last === undefined) return { lines: parted, xs: [] };
  const all = parted.flat();
  return { lines: parted, xs: [first, ...gutters.map((gutter) => roomIn(gutter, all)), last] };
}

function partsAt(chunk: Chunk, gutters: readonly Gutter[]): Chunk[] {
  for (const { from, to } of gutters) {
    if (chunk.x0 >= from || chunk.x1 <= to) continue;
    const at = seamIn(chunk, from, to);
    if (at === undefined) continue;
    const [left, right] = [
      chunkOf(chunk.line, chunk.glyphs.slice(0, at)),
      chunkOf(chunk.line, chunk.glyphs.slice(at)),
    ];
    return [left, ...partsAt(right, gutters)];
  }
  return [chunk];
}

/** The index of the glyph that a gap within a gutter is before. */
function seamIn({ glyphs }: Chunk, from: number, to: number): number | undefined {
  let best: { at: number; gap: number } | undefined;
  for (const [at, glyph] of glyphs.entries()) {
    const before = glyphs[at - 1];
    if (!before || glyph.x0 < from || before.x1 > to) continue;
    const gap = glyph.x0 - before.x1;
    if (gap >= headingGap * glyph.size && gap > (best?.gap ?? 0)) best = { at, gap };
  }
  return best?.at;
}

function roomIn({ from, to }: Gutter, chunks: readonly Chunk[]): number {
  let [left, right] = [from, to];
  for (const { x0, x1 } of chunks) {
    if (x0 < from && x1 > from && x1 < to) left = Math.max(left, x1);
    if (x1 > to && x0 < to && x0 > from) right = Math.min(right, x0);
  }
  return left < right ? (left + right) / 2 : (from + to) / 2;
}

/** The columns, first and last, that a chunk stands in; one column unless it fills more. */
export function columnsOf(chunk: Chunk, xs: readonly number[]): { first: number; last: number } {
  const most = xs.length - 2;
  const reach = Math.min(2, (chunk.x1 - chunk.x0) / 4);
  const index = (x: number): number => Math.min(Math.max(firstAtLeast(xs, x) - 1, 0), most);
  return { first: index(chunk.x0 + reach), last: index(chunk.x1 - reach) };
}
