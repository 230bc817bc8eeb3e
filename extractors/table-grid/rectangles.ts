import type { DrawnEdges } from './drawn-edges.ts';

/** A rectangle of squares of the elementary grid. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A region of more squares, times its inner corners, is cut up without weighing each cut. */
const weighedWork = 2_000_000;

/**
 * The areas that drawn edges enclose, as rectangles. An area of another shape has lost a piece of a
 * line: its inner corners are where a line ends, and the shortest way on from one of them is drawn
 * until only rectangles are left. What is open to the outside is no cell.
 */
export function rectangles(
  edges: DrawnEdges,
  xs: readonly number[],
  ys: readonly number[],
): Rectangle[] {
  const { rows, columns } = edges;
  const owner = new Int32Array(rows * columns);
  flood(edges, outerSquares(edges), owner, outside);
  const found: Rectangle[] = [];
  const waiting: number[][] = [];
  for (let square = 0; square < owner.length; square += 1) {
    if (owner[square] === 0) waiting.push(flood(edges, [square], owner, square + 1));
    for (let region = waiting.pop(); region; region = waiting.pop()) {
      const bounds = boundsOf(region, columns);
      if (bounds.rowSpan * bounds.columnSpan === region.length) {
        found.push(bounds);
        continue;
      }
      if (!cut(edges, region, owner, xs, ys)) {
        for (const strip of strips(region, columns)) found.push(strip);
        continue;
      }
      for (const one of region) owner[one] = 0;
      for (const one of region) {
        if (owner[one] === 0) waiting.push(flood(edges, [one], owner, one + 1));
      }
    }
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The mark of squares that are no cell; a region's is 1 + the first of its squares. */
const outside = -1;

/** Squares at the border of the grid whose outer edge is not drawn. */
function outerSquares({ rows, columns, above, before }: DrawnEdges): number[] {
  const squares: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (!above[column]) squares.push(column);
    if (!above[rows * columns + column]) squares.push((rows - 1) * columns + column);
  }
  for (let row = 0; row < rows; row += 1) {
    if (!before[row * (columns + 1)]) squares.push(row * columns);
    if (!before[row * (columns + 1) + columns]) squares.push(row * columns + columns - 1);
  }
  return squares;
}

/** Marks every square that can be reached from `seeds` without crossing a drawn edge. */
function flood(
  { rows, columns, above, before }: DrawnEdges,
  seeds: readonly number[],
  owner: Int32Array,
  mark: number,
): number[] {
  const region: number[] = [];
  const reach = (square: number): void => {
    if (owner[square] !== 0) return;
    owner[square] = mark;
    region.push(square);
  };
  for (const seed of seeds) reach(seed);
  for (let i = 0; i < region.length; i += 1) {
    const square = region[i] ?? 0;
    const row = Math.floor(square / columns);
    const column = square % columns;
    const left = row * (columns + 1) + column;
    if (row > 0 && !above[square]) reach(square - columns);
    if (row < rows - 1 && !above[square + columns]) reach(square + columns);
    if (column > 0 && !before[left]) reach(square - 1);
    if (column < columns - 1 && !before[left + 1]) reach(square + 1);
  }
  return region;
}

function boundsOf(region: readonly number[], columns: number): Rectangle {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const square of region) {
    const row = Math.floor(square / columns);
    const column = square % columns;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
}

/** Edges to draw, in the arrays of DrawnEdges, and how long they are in points. */
interface Cut {
  readonly above: readonly number[];
  readonly before: readonly number[];
  readonly length: number;
}

/** Draws the shortest cut from an inner corner of the region; false if it has too many to weigh. */
function cut(
  edges: DrawnEdges,
  region: readonly number[],
  owner: Int32Array,
  xs: readonly number[],
  ys: readonly number[],
): boolean {
  const corners = innerCorners(edges, region, owner);
  if (corners.length === 0 || corners.length * region.length > weighedWork) return false;
  let best: Cut | undefined;
  for (const corner of corners) {
    for (const way of [
      wayAcross(edges, corner, xs, 1),
      wayAcross(edges, corner, xs, -1),
      wayDown(edges, corner, ys, 1),
      wayDown(edges, corner, ys, -1),
    ]) {
      if (way.length > 0 && (!best || way.length < best.length)) best = way;
    }
  }
  for (const edge of best?.above ?? []) edges.above[edge] = 1;
  for (const edge of best?.before ?? []) edges.before[edge] = 1;
  return best !== undefined;
}

interface GridNode {
  readonly row: number;
  readonly column: number;
}

/** Nodes around which three of the four squares are the region's: there a line ends in it. */
function innerCorners(
  { rows, columns }: DrawnEdges,
  region: readonly number[],
  owner: Int32Array,
): GridNode[] {
  const mark = owner[region[0] ?? 0];
  const has = (row: number, column: number): number =>
    row >= 0 &&
    column >= 0 &&
    row < rows &&
    column < columns &&
    owner[row * columns + column] === mark
      ? 1
      : 0;
  const corners = new Map<number, GridNode>();
  for (const square of region) {
    for (const [down, right] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const row = Math.floor(square / columns) + down;
      const column = (square % columns) + right;
      const around =
        has(row - 1, column - 1) + has(row - 1, column) + has(row, column - 1) + has(row, column);
      if (around === 3) corners.set(row * (columns + 1) + column, { row, column });
    }
  }
  return [...corners.values()];
}

/** Along a row boundary from a node until a drawn column boundary is met. */
function wayAcross(
  { rows, columns, above, before }: DrawnEdges,
  { row, column }: GridNode,
  xs: readonly number[],
  step: 1 | -1,
): Cut {
  const way: number[] = [];
  let length = 0;
  for (let at = column; step > 0 ? at < columns : at > 0; at += step) {
    const edge = row * columns + (step > 0 ? at : at - 1);
    if (above[edge]) break;
    way.push(edge);
    length += Math.abs((xs[at + step] ?? 0) - (xs[at] ?? 0));
    const end = at + step;
    const isMet = (r: number): boolean =>
      r >= 0 && r < rows && before[r * (columns + 1) + end] === 1;
    if (isMet(row - 1) || isMet(row)) break;
  }
  return { above: way, before: [], length };
}

/** Along a column boundary from a node until a drawn row boundary is met. */
function wayDown(
  { rows, columns, above, before }: DrawnEdges,
  { row, column }: GridNode,
  ys: readonly number[],
  step: 1 | -1,
): Cut {
  const way: number[] = [];
  let length = 0;
  for (let at = row; step > 0 ? at < rows : at > 0; at += step) {
    const edge = (step > 0 ? at : at - 1) * (columns + 1) + column;
    if (before[edge]) break;
    way.push(edge);
    length += Math.abs((ys[at + step] ?? 0) - (ys[at] ?? 0));
    const end = at + step;
    const isMet = (c: number): boolean => c >= 0 && c < columns && above[end * columns + c] === 1;
    if (isMet(column - 1) || isMet(column)) break;
  }
  return { above: [], before: way, length };
}

/** A region row by row: for drawings that are hardly a table. */
function strips(region: readonly number[], columns: number): Rectangle[] {
  const sorted = [...region].sort((a, b) => a - b);
  const found: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  for (const square of sorted) {
    const row = Math.floor(square / columns);
    const column = square % columns;
    const last = found.at(-1);
    if (last && last.row === row && last.column + last.columnSpan === column) last.columnSpan += 1;
    else found.push({ row, column, rowSpan: 1, columnSpan: 1 });
  }
  return found;
}
