import { IngestError } from '../../schemas/ingest-error.ts';
import {
  addTable,
  cellText,
  type FlowCell,
  type FlowItem,
  firstPage,
  flowText,
} from '../flow/flow.ts';
import { setWidths } from '../flow/sliver-columns.ts';
import { type Attributes, readInteger } from '../xml/xml-stream.ts';
import type { Closer, Opener } from './elements.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { addLeftover, closeFlow, currentFlow, openFlow, type Story } from './story.ts';
import { beginOnPage } from './text-elements.ts';

/** More columns than this are damage, and would make grids of any size. */
const widest = 1000;
const mostColumns = 10_000;

/** Tables (OpenDocument 1.3 part 3, 9). Groups of rows and columns say nothing of the grid. */
export const tableOpeners: Readonly<Record<string, Opener>> = {
  'table:table': beginTable,
  'table:table-column': (story, attributes) => {
    const open = story.tables.at(-1);
    if (!open) return null;
    const { table, widths } = open;
    const columns = table.columns + readCount(attributes, 'table:number-columns-repeated', widest);
    table.columns = Math.min(widest, columns);
    const name = attributes.get('table:style-name');
    const width = story.setting.styles.get(story.part, 'table-column', name).columnWidth ?? 0;
    while (widths.length < table.columns) widths.push(width);
    return null;
  },
  'table:table-row': beginRow,
  'table:table-cell': (story, attributes) => beginCell(story, attributes, false),
  'table:covered-table-cell': (story, attributes) => beginCell(story, attributes, true),
};

function readCount(attributes: Attributes, name: string, most: number): number {
  return Math.min(most, Math.max(1, readInteger(attributes.get(name)) ?? 1));
}

function beginTable(story: Story, attributes: Attributes): Closer {
  const style = story.setting.styles.get(story.part, 'table', attributes.get('table:style-name'));
  if (story.tables.length === 0 && story.passages.length === 0) {
    beginOnPage(story, style.breaksBefore, style.breaksAfter);
  }
  const open = openTable();
  story.tables.push(open);
  return () => {
    story.tables.pop();
    const table = finish(open);
    if (table.rows * table.columns > story.budget) throw tooLarge(story);
    addTable(currentFlow(story), table);
  };
}

/** Spans that reach below the last row end with it. */
function finish({ table, widths }: OpenTable): OpenTable['table'] {
  for (const cell of table.cells) {
    cell.rowSpan = Math.min(cell.rowSpan, table.rows - cell.row);
    table.columns = Math.max(table.columns, cell.column + cell.columnSpan);
  }
  table.page = table.cells.find((cell) => cell.page !== null)?.page ?? null;
  setWidths(table, widths);
  return table;
}

function beginRow(story: Story, attributes: Attributes): Closer {
  const open = story.tables.at(-1);
  if (!open) return null;
  open.column = 0;
  open.firstCell = open.table.cells.length;
  open.repeated = readCount(attributes, 'table:number-rows-repeated', Number.MAX_SAFE_INTEGER);
  open.rowStart = story.page;
  open.rowEnd = story.page;
  return () => {
    story.page = open.rowEnd;
    endRow(story, open);
  };
}

/** A row said to stand there several times does: its texts are in the source only once. */
function endRow(story: Story, open: OpenTable): void {
  const { table, firstCell, repeated, column } = open;
  const cells = table.cells.slice(firstCell);
  table.rows++;
  spend(story, (repeated - 1) * Math.max(1, column));
  for (let copy = 1; copy < repeated; copy++) {
    for (const cell of cells) place(story, open, { ...cell, row: cell.row + copy, nested: [] });
    table.rows++;
  }
}

function place(story: Story, open: OpenTable, copy: FlowCell): void {
  open.table.cells.push(copy);
  story.generated.push(copy.text);
}

function spend(story: Story, elements: number): void {
  story.budget -= elements;
  if (story.budget < 0) throw tooLarge(story);
}

function tooLarge({ part }: Story): IngestError {
  return new IngestError('archive_too_large', `${part}: a table larger than allowed`);
}

function beginCell(story: Story, attributes: Attributes, covered: boolean): Closer {
  const open = story.tables.at(-1);
  if (!open) return null;
  const repeated = readCount(attributes, 'table:number-columns-repeated', widest);
  const columnSpan = readCount(attributes, 'table:number-columns-spanned', widest);
  // A cell of a repeated row stands in each of them.
  const most = open.repeated > 1 ? 1 : Number.MAX_SAFE_INTEGER;
  const rowSpan = readCount(attributes, 'table:number-rows-spanned', most);
  const { lists, aside } = story;
  // A table in a text box is no part of the paragraph that anchors the box.
  const passages = story.passages.splice(0);
  story.lists = [];
  story.page = open.rowStart;
  openFlow(story);
  return () => {
    const items = closeFlow(story);
    story.lists = lists;
    story.aside = aside;
    story.passages.push(...passages);
    if (story.page !== null) open.rowEnd = Math.max(open.rowEnd ?? 1, story.page);
    if (covered) cover(story, open, items, repeated);
    else
      for (let copy = 0; copy < repeated; copy++) {
        addCell(story, open, items, { columnSpan, rowSpan }, copy > 0);
      }
  };
}

/** What a covered cell holds is not laid out. */
function cover(story: Story, open: OpenTable, items: readonly FlowItem[], repeated: number): void {
  addLeftover(story, flowText(items), 'hidden');
  open.column = Math.min(widest, open.column + repeated);
}

function addCell(
  story: Story,
  open: OpenTable,
  items: readonly FlowItem[],
  spans: Pick<FlowCell, 'rowSpan' | 'columnSpan'>,
  copied: boolean,
): void {
  const { table, coveredTo } = open;
  const row = table.rows;
  // Some writers leave out the cells that a span covers.
  while ((coveredTo[open.column] ?? -1) >= row) open.column++;
  const { column } = open;
  if (column > mostColumns) throw tooLarge(story);
  let columnSpan = 1;
  while (columnSpan < spans.columnSpan && (coveredTo[column + columnSpan] ?? -1) < row)
    columnSpan++;
  for (let at = column; at < column + columnSpan; at++) coveredTo[at] = row + spans.rowSpan - 1;
  const text = cellText({ items: [...items], carried: null });
  if (copied) story.generated.push(text);
  spend(story, 1);
  open.column++;
  table.cells.push({
    row,
    column,
    rowSpan: spans.rowSpan,
    columnSpan,
    text,
    page: firstPage(items) ?? open.rowStart,
    nested: copied ? [] : items.filter((item) => item.kind === 'table'),
  });
}
