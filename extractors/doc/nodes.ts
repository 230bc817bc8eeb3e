import { IngestError } from '../../schemas/ingest-error.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import { type RowShape, readRowShape } from './row-shape.ts';
import { type DocSource, endsParagraphFormat, paragraphFormatAt } from './source.ts';

/** A paragraph of a part: its text from `start` up to its mark at `mark`. */
export interface ParagraphNode {
  readonly kind: 'paragraph';
  readonly start: number;
  /** The mark's position; that of the part's end where the last paragraph has none. */
  readonly mark: number;
  readonly format: ParagraphFormat;
}

export interface RowNode {
  readonly cells: DocNode[][];
  shape: RowShape | null;
  /** Where the mark that ends the row stands. */
  mark: number | null;
}

export interface TableNode {
  readonly kind: 'table';
  readonly rows: RowNode[];
}

export type DocNode = ParagraphNode | TableNode;

/** A table being put together. */
interface OpenTable {
  readonly table: TableNode;
  row: RowNode | null;
  cell: DocNode[] | null;
}

const cellMark = 0x07;
const pageMark = 0x0c;
const paragraphMark = 0x0d;

/**
 * The paragraphs and tables of a stretch of text. Word's text is flat: each paragraph says how many
 * tables it is inside of, and its mark whether it ends a cell or a row ([MS-DOC] 2.4.3).
 *
 * @param sections positions at which sections begin
 * @throws IngestError document_too_deep, archive_too_large
 */
export function buildNodes(
  source: DocSource,
  start: number,
  end: number,
  sections: ReadonlySet<number> = new Set(),
): DocNode[] {
  const nodes: DocNode[] = [];
  const tables: OpenTable[] = [];
  const budget = { left: source.limits.elements };
  for (const paragraph of splitParagraphs(source, start, end, sections)) {
    const depth = depthOf(paragraph.format, source.limits.depth);
    while (tables.length > depth) closeTable(tables);
    while (tables.length < depth) {
      spend(budget, tableCost);
      const table: TableNode = { kind: 'table', rows: [] };
      cellOf(tables, nodes).push(table);
      tables.push({ table, row: null, cell: null });
    }
    spend(budget, 1);
    placeParagraph(source, paragraph, tables, nodes);
  }
  while (tables.length > 0) closeTable(tables);
  return nodes;
}

function* splitParagraphs(
  source: DocSource,
  start: number,
  end: number,
  sections: ReadonlySet<number>,
): Generator<ParagraphNode, void> {
  const { text } = source.text;
  let from = start;
  for (let at = start; at < end; at++) {
    const character = text.charCodeAt(at);
    const ends =
      character === paragraphMark ||
      character === cellMark ||
      (character === pageMark && (sections.has(at + 1) || endsParagraphFormat(source, at)));
    if (!ends) continue;
    yield { kind: 'paragraph', start: from, mark: at, format: paragraphFormatAt(source, at) };
    from = at + 1;
  }
  if (from >= end) return;
  const format = paragraphFormatAt(source, end - 1);
  yield { kind: 'paragraph', start: from, mark: end, format };
}

function depthOf(format: ParagraphFormat, most: number): number {
  if (!format.inTable && !format.endsRow) return 0;
  if (format.depth > most) {
    throw new IngestError('document_too_deep', `tables nested ${format.depth} deep`);
  }
  return Math.max(1, format.depth);
}

/** A table counts for so many elements: one character may ask for as many tables as are allowed. */
const tableCost = 20;

function spend(budget: { left: number }, cost: number): void {
  budget.left -= cost;
  if (budget.left < 0) throw new IngestError('archive_too_large', 'too many paragraphs and tables');
}

/** Where what comes next goes: the innermost cell, opened where none is, or the part itself. */
function cellOf(tables: readonly OpenTable[], nodes: DocNode[]): DocNode[] {
  const open = tables.at(-1);
  if (!open) return nodes;
  open.row ??= { cells: [], shape: null, mark: null };
  open.cell ??= [];
  return open.cell;
}

function placeParagraph(
  source: DocSource,
  paragraph: ParagraphNode,
  tables: readonly OpenTable[],
  nodes: DocNode[],
): void {
  const { format, mark } = paragraph;
  const open = tables.at(-1);
  const isCellMark = source.text.text.charCodeAt(mark) === cellMark;
  const outermost = tables.length === 1;
  const endsRow = format.endsRow || (!outermost && format.endsInnerRow);
  if (open && endsRow) {
    if (paragraph.start < mark) cellOf(tables, nodes).push(paragraph);
    endCell(open);
    endRow(open, readRowShape(format.rowSprms), mark);
    return;
  }
  cellOf(tables, nodes).push(paragraph);
  if (open && (isCellMark || (!outermost && format.endsInnerCell))) endCell(open);
}

function endCell(open: OpenTable): void {
  if (open.cell) open.row?.cells.push(open.cell);
  open.cell = null;
}

function endRow(open: OpenTable, shape: RowShape | null, mark: number | null): void {
  if (!open.row) return;
  open.row.shape = shape;
  open.row.mark = mark;
  open.table.rows.push(open.row);
  open.row = null;
}

/** A row whose end is missing ends with its table. */
function closeTable(tables: OpenTable[]): void {
  const open = tables.pop();
  if (!open) return;
  endCell(open);
  endRow(open, null, null);
}
