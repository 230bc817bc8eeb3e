import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, looksLikeText } from '../../extractors/text-encoding.ts';
import { read } from './txt/read.ts';

const simplified = '2024年度部门整体支出绩效自评表\n一、预算单位基本情况：株洲市渌口区，≥90%。\n';
const traditional =
  '部門整體支出績效自評表\n一、預算單位基本情況，本單位年度項目支出共三十六萬元。\n';

describe('the encoding of a text', () => {
  test.each([
    ['utf-8', Buffer.from(simplified)],
    ['utf-8', Buffer.from(`\ufeff${simplified}`)],
    ['utf-8', Buffer.from('plain ASCII\n')],
    ['utf-16le', iconv.encode(simplified, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(simplified, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(simplified, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(simplified, 'utf-16be', { addBOM: false })],
    ['gb18030', iconv.encode(simplified, 'gbk')],
    ['gb18030', iconv.encode('㎡㐀𠀀绩效自评表，单位基本情况说明。'.repeat(9), 'gb18030')],
    ['gb18030', iconv.encode('　\n', 'gbk')],
    ['big5', iconv.encode(traditional, 'big5')],
  ])('%s is found and read without loss', (encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded?.encoding).toBe(encoding);
    expect(decoded?.replaced).toBe(0);
    expect(iconv.decode(Buffer.from(bytes), encoding)).toBe(decoded?.text);
  });

  test('the mark of UTF-8 is not believed before text in another encoding', () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const bytes = Buffer.concat([mark, iconv.encode(simplified, 'gbk')]);
    expect(decodeText(bytes)).toEqual({ text: simplified, encoding: 'gb18030', replaced: 0 });
    const cut = Buffer.from(`\ufeff${simplified.repeat(9)}`).subarray(0, -3);
    expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8', replaced: 1 });
    const noise = Uint8Array.from({ length: 999 }, (_, at) => 0x80 + ((at * 7919) % 64));
    expect(decodeText(Buffer.concat([mark, noise]))).toBeUndefined();
  });

  test('traditional characters in GB18030 are not taken for Big5', () => {
    expect(decodeText(iconv.encode(traditional, 'gb18030'))?.text).toBe(traditional);
  });

  test('a text cut off inside a character is read, and the loss is told', async () => {
    for (const encoding of ['utf-8', 'gb18030']) {
      const bytes = iconv.encode('绩效自评表'.repeat(50), encoding).subarray(0, -1);
      const { notices } = await read(bytes);
      expect(notices).toMatchObject([{ code: 'characters-replaced' }]);
      expect(decodeText(bytes)).toMatchObject({ encoding, replaced: 1 });
    }
  });

  test('a text too damaged is refused, not guessed', async () => {
    const bytes = iconv.encode('绩效自评表，单位基本情况'.repeat(20), 'gb18030');
    for (let at = 0; at < bytes.length; at += 9) bytes[at] = 0xff;
    expect(decodeText(bytes)).toBeUndefined();
    expect(looksLikeText(bytes)).toBe(true);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encoding_unknown' });
  });

  test('binary content has none', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 256);
    expect(decodeText(noise)).toBeUndefined();
    expect(looksLikeText(noise)).toBe(false);
    expect(decodeText(Uint8Array.of(0xff, 0xfe, ...noise))).toBeUndefined();
    expect(decodeText(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toBeUndefined();
  });
});
