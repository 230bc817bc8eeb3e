import type { Block, Table } from '../../schemas/document.ts';
import { toParagraphs } from './paragraphs.ts';
import type { PageItems, PlacedLine, PlacedTable } from './placed.ts';
import type { TextArea } from './text-area.ts';

/** Items of all pages as blocks, tables numbered in reading order, nested ones after their parent. */
export function toBlocks(
  pages: readonly PageItems[],
  areaFor: (page: number, region: number) => TextArea,
): { blocks: Block[]; tableNumbers: ReadonlyMap<PlacedTable, number> } {
  const blocks: Block[] = [];
  const tableNumbers = new Map<PlacedTable, number>();
  let lines: PlacedLine[] = [];
  const closeLines = (): void => {
    blocks.push(...toParagraphs(lines, areaFor));
    lines = [];
  };
  const emitTable = (table: PlacedTable, parent: Table['parent']): void => {
    const tableNo = tableNumbers.size + 1;
    tableNumbers.set(table, tableNo);
    blocks.push(toTable(table, tableNo, parent));
    for (const { nested, row, column } of table.cells) {
      for (const inner of nested) emitTable(inner, { tableNo, row, column });
    }
  };
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind === 'line') {
      lines.push(item);
      continue;
    }
    closeLines();
    if (isFrame(item)) blocks.push(...frameText(item));
    else emitTable(item, null);
  }
  closeLines();
  return { blocks, tableNumbers };
}

/** A frame around text is no table. */
/** How sure a figure is that was put together from two lines, or may want to be: a person looks. */
const putTogether = 0.7;

function isFrame({ cells }: PlacedTable): boolean {
  return cells.length === 1 && cells[0]?.nested.length === 0;
}

function frameText({ cells }: PlacedTable): Block[] {
  return cells
    .flatMap(({ text, page }) => text.split('\n').map((line) => ({ text: line, page })))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, page }) => ({ kind: 'paragraph', text, number: null, page }));
}

function toTable(table: PlacedTable, tableNo: number, parent: Table['parent']): Table {
  const { rows, xs, page } = table;
  const cells = table.cells
    .map(({ row, column, rowSpan, columnSpan, text, page: cellPage, ...cell }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      page: cellPage,
      box: { x0: cell.box.x0, y0: cell.box.y0, x1: cell.box.x1, y1: cell.box.y1 },
      confidence:
        cell.brokenFigures.length > 0 ? Math.min(cell.confidence, putTogether) : cell.confidence,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const columns = Math.max(0, xs.length - 1);
  return { kind: 'table', tableNo, rows, columns, cells, ragged: false, parent, page };
}
