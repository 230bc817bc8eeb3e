import type { PageItems, PlacedCell, PlacedTable } from './placed.ts';

/** How exactly the edges of one table's parts meet, in points. */
const edgeTolerance = 4;
/** Of scanned pages, as a share of the table's width. */
const scaleTolerance = 0.04;
/** Share of the page's height that may stay free below a table that goes on. */
const freeShare = 0.15;

/** The page that the table ended. */
export interface PageEnd {
  readonly page: PageItems;
  /** How far down text may go on it. */
  readonly bottom: number;
  /** The next page says that the table goes on (续表). */
  readonly marked: boolean;
}

/** Whether a table at the top of a page is the rest of the one that ended the page before. */
export function goesOnAs(
  table: PlacedTable,
  rest: PlacedTable,
  { page, bottom, marked }: PageEnd,
): boolean {
  if (table.ruled !== rest.ruled) return false;
  const room = bottom - table.lastBox.y1;
  if (repeatedRows(table, rest) > 0) {
    return sameWidth(table, rest) && (marked || room < page.height / 2);
  }
  if (beginsAnew(table, rest)) return false;
  if (
    !sameWidth(table, rest) &&
    !(oneEdge(table, rest) && haveInner(table, rest) && sharedColumns(table, rest) >= 0.6)
  ) {
    return false;
  }
  if (marked || room <= rest.firstRowHeight + page.height * freeShare) {
    return table.ruled || sharedColumns(table, rest) >= 0.8;
  }
  const isNear = room < page.height / 2 || isHeadAlone(table);
  return isNear && sharedColumns(table, rest) >= 0.9;
}

/** A table of labels alone, one or two rows of several columns: what they head stands elsewhere. */
function isHeadAlone({ ruled, rows, xs, cells }: PlacedTable): boolean {
  if (!ruled || rows > 2 || xs.length < 4) return false;
  return cells.every(({ text }) => text.trim() !== '' && !/\d/.test(text));
}

/** The rest in the columns of the table: its boundaries moved to the table's own width. */
export function alignedBoundaries(table: PlacedTable, rest: PlacedTable): number[] {
  const [from, to] = outerEdges(table.xs);
  const [restFrom, restTo] = outerEdges(rest.xs);
  const meets = Math.abs(from - restFrom) <= edgeTolerance && Math.abs(to - restTo) > edgeTolerance;
  const scale = meets || restTo <= restFrom ? 1 : (to - from) / (restTo - restFrom);
  return rest.xs.map((x) => from + (x - restFrom) * scale);
}

/**
 * Rows at the top of the rest that only repeat rows of the table: the first ones, or a header
 * further down. A header has no figures, and more cells filled than one.
 */
export function repeatedRows(table: PlacedTable, rest: PlacedTable): number {
  const restRows = rowKeys(rest, Math.min(rest.rows - 1, 8));
  const rows = rowKeys(table, Math.min(table.rows, 60));
  let best = 0;
  for (let start = 0; start < rows.length; start++) {
    let count = 0;
    while (count < restRows.length && rows[start + count] === restRows[count]) count++;
    while (count > 0 && !isHeading(rest, count, start === 0)) count--;
    best = Math.max(best, count);
  }
  return best;
}

/** Cells that begin in the first rows, by row. */
function cellsByRow(cells: readonly PlacedCell[], rows: number): PlacedCell[][] {
  const byRow: PlacedCell[][] = Array.from({ length: rows }, () => []);
  // Cells stand row by row: a table of many pages is not walked through at every one.
  for (const cell of cells) {
    if (cell.row >= rows) break;
    byRow[cell.row]?.push(cell);
  }
  return byRow;
}

function rowKeys(table: PlacedTable, rows: number): string[] {
  return cellsByRow(table.cells, Math.max(0, rows)).map((cells) =>
    cells.map(({ columnSpan, text }) => `${columnSpan}:${squeeze(text)}`).join('|'),
  );
}

/** Whether the first rows of a part can be a repeated heading. */
function isHeading(rest: PlacedTable, rows: number, first: boolean): boolean {
  const cells = rest.cells.filter((cell) => cell.row < rows);
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  // Further down, rows without figures may be the same by chance.
  const fewest = first ? 2 : 4;
  const figures = filled.filter((cell) => /^[\d.,%％\-—\s]+$/.test(cell.text));
  return filled.length >= fewest && figures.length === 0;
}

/** The first cell of a form again, with another row beside it. */
function beginsAnew(table: PlacedTable, rest: PlacedTable): boolean {
  const first = firstText(table);
  return first !== '' && first === firstText(rest) && !/^[\d.,%％\-—]*$/.test(first);
}

function firstText(table: PlacedTable): string {
  const cell = table.cells.find(({ row, column }) => row === 0 && column === 0);
  return cell ? squeeze(cell.text) : '';
}

function sameWidth(table: PlacedTable, rest: PlacedTable): boolean {
  const [from, to] = outerEdges(table.xs);
  const [restFrom, restTo] = outerEdges(rest.xs);
  const width = to - from;
  const tolerance = Math.max(edgeTolerance, width * scaleTolerance);
  return (
    Math.abs(restTo - restFrom - width) <= tolerance &&
    Math.abs(restFrom - from) <= Math.max(tolerance, width * 0.08)
  );
}

/** Rows of a table drawn by hand may end at different places on one side. */
function oneEdge(table: PlacedTable, rest: PlacedTable): boolean {
  const [from, to] = outerEdges(table.xs);
  const [restFrom, restTo] = outerEdges(rest.xs);
  return Math.abs(from - restFrom) <= 2 || Math.abs(to - restTo) <= 2;
}

/** A part of one column shares its columns with any table. */
function haveInner(table: PlacedTable, rest: PlacedTable): boolean {
  return table.xs.length > 2 && rest.xs.length > 2;
}

/** Share of the inner boundaries of the part with fewer of them that the other has as well. */
function sharedColumns(table: PlacedTable, rest: PlacedTable): number {
  const restInner = alignedBoundaries(table, rest).slice(1, -1);
  const inner = table.xs.slice(1, -1);
  const [few, many] = restInner.length < inner.length ? [restInner, inner] : [inner, restInner];
  if (few.length === 0) return 1;
  const shared = few.filter((x) => many.some((other) => Math.abs(other - x) <= edgeTolerance));
  return shared.length / few.length;
}

function outerEdges(xs: readonly number[]): [number, number] {
  return [xs[0] ?? 0, xs.at(-1) ?? 0];
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
