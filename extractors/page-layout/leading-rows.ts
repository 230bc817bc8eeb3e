import type { Box } from '../../schemas/document.ts';
import { cellText } from '../table-grid/cell-text.ts';
import { type Chunk, chunksOf, isFigure } from '../table-grid/text-chunks.ts';
import { placeTable } from './page-tables.ts';
import type { PageItems, PlacedLine, PlacedTable } from './placed.ts';

/** How far text may reach over a column's edge, in points; at the table's sides, farther. */
const overhang = 2;
const overSide = 14;

/** Lines at a page's top that are rows of an unruled table, and they as one. */
export interface LeadingRows {
  readonly table: PlacedTable;
  readonly lines: readonly PlacedLine[];
}

/**
 * The last rows of a table that only alignment shows: a row or two alone on the next page are none,
 * but in the columns of the table that ended the page before. Each has a figure.
 */
export function leadingRows(table: PlacedTable, page: PageItems): LeadingRows | undefined {
  if (table.ruled || table.xs.length < 3) return undefined;
  const lines: PlacedLine[] = [];
  const rows: Map<number, Chunk>[] = [];
  for (const item of page.items) {
    const row = item.kind === 'line' ? rowOf(table.xs, chunksOf(item.line)) : undefined;
    if (!row || item.kind !== 'line') break;
    lines.push(item);
    rows.push(row);
  }
  return rows.length === 0 ? undefined : { table: placeRows(table.xs, lines, rows, page), lines };
}

/** A line's texts by column, where each stands in one of its own. */
function rowOf(xs: readonly number[], chunks: readonly Chunk[]): Map<number, Chunk> | undefined {
  if (chunks.length < 2 || !chunks.some(isFigure)) return undefined;
  const row = new Map<number, Chunk>();
  for (const chunk of chunks) {
    const column = columnOf(xs, chunk);
    if (column === undefined || row.has(column)) return undefined;
    row.set(column, chunk);
  }
  return row;
}

function columnOf(xs: readonly number[], { x0, x1 }: Chunk): number | undefined {
  const last = xs.length - 2;
  for (let column = 0; column <= last; column++) {
    const from = (xs[column] ?? 0) - (column === 0 ? overSide : overhang);
    const to = (xs[column + 1] ?? 0) + (column === last ? overSide : overhang);
    if (x0 >= from && x1 <= to) return column;
  }
  return undefined;
}

function placeRows(
  xs: readonly number[],
  lines: readonly PlacedLine[],
  rows: readonly Map<number, Chunk>[],
  { page }: PageItems,
): PlacedTable {
  const tops = lines.map(({ line }) => line.y0);
  const bottom = Math.max(...lines.map(({ line }) => line.y1));
  const ys = [...tops, bottom];
  const boxOf = (row: number, column: number): Box => ({
    x0: xs[column] ?? 0,
    x1: xs[column + 1] ?? 0,
    y0: ys[row] ?? 0,
    y1: ys[row + 1] ?? bottom,
  });
  const cells = rows.flatMap((_, row) =>
    xs.slice(1).map((__, column) => {
      return { row, column, rowSpan: 1, columnSpan: 1, box: boxOf(row, column) };
    }),
  );
  const texts = cells.map(({ row, column, box }) =>
    cellText(rows[row]?.get(column)?.glyphs ?? [], box),
  );
  const box = { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys[0] ?? 0, y1: bottom };
  return placeTable({ box, xs, ys, cells }, texts, page, 'aligned');
}
