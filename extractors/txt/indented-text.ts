import { type DumpCell, isEmptyCell } from './chunks.ts';

/**
 * Do these rows look like paragraphs indented by a TAB, rather than like a table? So where no row
 * has a second cell (a table of one column reads no worse as text), and where most of the cells
 * are sentences, none is empty, and the rows are not all of one width.
 */
export function isIndentedText(rows: readonly (readonly DumpCell[])[]): boolean {
  if (rows.every((row) => row.length === 1)) return true;
  if (rows.some((row) => row.some(isEmptyCell))) return false;
  const uniform = rows.length > 1 && rows.every((row) => row.length === rows[0]?.length);
  if (uniform) return false;
  const cells = rows.flat();
  return cells.filter(isSentence).length * 2 > cells.length;
}

function isSentence(cell: DumpCell): boolean {
  const text = cell.paragraphs.join('').trim();
  return /[。；！？]$/.test(text) || text.length >= 50;
}
