import { describe, expect, test } from 'vitest';
import type { Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { alignedGrid } from '../../../extractors/table-grid/aligned-grid.ts';
import type { AlignedGrid } from '../../../extractors/table-grid/aligned-rows.ts';
import { textLines } from '../../../extractors/table-grid/text-lines.ts';
import { segment, written } from './drawing.ts';

/** Rows of pieces, each at its column's left side (a number) or ending at its right (a negative). */
function rows(texts: readonly (readonly string[])[], places: readonly number[], y = 100): Glyph[] {
  return texts.flatMap((row, i) =>
    row.flatMap((text, column) => {
      const place = places[column] ?? 0;
      const width = written(text, 0, 0).at(-1)?.x1 ?? 0;
      return written(text, place < 0 ? -place - width : place, y + 16 * i);
    }),
  );
}

function read(glyphs: readonly Glyph[], rules: readonly Segment[] = []): AlignedGrid | null {
  return alignedGrid(textLines(glyphs), rules);
}

function asRows(found: AlignedGrid | null): string[][] | undefined {
  return found?.grid.ys
    .slice(1)
    .map((_, row) =>
      found.grid.cells.flatMap((cell, i) => (cell.row === row ? [found.cells[i]?.text ?? ''] : [])),
    );
}

const finance = [
  ['项目', '年初预算数', '全年执行数', '执行率'],
  ['基本支出', '1,068.67', '950.20', '88.91%'],
  ['项目支出', '912.96', '912.96', '100%'],
  ['合计', '1,981.63', '1,863.16', '94.02%'],
];
const places = [60, -260, -380, -480];

describe('a table of text in columns', () => {
  test('is found by its gutters, figures at the right', () => {
    const found = read(rows(finance, places));
    expect(asRows(found)).toEqual(finance);
    expect(found?.lines.size).toBe(4);
  });

  test('keeps blank cells at their place', () => {
    const blank = finance.map((row, i) => (i === 2 ? [row[0] ?? '', '', row[2] ?? '', ''] : row));
    expect(asRows(read(rows(blank, places)))).toEqual(blank);
  });

  test('parts a name that fills its column from the figure beside it', () => {
    const left = [60, 182, 300, 420];
    const full = finance.map((row, i) =>
      i === 2 ? ['项目支出其中专项资金等', ...row.slice(1)] : row,
    );
    expect(asRows(read(rows(full, [60, 172, 300, 420])))).toEqual(full);
    expect(asRows(read(rows(full, left)))).toEqual(full);
  });

  test('leaves the title above and the note below outside', () => {
    const glyphs = [
      ...written('部门收支情况表', 200, 60, 14),
      ...rows(finance, places),
      ...written('注：本表数据来自决算报表。', 60, 200),
    ];
    expect(asRows(read(glyphs))).toEqual(finance);
  });

  test('takes the second line of a cell into it', () => {
    const glyphs = [
      ...rows(finance.slice(0, 2), places),
      ...written('对个人和家庭的补助和其他各', 60, 132),
      ...['12.00', '11.00', '91.67%'].flatMap((text, i) =>
        rows([[text]], [places[i + 1] ?? 0], 132),
      ),
      ...written('项支出', 60, 144),
      ...rows(finance.slice(2), places, 164),
    ];
    expect(asRows(read(glyphs))?.[2]?.[0]).toBe('对个人和家庭的补助和其他各项支出');
  });
});

describe('a table of horizontal rules alone', () => {
  const rules = [90, 112, 164].map((y) => segment(55, y, 485, y));
  const words = [
    ['指标名称', '完成情况', '备注'],
    ['政府采购执行', '规范', '无'],
    ['群众满意度', '较好', '见附件'],
    ['资金拨付', '及时', '无'],
  ];

  test('needs no figures, and its head is the row above the second rule', () => {
    expect(asRows(read(rows(words, [60, 240, 400]), rules))).toEqual(words);
  });

  test('has a row between every two rules if it is ruled row by row', () => {
    const every = [90, 112, 140, 162, 184].map((y) => segment(55, y, 485, y));
    const glyphs = [
      ...rows(words.slice(0, 1), [60, 240, 400], 96),
      ...written('政府采购执', 60, 115),
      ...written('行规范性', 60, 127),
      ...rows([['规范', '无']], [240, 400], 121),
      ...rows(words.slice(2), [60, 240, 400], 146).map((glyph) => glyph),
    ];
    const found = asRows(read(glyphs, every));
    expect(found?.[1]).toEqual(['政府采购执行规范性', '规范', '无']);
  });

  test('joins a title over several columns into one cell', () => {
    const glyphs = [...written('年度预算执行情况及说明', 240, 82), ...rows(words, [60, 240, 400])];
    const head = read(
      glyphs,
      [75, 95, 112, 164].map((y) => segment(55, y, 485, y)),
    );
    expect(asRows(head)?.at(-1)).toEqual(words.at(-1));
  });

  test('does not swallow paragraphs between two lines across the page', () => {
    const prose = [
      '本年度部门整体支出绩效目标完成情况良好，各项工作',
      '按计划推进，资金使用合规。',
    ];
    const glyphs = prose.flatMap((text, i) => written(text, 60, 100 + 16 * i));
    expect(read(glyphs, [segment(55, 90, 485, 90), segment(55, 140, 485, 140)])).toBeNull();
  });
});

describe('no table is made of', () => {
  test('ordinary paragraphs', () => {
    const prose = [
      '一、部门概况。本单位内设机构5个，在职人员679人，',
      '其中行政编制54人，事业编制625人，退休人员57人。',
      '二、支出情况。基本支出16290.81万元，项目支出912.96',
      '万元，合计17203.77万元，较上年增长百分之三点二。',
    ];
    expect(read(prose.flatMap((text, i) => written(text, 60, 100 + 16 * i)))).toBeNull();
  });

  test('justified text with wide spaces', () => {
    const lines = [
      ['the total', 'of 1068.67', 'was spent in', 'the year'],
      ['and 912.96', 'went to', 'projects of', 'all kinds'],
      ['while some', 'remained for', 'the next', '12 months'],
      ['as was', 'planned in', 'the budget', 'of 2023'],
    ];
    const glyphs = lines.flatMap((words, i) => {
      let pen = 60;
      return words.flatMap((word, k) => {
        const piece = written(word, pen, 100 + 16 * i);
        pen = (piece.at(-1)?.x1 ?? pen) + 13 + ((i + k) % 3) * 9;
        return piece;
      });
    });
    expect(read(glyphs)).toBeNull();
  });

  test('lines to fill in and to sign', () => {
    const block = [
      ['填报人：张三', '联系电话：1234567', '填报日期：2024'],
      ['审核人：李四', '联系电话：7654321', '审核日期：2024'],
      ['单位负责人：', '（盖章）', '日期：2024'],
    ];
    expect(read(rows(block, [60, 220, 380]))).toBeNull();
    expect(read(rows(block.slice(0, 1), [60, 220, 380]))).toBeNull();
  });

  test('a numbered list', () => {
    const list = [
      ['1.', '按时完成年度建设内容'],
      ['2.', '资金拨付及时率达到要求'],
      ['3.', '群众满意度进一步提高'],
      ['4.', '制度建设不断完善'],
    ];
    expect(read(rows(list, [60, 90]))).toBeNull();
  });

  test('a table of contents', () => {
    const contents = [
      ['一、部门概况', '3'],
      ['二、收支预算', '5'],
      ['三、绩效目标', '12'],
      ['四、其他事项', '12'],
      ['五、名词解释', '15'],
    ];
    expect(read(rows(contents, [60, -480]))).toBeNull();
  });

  test('text in two columns', () => {
    const column = [
      '绩效评价工作按照统一部署认真',
      '开展，成立工作小组，制定方案',
      '对照目标逐项核查，形成本报告',
      '并按规定时间报送财政部门审核',
    ];
    const glyphs = column.flatMap((text, i) => [
      ...written(text, 60, 100 + 16 * i),
      ...written([...text].reverse().join(''), 300, 100 + 16 * i),
    ]);
    expect(read(glyphs)).toBeNull();
  });
});
