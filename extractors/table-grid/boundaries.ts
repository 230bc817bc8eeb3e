import type { Ruling } from './rulings.ts';

/** Boundaries nearer than this are one: a double line, or one boundary drawn a little aside. */
const sameBoundary = 2.2;
/** And so much may they spread in all. */
const widestBoundary = 3.3;

/** Where the rulings of one direction lie, from low to high, near ones as one. */
export function boundaries(rulings: readonly Ruling[]): number[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const found: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let moment = 0;
  let length = 0;
  for (const { at, from, to } of sorted) {
    if (at - last > sameBoundary || at - first > widestBoundary) {
      if (length > 0) found.push(moment / length);
      first = at;
      moment = 0;
      length = 0;
    }
    last = at;
    moment += at * (to - from);
    length += to - from;
  }
  if (length > 0) found.push(moment / length);
  return found;
}

/** Index of the boundary nearest to a place. */
export function nearestBoundary(found: readonly number[], at: number): number {
  const after = firstAtLeast(found, at);
  const [low, high] = [found[after - 1], found[after]];
  if (low === undefined) return 0;
  if (high === undefined) return after - 1;
  return at - low <= high - at ? after - 1 : after;
}

/** Index of the first number of an ascending list that is at least `value`; its length if none. */
export function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
