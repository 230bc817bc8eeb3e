import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dump } from './dump.ts';
import { outline, read } from './read.ts';

async function outlineOf(source: string): Promise<(string | string[][])[]> {
  return outline((await read(source)).value);
}

const head = ['绩\n效\n指\n标', '一级', '二级', '三级', '目标值', '完成值', '分值', '得分', '原因'];
const indicators = [
  ['', '产出(50分)', '数量', '修路里程', '12公里', '12公里', '15', '15', ''],
  ['', '', '质量', '合格率', '≥90%', '91%', '15', '12', '材料涨价'],
  ['', '效益(30分)', '社会', '出行便利', '提高', '提高', '20', '20', '　'],
];

describe('a table of a tab-led dump', () => {
  test('keeps paragraphs around it, cells of several lines and rows of different widths', async () => {
    const table = [
      ['单位名称', '某镇人民政府'],
      ['年度预\n算申请', '', '年初', '全年'],
      ['', '按收入性质分：10', '按支出性质分：10'],
    ];
    const source = dump('附件1', '自评表', table, '', '填报人：');
    expect(await outlineOf(source)).toEqual(['附件1', '自评表', table, '填报人：']);
  });

  test('holds lone TABs as cells, at their ordinals, and says that it is ragged', async () => {
    const { value } = await read(dump([['甲', '乙', '丙'], ['', '', '丁'], ['戊']]));
    const [table] = value.blocks;
    expect(table).toMatchObject({ kind: 'table', rows: 3, columns: 3, ragged: true, parent: null });
    expect(table?.kind === 'table' && table.cells[5]).toEqual({
      row: 1,
      column: 2,
      rowSpan: 1,
      columnSpan: 1,
      text: '丁',
      page: null,
      box: null,
      confidence: 1,
    });
  });

  test('is told from the next one by the paragraph between them, even an empty one', async () => {
    const first = [
      ['甲', '1'],
      ['乙', '2'],
    ];
    const second = [
      ['丙', '3'],
      ['丁', '4'],
    ];
    expect(await outlineOf(dump(first, '', second))).toEqual([first, second]);
    expect(await outlineOf(dump(first, '项目表', second))).toEqual([first, '项目表', second]);
  });

  test('is told from a next one that has an empty corner by the widths', async () => {
    const first = [
      ['甲', '1'],
      ['乙', '2'],
    ];
    const second = [
      ['', '预算', '决算'],
      ['丙', '3', '4'],
    ];
    expect(await outlineOf(dump(first, '', second))).toEqual([first, second]);
  });

  test('may be the first thing of the text, after spaces', async () => {
    const table = [
      ['部门', '某镇'],
      ['资金', '10'],
    ];
    expect(await outlineOf(` ${dump(table)}`)).toEqual([table]);
  });
});

describe('an empty paragraph inside a cell', () => {
  test('before points in brackets does not end the row', async () => {
    const rows = [
      head,
      ['', '产出\n\n(40分)', '数量', '修路', '1', '1', '40', '40', ''],
      ...indicators,
    ];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', rows, '注']);
  });

  test('before points in brackets and a line of spaces does not end the row', async () => {
    const rows = [
      head,
      ['', '效益\n\n（20分）\n　', '社会', '修路', '1', '1', '40', '40', ''],
      ...indicators,
    ];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', rows, '注']);
  });

  test('between the paragraphs of a long last cell does not end the table', async () => {
    const rows = [
      ['年度目标', '一、保障运转。\n\n二、促进发展。\n\n三、完成交办事项。'],
      ['备注', '无'],
    ];
    expect(await outlineOf(dump('表', rows, '', '正文'))).toEqual(['表', rows, '正文']);
  });

  test('is seen by the widths alone where the dump has lost the second line end of tables', async () => {
    const rows = [
      head,
      ['', '产出\n\n(40分)', '数量', '修路', '1', '1', '40', '40', ''],
      ...indicators,
    ];
    const source = dump('表', rows, '填报人：某').replaceAll('\n\n\n', '\n\n');
    expect(await outlineOf(source)).toEqual(['表', rows, '填报人：某']);
  });

  test('two of them before points in brackets are seen by the widths', async () => {
    const rows = [
      head,
      ['', '产出\n\n\n(40分)', '数量', '修路', '1', '1', '40', '40', ''],
      ...indicators,
    ];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', rows, '注']);
  });

  test('never swallows the title of the next table', async () => {
    const first = [['总分', '100', '92', '']];
    const second = [
      ['项目名称', '道路'],
      ['主管部门', '某局', '实施单位', '某镇'],
      ['甲', '乙', '丙', '丁', '戊', '己'],
    ];
    expect(await outlineOf(dump(first, '（2024年度）', second))).toEqual([
      first,
      '（2024年度）',
      second,
    ]);
  });
});

describe('an empty paragraph at the end of a cell looks like the end of a row', () => {
  const before = [
    ['单位', '某镇'],
    ['目标', '预期', '完成'],
  ];
  const sideLabel = (text: string): string[] => [text, ...head.slice(1)];

  test('a side label set one character a line is joined to its head row, with a notice', async () => {
    const { value, notices } = await read(
      dump('表', [...before, sideLabel('绩\n效\n指\n标\n'), ...indicators], '', '注'),
    );
    expect(outline(value)).toEqual(['表', [...before, head, ...indicators], '注']);
    expect(notices).toEqual([
      { code: 'txt-row-joined', message: expect.any(String), at: 'table 1 row 3' },
    ]);
  });

  test('a side label on one line is joined where several rows below it fit', async () => {
    const rows = [...before, sideLabel('绩效\n'), ...indicators];
    const joined = [...before, sideLabel('绩效'), ...indicators];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', joined, '注']);
  });

  test('a side label whose head row begins with an empty cell is joined if it is set in lines', async () => {
    const rows = [
      ['单位', '某镇'],
      ['项目资金\n（万元）\n', '', '年初', '全年', '执行'],
      ['', '总额', '1', '2', '3'],
      ['', '拨款', '1', '2', '3'],
    ];
    const joined = rows.map((row) => row.map((cell) => cell.replace(/\n$/, '')));
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', joined, '注']);
  });

  test('a side label is joined where its first indicator row is itself cut by an empty paragraph', async () => {
    const cut = ['', '产出\n\n(40分)', '数量', '修路', '1', '1', '40', '40', ''];
    const rows = [...before, sideLabel('绩\n效\n'), cut, ...indicators];
    const joined = [...before, sideLabel('绩\n效'), cut, ...indicators];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', joined, '注']);
  });

  test('a label below a running vertical merge is joined', async () => {
    const cut = ['', '效益\n', '社会', '便利', '提高', '提高', '20', '20', ''];
    const rows = [head, indicators[0] ?? [], cut, indicators[1] ?? []];
    const joined = rows.map((row) => row.map((cell) => cell.replace(/\n$/, '')));
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', joined, '注']);
  });

  test('several of them in the last cell before a row below a merge are no end of the table', async () => {
    const rows = [
      ['目标', '预期', '完成\n\n'],
      ['', '保障', '已保障'],
      ['总分', '100', '92'],
    ];
    const trimmed = [['目标', '预期', '完成'], ...rows.slice(1)];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', trimmed, '注']);
  });

  test('in the last cell of a row it is no end of the table', async () => {
    const rows = [
      ['目标', '预期\n'],
      ['', '保障运转\n'],
      ['总分', '100'],
    ];
    const trimmed = [
      ['目标', '预期'],
      ['', '保障运转'],
      ['总分', '100'],
    ];
    expect(await outlineOf(dump('表', rows, '', '注'))).toEqual(['表', trimmed, '注']);
  });

  test.each([
    [
      'a caption over a head of two lines',
      [['支出情况'], ['科目', '金额'], ['', '基本', '项目'], ['甲', '1', '2']],
    ],
    [
      'short rows that add up to a full one',
      [
        ['部门', '甲', '单位', '乙'],
        ['名称', '丙'],
        ['期限', '一年'],
        ['负责人', '丁', '电话', '0'],
      ],
    ],
    [
      'a full row below a short one',
      [
        ['名称', '丙'],
        ['甲', '乙', '丙', '丁'],
        ['', '1', '2', '3'],
        ['', '1', '2', '3'],
      ],
    ],
    [
      'a caption inside the table',
      [['甲', '乙'], ['基本情况'], ['丙', '丁', '戊'], ['己', '1', '2']],
    ],
  ])('%s stays as it is', async (_, rows) => {
    const { value, notices } = await read(dump('表', rows, '', '注'));
    expect(outline(value)).toEqual(['表', rows, '注']);
    expect(notices).toEqual([]);
  });
});

describe('any dump', () => {
  const text = fc.stringMatching(/^[甲乙丙丁0-9.%（）]{1,6}$/);
  const cell = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.tuple(text, text).map((lines) => lines.join('\n')) },
    { weight: 1, arbitrary: fc.tuple(text, text).map((lines) => lines.join('\n\n')) },
  );
  const table = fc
    .integer({ min: 2, max: 9 })
    .chain((width) =>
      fc
        .tuple(
          fc.array(text, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
        )
        .map(([first, rest]) => [first, ...rest]),
    );

  test('gives back the tables it was written from, empty paragraphs inside cells included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (tables) => {
        // The first table shows that the dump marks table ends; see marksTableEnds.
        const parts = [[['甲', '乙']], ...tables].flatMap((rows) => ['题', rows]);
        expect(await outlineOf(dump(...parts, '', '完'))).toEqual([...parts, '完']);
      }),
      { numRuns: 150 },
    );
  });
});
