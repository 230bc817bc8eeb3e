import { IngestError } from '../../../schemas/ingest-error.ts';
import { positionKey, type Range, type Sheet, type SheetCell } from '../workbook.ts';
import { type Axis, createAxis } from './axis.ts';

/** A cell with all it covers, in rows and columns that show. */
export interface PlacedCell extends Range {
  readonly text: string;
}

/** What of a sheet shows, hidden rows and columns taken out of the count. */
export interface VisibleSheet {
  readonly texts: readonly PlacedCell[];
  /** Merged ranges without text. */
  readonly blanks: readonly PlacedCell[];
  /** Sides with a line, by positionKey of shown positions. */
  readonly sides: ReadonlyMap<number, number>;
  /** The widths of shown columns, by their place; undefined where the sheet says none. */
  readonly columnWidths: ReadonlyMap<number, number> | undefined;
  readonly shapes: readonly SheetCell[];
  /** What does not show: cells of hidden rows and columns, values under a merge; as they stand. */
  readonly unseen: readonly SheetCell[];
}

/** Positions that tables and merges of a document may still take; shared by all its sheets. */
export interface PositionBudget {
  left: number;
}

/** @throws IngestError archive_too_large where merges take more positions than allowed */
export function visibleSheet(sheet: Sheet, budget: PositionBudget): VisibleSheet {
  const rows = createAxis(sheet.hiddenRows);
  const columns = createAxis(sheet.hiddenColumns);
  const merges = takeMerges(sheet, budget);
  const anchored = new Map<Range, SheetCell>();
  const placed = new Map<number, PlacedCell>();
  const unseen: SheetCell[] = [];
  for (const cell of sheet.cells) {
    const key = positionKey(cell.row, cell.column);
    const merge = merges.get(key);
    const isAnchor = !merge || (merge.top === cell.row && merge.left === cell.column);
    const range = merge ?? pointRange(cell);
    const shown = isAnchor && !placed.has(key) ? shownRange(range, rows, columns) : null;
    if (!shown) unseen.push(cell);
    else {
      placed.set(key, placeAt(shown, cell.text));
      if (merge) anchored.set(merge, cell);
    }
  }
  const blanks: PlacedCell[] = [];
  for (const merge of new Set(merges.values())) {
    const shown = anchored.has(merge) ? null : shownRange(merge, rows, columns);
    if (shown) blanks.push(placeAt(shown, ''));
  }
  const shapes = sheet.shapes.map(({ row, column, text }) => ({
    row: rows.place(row),
    column: columns.place(column),
    text,
  }));
  return {
    texts: [...placed.values()],
    blanks,
    sides: shownSides(sheet, rows, columns),
    columnWidths: shownWidths(sheet, columns),
    shapes,
    unseen,
  };
}

function placeAt({ top, left, bottom, right }: Range, text: string): PlacedCell {
  return { top, left, bottom, right, text };
}

function pointRange({ row, column }: SheetCell): Range {
  return { top: row, left: column, bottom: row, right: column };
}

/** A merge goes on showing its text where only its first rows or columns are hidden. */
function shownRange(range: Range, rows: Axis, columns: Axis): Range | null {
  const top = rows.place(range.top);
  const bottom = rows.place(range.bottom + 1) - 1;
  const left = columns.place(range.left);
  const right = columns.place(range.right + 1) - 1;
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** How far a merge may reach beyond all that has text or lines: whole rows are often merged. */
const reach = 64;

/** Merges by each position they cover; of two that overlap, which no program shows, the first. */
function takeMerges(sheet: Sheet, budget: PositionBudget): Map<number, Range> {
  const end = usedEnd(sheet);
  const taken = new Map<number, Range>();
  for (const merge of sheet.merges) {
    const range = {
      ...merge,
      bottom: Math.min(merge.bottom, end.row + reach),
      right: Math.min(merge.right, end.column + reach),
    };
    if (range.top > end.row || range.left > end.column) continue;
    budget.left -= (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (budget.left < 0) throw new IngestError('archive_too_large', `merges of ${sheet.name}`);
    if (!isFree(range, taken)) continue;
    for (const key of positionsOf(range)) taken.set(key, range);
  }
  return taken;
}

function usedEnd(sheet: Sheet): { row: number; column: number } {
  let row = -1;
  let column = -1;
  for (const cell of sheet.cells) {
    row = Math.max(row, cell.row);
    column = Math.max(column, cell.column);
  }
  return { row, column };
}

function isFree(range: Range, taken: ReadonlyMap<number, Range>): boolean {
  for (const key of positionsOf(range)) if (taken.has(key)) return false;
  return true;
}

/** The keys of all positions of a range. */
export function* positionsOf({ top, left, bottom, right }: Range): Generator<number, void> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield positionKey(row, column);
  }
}

function shownWidths(sheet: Sheet, columns: Axis): ReadonlyMap<number, number> | undefined {
  if (sheet.widths.length === 0) return undefined;
  const end = usedEnd(sheet);
  const widths = new Map<number, number>();
  for (const { from, to, width } of sheet.widths) {
    for (let column = from; column <= Math.min(to, end.column + reach); column++) {
      if (!columns.isHidden(column)) widths.set(columns.place(column), width);
    }
  }
  return widths;
}

function shownSides(sheet: Sheet, rows: Axis, columns: Axis): Map<number, number> {
  const end = usedEnd(sheet);
  const sides = new Map<number, number>();
  for (const [key, bits] of sheet.borders) {
    const { row, column } = positionOf(key);
    if (row > end.row + reach || column > end.column + reach) continue;
    if (rows.isHidden(row) || columns.isHidden(column)) continue;
    sides.set(positionKey(rows.place(row), columns.place(column)), bits);
  }
  return sides;
}

function positionOf(key: number): { row: number; column: number } {
  const row = Math.floor(key / positionKey(1, 0));
  return { row, column: key - positionKey(row, 0) };
}
