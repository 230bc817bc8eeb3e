import { countCharacters } from '../../accounting.ts';
import { cellName, mostColumns, type Sheet } from '../workbook.ts';
import { readString, readUnicode } from './biff-strings.ts';
import { createRecordReader, type RecordReader } from './record-reader.ts';
import { type BiffRecord, recordTypes } from './records.ts';
import type { SheetSetting } from './sheet-setting.ts';

/** Follows the records of drawn objects: text boxes, and comments, whose text is a box too. */
export interface NoteRecords {
  /** @returns whether the record is one of these */
  read(record: BiffRecord, reader: RecordReader): boolean;
  finish(): void;
}

interface DrawnText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function createNoteRecords(
  sheet: Sheet,
  { globals, counts }: Pick<SheetSetting, 'globals' | 'counts'>,
): NoteRecords {
  const texts = new Map<number, DrawnText>();
  const notes = new Map<number, string>();
  let anchor = { row: 0, column: 0 };
  let object = 0;
  const readNote = (reader: RecordReader): void => {
    const [row, column] = [reader.u16(), reader.u16()];
    if (globals.coding.unicode) {
      reader.skip(2);
      notes.set(reader.u16(), cellName(row, column));
      return;
    }
    const text = readString(reader, globals.coding, 2);
    countCharacters(text, counts);
    sheet.asides.push({ location: cellName(row, column), text, reason: 'comment' });
  };
  return {
    read({ type, parts }, reader) {
      if (type === recordTypes.drawing) anchor = findAnchor(parts) ?? anchor;
      // [MS-XLS] 2.4.181: the first field of an object's record names its kind and number.
      else if (type === recordTypes.object && globals.coding.unicode && reader.left() >= 8) {
        reader.skip(6);
        object = reader.u16();
      } else if (type === recordTypes.textObject && globals.coding.unicode) {
        const text = readBoxText(parts);
        countCharacters(text, counts);
        texts.set(object, { ...anchor, text });
      } else if (type === recordTypes.note) readNote(reader);
      else return false;
      return true;
    },
    finish() {
      for (const [id, { row, column, text }] of texts) {
        const location = notes.get(id);
        if (location) sheet.asides.push({ location, text, reason: 'comment' });
        else if (text.trim() !== '') sheet.shapes.push({ row, column, text: text.trim() });
      }
    },
  };
}

/** 2.4.329: the text follows in the first record that continues the box's own. */
function readBoxText([own, ...parts]: readonly Uint8Array[]): string {
  const length = (own?.[10] ?? 0) | ((own?.[11] ?? 0) << 8);
  if (length === 0 || parts.length === 0) return '';
  return readUnicode(createRecordReader(parts), length).replace(/\r\n?/g, '\n');
}

/** The cell at the top left of the last shape of a drawing record ([MS-ODRAW], 2.5.193 of [MS-XLS]). */
function findAnchor(parts: readonly Uint8Array[]): { row: number; column: number } | null {
  const bytes = Buffer.concat(parts);
  const at = bytes.lastIndexOf(Buffer.from([0x10, 0xf0, 0x12, 0, 0, 0]));
  if (at < 0 || at + 24 > bytes.length) return null;
  const column = Math.min(bytes.readUInt16LE(at + 8), mostColumns - 1);
  return { column, row: bytes.readUInt16LE(at + 12) };
}
