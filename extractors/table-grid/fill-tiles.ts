import type { Box } from '../../schemas/document.ts';
import type { Fill } from '../drawn-page.ts';
import type { RuledGrid } from './ruled-grids.ts';

/** Rectangles that may be the backgrounds of one table's cells. */
export interface TileGroup {
  readonly tiles: readonly Fill[];
  /** They lie on a coloured ground, or are coloured themselves. */
  readonly isSeen: boolean;
}

/** Smaller than this no background of a cell is. */
const narrowest = 8;
const lowest = 6;
/** More rectangles than this are a drawing. */
const mostTiles = 3_000;
/** Backgrounds of one table leave no wider gap: its borders are drawn by leaving them white. */
export const borderGap = 4;
/** Edges as near as this are one. */
const sameEdge = 1.5;
/** Rows without a background, between two that have one, are no higher than so many of them. */
const bareRows = 3;
/** At least so much of the tiles is coloured, where no ground is. */
const colouredShare = 0.2;

/** Groups of rectangles that lie side by side, outside the tables that rulings draw. */
export function tileGroups(fills: readonly Fill[], ruled: readonly RuledGrid[]): TileGroup[] {
  const large = distinct(fills).filter(
    ({ x0, y0, x1, y1 }) => x1 - x0 >= narrowest && y1 - y0 >= lowest,
  );
  if (large.length < 2 || large.length > mostTiles) return [];
  const hosts = ruled.filter(({ xs, ys }) => xs.length > 2 && ys.length > 2);
  const grounds = large.filter((one) => holdsSeveral(one, large));
  const behind = new Set(grounds);
  const tiles = large.filter(
    (one) => !behind.has(one) && !hosts.some(({ box }) => holdsMiddle(box, one)),
  );
  return connected(tiles.filter((one) => !tiles.some((other) => isWithin(one, other)))).map(
    (group) => {
      const coloured = group.filter(({ white }) => !white).length;
      const ground = grounds.some((one) => !one.white && group.every((tile) => holds(one, tile)));
      return { tiles: group, isSeen: ground || coloured >= colouredShare * group.length };
    },
  );
}

/** A rectangle painted again on itself is one: the last colour is seen. */
function distinct(fills: readonly Fill[]): Fill[] {
  const byPlace = new Map<string, Fill>();
  for (const fill of fills) {
    const { x0, y0, x1, y1 } = fill;
    byPlace.set([x0, y0, x1, y1].map((at) => Math.round(at)).join(), fill);
  }
  return [...byPlace.values()];
}

function holdsSeveral(one: Fill, all: readonly Fill[]): boolean {
  let count = 0;
  for (const other of all) {
    if (other !== one && isWithin(other, one)) count += 1;
    if (count > 1) return true;
  }
  return false;
}

function isWithin(inner: Fill, outer: Fill): boolean {
  return inner !== outer && holds(outer, inner) && areaOf(inner) < 0.95 * areaOf(outer);
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x0 >= outer.x0 - 1 &&
    inner.x1 <= outer.x1 + 1 &&
    inner.y0 >= outer.y0 - 1 &&
    inner.y1 <= outer.y1 + 1
  );
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}

function holdsMiddle(box: Box, { x0, y0, x1, y1 }: Fill): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

function connected(tiles: readonly Fill[]): Fill[][] {
  const sorted = [...tiles].sort((a, b) => a.y0 - b.y0);
  const parents = sorted.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    for (let up = parents[root] ?? root; up !== root; up = parents[root] ?? root) root = up;
    parents[i] = root;
    return root;
  };
  for (const [i, upper] of sorted.entries()) {
    const reach = upper.y1 + bareRows * (upper.y1 - upper.y0);
    for (let k = i + 1; k < sorted.length; k += 1) {
      const lower = sorted[k];
      if (!lower || lower.y0 > reach) break;
      if (isBeside(upper, lower)) parents[rootOf(k)] = rootOf(i);
    }
  }
  const groups = new Map<number, Fill[]>();
  for (const [i, tile] of sorted.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(tile);
    else groups.set(root, [tile]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Side by side, one below the other, or one below a row that has no background. */
function isBeside(upper: Fill, lower: Fill): boolean {
  const across = Math.max(upper.x0, lower.x0) - Math.min(upper.x1, lower.x1);
  const down = lower.y0 - upper.y1;
  if (across <= borderGap && down <= borderGap) return across < -sameEdge || down < -sameEdge;
  return Math.abs(upper.x0 - lower.x0) <= sameEdge && Math.abs(upper.x1 - lower.x1) <= sameEdge;
}
