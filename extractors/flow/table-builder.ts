import { cellText, type Flow, type FlowCell, type FlowTable, firstPage, flowText } from './flow.ts';
import { nearEdges, setWidths } from './sliver-columns.ts';

/** A cell as its row has it, before merges are worked out. */
export interface SourceCell {
  span: number;
  verticalMerge: 'restart' | 'continue' | null;
  horizontalMerge: 'restart' | 'continue' | null;
  /** Merged away: it stands for its columns, but nothing in it is seen. */
  covered: boolean;
  readonly flow: Flow;
  /** The page its row begins on. */
  readonly page: number | null;
}

/** A row being read. */
export interface SourceRow {
  /** Grid columns left out before its first cell and after its last (17.4.15, 17.4.14). */
  before: number;
  after: number;
  readonly cells: SourceCell[];
}

/** A table being read. */
export interface TableBuilder {
  readonly table: FlowTable;
  gridColumns: number;
  /** Of the grid's columns, in twips, as far as they are said. */
  readonly widths: number[];
  row: SourceRow | null;
  cell: SourceCell | null;
  /** The cells a continued vertical merge may join, by their first column. */
  merges: Map<number, FlowCell>;
}

/** What a row's end brings to light. */
export interface RowFindings {
  /** Text of cells whose merge shows only with the row's end, by column. */
  readonly covered: { readonly column: number; readonly text: string }[];
  /** Columns of cells that continue a merge which nothing above begins. */
  readonly orphans: number[];
}

export function createTableBuilder(): TableBuilder {
  return {
    table: { kind: 'table', rows: 0, columns: 0, cells: [], page: null },
    gridColumns: 0,
    widths: [],
    row: null,
    cell: null,
    merges: new Map(),
  };
}

/** The grid column at which the row's next cell begins. */
export function nextColumn(row: SourceRow): number {
  return row.cells.reduce((column, cell) => column + cell.span, row.before);
}

/** Whether the cell being read, its properties known, is merged away by the one above or before. */
export function isCovered(
  builder: TableBuilder,
  row: SourceRow,
  cell: Omit<SourceCell, 'flow'>,
): boolean {
  if (cell.horizontalMerge === 'continue') return Boolean(row.cells.at(-1)?.horizontalMerge);
  return cell.verticalMerge === 'continue' && Boolean(mergeAbove(builder, nextColumn(row), cell));
}

/**
 * Puts a finished row into the grid. A vertical merge goes on (17.4.84) where the cell above
 * begins or continues one and covers the same columns; anything else stands for itself.
 */
export function addRow(builder: TableBuilder, row: SourceRow): RowFindings {
  const findings: RowFindings = { covered: [], orphans: [] };
  if (row.cells.length === 0) return findings;
  const merges = new Map<number, FlowCell>();
  let column = row.before;
  for (const cell of joinHorizontally(row, findings)) {
    const above = cell.verticalMerge ? mergeAbove(builder, column, cell) : undefined;
    if (above && cell.verticalMerge === 'continue') {
      above.rowSpan++;
      merges.set(column, above);
      cover(findings, column, cell.flow);
    } else {
      const placed = placeCell(builder.table, cell, column);
      if (cell.verticalMerge === 'continue') findings.orphans.push(column);
      if (cell.verticalMerge) merges.set(column, placed);
    }
    column += cell.span;
  }
  builder.merges = merges;
  builder.table.rows++;
  builder.table.columns = Math.max(builder.table.columns, column + row.after);
  return findings;
}

/** Ends a table: columns of the grid that no row reaches are columns too. */
export function finishTable(builder: TableBuilder): FlowTable {
  const { table, gridColumns, widths } = builder;
  table.columns = Math.max(table.columns, gridColumns);
  setWidths(table, widths);
  table.page = table.cells.find((cell) => cell.page !== null)?.page ?? null;
  return table;
}

/** The merged cell above with the same edges, or edges that are the same to the eye. */
function mergeAbove(
  { merges, widths }: TableBuilder,
  column: number,
  { span }: Pick<SourceCell, 'span'>,
): FlowCell | undefined {
  const above = merges.get(column);
  if (above?.columnSpan === span) return above;
  const edge = (at: number): number => sumWidths(widths, at);
  const near = (a: number, b: number): boolean =>
    a === b || Math.abs(edge(a) - edge(b)) <= nearEdges;
  for (const cell of merges.values()) {
    if (near(cell.column, column) && near(cell.column + cell.columnSpan, column + span))
      return cell;
  }
  return undefined;
}

/** Where an edge lies; nowhere near another where a width before it is not known. */
function sumWidths(widths: readonly number[], columns: number): number {
  if (columns > widths.length) return Number.NaN;
  return widths.slice(0, columns).reduce((sum, width) => sum + (width || Number.NaN), 0);
}

/** 17.4.22: horizontally merged cells are one cell as wide as all of them. */
function joinHorizontally(row: SourceRow, findings: RowFindings): SourceCell[] {
  const joined: SourceCell[] = [];
  let column = row.before;
  for (const cell of row.cells) {
    const previous = joined.at(-1);
    if (cell.horizontalMerge === 'continue' && previous?.horizontalMerge) {
      previous.span += cell.span;
      cover(findings, column, cell.flow);
    } else joined.push(cell);
    column += cell.span;
  }
  return joined;
}

function cover(findings: RowFindings, column: number, flow: Flow): void {
  const text = flowText(flow.items);
  if (text !== '') findings.covered.push({ column, text });
}

function placeCell(table: FlowTable, cell: SourceCell, column: number): FlowCell {
  const { flow } = cell;
  const placed: FlowCell = {
    row: table.rows,
    column,
    rowSpan: 1,
    columnSpan: cell.span,
    text: cellText(flow),
    page: firstPage(flow.items) ?? cell.page,
    nested: flow.items.filter((item) => item.kind === 'table'),
  };
  table.cells.push(placed);
  return placed;
}
