import { countCharacters } from '../accounting.ts';
import { cellName, mostColumns, mostRows, type Sheet } from './workbook.ts';

/** What a cell holds by how it shows: struck-out text is there, but not meant. */
export interface CellText {
  readonly text: string;
  readonly struck: string;
}

/** A string whose runs may have looks of their own, whatever its cell's are. */
export interface RunText extends CellText {
  readonly hasOwnLooks: boolean;
}

/** Text in a font that is struck out, or not. */
export function cellTextOf(text: string, isStruck: boolean): CellText {
  return isStruck ? { text: '', struck: text } : { text, struck: '' };
}

/** WPS's function that shows a picture kept beside the sheet; its text only names the picture. */
const picture = /^=?(?:_xlfn\.)?DISPIMG\("ID_[0-9A-F]+",\s*\d+\)$/i;

/**
 * Puts what a cell holds where it belongs: text into the sheet, what is struck out or names a
 * picture aside, what lies beyond the end of a sheet aside too. Counts it as the source's.
 */
export function addCell(
  sheet: Sheet,
  counts: Record<string, number>,
  row: number,
  column: number,
  { text, struck }: CellText,
): void {
  countCharacters(text, counts);
  countCharacters(struck, counts);
  const location = cellName(row, column);
  if (struck.trim() !== '') sheet.asides.push({ location, text: struck, reason: 'struck_out' });
  if (text.trim() === '') return;
  if (picture.test(text)) sheet.asides.push({ location, text, reason: 'decoration' });
  else if (row < mostRows && column < mostColumns) sheet.cells.push({ row, column, text });
  else sheet.asides.push({ location, text, reason: 'hidden' });
}
