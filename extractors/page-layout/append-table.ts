import { isFigure } from './cut-text.ts';
import { isBlank, type PlacedCell, type PlacedTable } from './placed.ts';
import { alignedBoundaries } from './table-match.ts';

/** Boundaries as near as this are one, in points; nearer where columns are narrow. */
const tolerance = 2.5;
/** Columns of fewer boundaries are as many by chance. */
const fewestBoundaries = 5;
/** So many cells show what a column holds. */
const fewestCells = 3;

/** How the rest of a table goes on. */
export interface Rest {
  /** Rows of it to leave out; what of a cell reaches out of them stays, without text. */
  readonly skip: number;
  /** The page says that it is the rest of this table: 续表, or the same header. */
  readonly isNamed: boolean;
}

/**
 * Appends the rest of a table: columns are those of both parts together, so that a cell of either
 * spans what the other one parts. Columns of other widths, as many in both parts, are the same.
 * @returns whether columns were put together by their number alone
 */
export function appendRows(table: PlacedTable, rest: PlacedTable, how: Rest): boolean {
  const { skip } = how;
  const restXs = alignedBoundaries(table, rest);
  const drawnXs = [...restXs];
  const xs = unionOf(table, rest, restXs, how);
  const ownColumn = columnsIn(xs, table.xs);
  const restColumn = columnsIn(xs, restXs);
  if (xs.length > table.xs.length) for (const cell of table.cells) moveColumns(cell, ownColumn);
  const offset = table.rows - skip;
  for (const cell of rest.cells) {
    if (cell.row + cell.rowSpan <= skip) continue;
    if (cell.row < skip) cutAbove(cell, skip);
    moveColumns(cell, restColumn);
    cell.row += offset;
    table.cells.push(cell);
  }
  table.xs = xs;
  table.rows += rest.rows - skip;
  table.lastPage = rest.lastPage;
  table.lastBox = rest.lastBox;
  return table.ruled && drawnXs.some((x, i) => Math.abs(x - (restXs[i] ?? x)) > 2 * tolerance);
}

function cutAbove(cell: PlacedCell, row: number): void {
  cell.rowSpan -= row - cell.row;
  cell.row = row;
  cell.text = '';
  cell.lines = [];
}

/** Boundaries of both parts. Parts known by alignment alone, as many columns each, have the same. */
function unionOf(
  table: PlacedTable,
  rest: PlacedTable,
  restXs: number[],
  { isNamed }: Rest,
): number[] {
  if (!table.ruled && !rest.ruled && table.xs.length === restXs.length) {
    restXs.splice(0, restXs.length, ...table.xs);
    return [...table.xs];
  }
  const isMoved = isNamed ? haveAsMany(table.xs, restXs) : haveSameColumns(table.xs, restXs);
  if (isMoved && !holdOtherThings(table, rest)) {
    restXs.splice(0, restXs.length, ...table.xs);
    return [...table.xs];
  }
  const near = Math.min(tolerance, narrowest(table.xs) * 0.45, narrowest(restXs) * 0.45);
  const xs = [...table.xs];
  restXs.forEach((x, i) => {
    const known = nearestOf(table.xs, x);
    const outer = i === 0 || i === restXs.length - 1;
    if (known !== undefined && Math.abs(known - x) <= (outer ? near * 2 : near)) restXs[i] = known;
    else xs.push(x);
  });
  return [...new Set(xs)].sort((a, b) => a - b);
}

function haveAsMany(xs: readonly number[], other: readonly number[]): boolean {
  return xs.length === other.length && xs.length >= fewestBoundaries;
}

/** A column holds figures in one part and texts in the other: they are not the same. */
function holdOtherThings(table: PlacedTable, rest: PlacedTable): boolean {
  const [own, others] = [figureShares(table), figureShares(rest)];
  return [...own].some(([column, share]) => {
    const other = others.get(column);
    return other !== undefined && Math.abs(share - other) >= 0.75;
  });
}

/** By column, the share of figures among its filled cells, where it has several. */
function figureShares({ cells }: PlacedTable): Map<number, number> {
  const counts = new Map<number, { filled: number; figures: number }>();
  for (const cell of cells) {
    if (cell.columnSpan > 1 || isBlank(cell)) continue;
    const count = counts.get(cell.column) ?? { filled: 0, figures: 0 };
    count.filled++;
    count.figures += Number(isFigure(cell.text));
    counts.set(cell.column, count);
  }
  const shown = [...counts].filter(([, { filled }]) => filled >= fewestCells);
  return new Map(shown.map(([column, { filled, figures }]) => [column, figures / filled]));
}

/** As many columns, each a little wider or narrower: automatic widths differ from page to page. */
function haveSameColumns(xs: readonly number[], other: readonly number[]): boolean {
  if (!haveAsMany(xs, other)) return false;
  return xs.every((x, i) => {
    const beside = [xs[i - 1], xs[i + 1], other[i - 1], other[i + 1]];
    const room = Math.min(
      ...beside.map((edge) => Math.abs((edge ?? Number.POSITIVE_INFINITY) - x)),
    );
    return Math.abs(x - (other[i] ?? x)) <= 0.45 * room;
  });
}

function narrowest(xs: readonly number[]): number {
  return xs.reduce((least, x, i) => {
    const next = xs[i + 1];
    return next === undefined ? least : Math.min(least, next - x);
  }, Number.POSITIVE_INFINITY);
}

function nearestOf(sorted: readonly number[], x: number): number | undefined {
  let best: number | undefined;
  for (const candidate of sorted) {
    if (best === undefined || Math.abs(candidate - x) < Math.abs(best - x)) best = candidate;
  }
  return best;
}

/** Where each boundary of a part stands among all. */
function columnsIn(xs: readonly number[], part: readonly number[]): number[] {
  const places = new Map(xs.map((x, i) => [x, i]));
  return part.map((x) => places.get(x) ?? 0);
}

function moveColumns(cell: PlacedCell, places: readonly number[]): void {
  const from = places[cell.column] ?? cell.column;
  const to = places[cell.column + cell.columnSpan] ?? from + cell.columnSpan;
  cell.column = from;
  cell.columnSpan = Math.max(1, to - from);
}
