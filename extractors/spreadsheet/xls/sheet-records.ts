import { IngestError } from '../../../schemas/ingest-error.ts';
import { countCharacters } from '../../accounting.ts';
import { addCell, cellTextOf, type RunText } from '../add-cell.ts';
import { displayText } from '../display-number.ts';
import { headerText } from '../header-text.ts';
import { sheetNumber } from '../sheet-number.ts';
import { mostColumns, positionKey, type Sheet } from '../workbook.ts';
import { readString } from './biff-strings.ts';
import { createNoteRecords } from './note-records.ts';
import { createRecordReader, type RecordReader } from './record-reader.ts';
import { type BiffRecord, recordsFrom, recordTypes } from './records.ts';
import type { SheetSetting } from './sheet-setting.ts';
import type { CellFormat } from './workbook-globals.ts';

interface Place {
  readonly row: number;
  readonly column: number;
  readonly style: CellFormat;
}

const nothing: RunText = { text: '', struck: '', hasOwnLooks: false };
const plain: CellFormat = { format: 'General', sides: 0, struck: false };

/** Reads a sheet's records ([MS-XLS] 2.1.7.20.5), from its BOF to its EOF. */
export function readSheetRecords(
  stream: Uint8Array,
  start: number,
  sheet: Sheet,
  setting: SheetSetting,
): void {
  const zeros = showsZeros(stream, start);
  const notes = createNoteRecords(sheet, setting);
  let awaiting: Place | null = null;
  for (const record of sheetRecords(stream, start)) {
    const reader = createRecordReader(record.parts);
    if (record.type === recordTypes.formula) {
      awaiting = readFormula(reader, sheet, setting, zeros);
    } else if (record.type === recordTypes.string && awaiting) {
      putText(sheet, setting, awaiting, readString(reader, setting.globals.coding, 2));
      awaiting = null;
    } else if (!readCells(record, reader, sheet, setting, zeros)) {
      if (!notes.read(record, reader)) readLayout(record, reader, sheet, setting);
    }
  }
  notes.finish();
}

/**
 * The records of the sheet itself: charts inside are streams of their own, left out.
 *
 * @throws IngestError archive_truncated where the stream breaks off before the sheet's end
 */
function* sheetRecords(stream: Uint8Array, start: number): Generator<BiffRecord, void> {
  let depth = 0;
  for (const record of recordsFrom(stream, start)) {
    if (record.type === recordTypes.begin) depth++;
    else if (record.type === recordTypes.eof) {
      depth--;
      if (depth <= 0) return;
    } else if (depth === 1) yield record;
  }
  throw new IngestError('archive_truncated', 'a sheet breaks off before its end');
}

/** 2.4.346: said after the cells it is about. */
function showsZeros(stream: Uint8Array, start: number): boolean {
  for (const { type, parts } of sheetRecords(stream, start)) {
    if (type === recordTypes.window) return ((parts[0]?.[0] ?? 0xff) & 0x10) !== 0;
  }
  return true;
}

function readPlace(reader: RecordReader, sheet: Sheet, setting: SheetSetting): Place {
  const row = reader.u16();
  const column = reader.u16();
  return placeAt(row, column, reader.u16(), sheet, setting);
}

function placeAt(
  row: number,
  column: number,
  format: number,
  sheet: Sheet,
  { globals }: SheetSetting,
): Place {
  const style = globals.formats[format] ?? plain;
  const inside = Math.min(column, mostColumns - 1);
  if (style.sides !== 0) sheet.borders.set(positionKey(row, inside), style.sides);
  return { row, column: inside, style };
}

function putText(sheet: Sheet, setting: SheetSetting, place: Place, text: string): void {
  putRich(sheet, setting, place, { text, struck: '', hasOwnLooks: false });
}

function putRich(sheet: Sheet, setting: SheetSetting, place: Place, held: RunText): void {
  const { row, column, style } = place;
  const text = displayText(setting.display, style.format, held.text.replace(/\r\n?/g, '\n'));
  const parts =
    style.struck && !held.hasOwnLooks
      ? { text: '', struck: text + held.struck }
      : { ...held, text };
  addCell(sheet, setting.counts, row, column, parts);
}

/** A number counts, and is kept, as it shows. */
function putNumber(
  sheet: Sheet,
  setting: SheetSetting,
  { row, column, style }: Place,
  value: number,
  zeros: boolean,
): void {
  if (value === 0 && !zeros) return;
  const text = sheetNumber(sheet, setting.display, style.format, value);
  addCell(sheet, setting.counts, row, column, cellTextOf(text, style.struck));
}

/** Bytes 0 to 7 of a result that is no number: what it is, and its value (2.5.133). */
function readFormula(
  reader: RecordReader,
  sheet: Sheet,
  setting: SheetSetting,
  zeros: boolean,
): Place | null {
  const place = readPlace(reader, sheet, setting);
  const result = reader.bytes(8);
  if (result[6] !== 0xff || result[7] !== 0xff) {
    const value = new DataView(result.buffer).getFloat64(0, true);
    putNumber(sheet, setting, place, value, zeros);
    return null;
  }
  if (result[0] === 0) return place;
  if (result[0] !== 3) {
    putText(sheet, setting, place, booleanOrError(result[2] ?? 0, result[0] === 2));
  }
  return null;
}

/** @returns whether the record is one of cells */
function readCells(
  { type }: BiffRecord,
  reader: RecordReader,
  sheet: Sheet,
  setting: SheetSetting,
  zeros: boolean,
): boolean {
  const { globals } = setting;
  const place = (): Place => readPlace(reader, sheet, setting);
  switch (type) {
    case recordTypes.number:
      putNumber(sheet, setting, place(), reader.f64(), zeros);
      return true;
    case recordTypes.packedNumber:
      putNumber(sheet, setting, place(), packed(reader.u32()), zeros);
      return true;
    case recordTypes.multipleNumbers: {
      const row = reader.u16();
      for (let column = reader.u16(); reader.left() >= 8; column++) {
        const at = placeAt(row, column, reader.u16(), sheet, setting);
        putNumber(sheet, setting, at, packed(reader.u32()), zeros);
      }
      return true;
    }
    case recordTypes.multipleBlanks: {
      const row = reader.u16();
      for (let column = reader.u16(); reader.left() >= 4; column++) {
        placeAt(row, column, reader.u16(), sheet, setting);
      }
      return true;
    }
    case recordTypes.blank:
      place();
      return true;
    case recordTypes.sharedLabel:
      putRich(sheet, setting, place(), globals.strings[reader.u32()] ?? nothing);
      return true;
    case recordTypes.label:
    case recordTypes.richString:
      putText(sheet, setting, place(), readString(reader, globals.coding, 2));
      return true;
    case recordTypes.booleanOrError: {
      const at = place();
      const value = reader.u8();
      putText(sheet, setting, at, booleanOrError(value, reader.u8() === 1));
      return true;
    }
    default:
      return false;
  }
}

/** 2.5.217: 30 bits of a number or a whole number, perhaps a hundred times as large. */
function packed(bits: number): number {
  let value: number;
  if (bits & 2) value = (bits | 0) >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, (bits & 0xfffffffc) >>> 0, true);
    value = view.getFloat64(0, true);
  }
  return bits & 1 ? value / 100 : value;
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function booleanOrError(value: number, isError: boolean): string {
  if (isError) return errors[value] ?? '#N/A';
  return value ? 'TRUE' : 'FALSE';
}

function readLayout(
  { type }: BiffRecord,
  reader: RecordReader,
  sheet: Sheet,
  { globals, counts }: SheetSetting,
): void {
  if (type === recordTypes.row && reader.left() >= 14) {
    const row = reader.u16();
    reader.skip(10);
    if (reader.u8() & 0x20) sheet.hiddenRows.push({ from: row, to: row });
  } else if (type === recordTypes.columns) {
    const [from, to, width] = [reader.u16(), reader.u16(), reader.u16()];
    reader.skip(2);
    if (from <= to && (width === 0 || reader.u16() & 1)) sheet.hiddenColumns.push({ from, to });
    else if (from <= to) sheet.widths.push({ from, to, width: width / 256 });
  } else if (type === recordTypes.mergeCells) {
    reader.skip(2);
    while (reader.left() >= 8) {
      const [top, bottom, left, right] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()];
      if (top <= bottom && left <= right) sheet.merges.push({ top, left, bottom, right });
    }
  } else if (type === recordTypes.header || type === recordTypes.footer) {
    if (reader.left() === 0) return;
    const text = headerText(readString(reader, globals.coding, globals.coding.unicode ? 2 : 1));
    countCharacters(text, counts);
    if (text === '') return;
    const isHeader = type === recordTypes.header;
    const reason = isHeader ? 'header' : 'footer';
    sheet.asides.push({ location: isHeader ? '页眉' : '页脚', text, reason });
  }
}
