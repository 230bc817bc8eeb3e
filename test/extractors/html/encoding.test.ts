import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { html } from '../../../extractors/html/html.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { readPage } from './read.ts';

const page = (charset: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>部门整体支出绩效自评表，镕㑇</p></body></html>`;
const text = '部门整体支出绩效自评表，镕㑇';

describe('the encoding of a page', () => {
  test.each([
    ['gb2312', 'gb18030'],
    ['GBK', 'gb18030'],
    ['utf-8', 'utf8'],
    ['utf-8', 'gb18030'],
    ['gb2312', 'utf8'],
    ['iso-8859-1', 'gb18030'],
    ['windows-1252', 'utf8'],
    ['x-unknown', 'gb18030'],
    ['gb2312', 'utf16le'],
  ])('declared as %s, and in truth %s, is found', async (declared, real) => {
    const bytes = iconv.encode(page(declared), real);
    expect((await readPage(new Uint8Array(bytes))).paragraphs).toEqual([text]);
  });

  test('is what its byte order mark says', async () => {
    for (const encoding of ['utf8', 'utf16le', 'utf16be']) {
      const bytes = iconv.encode(page('gbk'), encoding, { addBOM: true });
      expect((await readPage(new Uint8Array(bytes))).paragraphs).toEqual([text]);
    }
  });

  test('is Big5 where the page says so and its bytes are', async () => {
    const bytes = iconv.encode('<meta charset=big5><p>部門整體支出績效自評表', 'big5');
    expect((await readPage(new Uint8Array(bytes))).paragraphs).toEqual(['部門整體支出績效自評表']);
  });

  test('of a slightly damaged page is kept, with a notice', async () => {
    const bytes = new Uint8Array(
      iconv.encode(`<meta charset=gbk><p>${'预算执行情况'.repeat(100)}`, 'gb18030'),
    );
    bytes[40] = 0xff;
    const read = await readPage(bytes);
    expect(read.notices.map(({ code }) => code)).toEqual(['characters-replaced']);
    expect(read.paragraphs[0]).toContain('预算执行情况预算执行情况');
  });
});

describe('a page is known', () => {
  const format = async (source: string | Uint8Array) => {
    const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
    return html.formatOf(await probeFile(bytes), '任意名.doc');
  };

  test.each([
    '<!DOCTYPE html><p>甲',
    '\ufeff \n<html><body>甲',
    '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">甲',
    '<!-- saved from url=(0014)about:internet -->\n<HTML>甲',
    `<!--${'长'.repeat(3000)}--><table><tr><td>甲`,
    '<style>td{}</style><table>甲',
    '<center><font size=4>表</font></center>',
    '自评表<br><table><tr><td>甲</td><td>乙</td></tr></table>',
  ])('by its first tags: %s', async (source) => {
    expect(await format(source)).toBe('html');
  });

  test.each([
    '一、预算<100万元，完成率>90%',
    '<?xml version="1.0"?><w:wordDocument><w:p>甲</w:p></w:wordDocument>',
    '<?xml version="1.0"?><a><p>甲</p><p>乙</p><p>丙</p></a>',
    '{\\rtf1 <p></p><p></p><p></p>}',
    '%PDF-1.4 <p></p><p></p><p></p>',
    '<project><name>甲</name></project>',
  ])('and other files are none: %s', async (source) => {
    expect(await format(source)).toBeNull();
  });
});
