import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { Grid } from './grid.ts';

/** A workbook with a table on each sheet, from its first cell on. */
export function writeWorkbook(tables: readonly Grid[]): Uint8Array {
  const book = utils.book_new();
  for (const [index, table] of tables.entries()) {
    utils.book_append_sheet(book, sheetOf(table), `表${index + 1}`);
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer);
}

function sheetOf(table: Grid): WorkSheet {
  const sheet: WorkSheet = {};
  const last = { r: 0, c: 0 };
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  for (const { row, column, rowSpan, columnSpan, text } of table) {
    const end = { r: row + rowSpan - 1, c: column + columnSpan - 1 };
    last.r = Math.max(last.r, end.r);
    last.c = Math.max(last.c, end.c);
    if (rowSpan > 1 || columnSpan > 1) merges.push({ s: { r: row, c: column }, e: end });
    if (text === '') continue;
    // A number is a number where it prints as it is written; else the text itself.
    const isNumber = String(Number(text)) === text;
    sheet[utils.encode_cell({ r: row, c: column })] = isNumber
      ? { t: 'n', v: Number(text) }
      : { t: 's', v: text };
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  sheet['!merges'] = merges;
  return sheet;
}
