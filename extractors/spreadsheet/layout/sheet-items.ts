import { IngestError } from '../../../schemas/ingest-error.ts';
import type { FlowCell, FlowItem, FlowTable } from '../../flow/flow.ts';
import { positionKey, type Range } from '../workbook.ts';
import { bareBoxes } from './bare-boxes.ts';
import { denseBoxes, withHeadings, withRowsBelow } from './dense-boxes.ts';
import { aroundAll, joinOverlapping, overlaps } from './ranges.ts';
import { outside, type Piece, readingOrder } from './reading-order.ts';
import { ruledBoxes } from './ruled-boxes.ts';
import type { PlacedCell, PositionBudget, VisibleSheet } from './visible-sheet.ts';

/**
 * What shows of a sheet as paragraphs and tables: a sheet is a page that holds forms, with titles,
 * units and signatures around them.
 *
 * @throws IngestError archive_too_large where tables take more positions than allowed
 */
export function sheetItems(sheet: VisibleSheet, budget: PositionBudget): FlowItem[] {
  const ruled = ruledBoxes(sheet);
  const grown = ruled
    .map((box) => withRowsBelow(box, sheet.texts, ruled))
    .map((box, _, below) => withHeadings(box, sheet.texts, below));
  const found = joinOverlapping([...grown, ...denseBoxes(sheet.texts, grown)]);
  const boxes = found.length > 0 ? found : bareBoxes(sheet.texts);
  const shapes = sheet.shapes.map(({ row, column, text }) => ({
    top: row,
    left: column,
    bottom: row,
    right: column,
    text,
  }));
  const loose = [...outside(boxes, sheet.texts), ...shapes];
  return readingOrder(boxes, loose).flatMap((piece) => itemsOf(piece, sheet, budget));
}

function itemsOf(piece: Piece, sheet: VisibleSheet, budget: PositionBudget): FlowItem[] {
  if (piece.kind === 'line') return paragraphsOf(piece.cells);
  const table = tableOf(piece.box, sheet, budget);
  return table ? [table] : [];
}

/** A line of one cell may be several lines of text; cells of one row are one line, parted by tabs. */
function paragraphsOf(cells: readonly PlacedCell[]): FlowItem[] {
  const [only] = cells;
  const lines =
    cells.length === 1 && only
      ? only.text.split('\n')
      : [cells.map(({ text }) => text.trim()).join('\t')];
  return lines
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text, number: null, page: null }));
}

function tableOf(box: Range, sheet: VisibleSheet, budget: PositionBudget): FlowTable | null {
  const inside = sheet.texts.filter((cell) => overlaps(box, cell));
  const used = usedPart(box, inside);
  if (!used) return null;
  const rows = used.bottom - used.top + 1;
  const columns = used.right - used.left + 1;
  budget.left -= rows * columns;
  if (budget.left < 0) throw new IngestError('archive_too_large', `a table of ${rows}×${columns}`);
  const blanks = sheet.blanks.filter((cell) => overlaps(used, cell));
  const cells = [...inside, ...blanks].map((cell) => placeIn(used, cell));
  const grid = withEmptyCells(cells, rows, columns);
  const table: FlowTable = { kind: 'table', rows, columns, cells: grid, page: null };
  const { columnWidths } = sheet;
  if (columnWidths) {
    const width = (_: unknown, index: number): number =>
      columnWidths.get(used.left + index) ?? usualWidth;
    table.columnWidths = Array.from({ length: columns }, width);
  }
  return table;
}

/** The width of a column that does not say it, in characters as where it does (18.3.1.81). */
const usualWidth = 8.43;

/** A box without the rows and columns at its edges that hold no text. */
function usedPart(box: Range, inside: readonly PlacedCell[]): Range | null {
  const used = aroundAll(inside);
  return (
    used && {
      top: Math.max(used.top, box.top),
      left: Math.max(used.left, box.left),
      bottom: Math.min(used.bottom, box.bottom),
      right: Math.min(used.right, box.right),
    }
  );
}

function placeIn(used: Range, cell: PlacedCell): FlowCell {
  const top = Math.max(cell.top, used.top);
  const left = Math.max(cell.left, used.left);
  return {
    row: top - used.top,
    column: left - used.left,
    rowSpan: Math.min(cell.bottom, used.bottom) - top + 1,
    columnSpan: Math.min(cell.right, used.right) - left + 1,
    text: cell.text,
    page: null,
    nested: [],
  };
}

/** Every position that nothing covers is an empty cell. */
function withEmptyCells(cells: readonly FlowCell[], rows: number, columns: number): FlowCell[] {
  const byPlace = new Map<number, FlowCell>();
  const covered = new Set<number>();
  for (const cell of cells) {
    byPlace.set(positionKey(cell.row, cell.column), cell);
    if (cell.rowSpan === 1 && cell.columnSpan === 1) continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        covered.add(positionKey(row, column));
      }
    }
  }
  const all: FlowCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const key = positionKey(row, column);
      const known = byPlace.get(key);
      if (known) all.push(known);
      else if (!covered.has(key)) {
        const empty = { row, column, rowSpan: 1, columnSpan: 1, text: '', page: null, nested: [] };
        all.push(empty);
      }
    }
  }
  return all;
}
