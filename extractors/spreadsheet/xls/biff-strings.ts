import type { RecordReader } from './record-reader.ts';

/** How the strings of one workbook are written. */
export interface StringCoding {
  /** BIFF8: Unicode with a byte of flags; before, bytes of a code page. */
  readonly unicode: boolean;
  /** Number of the code page ([MS-XLS] 2.4.52). */
  readonly codePage: number;
}

/** A string with its length in one byte, or two. */
export function readString(reader: RecordReader, coding: StringCoding, lengthBytes: 1 | 2): string {
  const length = lengthBytes === 1 ? reader.u8() : reader.u16();
  if (!coding.unicode) return decodeBytes(reader.bytes(length), coding.codePage);
  return length === 0 && reader.left() === 0 ? '' : readUnicode(reader, length);
}

/** A run of a string in a font of its own, up to the next (2.5.129). */
export interface StringRun {
  readonly from: number;
  readonly font: number;
}

/** A string of the shared table (2.5.293), without the readings of its characters. */
export function readUnicode(reader: RecordReader, length: number): string {
  return readRich(reader, length).text;
}

/** As readUnicode, with the runs of the string. */
export function readRich(
  reader: RecordReader,
  length: number,
): { text: string; runs: readonly StringRun[] } {
  const flags = reader.u8();
  const count = flags & 8 ? reader.u16() : 0;
  const extra = flags & 4 ? reader.u32() : 0;
  const text = reader.characters(length, (flags & 1) === 1);
  const runs: StringRun[] = [];
  // Writers that state a length beyond the record's end mean "to its end".
  while (runs.length < count && reader.left() >= 4) {
    runs.push({ from: reader.u16(), font: reader.u16() });
  }
  reader.skip(Math.min(extra, reader.left()));
  return { text, runs };
}

const encodings: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10008, 'gb18030'],
  [32768, 'macintosh'],
  [32769, 'windows-1252'],
  [65001, 'utf-8'],
]);

/**
 * Bytes of a code page as text. Programs that know no code pages claim the Western one and write
 * that of their machine: what reads as Chinese is Chinese.
 */
function decodeBytes(bytes: Uint8Array, codePage: number): string {
  const encoding = encodings.get(codePage) ?? 'gb18030';
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  const chinese = bytes.some((byte) => byte > 0x80) ? decodeStrict(bytes) : null;
  const isChinese =
    chinese !== null && /^[\p{Script=Han}\p{P}\p{S}\s\x20-\x7e\uff01-\uff5e]+$/u.test(chinese);
  return isChinese ? chinese : new TextDecoder('windows-1252').decode(bytes);
}

function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
