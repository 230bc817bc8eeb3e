import { describe, expect, test } from 'vitest';
import { picture, type Row, read, ruled, type SheetSource, xlsx } from './workbook-file.ts';

const pictureOf = async (sheet: SheetSource): Promise<string[]> =>
  picture((await read(xlsx([sheet]))).value);

const form: readonly Row[] = [
  ['项目名称', '道路养护', '主管部门', '交通局'],
  ['年度', '预算数', '执行数', '得分'],
  ['2024', '10', '9', '95'],
];

describe('a form with lines', () => {
  test('has its title, unit and signatures around it as paragraphs', async () => {
    const rows: Row[] = [
      ['附件3'],
      ['2024年度项目支出绩效自评表'],
      ['_填报单位：交通局', '_', '_', '_金额单位：万元'],
      ...ruled(form),
      ['填报人：张三', undefined, '联系电话：123'],
    ];
    expect(await pictureOf({ rows, merges: ['A2:D2'] })).toEqual([
      '附件3',
      '2024年度项目支出绩效自评表',
      '填报单位：交通局\t金额单位：万元',
      '|项目名称|道路养护|主管部门|交通局|',
      '|年度|预算数|执行数|得分|',
      '|2024|10|9|95|',
      '填报人：张三\t联系电话：123',
    ]);
  });

  test('keeps empty rows and columns inside, and loses those at its edges', async () => {
    const rows: Row[] = [
      ['|', '|', '|', '|', '|'],
      ['|', '|指标', '|', '|值', '|'],
      ['|', '|', '|', '|', '|'],
      ['|', '|数量', '|', '|5', '|'],
      ['|', '|', '|', '|', '|'],
    ];
    expect(await pictureOf({ rows })).toEqual(['|指标||值|', '||||', '|数量||5|']);
  });

  test('keeps a title within its lines as a row of its own', async () => {
    const rows: Row[] = [['|自评表', '|', '|', '|'], ...ruled(form)];
    expect((await pictureOf({ rows, merges: ['A1:D1'] }))[0]).toBe('|自评表|←|←|←|');
  });

  test('is known by lines on either side of an edge, and by a merge drawn on its first cell', async () => {
    const rows: Row[] = [
      ['说明：请如实填写'],
      ['|部门', '', '|财政局'],
      ['|目标', '', ''],
      ['|年度', '|2024', '|得分'],
    ];
    expect(await pictureOf({ rows, merges: ['A2:B2', 'B3:C3'] })).toEqual([
      '说明：请如实填写',
      '|部门|←|财政局|',
      '|目标||←|',
      '|年度|2024|得分|',
    ]);
  });

  test('goes on with full rows whose lines were forgotten', async () => {
    const rows: Row[] = [
      ...ruled(form),
      ['2025', '11', '8', '90'],
      ['负责人：', '电话：', '日期：'],
    ];
    const shown = await pictureOf({ rows });
    expect(shown.slice(3)).toEqual(['|2025|11|8|90|', '负责人：\t电话：\t日期：']);
  });

  test('stands apart from another, stacked with no blank row between or several', async () => {
    const other = ruled(form.map((row) => row.map((text) => `${text ?? ''}乙`)));
    const rows: Row[] = [
      ['表一'],
      ...ruled(form),
      ['表二'],
      ...other,
      [],
      [],
      ['表三'],
      ...ruled(form),
    ];
    const { value } = await read(xlsx([{ rows }]));
    expect(value.blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual(
      ['表一', 3, '表二', 3, '表三', 3],
    );
  });

  test('beside another is read whole, with its own title and signatures', async () => {
    const beside = (left: Row, right: Row): Row => [...left, undefined, ...right];
    const blank: Row = [undefined, undefined, undefined, undefined];
    const [first = blank, second = blank, third = blank] = ruled(form);
    const rows: Row[] = [
      ['汇总'],
      beside(['表一', undefined, undefined, undefined], ['表二']),
      [],
      beside(first, first),
      beside(second, second),
      beside(third, third),
      beside(['填报人：甲', undefined, undefined, undefined], third),
      beside(blank, ['填报人：乙']),
    ];
    const { value } = await read(xlsx([{ rows, merges: ['A1:I1'] }]));
    expect(value.blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual(
      ['汇总', '表一', 3, '填报人：甲', '表二', 4, '填报人：乙'],
    );
  });
});

describe('a form without lines', () => {
  test('is found by its rows, with lines of one text around it as paragraphs', async () => {
    const rows: Row[] = [['附件1'], ['自评表'], ['（2024年度）'], ...form, ['说明：保留两位小数']];
    expect(await pictureOf({ rows, merges: ['A2:D2'] })).toEqual([
      '附件1',
      '自评表',
      '（2024年度）',
      '|项目名称|道路养护|主管部门|交通局|',
      '|年度|预算数|执行数|得分|',
      '|2024|10|9|95|',
      '说明：保留两位小数',
    ]);
  });

  test('keeps rows of one text inside, also where a cell reaches down into them', async () => {
    const rows: Row[] = [
      ['资金', '预算', '执行'],
      ['流动资产：'],
      ['现金', '1', '2'],
      ['备注', '一'],
      [undefined, undefined],
    ];
    expect(await pictureOf({ rows, merges: ['B4:C5', 'A4:A5'] })).toEqual([
      '|资金|预算|执行|',
      '|流动资产：|||',
      '|现金|1|2|',
      '|备注|一|←|',
      '|↑|↑|↑|',
    ]);
  });

  test('goes on after a blank row, unless a title or signatures follow', async () => {
    const rows: Row[] = [
      ...form,
      [],
      ['2025', '8', '7', '90'],
      [],
      ['负责人：', '电话：', '日期：'],
    ];
    expect((await pictureOf({ rows })).slice(2)).toEqual([
      '|2024|10|9|95|',
      '|||||',
      '|2025|8|7|90|',
      '负责人：\t电话：\t日期：',
    ]);
  });

  test('parts from one of other columns right below its signatures', async () => {
    const rows: Row[] = [
      ...form,
      ['填报人：'],
      ['附件2'],
      [undefined, undefined, undefined, undefined, '甲', '乙', '丙'],
      [undefined, undefined, undefined, undefined, '1', '2', '3'],
    ];
    expect((await pictureOf({ rows })).slice(2)).toEqual([
      '|2024|10|9|95|',
      '填报人：',
      '附件2',
      '|甲|乙|丙|',
      '|1|2|3|',
    ]);
  });

  test('beside another parts from it where each has a title of its own', async () => {
    const rows: Row[] = [
      ['表一', undefined, undefined, '表二'],
      ['甲', '1', undefined, '丙', '3'],
      ['乙', '2', undefined, '丁', '4'],
    ];
    expect(await pictureOf({ rows })).toEqual([
      '表一',
      '|甲|1|',
      '|乙|2|',
      '表二',
      '|丙|3|',
      '|丁|4|',
    ]);
  });

  test('with an empty column and one title stays whole', async () => {
    const rows: Row[] = [
      ['表一'],
      ['甲', '1', undefined, '丙', '3'],
      ['乙', '2', undefined, '丁', '4'],
    ];
    expect(await pictureOf({ rows })).toEqual(['表一', '|甲|1||丙|3|', '|乙|2||丁|4|']);
  });
});

test('a sheet of text is its lines', async () => {
  const rows: Row[] = [['自评报告'], ['一、部门概况\n（一）职责'], [], ['二、绩效']];
  expect(await pictureOf({ rows, merges: ['A1:H1', 'A2:H2'] })).toEqual([
    '自评报告',
    '一、部门概况',
    '（一）职责',
    '二、绩效',
  ]);
});
