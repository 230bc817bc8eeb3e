import { describe, expect, test } from 'vitest';
import { readString, readUnicode } from '../../../extractors/spreadsheet/xls/biff-strings.ts';
import { createRecordReader } from '../../../extractors/spreadsheet/xls/record-reader.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const bytes = (...values: readonly number[]): Buffer => Buffer.from(values);

describe('a string of a workbook', () => {
  test('goes on in the next record, in characters of another width', () => {
    const reader = createRecordReader([
      Buffer.concat([bytes(1), wide('项目')]),
      Buffer.concat([bytes(0), Buffer.from('abc')]),
      Buffer.concat([bytes(1), wide('资金'), bytes(9)]),
    ]);
    expect(readUnicode(reader, 7)).toBe('项目abc资金');
    expect(reader.u8()).toBe(9);
  });

  test('is read without its runs and readings, which may reach into the next record', () => {
    const reader = createRecordReader([
      Buffer.concat([bytes(1 | 4 | 8, 2, 0, 6, 0, 0, 0), wide('年'), bytes(1, 2, 3, 4)]),
      bytes(5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 77),
    ]);
    expect(readUnicode(reader, 1)).toBe('年');
    expect(reader.u8()).toBe(77);
  });

  test('that ends with its record begins the next without a byte of flags', () => {
    const reader = createRecordReader([
      Buffer.concat([bytes(1, 0, 1), wide('甲')]),
      Buffer.concat([bytes(1, 0, 1), wide('乙')]),
    ]);
    expect(readUnicode(reader, reader.u16())).toBe('甲');
    expect(readUnicode(reader, reader.u16())).toBe('乙');
  });

  test('cut off fails', () => {
    const reader = createRecordReader([Buffer.concat([bytes(1), wide('甲')])]);
    expect(() => readUnicode(reader, 5)).toThrow(
      expect.objectContaining({ code: 'document_incomplete' }),
    );
  });

  test('before Unicode is of a code page, or of the one that was meant', () => {
    const gbk = bytes(4, 0xcf, 0xee, 0xc4, 0xbf);
    const read = (data: Buffer, codePage: number): string =>
      readString(createRecordReader([data]), { unicode: false, codePage }, 1);
    expect(read(gbk, 936)).toBe('项目');
    expect(read(gbk, 1252)).toBe('项目');
    expect(read(bytes(4, 0x63, 0x61, 0x66, 0xe9), 1252)).toBe('café');
  });
});
