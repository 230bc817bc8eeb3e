import { firstAtLeast } from './boundaries.ts';
import type { Chunk } from './text-chunks.ts';

/** A gutter is at least so wide, in points: text may fill its column but for the padding. */
const narrowestGutter = 1.5;
/** So small a share of all lines may run across it: titles over several columns. */
const crossingShare = 0.15;

/**
 * Column boundaries of rows of chunks: the middles of gutters that (nearly) no row runs across, and
 * the outer ends. Two numbers if there is but one column.
 */
export function textColumns(rows: readonly (readonly Chunk[])[]): number[] {
  const events = rows.flat().flatMap(({ x0, x1 }) => [
    { at: x0, step: 1 },
    { at: x1, step: -1 },
  ]);
  events.sort((a, b) => a.at - b.at || b.step - a.step);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const allowed = Math.floor(crossingShare * rows.length);
  const places = [first.at];
  let covered = 0;
  let gutter: number | undefined;
  for (const { at, step } of events) {
    if (gutter !== undefined && covered + step > allowed) {
      if (at - gutter >= narrowestGutter) places.push((gutter + at) / 2);
      gutter = undefined;
    }
    covered += step;
    if (covered <= allowed && gutter === undefined && step < 0) gutter = at;
  }
  places.push(last.at);
  return places;
}

/** The columns, first and last, that a chunk stands in; one column unless it fills more. */
export function columnsOf(chunk: Chunk, xs: readonly number[]): { first: number; last: number } {
  const most = xs.length - 2;
  const reach = Math.min(2, (chunk.x1 - chunk.x0) / 4);
  const index = (x: number): number => Math.min(Math.max(firstAtLeast(xs, x) - 1, 0), most);
  return { first: index(chunk.x0 + reach), last: index(chunk.x1 - reach) };
}
