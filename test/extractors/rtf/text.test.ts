import { describe, expect, test } from 'vitest';
import { probeFile } from '../../../extractors/probe.ts';
import { readingOf } from '../../../extractors/registry.ts';
import { leftovers, paragraphs } from '../docx/word-file.ts';
import { bytesOf, read, rtfFile, u } from './rtf-file.ts';

async function texts(body: string, head = ''): Promise<string[]> {
  return paragraphs((await read(rtfFile(body, head))).value);
}

test('content decides that a file is RTF, whatever it is called', async () => {
  const probe = await probeFile(rtfFile('a\\par'));
  expect(readingOf(probe, '自评表.doc')?.format).toBe('rtf');
});

describe('encodings', () => {
  test('bytes of a GB2312 font are Chinese, split over lines and after ASCII', async () => {
    expect(await texts("{\\f1 2024\\'c4\\'ea\\'b6\r\n\\'c8 a}\\par")).toEqual(['2024年度 a']);
  });

  test('a character whose bytes stand in two runs is one', async () => {
    expect(await texts("{\\f1 \\'d4}{\\f1 \\'a4\\'cb\\'e3}\\par")).toEqual(['预算']);
  });

  test('bare bytes are text too, in the encoding of the document', async () => {
    const body = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]).toString('latin1');
    expect(await texts(`{\\f1 ${body}}\\par`)).toEqual(['预算']);
  });

  test('Chinese bytes in a font that claims to be Western are Chinese, its marks are not', async () => {
    expect(await texts("{\\f0 \\'d4\\'a4\\'cb\\'e3}\\par")).toEqual(['预算']);
    expect(await texts("{\\f0 \\'93a\\'94 1\\'96 2}\\par")).toEqual(['“a” 1– 2']);
    expect(await texts("{\\f0 caf\\'e9}\\par")).toEqual(['café']);
  });

  test('a font beside names the encoding of double-byte text', async () => {
    const western =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}';
    const body = "{\\loch\\af0\\hich\\af0\\dbch\\af1\\loch\\f0 \\'d4\\'a4}\\par}";
    expect(paragraphs((await read(bytesOf(western + body))).value)).toEqual(['预算'.slice(0, 1)]);
  });

  test('Japanese and traditional Chinese fonts have encodings of their own', async () => {
    expect(await texts("{\\f3 \\'97\\'5c\\'8e\\'5a}{\\f4 \\'b9\\'77\\'ba\\'e2}\\par")).toEqual([
      '予算預算',
    ]);
  });

  test('Unicode characters replace as many substitutes as the group says', async () => {
    expect(await texts(`\\u-26786?\\u31639\\'3f x\\par`)).toEqual([`\u975e算 x`]);
    expect(await texts("\\uc2\\u39044\\'d4\\'a4\\u31639\\'cb\\'e3.\\par")).toEqual(['预算.']);
    expect(await texts('\\uc0\\u39044\\u31639 a\\par')).toEqual(['预算a']);
    expect(await texts('{\\uc0 \\u39044}\\u31639?b\\par')).toEqual(['预算b']);
    expect(await texts('\\u-10179?\\u-8704?\\par')).toEqual(['\u{1f600}']);
  });

  test('of alternatives the Unicode one is read', async () => {
    expect(await texts(`{\\upr{a??b}{\\*\\ud{a${u('预算')}b}}}\\par`)).toEqual(['a预算b']);
  });

  test('the fonts of a table without groups are known as well', async () => {
    const apple =
      "{\\rtf1\\ansi\\ansicpg936\\cocoartf2639{\\fonttbl\\f0\\fnil\\fcharset134 PingFangSC-Regular;\\f1\\fswiss\\fcharset0 Helvetica;}{\\*\\expandedcolortbl;;}\\pard\\f0 \\'d4\\'a4\\f1  1\\\n\\f0 \\'cb\\'e3}";
    expect(paragraphs((await read(bytesOf(apple))).value)).toEqual(['预 1', '算']);
  });
});

describe('what stands for characters', () => {
  test('words and symbols', async () => {
    expect(
      await texts('a\\tab b\\line c\\~d\\_e\\-f\\emdash\\ldblquote g\\rdblquote\\{\\}\\\\\\par'),
    ).toEqual(['a\tb\nc\u00a0d-ef—“g”{}\\']);
  });

  test('letters of a symbol font are their symbols, by byte, by Unicode and by field', async () => {
    const field = '{\\field{\\*\\fldinst SYMBOL 168 \\\\f "Wingdings" \\\\s 12}{\\fldrslt\\f2}}';
    expect(await texts(`{\\f2 \\'fe}{\\f2 \\u-3842?}${field}\\par`)).toEqual(['☑☑□']);
  });

  test('a field shows its result, not its code; boxes and enclosed characters have none', async () => {
    const box = (state: number): string =>
      `{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres${state}\\ffdefres1}}}{\\fldrslt }}`;
    const page = '{\\field{\\*\\fldinst PAGE }{\\fldrslt 4}}';
    const circle = `{\\field{\\*\\fldinst eq \\\\o\\\\ac(${u('○')},3)}{\\fldrslt }}`;
    expect(await texts(`${page}${box(0)}${box(1)}${box(25)}${circle}\\par`)).toEqual(['4□☑☑③']);
  });

  test('raised digits are no part of the figure before them', async () => {
    expect(await texts('100{\\super 1} m{\\super 2}\\par')).toEqual(['100¹ m²']);
  });
});

describe('what is kept apart', () => {
  test('hidden, struck and deleted text, each with its reason', async () => {
    const { value } = await read(
      rtfFile('a{\\v b}{\\strike c}{\\deleted d}{\\revised e}\\par{\\strike\\par f\\par}g\\par'),
    );
    expect(paragraphs(value)).toEqual(['ae', 'g']);
    expect(leftovers(value)).toEqual([
      ['hidden', 'b'],
      ['struck_out', 'c'],
      ['deleted_revision', 'd'],
      ['struck_out', 'f'],
    ]);
  });

  test('a deleted paragraph end joins what it parted', async () => {
    expect(await texts('a{\\deleted\\par}b\\par')).toEqual(['ab']);
  });

  test('headers, footers, notes and comments', async () => {
    const { value } = await read(
      rtfFile(
        '{\\header h\\par}{\\footerf - {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} -\\par}{\\footer f\\par}a{\\footnote\\pard n\\par}{\\*\\atnid x}{\\*\\atnauthor y}{\\*\\annotation{\\*\\atndate 1}c}b\\par',
      ),
    );
    expect(paragraphs(value)).toEqual(['ab']);
    expect(leftovers(value)).toEqual([
      ['header', 'h'],
      ['page_number', '- 1 -'],
      ['footer', 'f'],
      ['footnote', 'n'],
      ['comment', 'c'],
    ]);
  });

  test('a text box follows its paragraph; its fallback and properties are no text', async () => {
    const box =
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard b\\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext\\pard b\\par}}}}';
    const old = '{\\*\\do\\dobxpage\\dptxbx{\\dptxbxtext\\pard c\\par}\\dpx0}';
    expect(await texts(`a${box}d${old}\\par e\\par`)).toEqual(['ad', 'b', 'c', 'e']);
  });

  test('the letters of a drawn text are a watermark', async () => {
    const { value } = await read(
      rtfFile(
        `a{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv ${u('草稿')}}}{\\sp{\\sn gtextFont}{\\sv SimSun}}}}\\par`,
      ),
    );
    expect(leftovers(value)).toEqual([['watermark', '草稿']]);
  });

  test('pictures, unknown groups and raw bytes are no text', async () => {
    expect(
      await texts(
        'a{\\pict\\wmetafile8 0102ff}{\\*\\unknown b{c}}{\\pict\\bin5 }{}\\\\}{\\*\\shppict{\\pict ff}}d\\par',
      ),
    ).toEqual(['ad']);
  });

  test('what a content control is repeated in stands once', async () => {
    const again =
      '{\\field{\\*\\fldinst{ FORMTEXT }{\\*\\formfield{\\fftype0{\\*\\ffdeftext abc}}}}{\\fldrslt abc}}';
    expect(await texts(`{${again}}{abc${again}}{${again}}\\par${again}\\par`)).toEqual([
      'abc',
      'abc',
    ]);
  });
});

describe('what a document says of itself', () => {
  const info = (pages: number): string =>
    `{\\info{\\title t}{\\creatim\\yr2023\\mo1\\dy2}{\\revtim\\yr2024\\mo3\\dy5\\hr9\\min7}\\nofpages${pages}}`;

  test('its time and pages; where breaks make up all of them, each text has its page', async () => {
    const { value } = await read(rtfFile('a\\par\\page b\\par\\sect\\sectd c\\par', info(3)));
    expect(value.modifiedAt).toBe('2024-03-05T09:07:00.000Z');
    expect(value.pages).toBe(3);
    expect(value.blocks.map((block) => block.page)).toEqual([1, 2, 3]);
  });

  test('where they do not, no text claims a page', async () => {
    const { value } = await read(
      rtfFile('a\\par\\page b\\par\\sect\\sectd\\sbknone c\\par', info(5)),
    );
    expect(value.pages).toBe(5);
    expect(value.blocks.map((block) => block.page)).toEqual([null, null, null]);
  });
});
