import { IngestError } from '../../../schemas/ingest-error.ts';
import { createScriptedLine, type Script } from '../../flow/script-digits.ts';
import type { RunText } from '../add-cell.ts';
import { builtinFormat } from '../builtin-formats.ts';
import { side } from '../workbook.ts';
import { readRich, readString, type StringCoding, type StringRun } from './biff-strings.ts';
import { createRecordReader, type RecordReader } from './record-reader.ts';
import { type BiffRecord, recordsFrom, recordTypes } from './records.ts';

/** What a cell's XF record says of how it shows. */
export interface CellFormat {
  readonly format: string;
  readonly sides: number;
  /** Its text is struck out. */
  readonly struck: boolean;
}

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin. */
  readonly at: number;
}

/** The globals of a workbook ([MS-XLS] 2.1.7.20.3). */
export interface WorkbookGlobals {
  readonly coding: StringCoding;
  readonly date1904: boolean;
  readonly strings: readonly RunText[];
  readonly formats: readonly CellFormat[];
  readonly sheets: readonly ListedSheet[];
}

/** @throws IngestError encrypted, document_incomplete */
export function readGlobals(stream: Uint8Array): WorkbookGlobals {
  let coding: StringCoding = { unicode: true, codePage: 1200 };
  let date1904 = false;
  let strings: RichString[] = [];
  const fonts: Font[] = [];
  const codes = new Map<number, string>();
  const formats: SourceFormat[] = [];
  const sheets: ListedSheet[] = [];
  for (const record of recordsFrom(stream, 0)) {
    const reader = createRecordReader(record.parts);
    if (record.type === recordTypes.eof) break;
    switch (record.type) {
      case recordTypes.begin:
        coding = { ...coding, unicode: reader.u16() >= 0x600 };
        break;
      case recordTypes.filePass:
        throw new IngestError('encrypted', 'the workbook opens with a password only');
      case recordTypes.codePage:
        coding = { ...coding, codePage: reader.u16() };
        break;
      case recordTypes.date1904:
        date1904 = reader.u16() === 1;
        break;
      case recordTypes.font:
        fonts.push(readFont(reader));
        break;
      case recordTypes.sharedStrings:
        strings = readSharedStrings(reader);
        break;
      case recordTypes.numberFormat:
        codes.set(reader.u16(), readString(reader, coding, coding.unicode ? 2 : 1));
        break;
      case recordTypes.cellFormat:
        formats.push(readFormat(record, coding));
        break;
      case recordTypes.boundSheet:
        sheets.push(readListed(reader, coding));
        break;
    }
  }
  // 2.5.129: font 4 is left out of the count.
  const fontOf = (font: number): Font => fonts[font > 4 ? font - 1 : font] ?? plainFont;
  return {
    coding,
    date1904,
    strings: strings.map((string) => partRuns(string, fontOf)),
    sheets,
    formats: formats.map(({ id, sides, font }) => ({
      struck: fontOf(font).struck,
      format: codes.get(id) ?? builtinFormat(id),
      sides,
    })),
  };
}

/** 2.4.265: the count is a claim; what is there ends the list. */
function readSharedStrings(reader: RecordReader): RichString[] {
  reader.skip(4);
  const count = reader.u32();
  const strings: RichString[] = [];
  while (strings.length < count && reader.left() >= 3) {
    strings.push(readRich(reader, reader.u16()));
  }
  return strings;
}

interface RichString {
  readonly text: string;
  readonly runs: readonly StringRun[];
}

/** What a font does to its text ([MS-XLS] 2.4.122). */
interface Font {
  readonly struck: boolean;
  readonly script: Script | null;
}

const plainFont: Font = { struck: false, script: null };

function readFont(reader: RecordReader): Font {
  reader.skip(2);
  const struck = (reader.u16() & 8) !== 0;
  reader.skip(4);
  const script = reader.u16();
  return { struck, script: script === 1 ? 'superscript' : script === 2 ? 'subscript' : null };
}

/** Text before the first run is in the font of its cell. */
function partRuns({ text, runs }: RichString, fontOf: (font: number) => Font): RunText {
  const hasOwnLooks = runs.length > 0;
  const line = createScriptedLine();
  const parts = { text: line.place(text.slice(0, runs[0]?.from), null), struck: '', hasOwnLooks };
  runs.forEach(({ from, font }, index) => {
    const part = text.slice(from, runs[index + 1]?.from);
    const { struck, script } = fontOf(font);
    if (struck) parts.struck += part;
    else parts.text += line.place(part, script);
  });
  return parts;
}

function readListed(reader: RecordReader, coding: StringCoding): ListedSheet {
  const at = reader.u32();
  const hidden = (reader.u8() & 3) !== 0;
  reader.skip(1);
  return { at, hidden, name: readString(reader, coding, 1) };
}

/** 2.4.353; before BIFF8 the record is shorter and its lines stand elsewhere. */
interface SourceFormat {
  readonly id: number;
  readonly font: number;
  readonly sides: number;
}

function readFormat(record: BiffRecord, { unicode }: StringCoding): SourceFormat {
  const [data] = record.parts;
  const at = (index: number): number => data?.[index] ?? 0;
  const id = at(2) | (at(3) << 8);
  const lines = unicode
    ? { left: at(10) & 15, right: at(10) >> 4, top: at(11) & 15, bottom: at(11) >> 4 }
    : {
        bottom: ((at(10) | (at(11) << 8)) >> 6) & 7,
        top: at(12) & 7,
        left: (at(12) >> 3) & 7,
        right: ((at(12) | (at(13) << 8)) >> 6) & 7,
      };
  const sides =
    (lines.left ? side.left : 0) |
    (lines.right ? side.right : 0) |
    (lines.top ? side.top : 0) |
    (lines.bottom ? side.bottom : 0);
  return { id, font: at(0) | (at(1) << 8), sides };
}
