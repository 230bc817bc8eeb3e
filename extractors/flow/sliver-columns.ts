import type { FlowTable } from './flow.ts';

/** Edges no farther apart than this are one to the eye, in twips: a third of a millimetre. */
export const nearEdges = 20;

/**
 * Keeps the widths of a table's columns, in twips, where all are known, and takes out slivers.
 *
 * @param widths 0 where one is not said
 */
export function setWidths(table: FlowTable, widths: readonly number[]): void {
  if (widths.length !== table.columns || widths.some((width) => width <= 0)) return;
  table.columnWidths = widths;
  dropSlivers(table, widths);
}

/**
 * Takes out the columns that lie between edges which are one to the eye: rows were dragged, or
 * their widths rounded. A column stays where a cell lies in such columns alone, since then the
 * widths are not what is drawn, and where all columns together would be as narrow.
 */
function dropSlivers(table: FlowTable, widths: readonly number[]): void {
  const { columns, cells } = table;
  const kept = keptColumns(widths);
  for (const { column, columnSpan } of cells) {
    if (!kept.slice(column, column + columnSpan).includes(true))
      kept.fill(true, column, column + 1);
  }
  if (!kept.includes(false)) return;
  const places = [0];
  for (const keep of kept) places.push((places.at(-1) ?? 0) + (keep ? 1 : 0));
  const at = (edge: number): number => places[Math.min(edge, columns)] ?? 0;
  for (const cell of cells) {
    const to = at(cell.column + cell.columnSpan);
    cell.column = at(cell.column);
    cell.columnSpan = Math.max(1, to - cell.column);
  }
  table.columns = at(columns);
  table.columnWidths = widths.filter((_, index) => kept[index]);
}

/** Slivers side by side are dropped only while together they are still one edge. */
function keptColumns(widths: readonly number[]): boolean[] {
  let dropped = 0;
  const kept = widths.map((width) => {
    dropped = dropped + width <= nearEdges ? dropped + width : 0;
    return dropped === 0;
  });
  return kept.includes(true) ? kept : kept.fill(true);
}
