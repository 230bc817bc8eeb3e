import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { html } from '../../../extractors/html/html.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { drawn, readPage } from './read.ts';

const part = (headers: string, body: string | Buffer): string =>
  `--b\r\n${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')}\r\n`;
const archive = (head: string, ...parts: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `${head}MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n\tboundary="b"\r\n\r\n${parts.join('')}--b--\r\n`,
  );

describe('a web archive', () => {
  test('is read as its page, in the encoding the page declares', async () => {
    const page = iconv.encode(
      '<html><meta charset=gb2312><table border=1><tr><td>甲<td>乙<tr><td>1<td>2</table>',
      'gbk',
    );
    const bytes = archive(
      'From: <Saved by WebKit>\r\nSubject: x\r\n',
      part('Content-Type: text/html\r\nContent-Location: http://x/', page),
      part('Content-Type: image/png\r\nContent-Location: http://x/a.png', 'png'),
      part('Content-Type: text/css', 'td{}'),
    );
    expect(html.formatOf(await probeFile(bytes), 'x.mht')).toBe('html');
    const read = await readPage(bytes);
    expect(read.tables.map(drawn)).toEqual([['甲|乙', '1|2']]);
    expect(read.attachments).toEqual([]);
  });

  test('of a workbook is read as all its sheets, and gives the documents in it', async () => {
    const sheet = (name: string): string =>
      `<table border=1><tr><td>${name}<td>1<tr><td>2<td>3</table>`;
    const read = await readPage(
      archive(
        '',
        part('Content-Type: text/html; charset="utf-8"', '<frameset><frame src=s1></frameset>'),
        part('Content-Type: text/html; charset="utf-8"', sheet('表一')),
        part('Content-Type: text/html; charset="utf-8"', sheet('表二')),
        part('Content-Type: application/pdf; name="附.pdf"', '%PDF-1.4'),
      ),
    );
    expect(read.tables.map((table) => drawn(table)[0])).toEqual(['表一|1', '表二|1']);
    expect(read.attachments?.map(({ name }) => name)).toEqual(['附.pdf']);
    expect(read.lost).toBe('');
  });
});
