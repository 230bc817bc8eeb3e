import type { RulingGroup } from './ruling-groups.ts';
import type { Ruling } from './rulings.ts';

/** Horizontal rulings of one table end this near each other. */
const sameEnd = 4;

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A table without left and right sides has rows that no vertical ruling crosses: text over the whole
 * width. A line between two such rows touches nothing, but is as wide as the table and lies within
 * it. Above and below the table such lines are left alone: they may be another table's.
 */
export function withOpenRows(
  groups: readonly RulingGroup[],
  lone: readonly Ruling[],
): RulingGroup[] {
  const byEnds = new Map<string, Ruling[]>();
  for (const ruling of lone) {
    const key = endsKey(Math.round(ruling.from / sameEnd), Math.round(ruling.to / sameEnd));
    const same = byEnds.get(key);
    if (same) same.push(ruling);
    else byEnds.set(key, [ruling]);
  }
  return groups.map((group) => {
    const inside = linesInside(extentOf(group), byEnds);
    return inside.length === 0
      ? group
      : { horizontal: [...group.horizontal, ...inside], vertical: group.vertical };
  });
}

function endsKey(from: number, to: number): string {
  return `${from},${to}`;
}

function extentOf({ horizontal, vertical }: RulingGroup): Extent {
  const extent = { from: Infinity, to: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { at, from, to } of horizontal) {
    extent.from = Math.min(extent.from, from);
    extent.to = Math.max(extent.to, to);
    extent.top = Math.min(extent.top, at);
    extent.bottom = Math.max(extent.bottom, at);
  }
  for (const { from, to } of vertical) {
    extent.top = Math.min(extent.top, from);
    extent.bottom = Math.max(extent.bottom, to);
  }
  return extent;
}

function linesInside(extent: Extent, byEnds: ReadonlyMap<string, readonly Ruling[]>): Ruling[] {
  const [a, b] = [Math.round(extent.from / sameEnd), Math.round(extent.to / sameEnd)];
  const near = [-1, 0, 1];
  return near
    .flatMap((i) => near.flatMap((k) => byEnds.get(endsKey(a + i, b + k)) ?? []))
    .filter(
      ({ at, from, to }) =>
        at > extent.top &&
        at < extent.bottom &&
        Math.abs(from - extent.from) <= sameEnd &&
        Math.abs(to - extent.to) <= sameEnd,
    );
}
