import type { Cell, Table } from '../schemas/document.ts';

/** A row of a form: the cells anchored in it, and what covers its other positions. */
export interface GridRow {
  readonly table: Table;
  readonly row: number;
  /** Cells that begin in this row, left to right. */
  readonly cells: readonly Cell[];
  /** The cell at a grid column, also one that began in a row above. */
  at(column: number): Cell | undefined;
}

const grids = new WeakMap<Table, GridRow[]>();

/** The rows of a table, computed once a table. */
export function gridRows(table: Table): readonly GridRow[] {
  const known = grids.get(table);
  if (known) return known;
  const covering: (Cell | undefined)[][] = Array.from({ length: table.rows }, () => []);
  const anchored: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    anchored[cell.row]?.push(cell);
    const bottom = Math.min(cell.row + cell.rowSpan, table.rows);
    for (let r = cell.row; r < bottom; r++) {
      const line = covering[r];
      for (let c = cell.column; line && c < cell.column + cell.columnSpan; c++) line[c] ??= cell;
    }
  }
  const rows = anchored.map((cells, row) => ({
    table,
    row,
    cells: cells.sort((a, b) => a.column - b.column),
    at: (column: number) => covering[row]?.[column],
  }));
  grids.set(table, rows);
  return rows;
}

/** Columns a cell stands in, as a half-open range. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

export function columnsOf(cell: Cell): ColumnRange {
  return { from: cell.column, to: cell.column + cell.columnSpan };
}

/** How many columns two ranges share. */
export function overlap(a: ColumnRange, b: ColumnRange): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/**
 * The cell of a row that stands under a header: the one that shares most width with it, anchored in
 * the row or merged into it from above. Without widths all columns count alike.
 */
export function cellUnder(row: GridRow, header: ColumnRange): Cell | undefined {
  let best: Cell | undefined;
  let most = 0;
  let last: Cell | undefined;
  for (let c = header.from; c < header.to; c++) {
    const cell = row.at(c);
    if (!cell || cell === last) continue;
    last = cell;
    const shared = sharedWidth(row.table, columnsOf(cell), header);
    if (shared > most) {
      best = cell;
      most = shared;
    }
  }
  return best;
}

/** A cell may be short of its header's edges, or beyond, by this part of the narrower of both. */
const askew = 0.2;

/**
 * Whether the cell under a header stands askew to it: each reaches beyond the other, by more than a
 * line dragged by hand does, so that the figure may belong to the column beside it.
 */
export function standsAskew(row: GridRow, header: ColumnRange): boolean {
  const cell = cellUnder(row, header);
  if (!cell) return false;
  const range = columnsOf(cell);
  const width = Math.min(widthOf(row.table, range), widthOf(row.table, header));
  return width - sharedWidth(row.table, range, header) > width * askew;
}

function sharedWidth(table: Table, a: ColumnRange, b: ColumnRange): number {
  const range = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return widthOf(table, range);
}

function widthOf({ columnWidths }: Table, { from, to }: ColumnRange): number {
  let width = 0;
  for (let c = from; c < to; c++) width += columnWidths?.[c] ?? 1;
  return width;
}
