import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../extractors/drawn-page.ts';
import { fillGrid } from '../../../extractors/table-grid/cell-text.ts';
import { distinctGlyphs } from '../../../extractors/table-grid/distinct-glyphs.ts';
import { ruledGrids } from '../../../extractors/table-grid/ruled-grids.ts';
import { drawn, plain, written, writtenLines } from './drawing.ts';

/** Texts of the cells of a plain grid that glyphs are put in. */
function texts(xs: readonly number[], ys: readonly number[], glyphs: readonly Glyph[]): string[] {
  const [grid] = ruledGrids(drawn(plain(xs, ys)));
  if (!grid) throw new TypeError('Expected a grid, got none');
  return fillGrid(grid, glyphs).cells.map(({ text }) => text);
}

/** Text of lines in one cell of a given width, with 5 points left and right of the widest line. */
function inCell(width: number, lines: readonly string[]): string {
  return texts([0, width], [0, 200], writtenLines(lines, 5, 10))[0] ?? '';
}

/** Lines centred in a cell. */
function centred(width: number, lines: readonly string[]): string {
  const glyphs = lines.flatMap((text, i) => {
    const length = written(text, 0, 0).at(-1)?.x1 ?? 0;
    return written(text, (width - length) / 2, 10 + 13 * i);
  });
  return texts([0, width], [0, 200], glyphs)[0] ?? '';
}

describe('glyphs go into the cell they belong to', () => {
  test('one that pokes over a border goes where its middle is', () => {
    const glyphs = written('1068.67', 46, 5);
    expect(texts([0, 50, 100], [0, 20], [...glyphs.slice(0, 1)])).toEqual(['1', '']);
    expect(texts([0, 48, 100], [0, 20], [...glyphs.slice(0, 1)])).toEqual(['', '1']);
  });

  test('text that runs over a filled cell stands whole in the one it begins in', () => {
    const unit = written('≤3.25万元/公里', 3, 5);
    const border = (unit.at(-1)?.x0 ?? 0) - 0.5;
    const next = written('3.19', (unit.at(-1)?.x1 ?? 0) + 1, 5);
    expect(texts([0, border, 200], [0, 20], [...unit, ...next])).toEqual([
      '≤3.25万元/公里',
      '3.19',
    ]);
  });

  test('text written downwards and higher than its cell stands whole in it', () => {
    const label = [...'项目名称'].flatMap((text, i) => written(text, 15, 22 + 10.5 * i));
    const others = [...written('甲', 15, 5), ...written('乙', 15, 65)];
    expect(texts([0, 40], [0, 22, 58, 80], [...label, ...others])).toEqual([
      '甲',
      '项目名称',
      '乙',
    ]);
    const low = texts([0, 40], [0, 30, 56, 80], [...label, ...others]);
    expect(low).toEqual(['甲', '项目名称', '乙']);
    const oneEach = [...'是否无'].flatMap((text, i) => written(text, 15, 1 + 12 * i));
    expect(texts([0, 40], [0, 12, 24, 36], oneEach)).toEqual(['是', '否', '无']);
  });

  test('text that runs over empty cells stands in the one it begins in', () => {
    const title = written('2023年度部门整体支出', 3, 5);
    expect(texts([0, 40, 80, 200], [0, 20], title)).toEqual(['2023年度部门整体支出', '', '']);
  });

  test('a figure too wide for its cell stands in the one it is aligned to', () => {
    const figure = written('1234567.89', 43, 5);
    expect(texts([0, 60, 95], [0, 20], figure)).toEqual(['', '1234567.89']);
  });

  test('text cut off by a filled cell stays whole and leaves that cell its own', () => {
    const both = [...written('单位名称及代码', 3, 5), ...written('12', 61, 5)];
    expect(texts([0, 40, 80], [0, 20], both)).toEqual(['单位名称及代码', '12']);
  });

  test('figures in neighbouring cells that nearly touch stay two', () => {
    const figures = [...written('12.34', 14.5, 5), ...written('56.78', 40.2, 5)];
    expect(texts([0, 40, 80], [0, 20], figures)).toEqual(['12.34', '56.78']);
  });

  test.each([
    ['100.50', 25],
    ['100.50', 30],
    ['1,263.5', 30],
  ])('a figure with a border between two of its digits is not cut: %s', (figure, x) => {
    const both = [...written(figure, x, 5), ...written('98.25', 85, 5)];
    expect(texts([0, 40, 120], [0, 20], both)).toEqual([figure, '98.25']);
  });

  test('figures that fill their cells to the border stay two', () => {
    expect(texts([0, 10, 20], [0, 20], written('1020', 0, 5))).toEqual(['10', '20']);
    expect(texts([0, 40, 65], [0, 20], written('12.3456.78', 15, 5))).toEqual(['12.34', '56.78']);
  });

  test('text outside the grid and text set aside stay outside', () => {
    const [grid] = ruledGrids(drawn(plain([0, 50, 100], [0, 20])));
    if (!grid) throw new TypeError('Expected a grid, got none');
    const aside = written('草稿', 5, 5).map((glyph) => ({ ...glyph, aside: 'watermark' as const }));
    const { inside, cells } = fillGrid(grid, [...written('附件', 5, 40), ...aside]);
    expect(inside.size).toBe(0);
    expect(cells.map(({ text }) => text)).toEqual(['', '']);
  });

  test('a cell is as sure as its least sure glyph, an empty one is sure', () => {
    const [grid] = ruledGrids(drawn(plain([0, 50, 100], [0, 20])));
    if (!grid) throw new TypeError('Expected a grid, got none');
    const glyphs = written('98', 5, 5).map((glyph, i) => ({ ...glyph, confidence: 0.9 - i / 5 }));
    expect(fillGrid(grid, glyphs).cells.map(({ confidence }) => confidence)).toEqual([0.7, 1]);
  });
});

describe('a line break', () => {
  test('within Chinese text leaves nothing', () => {
    expect(inCell(62, ['政府采购执', '行规范性'])).toBe('政府采购执行规范性');
    expect(centred(62, ['年度总体目', '标'])).toBe('年度总体目标');
  });

  test('after a line that had room for more stays', () => {
    expect(inCell(110, ['绩效', '指标'])).toBe('绩效\n指标');
    expect(centred(110, ['绩效', '指标'])).toBe('绩效\n指标');
  });

  test('between Latin words leaves a space', () => {
    expect(inCell(62, ['annual pay', 'ments made'])).toBe('annual pay ments made');
  });

  test('before a number or a bullet stays', () => {
    const lines = [
      '1.完成年度任务',
      '2.资金及时拨付',
      '（3）群众满意',
      '④其他有关事项',
      '目标2：按时完成',
    ];
    expect(inCell(86, lines)).toBe(lines.join('\n'));
  });

  test('before a line that is indented stays', () => {
    expect(inCell(112, ['本年度完成了全部任务', '    二是加强管理工作'])).toBe(
      '本年度完成了全部任务\n二是加强管理工作',
    );
  });

  test('before a percent sign or a closing bracket, and after ≥, leaves nothing', () => {
    expect(inCell(110, ['95', '%'])).toBe('95%');
    expect(inCell(110, ['≥', '95%'])).toBe('≥95%');
    expect(inCell(110, ['(B/A', ')'])).toBe('(B/A)');
  });
});

describe('figures on two lines', () => {
  test.each([
    [['1,234,', '567.89'], '1,234,567.89'],
    [['2,038.', '56'], '2,038.56'],
    [['-2038', '.56'], '-2038.56'],
    [['1234567', '.8'], '1234567.8'],
  ])('that were one in a narrow cell are one: %j', (lines, whole) => {
    expect(inCell(46, lines)).toBe(whole);
  });

  test.each([
    [['12', '15']],
    [['1068.67', '950.20']],
    [['2022', '2023']],
    [['98.5%', '100%']],
    [['1,068', '950']],
    [['100', '1']],
    [['100,', '200']],
  ])('each complete, stay two lines in a wide cell: %j', (lines) => {
    expect(inCell(90, lines)).toBe(lines.join('\n'));
  });

  test.each([[['2022', '2023']], [['567.89', '123.45']], [['12', '15']]])(
    'each complete, stay two lines even where they fill the cell: %j',
    (lines) => {
      const width = 10 + 5 * (lines[0]?.length ?? 0);
      expect(inCell(width, lines)).toBe(lines.join('\n'));
    },
  );

  /** What a cell between borders holds, and the figures it is not sure of. */
  function between(width: number, lines: readonly string[]): [string, readonly string[]] {
    const [grid] = ruledGrids(drawn(plain([0, width], [0, 200])));
    if (!grid) throw new TypeError('Expected a grid, got none');
    const [cell] = fillGrid(grid, writtenLines(lines, 5, 10)).cells;
    return [cell?.text ?? '', cell?.brokenFigures ?? []];
  }

  test.each([
    [['32000', '0'], '320000'],
    [['≥0.5', '5'], '≥0.55'],
    [['340000', '0.00'], '3400000.00'],
    [['3,400,000.0', '0'], '3,400,000.00'],
  ])(
    'that a full line cut are one, and named, though a digit nearly fitted: %j',
    (lines, whole) => {
      const width = 10 + 5 * (lines[0]?.length ?? 0) + 4.5;
      const wide = lines[0]?.startsWith('≥') ? -1 : 0;
      expect(between(width + wide, lines)).toEqual([whole, [whole.replace('≥', '')]]);
    },
  );

  test('of a line of several words are whole: words go to the next line', () => {
    const lines = ['none 25.1 7.6 563', '1 child'];
    expect(between(92, lines)).toEqual(['none 25.1 7.6 563 1 child', []]);
  });

  test('that may be two or one are left apart, and named', () => {
    expect(between(30, ['2022', '2023'])).toEqual(['2022\n2023', ['20222023']]);
    expect(between(90, ['2022', '2023'])).toEqual(['2022\n2023', []]);
  });

  test('of a date stay together', () => {
    expect(inCell(46, ['2023.12.', '31'])).toBe('2023.12.31');
    expect(inCell(50, ['2023-12-', '31'])).toBe('2023-12-31');
  });

  test('are never one, whatever they are, if each has its decimals', () => {
    const figure = fc.integer({ min: 100, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 20, max: 120 }), (a, b, width) => {
        expect(inCell(width, [a, b])).not.toContain(a + b);
      }),
    );
  });
});

describe('spaces', () => {
  const cell = (glyphs: readonly Glyph[]): string => texts([0, 400], [0, 40], glyphs)[0] ?? '';

  test('stand between Latin words and between figures, not between Chinese characters', () => {
    expect(cell(written('total of 12 35', 5, 10))).toBe('total of 12 35');
    expect(cell([...written('合', 5, 10), ...written('计', 20, 10)])).toBe('合计');
    expect(cell([...written('合', 5, 10), ...written('计', 35, 10)])).toBe('合 计');
  });

  test('of a quarter em between a figure and its Chinese unit are typesetting', () => {
    expect(cell([...written('95', 5, 10), ...written('万元', 17.5, 10)])).toBe('95万元');
  });

  test('stand between fields an em apart, or where the source has one', () => {
    expect(cell([...written('周丽娟', 5, 10), ...written('电话', 45, 10)])).toBe('周丽娟 电话');
    const blank: Glyph = { text: ' ', x0: 35, y0: 10, x1: 40, y1: 20, size: 10 };
    expect(cell([...written('周丽娟', 5, 10), blank, ...written('电话', 40, 10)])).toBe(
      '周丽娟 电话',
    );
  });

  test('do not come from letters set apart a little', () => {
    const spaced = [...'1068.67'].flatMap((digit, i) => written(digit, 5 + 6.5 * i, 10));
    expect(cell(spaced)).toBe('1068.67');
  });

  test('part single figures a space apart', () => {
    const figures = [...'1234'].flatMap((digit, i) => written(digit, 5 + 8 * i, 10));
    expect(cell(figures)).toBe('1 2 3 4');
  });
});

describe('the order of reading', () => {
  test('is by place, not by drawing', () => {
    const glyphs = writtenLines(['实施单位', '（盖章）'], 5, 5);
    expect(texts([0, 200], [0, 40], glyphs.reverse())).toEqual(['实施单位\n（盖章）']);
  });

  test('takes an exponent into its line', () => {
    const glyphs = [
      ...written('面积100m', 5, 10),
      ...written('2', 45, 8, 6),
      ...written('以上', 48, 10),
    ];
    expect(texts([0, 200], [0, 40], glyphs)).toEqual(['面积100m²以上']);
  });

  test('takes an index of each line into that line', () => {
    const glyphs = [
      ...written('甲', 5, 10),
      ...written('1', 15, 16, 5),
      ...written('乙', 5, 23),
      ...written('2', 15, 29, 5),
    ];
    expect(texts([0, 19], [0, 60], glyphs)).toEqual(['甲₁乙₂']);
  });

  test('goes down a stack of single characters', () => {
    expect(inCell(90, ['产', '出', '指', '标'])).toBe('产出指标');
    expect(inCell(22, ['（', '5', '0', '分', '）'])).toBe('（50分）');
  });

  test('keeps single figures below each other apart', () => {
    expect(inCell(90, ['1', '2', '3'])).toBe('1\n2\n3');
    expect(inCell(15, ['1', '2', '3'])).toBe('1\n2\n3');
  });

  test('goes up text that lies on its left side, as it was drawn', () => {
    const up = [...'2023年执行率'].map((text, i): Glyph => {
      const y = 150 - 10 * i;
      return { text, x0: 5, x1: 15, y0: y - 10, y1: y, size: 10 };
    });
    expect(texts([0, 20], [0, 200], up)).toEqual(['2023年执行率']);
  });

  test('goes through columns of vertical writing from right to left, as they were drawn', () => {
    const column = (text: string, x: number): Glyph[] =>
      [...text].flatMap((character, i) => written(character, x, 10 + 11 * i));
    expect(texts([0, 40], [0, 60], [...column('产出', 22), ...column('指标', 6)])).toEqual([
      '产出指标',
    ]);
  });
});

describe('glyphs drawn twice', () => {
  test('count once and are handed back', () => {
    const once = written('总分100', 5, 5);
    const twice = once.flatMap((glyph) => [
      glyph,
      { ...glyph, x0: glyph.x0 + 0.3, x1: glyph.x1 + 0.3 },
    ]);
    const { distinct, duplicates } = distinctGlyphs(twice);
    expect(distinct).toEqual(once);
    expect(duplicates).toHaveLength(once.length);
  });

  test('are not taken for equal characters beside or below each other', () => {
    const glyphs = writtenLines(['1111', '1111', '……——'], 5, 5, 6);
    expect(distinctGlyphs(glyphs).duplicates).toEqual([]);
    const narrow = [...'billi......'].map((text, i): Glyph => {
      const x = 5 + 2.2 * i;
      return { text, x0: x, x1: x + 2.2, y0: 5, y1: 15, size: 10 };
    });
    expect(distinctGlyphs(narrow).duplicates).toEqual([]);
  });
});

describe('raised and lowered digits', () => {
  const small = (text: string, x: number, y: number): Glyph[] => written(text, x, y, 6);

  test('after a figure they are no part of it', () => {
    const glyphs = [...written('352.6', 5, 10), ...small('2', 30.1, 8)];
    expect(texts([0, 60], [0, 40], glyphs)).toEqual(['352.6²']);
  });

  test('before a figure they are no part of it', () => {
    const glyphs = [...small('1', 5, 8), ...written('352.6', 8.1, 10)];
    expect(texts([0, 60], [0, 40], glyphs)).toEqual(['¹352.6']);
  });

  test('within a word they stay where they are', () => {
    const glyphs = [...written('H', 5, 10), ...small('2', 10, 16), ...written('O', 13, 10)];
    expect(texts([0, 60], [0, 40], glyphs)).toEqual(['H₂O']);
  });

  test('smaller digits on the same line are ordinary', () => {
    const glyphs = [...written('12', 5, 10), ...written('50', 15, 12.4, 7)];
    expect(texts([0, 60], [0, 40], glyphs)).toEqual(['1250']);
  });
});

test('figures of two columns nearer than a space are two', () => {
  const glyphs = [...written('102.11', 5, 10), ...written('95.12%', 37, 10)];
  expect(texts([0, 90], [0, 40], glyphs)).toEqual(['102.11 95.12%']);
  const one = [...written('102', 5, 10), ...written('.11', 22, 10)];
  expect(texts([0, 90], [0, 40], one)).toEqual(['102.11']);
});

test('a shadow of a figure is left out with its narrow marks', () => {
  const marked = (x: number, y: number): Glyph[] =>
    written('.8,5', x, y).map((glyph) =>
      /[.,]/.test(glyph.text) ? { ...glyph, x1: glyph.x0 + 2 } : glyph,
    );
  const { distinct, duplicates } = distinctGlyphs([...marked(5, 10), ...marked(3.5, 8.5)]);
  expect(distinct.map(({ text }) => text).join('')).toBe('.8,5');
  expect(duplicates).toHaveLength(4);
});

test('a figure set so tight that the pen goes back keeps its order', () => {
  const places = [5, 7.9, 7.8, 10.7, 13.6, 16.5, 16.4];
  const glyphs = [...'1,234.5'].map((text, i): Glyph => {
    const x0 = places[i] ?? 0;
    return { text, x0, y0: 10, x1: x0 + (/\d/.test(text) ? 5.5 : 2.5), y1: 20, size: 10 };
  });
  expect(texts([0, 60], [0, 40], glyphs)).toEqual(['1,234.5']);
});

test('a figure set apart evenly is one, single digits are not', () => {
  const spaced = (text: string, gaps: readonly number[]): Glyph[] => {
    let x = 5;
    return [...text].flatMap((character, i) => {
      const glyph = written(character, x, 10);
      x += 5 + (gaps[i % gaps.length] ?? 0);
      return glyph;
    });
  };
  expect(texts([0, 200], [0, 40], spaced('1,263.50', [5]))).toEqual(['1,263.50']);
  expect(texts([0, 200], [0, 40], spaced('100%', [5]))).toEqual(['100%']);
  expect(texts([0, 200], [0, 40], spaced('123', [5]))).toEqual(['1 2 3']);
  expect(texts([0, 200], [0, 40], spaced('1.350', [5, 6]))).toEqual(['1 . 3 5 0']);
});
