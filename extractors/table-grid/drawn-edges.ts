import { firstAtLeast, nearestBoundary } from './boundaries.ts';
import type { RulingGroup } from './ruling-groups.ts';
import type { Ruling } from './rulings.ts';

/** An end of a ruling may miss the boundary by so much, and by no more than this share of the edge. */
const missedEnd = 4;
const missedShare = 0.45;

/**
 * The elementary grid: every boundary runs through. Of each edge between two nodes it says whether
 * it is drawn. Squares are numbered row by row.
 */
export interface DrawnEdges {
  readonly rows: number;
  readonly columns: number;
  /** Edge above square (row, column): index row × columns + column, row 0 to rows. */
  readonly above: Uint8Array;
  /** Edge left of square (row, column): index row × (columns + 1) + column, column 0 to columns. */
  readonly before: Uint8Array;
}

/** Which edges a group's rulings draw, given its column boundaries and row boundaries. */
export function drawnEdges(
  { horizontal, vertical }: RulingGroup,
  xs: readonly number[],
  ys: readonly number[],
): DrawnEdges {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const above = new Uint8Array((rows + 1) * columns);
  const before = new Uint8Array(rows * (columns + 1));
  for (const [row, pieces] of byBoundary(horizontal, ys)) {
    for (const column of coveredEdges(pieces, xs)) above[row * columns + column] = 1;
  }
  for (const [column, pieces] of byBoundary(vertical, xs)) {
    for (const row of coveredEdges(pieces, ys)) before[row * (columns + 1) + column] = 1;
  }
  const edges = { rows, columns, above, before };
  closeSides(edges);
  return edges;
}

/** Rulings of one boundary as stretches from low to high; those that nearly touch are one. */
function byBoundary(
  rulings: readonly Ruling[],
  found: readonly number[],
): Map<number, { from: number; to: number }[]> {
  const sorted = [...rulings].sort((a, b) => a.from - b.from);
  const byIndex = new Map<number, { from: number; to: number }[]>();
  for (const { at, from, to } of sorted) {
    const index = nearestBoundary(found, at);
    const stretches = byIndex.get(index) ?? [];
    byIndex.set(index, stretches);
    const last = stretches.at(-1);
    if (last && from - last.to <= missedEnd) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return byIndex;
}

function* coveredEdges(
  stretches: readonly { from: number; to: number }[],
  nodes: readonly number[],
): Generator<number> {
  for (const { from, to } of stretches) {
    for (let i = Math.max(0, firstAtLeast(nodes, from - missedEnd) - 1); ; i += 1) {
      const [low, high] = [nodes[i], nodes[i + 1]];
      if (low === undefined || high === undefined || low > to) break;
      const miss = Math.min(missedEnd, missedShare * (high - low));
      if (from <= low + miss && to >= high - miss) yield i;
    }
  }
}

/**
 * Draws what is missing of the outer sides: between two rulings that reach a side, the side is
 * closed, for a reader sees a cell there.
 */
function closeSides({ rows, columns, above, before }: DrawnEdges): void {
  const wide = columns + 1;
  closeSide(
    rows,
    (row) => row * columns,
    above,
    (row) => row * wide,
    before,
  );
  closeSide(
    rows,
    (row) => (row + 1) * columns - 1,
    above,
    (row) => (row + 1) * wide - 1,
    before,
  );
  closeSide(
    columns,
    (column) => column,
    before,
    (column) => column,
    above,
  );
  closeSide(
    columns,
    (column) => (rows - 1) * wide + column,
    before,
    (column) => rows * columns + column,
    above,
  );
}

/**
 * One outer side of `length` edges.
 * @param reaching index, in `crossing`, of the edge that ends at node i of the side.
 * @param side index, in `outer`, of the side's edge from node i to node i + 1.
 */
function closeSide(
  length: number,
  reaching: (node: number) => number,
  crossing: Uint8Array,
  side: (edge: number) => number,
  outer: Uint8Array,
): void {
  let last: number | undefined;
  for (let i = 0; i <= length; i += 1) {
    if (!crossing[reaching(i)]) continue;
    for (let edge = last ?? i; edge < i; edge += 1) outer[side(edge)] = 1;
    last = i;
  }
}
