import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  leftovers,
  mainXml,
  p,
  pack,
  paragraphs,
  r,
  read,
  tbl,
  tc,
  tr,
  wordFile,
} from './word-file.ts';

/** A document whose body embeds this file as an alternative format. */
function embedding(target: string, content: string | Uint8Array): Uint8Array {
  const office = 'http://schemas.openxmlformats.org';
  return pack({
    'word/document.xml': mainXml(
      `${p('前')}<w:altChunk r:id="a"/>${p('后')}<w:altChunk r:id="a"/>`,
    ),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument/2006/relationships/aFChunk" Target="${target}"/></Relationships>`,
    [`word/${target}`]: content,
  });
}

describe('files embedded as alternative formats', () => {
  test.each([
    [
      'chunk.html',
      '<html><body><p>附加：项目支出500万元</p><p>完</p></body></html>',
      '附加：项目支出500万元\n完',
    ],
    ['chunk.dat', new Uint8Array(Buffer.from('\ufeff<html><p>附加</p></html>', 'utf16le')), '附加'],
    ['chunk.htm', iconv.encode('<html><p>绩效目标</p></html>', 'gb18030'), '绩效目标'],
    ['chunk.txt', '附加：500 < 600', '附加：500 < 600'],
  ])('the text of %s is kept unread, once, and counted', async (target, content, text) => {
    const { value, notices } = await read(embedding(target, content));
    expect(paragraphs(value)).toEqual(['前', '后']);
    expect(value.leftovers).toEqual([
      { page: null, location: `word/${target}`, text, reason: 'unread' },
    ]);
    expect(value.generated).toBe('');
    expect(notices.map(({ code }) => code)).toContain('embedded-document-unread');
  });

  test.each([
    ['chunk.docx', wordFile(p('内'))],
    ['chunk.html', wordFile(p('内'))],
    ['chunk.rtf', '{\\rtf1\\ansi 内}'],
    ['chunk.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>5=\r\n00</p>'],
    ['chunk.bin', Uint8Array.of(0, 1, 2, 3, 0, 0, 0)],
  ])('%s, a document of another format, is named', async (target, content) => {
    const { value, notices } = await read(embedding(target, content));
    expect(leftovers(value)).toEqual([['unread', `[嵌入文档 word/${target}]`]]);
    expect(value.generated).toBe(`[嵌入文档 word/${target}]`);
    expect(notices.map(({ code }) => code)).toContain('embedded-document-unread');
  });

  test('one that is missing or outside the file is said', async () => {
    const { value, notices } = await read(wordFile(`${p('文')}<w:altChunk r:id="gone"/>`));
    expect(leftovers(value)).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(['embedded-document-unread']);
  });
});

describe('text beside the body', () => {
  test('headers and footers are kept with their part; a bare page number is only that', async () => {
    const { value } = await read(
      wordFile(p('正文'), {
        header1: p('某某局') + tbl(2, tr(tc('左'), tc('右'))),
        footer1: p('第 1 页 共 3 页'),
        footer2: p('— 12 —'),
        footer3: p('填报人：张三 第1页'),
      }),
    );
    expect(paragraphs(value)).toEqual(['正文']);
    expect(value.leftovers.map(({ reason, location, text }) => [reason, location, text])).toEqual([
      ['header', 'word/header1.xml', '某某局\n左\t右'],
      ['page_number', 'word/footer1.xml', '第 1 页 共 3 页'],
      ['page_number', 'word/footer2.xml', '— 12 —'],
      ['footer', 'word/footer3.xml', '填报人：张三 第1页'],
    ]);
  });

  test('footnotes, endnotes and comments are kept one by one, without the separators', async () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${r(text)}</w:p></w:footnote>`;
    const { value } = await read(
      wordFile(`<w:p>${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
        footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${note(2, '注一')}${note(3, '注二')}`,
        endnotes: `<w:endnote w:id="4">${p('尾注')}</w:endnote>`,
        comments: `<w:comment w:id="7" w:author="x">${p('请核实')}${p('金额')}</w:comment>`,
      }),
    );
    expect(value.leftovers.map(({ reason, location, text }) => [reason, location, text])).toEqual([
      ['footnote', 'word/footnotes.xml#2', '注一'],
      ['footnote', 'word/footnotes.xml#3', '注二'],
      ['footnote', 'word/endnotes.xml#4', '尾注'],
      ['comment', 'word/comments.xml#7', '请核实\n金额'],
    ]);
  });

  test('a watermark is the string of its shape', async () => {
    const { value } = await read(
      wordFile(p('正文'), {
        header1:
          '<w:p><w:r><w:pict><v:shape><v:textpath style="font-family:宋体" string="内部资料"/></v:shape></w:pict></w:r></w:p>',
      }),
    );
    expect(leftovers(value)).toEqual([['watermark', '内部资料']]);
  });

  test('charts and diagrams the body refers to are kept unread, others not looked at', async () => {
    const { value } = await read(
      wordFile(
        `<w:p>${r('见图')}<w:r><w:drawing><c:chart r:id="chart1"/><dgm:relIds r:dm="diagramData1"/></w:drawing></w:r></w:p>`,
        {
          chart1:
            '<c:title><a:p><a:r><a:t>预算</a:t></a:r><a:r><a:t>执行</a:t></a:r></a:p></c:title><c:pt><c:v>98.5</c:v></c:pt>',
          chart2: '<a:p><a:t>无关</a:t></a:p>',
          diagramData1: '<dgm:t><a:p><a:r><a:t>流程</a:t></a:r></a:p></dgm:t>',
        },
      ),
    );
    expect(leftovers(value)).toEqual([
      ['unread', '预算执行\n98.5'],
      ['unread', '流程'],
    ]);
  });

  test('a part that is referred to but missing is said', async () => {
    const { notices } = await read(
      pack({
        'word/document.xml': mainXml(p('a')),
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="x/header" Target="header9.xml"/></Relationships>',
      }),
    );
    expect(notices.map(({ code, at }) => [code, at])).toEqual([
      ['part-missing', 'word/header9.xml'],
    ]);
  });

  test('deleted text says in which cell it stood', async () => {
    const { value } = await read(
      wordFile(
        tbl(
          2,
          tr(tc('a'), tc('b')),
          tr(
            tc('c'),
            tc(`<w:p><w:del><w:r><w:delText>13.5</w:delText></w:r></w:del>${r('31.5')}</w:p>`),
          ),
        ),
      ),
    );
    expect(value.leftovers).toEqual([
      {
        page: 1,
        location: 'word/document.xml 表1 行2 列2',
        text: '13.5',
        reason: 'deleted_revision',
      },
    ]);
  });
});
