import { IngestError } from '../../schemas/ingest-error.ts';
import { cellText, type Flow, type FlowCell, type FlowItem, type FlowTable } from '../flow/flow.ts';
import { setWidths } from '../flow/sliver-columns.ts';
import { type SaidWidth, solveWidths } from './page-widths.ts';

/** A cell as its tag says. */
export interface PageCell {
  readonly columnSpan: number;
  /** 0 reaches to the end of the row group. */
  readonly rowSpan: number;
  /** In twips; null where it is not said. */
  readonly width: number | null;
  readonly flow: Flow;
}

export interface PageRow {
  readonly cells: PageCell[];
  /** Written for programs that cannot draw the columns otherwise: no row where it is empty. */
  readonly filler: boolean;
}

/** thead, tbody or tfoot; rows outside of them are in a group of their own. */
export interface RowGroup {
  readonly kind: 'head' | 'body' | 'foot';
  readonly rows: PageRow[];
}

/**
 * The grid of a table (HTML 4.9.12.1): the first head first, the first foot last, spans cut off at
 * the end of their row group. Where spans overlap, the later cell is cut off, so that no grid
 * position has two cells.
 *
 * Office programs mark the repeated rows of a table as its head though cells reach out of it: where
 * the rows below are short of just these cells, they go on through the next group.
 *
 * @param columns the widths that its col elements say, in twips
 * @param spend takes the grid positions of each cell off the document's budget
 */
export function buildGrid(
  groups: readonly RowGroup[],
  columns: readonly (number | null)[],
  spend: (positions: number) => void,
): FlowTable {
  const ordered = inOrder(groups);
  const { said, ...table } = layOut(ordered, spend);
  setWidths(table, solveWidths(table.columns, columns, said));
  return table;
}

function layOut(ordered: readonly RowGroup[], spend: (positions: number) => void): PageGrid {
  const grid = placeGroups(ordered, spend);
  if (!ordered.some(reachesOut)) return grid;
  const rows = ordered.flatMap((group) => group.rows);
  const joined = placeGroups([{ kind: 'body', rows }], spend);
  return freePositions(joined) < freePositions(grid) ? joined : grid;
}

/** A grid, and what its cells say of their width. */
interface PageGrid extends FlowTable {
  readonly said: SaidWidth[];
}

function placeGroups(groups: readonly RowGroup[], spend: (positions: number) => void): PageGrid {
  const table: PageGrid = { kind: 'table', rows: 0, columns: 0, cells: [], page: null, said: [] };
  for (const group of groups) placeGroup(table, group, spend);
  return table;
}

/** Does another group follow, and a cell claim more rows than its own group has? */
function reachesOut({ rows }: RowGroup, index: number, groups: readonly RowGroup[]): boolean {
  if (index === groups.length - 1) return false;
  return rows.some((row, at) => row.cells.some(({ rowSpan }) => at + rowSpan > rows.length));
}

/** Grid positions without a cell. */
function freePositions({ rows, columns, cells }: FlowTable): number {
  return cells.reduce((free, cell) => free - cell.rowSpan * cell.columnSpan, rows * columns);
}

function inOrder(groups: readonly RowGroup[]): RowGroup[] {
  const head = groups.find(({ kind }) => kind === 'head');
  const foot = groups.find(({ kind }) => kind === 'foot');
  const between = groups.filter((group) => group !== head && group !== foot);
  return [...(head ? [head] : []), ...between, ...(foot ? [foot] : [])];
}

/** A cell growing downwards, under the columns it covers. */
interface Growing {
  readonly cell: FlowCell;
  /** Rows still to cover; Infinity to the end of the group. */
  left: number;
}

function placeGroup(table: PageGrid, group: RowGroup, spend: (positions: number) => void): void {
  const growing: (Growing | undefined)[] = [];
  for (const row of group.rows) {
    const grows = growing.some((cell) => cell !== undefined);
    if (!grows && (row.cells.length === 0 || isFiller(row))) {
      addWidths(table, row);
      continue;
    }
    spend(growing.length);
    for (const cell of new Set(growing)) if (cell) cell.cell.rowSpan++;
    const begun = placeRow(table, row, growing, spend);
    for (const [column, cell] of growing.entries()) {
      if (cell && cell.left <= 1) growing[column] = undefined;
    }
    for (const cell of new Set(growing)) if (cell) cell.left--;
    for (const { cell, left } of begun) {
      const entry = { cell, left };
      if (left > 0) for (let at = 0; at < cell.columnSpan; at++) growing[cell.column + at] = entry;
    }
    table.rows++;
  }
}

function placeRow(
  table: PageGrid,
  row: PageRow,
  growing: readonly (Growing | undefined)[],
  spend: (positions: number) => void,
): Growing[] {
  const begun: Growing[] = [];
  let column = 0;
  for (const source of row.cells) {
    while (growing[column]) column++;
    spend(source.columnSpan);
    let width = 1;
    while (width < source.columnSpan && !growing[column + width]) width++;
    const cell: FlowCell = {
      row: table.rows,
      column,
      rowSpan: 1,
      columnSpan: width,
      text: cellText(source.flow),
      page: null,
      nested: source.flow.items.filter((item) => item.kind === 'table'),
    };
    table.cells.push(cell);
    if (source.width) table.said.push({ column, span: width, width: source.width });
    begun.push({
      cell,
      left: source.rowSpan === 0 ? Number.POSITIVE_INFINITY : source.rowSpan - 1,
    });
    column += source.columnSpan;
    table.columns = Math.max(table.columns, cell.column + width);
  }
  return begun;
}

/** An empty row is written to say the widths of all columns. */
function addWidths(table: PageGrid, row: PageRow): void {
  let column = 0;
  for (const { columnSpan: span, width } of row.cells) {
    if (width) table.said.push({ column, span, width });
    column += span;
  }
}

function isFiller(row: PageRow): boolean {
  return row.filler && row.cells.every(({ flow }) => isBlank(flow.items));
}

export function isBlank(items: readonly FlowItem[]): boolean {
  return items.every((item) => item.kind === 'paragraph' && item.text.trim() === '');
}

/** A span as its attribute says, within HTML's bounds (4.9.11): one that is no number is 1. */
export function readSpan(value: string | undefined, least: number, most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(value ?? '')?.[1];
  if (digits === undefined) return 1;
  const span = Math.min(most, Number(digits));
  return span < least ? 1 : span;
}

/** Counts down a document's budget of grid positions. */
export function createBudget(elements: number): (positions: number) => void {
  let left = elements;
  return (positions) => {
    left -= positions;
    if (left < 0) throw new IngestError('file_too_large', `more than ${elements} grid positions`);
  };
}
