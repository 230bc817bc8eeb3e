import { type Chunk, type DumpCell, isEmptyCell } from './chunks.ts';
import { type DumpContext, joinsAsContinuation, joinsAsSplitRow } from './row-joins.ts';

/** Rows read from a dump, from one chunk up to the chunk `next`. */
export interface DumpTable {
  readonly rows: readonly (readonly DumpCell[])[];
  /** 0-based rows put together from two TAB-led chunks, by their widths: a guess, if a good one. */
  readonly joinedRows: readonly number[];
  readonly next: number;
}

/**
 * Reads a table of a tab-led dump. The format (an XHTML rendering printed as text) writes a TAB
 * before a cell, a line end after a paragraph, one more after a row, and one more after a table. So
 * an empty line may end a row, or be an empty paragraph inside a cell; row-joins.ts decides.
 *
 * @param endsMarked see marksTableEnds
 * @param start the chunk whose cells are the first row; its lead lines stand before the table
 */
export function readDumpTable(
  chunks: readonly Chunk[],
  start: number,
  endsMarked: boolean,
): DumpTable {
  let row = [...(chunks[start]?.cells ?? [])];
  const rows = [row];
  const joinedRows: number[] = [];
  let next = start + 1;
  for (let chunk = chunks[next]; chunk; chunk = chunks[++next]) {
    const context: DumpContext = { chunks, endsMarked, at: next, rows };
    if (chunk.lead.length > 0) {
      if (!joinsAsContinuation(context)) break;
      continueCell(row, chunk);
    } else if (joinsAsSplitRow(context)) {
      joinedRows.push(rows.length - 1);
      row.push(...chunk.cells);
    } else if (startsNewTable(chunk, rows)) {
      break;
    } else {
      row = [...chunk.cells];
      rows.push(row);
    }
  }
  return { rows, joinedRows, next };
}

/**
 * Word keeps a paragraph between two tables, so at least three empty lines: end of row, end of
 * table, that paragraph. Two are a last cell with an empty paragraph at its end. So may three be,
 * where the row begins with the empty cell of a vertical merge and is as wide as one just before.
 */
function startsNewTable(chunk: Chunk, rows: readonly (readonly DumpCell[])[]): boolean {
  if (chunk.blanksBefore < 3) return false;
  const isLikeBefore = rows.slice(-3).some((row) => row.length === chunk.cells.length);
  return !(isEmptyCell(chunk.cells[0]) && isLikeBefore);
}

/** The empty lines were empty paragraphs: they stay in the cell, as they would in the Word file. */
function continueCell(row: DumpCell[], chunk: Chunk): void {
  const last = row.pop();
  const paragraphs = [
    ...(last?.paragraphs ?? []),
    ...Array.from({ length: chunk.blanksBefore }, () => ''),
    ...chunk.lead.map((line) => line.text),
  ];
  row.push({ page: last?.page ?? null, paragraphs }, ...chunk.cells);
}
