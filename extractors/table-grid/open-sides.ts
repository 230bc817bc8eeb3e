import type { RulingGroup } from './ruling-groups.ts';
import type { Ruling } from './rulings.ts';

/** Rulings that run on by no more than this beyond the outermost crossing one overshoot it. */
const overshoot = 8;
/** The ends of rulings that mark a side which is not drawn lie so near each other. */
const alignedEnds = 6;
/** They mark it if they do so over this share of the table, or are all that run on, down to its edge. */
const markedShare = 0.5;
/** A line beside a table is its side if it ends where the table does, within so much, in points … */
const sameHeight = 6;
/** … and stands no farther from it: as wide as a column of labels. */
const widestColumn = 120;

interface Side {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A group's rulings, and a ruling for each outer side that is open: left, right, top, bottom. */
export function withOuterSides({ horizontal, vertical }: RulingGroup): RulingGroup {
  const left = openSide(horizontal, vertical, -1);
  const right = openSide(horizontal, vertical, 1);
  const top = openSide(vertical, horizontal, -1);
  const bottom = openSide(vertical, horizontal, 1);
  return {
    horizontal: [...horizontal, ...sides([top, bottom], left, right)],
    vertical: [...vertical, ...sides([left, right], top, bottom)],
  };
}

/** Two open sides that meet have a corner in common. */
function sides(found: readonly (Side | undefined)[], before?: Side, after?: Side): Ruling[] {
  return found.flatMap((side) => {
    if (!side) return [];
    const from = before ? Math.min(side.from, before.at) : side.from;
    const to = after ? Math.max(side.to, after.at) : side.to;
    return [{ at: side.at, from, to }];
  });
}

/**
 * Where rulings end together beyond the last ruling across them, at their low (-1) or high (1) end.
 */
function openSide(
  along: readonly Ruling[],
  across: readonly Ruling[],
  direction: -1 | 1,
): Side | undefined {
  const end = (ruling: Ruling): number => (direction < 0 ? -ruling.from : ruling.to);
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of across) last = Math.max(last, direction * at);
  const beyond = along.filter((ruling) => end(ruling) > last + overshoot);
  const group = largestGroup(beyond, end);
  if (group.length < 2) return undefined;
  const places = spread(group);
  const whole = spread(along);
  const ends = group.map(end).sort((a, b) => a - b);
  const at = direction * (ends[ends.length >> 1] ?? 0);
  if (places.to - places.from >= markedShare * (whole.to - whole.from)) return { at, ...places };
  // Few rulings reach the side of a column of merged labels.
  const isWhole = group.length === beyond.length;
  const isAtEdge = places.from === whole.from || places.to === whole.to;
  return isWhole && isAtEdge ? { at, ...acrossSpread(across) } : undefined;
}

/** From the first to the last end of rulings. */
function acrossSpread(across: readonly Ruling[]): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ruling of across) {
    from = Math.min(from, ruling.from);
    to = Math.max(to, ruling.to);
  }
  return { from, to };
}

/**
 * A column whose one cell is as high as the table's part on the page has no line across it: its outer
 * side touches nothing, but is as high as the table.
 */
export function withOpenColumns(
  groups: readonly RulingGroup[],
  lone: readonly Ruling[],
): RulingGroup[] {
  if (lone.length === 0) return [...groups];
  return groups.map((group) => {
    const height = acrossSpread(group.vertical);
    const width = acrossSpread(group.horizontal);
    const beside = lone.filter(
      ({ from, to }) =>
        Math.abs(from - height.from) <= sameHeight && Math.abs(to - height.to) <= sameHeight,
    );
    const left = beside.filter(({ at }) => at < width.from && width.from - at <= widestColumn);
    const right = beside.filter(({ at }) => at > width.to && at - width.to <= widestColumn);
    const sides = [...left.slice(-1), ...right.slice(0, 1)];
    if (sides.length === 0) return group;
    return { horizontal: group.horizontal, vertical: [...group.vertical, ...sides] };
  });
}

/** Most rulings that end within `alignedEnds` of each other. */
function largestGroup(rulings: Ruling[], end: (ruling: Ruling) => number): Ruling[] {
  const sorted = rulings.sort((a, b) => end(a) - end(b));
  let [best, bestFirst, first] = [0, 0, 0];
  for (const [i, ruling] of sorted.entries()) {
    for (let low = sorted[first]; low && end(ruling) - end(low) > alignedEnds; low = sorted[first])
      first += 1;
    // The farther side wins a tie: it takes in the nearer one.
    if (i - first + 1 >= best) [best, bestFirst] = [i - first + 1, first];
  }
  return sorted.slice(bestFirst, bestFirst + best);
}

function spread(rulings: readonly Ruling[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { at } of rulings) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { from, to };
}
