import type { Block, Table } from '../../schemas/document.ts';
import type { ListNumber } from './list-counts.ts';

/** A finished paragraph. */
export interface FlowParagraph {
  readonly kind: 'paragraph';
  text: string;
  readonly number: ListNumber | null;
  page: number | null;
}

/** A cell at its place in the grid. */
export interface FlowCell {
  readonly row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly text: string;
  page: number | null;
  readonly nested: readonly FlowTable[];
}

/** A table, before it has its number in the document. */
export interface FlowTable {
  readonly kind: 'table';
  rows: number;
  columns: number;
  /** Of each column, in a unit of the reader's own; left out where the source does not say. */
  columnWidths?: readonly number[];
  readonly cells: FlowCell[];
  page: number | null;
}

export type FlowItem = FlowParagraph | FlowTable;

/** Paragraphs and tables one after another: a body, a cell, a text box, a note. */
export interface Flow {
  readonly items: FlowItem[];
  /** Text before a deleted paragraph mark: it belongs to the next paragraph. */
  carried: { text: string; page: number | null } | null;
}

export function createFlow(): Flow {
  return { items: [], carried: null };
}

export function addParagraph(flow: Flow, paragraph: FlowParagraph): void {
  const before = flow.carried;
  flow.carried = null;
  flow.items.push(
    before
      ? { ...paragraph, text: before.text + paragraph.text, page: before.page ?? paragraph.page }
      : paragraph,
  );
}

export function addTable(flow: Flow, table: FlowTable): void {
  endFlow(flow);
  if (table.cells.length > 0) flow.items.push(table);
}

/** Gives carried text a paragraph of its own where no other follows. */
export function endFlow(flow: Flow): void {
  if (flow.carried) addParagraph(flow, { kind: 'paragraph', text: '', number: null, page: null });
}

function shownText(paragraph: FlowParagraph): string {
  const { number, text } = paragraph;
  if (!number) return text;
  return text === '' ? number.text : number.text + number.separator + text;
}

/** A cell's text: its paragraphs with their numbers; tables inside are tables of their own. */
export function cellText(flow: Flow): string {
  const { items } = flow;
  // A cell ends with a paragraph, so one without text after a nested table is no line.
  const last = items.at(-1);
  const closing =
    last?.kind === 'paragraph' && shownText(last) === '' && items.at(-2)?.kind === 'table';
  return (closing ? items.slice(0, -1) : items)
    .filter((item) => item.kind === 'paragraph')
    .map(shownText)
    .join('\n');
}

/** Everything of a flow as plain text, cells parted by tabs: for what becomes a leftover. */
export function flowText(items: readonly FlowItem[]): string {
  return items
    .map((item) => (item.kind === 'paragraph' ? shownText(item) : tableText(item)))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function tableText(table: FlowTable): string {
  return table.cells
    .map((cell) => [cell.text, flowText(cell.nested)].filter((text) => text !== '').join('\n'))
    .join('\t');
}

/** The first page of a flow's text, or null where it has none. */
export function firstPage(items: readonly FlowItem[]): number | null {
  for (const item of items) if (item.page !== null) return item.page;
  return null;
}

/** Moves everything to later pages: a break before it came to light only after it. */
export function shiftPages(items: readonly FlowItem[], by: number): void {
  for (const item of items) {
    if (item.page !== null) item.page += by;
    if (item.kind === 'paragraph') continue;
    for (const cell of item.cells) {
      if (cell.page !== null) cell.page += by;
      shiftPages(cell.nested, by);
    }
  }
}

/** The blocks of a document: tables numbered in reading order, nested ones after their parent. */
export function toBlocks(items: readonly FlowItem[]): {
  blocks: Block[];
  tableNumbers: ReadonlyMap<FlowTable, number>;
} {
  const blocks: Block[] = [];
  const tableNumbers = new Map<FlowTable, number>();
  const emitTable = (table: FlowTable, parent: Table['parent']): void => {
    const tableNo = tableNumbers.size + 1;
    tableNumbers.set(table, tableNo);
    blocks.push(toTable(table, tableNo, parent));
    for (const { nested, row, column } of table.cells) {
      for (const inner of nested) emitTable(inner, { tableNo, row, column });
    }
  };
  for (const item of items) {
    if (item.kind === 'table') emitTable(item, null);
    else if (item.text.trim() !== '' || item.number) {
      const { text, page } = item;
      blocks.push({ kind: 'paragraph', text, number: item.number?.text ?? null, page });
    }
  }
  return { blocks, tableNumbers };
}

function toTable(table: FlowTable, tableNo: number, parent: Table['parent']): Table {
  const { rows, columns, page } = table;
  const cells = table.cells.map(({ row, column, rowSpan, columnSpan, text, page: cellPage }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    text,
    page: cellPage,
    box: null,
    confidence: 1,
  }));
  const known = table.columnWidths?.length === columns;
  const widths = known ? { columnWidths: [...(table.columnWidths ?? [])] } : {};
  return { kind: 'table', tableNo, rows, columns, ...widths, cells, ragged: false, parent, page };
}
