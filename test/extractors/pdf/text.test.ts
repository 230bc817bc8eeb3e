import { describe, expect, test } from 'vitest';
import { account, asideOf, draw, firstPage, textOf } from './draw.ts';
import { firstObject, gbk, pdfFile, say, stream } from './pdf-file.ts';

describe('text', () => {
  test('a Chinese font that is named but not enclosed is read by its map', async () => {
    const drawn = await draw(pdfFile([say('整体支出绩效自评表（2023年度）', 72, 700)]));
    expect(drawn.pages.map(textOf)).toEqual(['整体支出绩效自评表（2023年度）']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('a glyph has the box from pen to pen, from the top left corner', async () => {
    const { glyphs } = await firstPage(pdfFile([say('执1', 100, 742, 10)]));
    expect(glyphs).toHaveLength(2);
    expect(glyphs[0]).toMatchObject({ text: '执', x0: 100, x1: 110, size: 10 });
    expect(glyphs[0]?.y1).toBeCloseTo(101.41, 2);
    expect(glyphs[0]?.y0).toBeCloseTo(91.41, 2);
    expect(glyphs[1]).toMatchObject({ text: '1', x0: 110, x1: 115 });
  });

  test('spacing, scaling, rise and steps of the pen move the glyphs', async () => {
    const page = await firstPage(
      pdfFile([`BT /F1 10 Tf 3 Tc 50 Tz 5 Ts 100 700 Td [${gbk('预')} -1000 ${gbk('算')}] TJ ET`]),
    );
    const [first, second] = page.glyphs;
    expect(first).toMatchObject({ x0: 100, x1: 105 });
    // Half of 10 and 3 and 10.
    expect(second?.x0).toBeCloseTo(111.5, 5);
    expect(second?.y1).toBeCloseTo(842 - 700 - 5 + 1.41, 2);
  });

  test('lines follow by leading', async () => {
    const page = await firstPage(
      pdfFile([
        `BT /F1 10 Tf 14 TL 72 700 Td ${gbk('甲')} Tj ${gbk('乙')} ' T* ${gbk('丙')} Tj ET`,
      ]),
    );
    const tops = page.glyphs.map((glyph) => Math.round(glyph.y1));
    expect(tops).toEqual([143, 157, 171]);
  });

  test('vertical writing goes down, each glyph upright', async () => {
    const { glyphs } = await firstPage(pdfFile([say('产出', 100, 700, 10, 'V1')]));
    expect(glyphs[0]).toMatchObject({ text: '产', x0: 95, x1: 105, y0: 142, y1: 152 });
    expect(glyphs[1]).toMatchObject({ text: '出', x0: 95, x1: 105, y0: 152, y1: 162 });
  });

  test('text in a form within a form stands where both matrices put it', async () => {
    const inner = stream(
      say('内', 0, 0, 10),
      '/Type /XObject /Subtype /Form /BBox [0 -5 50 50] /Matrix [1 0 0 1 30 0] /Resources << /Font << /F1 3 0 R >> >>',
    );
    const outer = stream(
      'q 1 0 0 1 0 100 cm /X2 Do Q',
      `/Type /XObject /Subtype /Form /BBox [0 0 600 600] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /X2 ${firstObject} 0 R >> >>`,
    );
    const page = await firstPage(
      pdfFile([{ content: '/X1 Do', resources: `/XObject << /X1 ${firstObject + 1} 0 R >>` }], {
        objects: [inner, outer],
      }),
    );
    expect(page.glyphs[0]).toMatchObject({ text: '内', x0: 60, x1: 80, size: 20 });
  });

  test('a Type 3 font is read by its map, its widths by its matrix', async () => {
    const map =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <00> <ff> endcodespacerange\n' +
      '1 beginbfchar <41> <7EE9> endbfchar endcmap end end';
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 100 100] /FontMatrix [0.01 0 0 0.01 0 0] ' +
      `/CharProcs << /a ${firstObject + 1} 0 R >> /Encoding << /Type /Encoding /Differences [65 /a] >> ` +
      `/FirstChar 65 /LastChar 65 /Widths [90] /ToUnicode ${firstObject + 2} 0 R /Resources << >> >>`;
    const glyph = stream('90 0 0 0 80 80 d1 0 0 80 80 re f');
    const page = await firstPage(
      pdfFile(
        [
          {
            content: 'BT /T3 20 Tf 100 700 Td (AA) Tj ET',
            resources: `/Font << /T3 ${firstObject} 0 R >>`,
          },
        ],
        { objects: [font, glyph, stream(map)] },
      ),
    );
    expect(textOf(page)).toBe('绩绩');
    expect(page.glyphs[1]).toMatchObject({ x0: 118, x1: 136, size: 20 });
    expect(page.segments).toEqual([]);
  });

  test('radicals become the characters they look like, and ligatures letters', async () => {
    const map =
      'begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n' +
      '4 beginbfchar <41> <2ECB> <42> <2F8F> <43> <FB01> <44> <2E3A> endbfchar endcmap';
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${firstObject + 1} 0 R >>`;
    const drawn = await draw(
      pdfFile(
        [
          {
            content: 'BT /R 10 Tf 72 700 Td (ABCD) Tj ET',
            resources: `/Font << /R ${firstObject} 0 R >>`,
          },
        ],
        { objects: [font, stream(map)] },
      ),
    );
    expect(drawn.pages.map(textOf)).toEqual(['车行fi——']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('a tick of a symbol font is the tick, whatever its code', async () => {
    const map =
      'begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n' +
      '1 beginbfchar <41> <F0FE> endbfchar endcmap';
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Wingdings-Regular /ToUnicode ${firstObject + 1} 0 R >>`;
    const drawn = await draw(
      pdfFile(
        [
          {
            content: `BT /W 10 Tf 72 700 Td (A) Tj ET ${say('是', 90, 700)}`,
            resources: `/Font << /W ${firstObject} 0 R >>`,
          },
        ],
        { objects: [font, stream(map)] },
      ),
    );
    expect(drawn.pages.map(textOf)).toEqual(['☑是']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('glyphs drawn twice are both given', async () => {
    const page = await firstPage(pdfFile([say('粗', 72, 700) + say('粗', 72.3, 700)]));
    expect(textOf(page)).toBe('粗粗');
  });

  test('text filled and outlined is bold', async () => {
    const page = await firstPage(
      pdfFile([`2 Tr ${say('粗', 72, 700)} 0 Tr ${say('细', 72, 600)}`]),
    );
    expect(page.glyphs.map((glyph) => glyph.bold ?? false)).toEqual([true, false]);
  });
});

describe('text that nobody sees', () => {
  test.each([
    ['invisible', `3 Tr ${say('藏', 72, 600)} 0 Tr`],
    ['white on white', `1 g ${say('藏', 72, 600)} 0 g`],
    ['of no size', say('藏', 72, 600, 0.1)],
    ['off the page', say('藏', 700, 600)],
    ['clipped away', `q 0 0 50 50 re W n ${say('藏', 72, 600)} Q`],
    ['covered', `${say('藏', 72, 600)} 1 g 60 590 100 40 re f 0 g`],
    ['transparent', `/Clear gs ${say('藏', 72, 600)} /Full gs`],
  ])('%s is hidden', async (_, hidden) => {
    const drawn = await draw(
      pdfFile([
        {
          content: hidden + say('见', 72, 700),
          resources: '/ExtGState << /Clear << /ca 0 >> /Full << /ca 1 >> >>',
        },
      ]),
    );
    expect(drawn.pages.map(textOf)).toEqual(['见']);
    expect(drawn.pages.map((page) => asideOf(page, 'hidden'))).toEqual(['藏']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('a glyph cut off by its cell is where it can be seen', async () => {
    // The cell reaches from 700 to 720; the line above it reaches in by half, the one below by none.
    const cell = `q 72 700 100 20 re W n ${say('上', 72, 714, 10)}${say('中', 72, 704, 10)}${say('下', 72, 693, 10)} Q`;
    const page = await firstPage(pdfFile([cell]));
    expect(textOf(page)).toBe('上中');
    expect(page.glyphs[0]?.y0).toBeCloseTo(122, 5);
    expect(asideOf(page, 'hidden')).toBe('下');
  });

  test('white on a colour is seen, and so is what a highlighter marks', async () => {
    const page = await firstPage(
      pdfFile([
        {
          content:
            `0 0 0.6 rg 60 690 100 30 re f 1 g ${say('白', 72, 700)} 0 g ${say('亮', 72, 600)}` +
            'q /Multiply gs 1 1 0 rg 60 590 100 40 re f Q',
          resources: '/ExtGState << /Multiply << /BM /Multiply >> >>',
        },
      ]),
    );
    expect(textOf(page)).toBe('白亮');
  });

  test('a layer that is switched off is hidden', async () => {
    const page = await firstPage(
      pdfFile(
        [
          {
            content: `/OC /L1 BDC ${say('藏', 72, 600)} EMC ${say('见', 72, 700)}`,
            resources: `/Properties << /L1 ${firstObject} 0 R >>`,
          },
        ],
        {
          objects: ['<< /Type /OCG /Name (L) >>'],
          catalog: `/OCProperties << /OCGs [${firstObject} 0 R] /D << /OFF [${firstObject} 0 R] >> >>`,
        },
      ),
    );
    expect(textOf(page)).toBe('见');
    expect(asideOf(page, 'hidden')).toBe('藏');
  });

  test('large text across the page is a watermark, and so is large pale text', async () => {
    const page = await firstPage(
      pdfFile([
        `q 0.707 0.707 -0.707 0.707 150 300 cm ${say('内部', 0, 0, 60)} Q ` +
          `0.85 g ${say('样稿', 72, 500, 60)} 0 g ${say('正文', 72, 700)}`,
      ]),
    );
    expect(asideOf(page, 'watermark')).toBe('内部样稿');
    expect(textOf(page)).toBe('正文');
  });

  test('an artifact in the margin is a header or a footer, one in the page is text', async () => {
    const page = await firstPage(
      pdfFile([
        `/Artifact << /Type /Pagination >> BDC ${say('页眉', 72, 800)} EMC ` +
          `/Artifact BMC ${say('续表头', 72, 600)} EMC /Artifact BMC ${say('1', 300, 30)} EMC`,
      ]),
    );
    expect(asideOf(page, 'header')).toBe('页眉');
    expect(asideOf(page, 'footer')).toBe('1');
    expect(textOf(page)).toBe('续表头');
  });

  test('a repeated table header at the top of the page is no header', async () => {
    const page = await firstPage(
      pdfFile([
        `/Artifact BMC 60 780 200 40 re S ${say('一级指标', 72, 800)} EMC ${say('正文', 72, 600)}`,
      ]),
    );
    expect(textOf(page)).toBe('一级指标正文');
  });
});
