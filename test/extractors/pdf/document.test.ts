import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { pdf } from '../../../extractors/pdf/pdf.ts';
import { isoTime } from '../../../extractors/pdf/properties.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { account, draw, textOf } from './draw.ts';
import { lock } from './encrypted-file.ts';
import { firstObject, gbk, pdfFile, say, stream } from './pdf-file.ts';

const picture = 'q 560 0 0 800 20 10 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
const paragraph = say('本单位全年预算执行率达到百分之九十八，各项指标均已完成。', 72, 700);
const moreText = say('存在的问题与改进措施已在附件中逐项说明，请予以审核。', 72, 650);

describe('the file', () => {
  test.each([
    ['a PDF', '%PDF-1.4\n', 'pdf'],
    ['a PDF after a line break', '\r\n%PDF-1.4\n', 'pdf'],
    ['a text about PDF', 'The first bytes are %PDF-1.4', null],
  ])('%s is known by its first bytes', async (_, head, format) => {
    expect(pdf.formatOf(await probeFile(Buffer.from(head)), 'x.doc')).toBe(format);
  });

  test('gives pages, time of change and text', async () => {
    const file = pdfFile([paragraph, moreText], {
      objects: ["<< /ModDate (D:20240311094502+08'00') >>"],
      trailer: `/Info ${firstObject} 0 R`,
    });
    const { value } = await pdf.extract(file, defaultLimits);
    expect(value).toMatchObject({
      format: 'pdf',
      extractor: 'pdf 1',
      pages: 2,
      modifiedAt: '2024-03-11T01:45:02.000Z',
    });
    expect(JSON.stringify(value.blocks)).toContain('全年预算执行率');
  });

  test.each([
    ["D:20240311094502+08'00'", '2024-03-11T01:45:02.000Z'],
    ['D:20240311094502Z', '2024-03-11T09:45:02.000Z'],
    ['D:2024', '2024-01-01T00:00:00.000Z'],
    ['D:20241399', null],
    ['昨天', null],
  ])('the time %s is %s', (date, time) => {
    expect(isoTime(date)).toBe(time);
  });

  test('files inside are given along', async () => {
    const { attachments } = await pdf.extract(
      pdfFile([paragraph], {
        objects: [
          stream('内容', '/Type /EmbeddedFile'),
          `<< /Type /Filespec /F (a.xlsx) /EF << /F ${firstObject} 0 R >> >>`,
        ],
        catalog: `/Names << /EmbeddedFiles << /Names [(a) ${firstObject + 1} 0 R] >> >>`,
      }),
      defaultLimits,
    );
    expect(attachments?.map(({ name }) => name)).toEqual(['a.xlsx']);
    expect(attachments?.[0]?.bytes.length).toBe(2);
  });
});

describe('a locked file', () => {
  // Strings outside the streams, such as a Chinese font's names, would be locked too.
  const plain = say('98.5', 72, 700, 12, 'F2');
  const locked = pdfFile([plain], { lock: lock('open', 'owner') });

  test.each([
    ['without a password', []],
    ['with wrong ones', ['a', '密码']],
  ])('%s is refused', async (_, passwords) => {
    await expect(pdf.extract(locked, defaultLimits, passwords)).rejects.toMatchObject({
      code: 'encrypted',
    });
  });

  test.each(['open', 'owner'])('is read by the password %s', async (password) => {
    const drawn = await draw(locked, defaultLimits, ['wrong', password]);
    expect(drawn.pages.map(textOf).join('')).toBe('98.5');
  });

  test('that only forbids changes is read without one', async () => {
    const drawn = await draw(pdfFile([plain], { lock: lock('', 'owner') }));
    expect(drawn.pages.map(textOf).join('')).toBe('98.5');
  });
});

describe('annotations', () => {
  test('the value of a form field is text of the page', async () => {
    const looks = stream(
      `BT /F1 10 Tf 2 2 Td ${gbk('柳河湾乡')} Tj ET`,
      '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>',
    );
    const field =
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (unit) /V (x) /F 4 /Rect [100 700 200 720] ' +
      `/DA (/F1 10 Tf 0 g) /AP << /N ${firstObject} 0 R >> >>`;
    const drawn = await draw(
      pdfFile(
        [{ content: say('单位', 50, 702, 10), entries: `/Annots [${firstObject + 1} 0 R]` }],
        {
          objects: [looks, field],
          catalog: `/AcroForm << /Fields [${firstObject + 1} 0 R] /DR << /Font << /F1 3 0 R >> >> >>`,
        },
      ),
    );
    expect(drawn.pages.map(textOf)).toEqual(['单位柳河湾乡']);
    expect(drawn.pages[0]?.glyphs[2]).toMatchObject({ text: '柳', x0: 102, x1: 112 });
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('a field that has a value and no looks is drawn from the value', async () => {
    const field =
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (score) /V (98.5) /F 4 ' +
      '/Rect [300 500 400 520] /DA (/F2 10 Tf 0 g) >>';
    const drawn = await draw(
      pdfFile([{ content: paragraph, entries: `/Annots [${firstObject} 0 R]` }], {
        objects: [field],
        catalog: `/AcroForm << /Fields [${firstObject} 0 R] /NeedAppearances true /DR << /Font << /F2 6 0 R >> >> >>`,
      }),
    );
    expect(drawn.pages.map(textOf).join('')).toContain('98.5');
  });

  test('a note pinned to the page is a comment', async () => {
    const drawn = await draw(
      pdfFile([
        {
          content: paragraph,
          entries:
            '/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (check this) >>]',
        },
      ]),
    );
    expect(drawn.comments).toEqual([
      { page: 1, location: '第1页批注', text: 'check this', reason: 'comment' },
    ]);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });
});

describe('pages without text', () => {
  test.each([
    ['a picture', picture],
    ['a picture over what was recognised in it', `3 Tr ${paragraph} 0 Tr ${picture}`],
    ['a picture with a page number', picture + say('第 1 页', 280, 20)],
    ['a picture under a long header', picture + say('整体支出绩效自评'.repeat(5), 72, 810)],
  ])('%s has to be read from the picture', async (_, content) => {
    const drawn = await draw(pdfFile([content, paragraph]));
    expect(drawn.withoutText).toEqual([1]);
    expect(drawn.notices.map(({ code, at }) => [code, at])).toEqual([
      ['page-without-text', '第1页'],
    ]);
  });

  test.each([
    ['text', paragraph],
    ['an empty page', ''],
    ['text on a picture', picture + paragraph + moreText],
    [
      'text and a small picture',
      `${paragraph} q 50 0 0 50 50 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q`,
    ],
  ])('%s is read as it is', async (_, content) => {
    expect((await draw(pdfFile([content]))).withoutText).toEqual([]);
  });

  test.each([
    ['over its text', paragraph + moreText + picture, ['text-under-image']],
    ['under its text', picture + paragraph + moreText, []],
  ])('a picture of the page %s', async (_, content, codes) => {
    const { notices } = await draw(pdfFile([{ content, size: [600, 800] }]));
    expect(notices.map(({ code }) => code)).toEqual(codes);
  });

  test('a file of pictures alone has no text', async () => {
    await expect(pdf.extract(pdfFile([picture]), defaultLimits)).rejects.toMatchObject({
      code: 'no_text',
    });
  });

  test('text in a font that is broken is missed', async () => {
    const lost = 'BT /Broken 10 Tf 72 600 Td (98) Tj ET';
    const drawn = await draw(
      pdfFile(
        [
          {
            content: moreText.repeat(9) + lost,
            resources: `/Font << /Broken ${firstObject} 0 R >>`,
          },
        ],
        { objects: ['<< /Type /Font /Subtype /Type0 /BaseFont /X >>'] },
      ),
    );
    expect(drawn.notices.map(({ code }) => code)).toEqual(['characters-unread']);
  });

  test('labels are read where only the figures of their font have no meaning', async () => {
    const map = stream(
      `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <30> <39> [${'<0000> '.repeat(10)}] endbfrange`,
    );
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${firstObject + 1} 0 R >>`;
    const drawn = await draw(
      pdfFile(
        [
          {
            content: `${moreText.repeat(9)} BT /N 10 Tf 72 700 Td (${'1234567890'.repeat(8)}) Tj ET`,
            resources: `/Font << /N ${firstObject} 0 R >>`,
          },
        ],
        { objects: [font, map] },
      ),
    );
    expect(drawn.withText).toBe(1);
    expect(drawn.withoutText).toEqual([1]);
    expect(drawn.pages.map(textOf).join('')).not.toMatch(/\d{10}/);
    expect(drawn.notices.map(({ code }) => code)).toEqual(['characters-unread']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('codes that number the glyphs of a font without a map are not taken for text', async () => {
    const font =
      '<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Nameless /FirstChar 1 /LastChar 60 ' +
      '/Encoding << /Type /Encoding /Differences [1 ' +
      `${Array.from({ length: 60 }, (_, i) => `/cid${10_000 + i}`).join(' ')}] >> >>`;
    const codes = '<010203040506070809303132333435>';
    const drawn = await draw(
      pdfFile(
        [
          {
            content: `BT /N 10 Tf 72 700 Td ${codes} Tj ET ${moreText.repeat(6)}`,
            resources: `/Font << /N ${firstObject} 0 R >>`,
          },
        ],
        { objects: [font] },
      ),
    );
    expect(drawn.pages.map(textOf).join('')).not.toMatch(/\d/);
    expect(drawn.notices.map(({ code }) => code)).toEqual(['characters-unread']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });
});
