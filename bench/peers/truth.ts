import type { Block, Content, Inline, Table, TableCell } from '../../samples/generator/blocks.ts';
import type { Grid, GridCell } from './grid.ts';

/** What a file holds: the model it was written from. */
export interface Truth {
  /** In reading order; a nested table follows its parent. */
  readonly tables: readonly Grid[];
  /** All text outside tables. */
  readonly prose: string;
}

export function truthOf(blocks: readonly Block[]): Truth {
  const tables = blocks.filter((block) => block.kind === 'table');
  const prose = blocks
    .filter((block) => block.kind === 'paragraph')
    .map(({ content }) => visibleText(content));
  return { tables: tables.flatMap(gridsOf), prose: prose.join('\n') };
}

function gridsOf(table: Table): Grid[] {
  const cells: GridCell[] = [];
  const nested: Grid[] = [];
  // By column: the index of the cell that goes on below.
  const open = new Map<number, number>();
  for (const [row, { cells: written }] of table.rows.entries()) {
    let column = 0;
    for (const cell of written) {
      place(cell, row, column, cells, open);
      if (cell.nested) nested.push(...gridsOf(cell.nested));
      column += cell.span;
    }
  }
  return [cells, ...nested];
}

function place(
  { span, merge, content }: TableCell,
  row: number,
  column: number,
  cells: GridCell[],
  open: Map<number, number>,
): void {
  const index = open.get(column);
  const above = index === undefined ? undefined : cells[index];
  if (merge === 'continue' && index !== undefined && above) {
    cells[index] = { ...above, rowSpan: row - above.row + 1 };
    return;
  }
  if (merge === 'start') open.set(column, cells.length);
  else open.delete(column);
  cells.push({ row, column, rowSpan: 1, columnSpan: span, text: visibleText(content) });
}

/** What a reader sees; notes and boxes that float beside the text are none of it. */
function visibleText(content: Content): string {
  return typeof content === 'string' ? content : content.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return inline.kind === 'inserted' || inline.kind === 'control' ? inline.text : '';
}
