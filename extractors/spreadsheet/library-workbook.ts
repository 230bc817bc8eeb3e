import type { CellObject, WorkSheet } from '@e965/xlsx';
import { IngestError } from '../../schemas/ingest-error.ts';
import { countCharacters } from '../accounting.ts';
import type { Limits } from '../extractor.ts';
import { openZip } from '../zip-container.ts';
import { addCell } from './add-cell.ts';
import { createNumberDisplay, displayText, type NumberDisplay } from './display-number.ts';
import { sheetNumber } from './sheet-number.ts';
import { cellName, createSheet, type Sheet, type Workbook } from './workbook.ts';

/**
 * Reads the rare kinds through SheetJS: Excel's binary package (.xlsb) and workbooks older than
 * Excel 5.0. These have no lines to read: the library does not give them. Characters are counted
 * over the library's cells.
 *
 * @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete
 */
export async function readByLibrary(
  bytes: Uint8Array,
  kind: 'xlsb' | 'records',
  limits: Limits,
  counts: Record<string, number>,
): Promise<Workbook> {
  if (kind === 'xlsb') await checkPackage(bytes, limits);
  const xlsx = await import('@e965/xlsx');
  // Old code pages are tables of their own.
  xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = parse(() =>
    xlsx.read(bytes, {
      type: 'array',
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellFormula: false,
      dense: true,
      codepage: 936,
    }),
  );
  if (book.SheetNames.length > limits.pages) {
    throw new IngestError('archive_too_large', `${book.SheetNames.length} sheets`);
  }
  const display = createNumberDisplay();
  display.date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = createSheet(name);
    countCharacters(name, counts);
    sheet.hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const source = book.Sheets[name];
    if (source) fillSheet(sheet, source, display, counts);
    return sheet;
  });
  return { sheets, modifiedAt: null, notices: [], attachments: [] };
}

/** The library inflates by itself: every member is inflated within the limits first. */
async function checkPackage(bytes: Uint8Array, limits: Limits): Promise<void> {
  const zip = await openZip(bytes, limits);
  for (const name of zip.names) zip.read(name);
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const code = /password|encrypt/i.test(what) ? 'encrypted' : 'document_incomplete';
    throw new IngestError(code, `workbook: ${what}`, { cause });
  }
}

function fillSheet(
  sheet: Sheet,
  source: WorkSheet,
  display: NumberDisplay,
  counts: Record<string, number>,
): void {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = source['!data'] ?? [];
  // forEach passes over what is not there, however far the next row is.
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell) readCell(sheet, r, c, cell, display, counts);
    });
  });
  for (const { s, e } of source['!merges'] ?? []) {
    sheet.merges.push({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
  source['!rows']?.forEach((row, index) => {
    if (row?.hidden) sheet.hiddenRows.push({ from: index, to: index });
  });
  source['!cols']?.forEach((column, index) => {
    const span = { from: index, to: index };
    if (column?.hidden) sheet.hiddenColumns.push(span);
    else if (column?.width) sheet.widths.push({ ...span, width: column.width });
  });
}

function readCell(
  sheet: Sheet,
  row: number,
  column: number,
  cell: CellObject,
  display: NumberDisplay,
  counts: Record<string, number>,
): void {
  addCell(sheet, counts, row, column, { text: cellText(sheet, cell, display), struck: '' });
  for (const { t } of cell.c ?? []) {
    countCharacters(t, counts);
    const location = cellName(row, column);
    if (t.trim() !== '') sheet.asides.push({ location, text: t, reason: 'comment' });
  }
}

function cellText(sheet: Sheet, cell: CellObject, display: NumberDisplay): string {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (typeof cell.v === 'number' && cell.t === 'n')
    return sheetNumber(sheet, display, format, cell.v);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'string') {
    return displayText(display, format, cell.v.replace(/\r\n?/g, '\n'));
  }
  return cell.w ?? '';
}
