import * as xlsx from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { FormBlock } from './one-form.ts';

/**
 * A workbook of one sheet: every paragraph a row merged over all columns, figures as numbers with
 * the format that shows them as written.
 */
export function sheetFile(
  blocks: readonly FormBlock[],
  bookType: 'xlsx' | 'biff8' | 'ods',
): Uint8Array {
  const sheet: xlsx.WorkSheet = {};
  const merges: xlsx.Range[] = [];
  const columns = Math.max(
    ...blocks.map((block) => (block.kind === 'table' ? block.widths.length : 1)),
  );
  let top = 0;
  const put = (row: number, column: number, rows: number, across: number, text: string): void => {
    const merged = rows > 1 || across > 1;
    const place = xlsx.utils.encode_cell({ r: row, c: column });
    if (text !== '' || merged) sheet[place] = cellOf(text, bookType);
    if (merged) {
      merges.push({ s: { r: row, c: column }, e: { r: row + rows - 1, c: column + across - 1 } });
    }
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      put(top++, 0, 1, columns, block.text);
      continue;
    }
    for (const { row, column, rowSpan, columnSpan, text } of block.cells) {
      put(top + row, column, rowSpan, columnSpan, text);
    }
    top += block.rows;
  }
  sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: top - 1, c: columns - 1 } });
  sheet['!merges'] = merges;
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Sheet1');
  const written = new Uint8Array(xlsx.write(book, { type: 'array', bookType }));
  return bookType === 'ods' ? mimetypeFirst(written) : written;
}

/** OpenDocument wants its type first and stored as it is; the writer puts it in the middle. */
function mimetypeFirst(written: Uint8Array): Uint8Array {
  const { mimetype = new Uint8Array(), ...members } = unzipSync(written);
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...members });
}

function cellOf(text: string, bookType: string): xlsx.CellObject {
  const figure = /^-?([\d,]+)(?:\.(\d+))?(%?)$/.exec(text);
  // The writer gives OpenDocument no formats: a rate would show as a fraction.
  if (!figure || (bookType === 'ods' && /[,%]/.test(text))) return { t: 's', v: text };
  const [, whole = '', decimals = '', percent = ''] = figure;
  const format = `${whole.includes(',') ? '#,##0' : '0'}${decimals && `.${'0'.repeat(decimals.length)}`}${percent}`;
  const number = Number(text.replace(/[,%]/g, ''));
  return { t: 'n', v: percent === '' ? number : number / 100, z: format };
}
