import { describe, expect, test } from 'vitest';
import { picture, type Row, read, ruled, type SheetSource, xlsx } from './workbook-file.ts';

const pictureOf = async (...sheets: SheetSource[]): Promise<string[]> =>
  picture((await read(xlsx(sheets))).value);

const form: readonly Row[] = [
  ['项目名称', '道路养护', '主管部门', '交通局'],
  ['年度', '预算数', '执行数', '得分'],
  ['2024', '10', '9', '95'],
];

describe('a table that nothing has been filled in to', () => {
  test('is the row of its headings, under its title', async () => {
    const rows: Row[] = [['支出明细'], ['序号', '支出事项', '金额（元）']];
    expect(await pictureOf({ rows, merges: ['A1:C1'] })).toEqual([
      '支出明细',
      '|序号|支出事项|金额（元）|',
    ]);
  });

  test('is no line to sign, nor one of words far apart', async () => {
    const rows: Row[] = [
      ['自评报告', undefined, '财政局', '2024年'],
      [],
      ['填报人：', '张三', '电话：'],
    ];
    expect(await pictureOf({ rows })).toEqual([
      '自评报告\t财政局\t2024年',
      '填报人：\t张三\t电话：',
    ]);
  });

  test('is a merge over rows and columns where that is all', async () => {
    expect(await pictureOf({ rows: [['目标']], merges: ['A1:B3'] })).toEqual([
      '|目标|←|',
      '|↑|↑|',
      '|↑|↑|',
    ]);
  });

  test('has lines around two cells of one row', async () => {
    expect(await pictureOf({ rows: [['|单位', '|交通局'], [], ['说明']] })).toEqual([
      '|单位|交通局|',
      '说明',
    ]);
  });

  test('keeps its numbered rows', async () => {
    const rows: Row[] = [['序号', '事项', '金额'], [1, '甲', 5], [2], [3]];
    expect((await pictureOf({ rows })).slice(2)).toEqual(['|2|||', '|3|||']);
  });
});

describe('headings without lines on a table with lines', () => {
  test('are its first row where they reach over all of its columns', async () => {
    const rows: Row[] = [['自评表'], ['年度', '预算', '执行'], ...ruled([['2024', '10', '9']])];
    expect(await pictureOf({ rows })).toEqual(['自评表', '|年度|预算|执行|', '|2024|10|9|']);
  });

  test('are none where they leave something to fill in', async () => {
    const rows: Row[] = [['单位：甲', '年度：', '万元'], ...ruled([['2024', '10', '9']])];
    expect(await pictureOf({ rows })).toEqual(['单位：甲\t年度：\t万元', '|2024|10|9|']);
  });
});

describe('lines under a table without lines', () => {
  test('that are signatures are no row of it', async () => {
    const rows: Row[] = [...form, ['注：一式两份。'], ['填报人：', '张三', '电话：', '123']];
    expect((await pictureOf({ rows })).slice(2)).toEqual([
      '|2024|10|9|95|',
      '注：一式两份。',
      '填报人：\t张三\t电话：\t123',
    ]);
  });

  test('that end it and entitle the next part two tables of the same columns', async () => {
    const rows: Row[] = [...form, ['填报人：'], ['附件2'], ['自评表'], ...form];
    expect((await pictureOf({ rows })).slice(2, 7)).toEqual([
      '|2024|10|9|95|',
      '填报人：',
      '附件2',
      '自评表',
      '|项目名称|道路养护|主管部门|交通局|',
    ]);
  });
});

describe('the name of a sheet', () => {
  const rows = ruled(form);

  test('is the title of a table that has no other', async () => {
    const { value } = await read(xlsx([{ name: '项目支出绩效自评表', rows }]));
    expect(picture(value)[0]).toBe('项目支出绩效自评表');
    expect(value.leftovers).toEqual([]);
  });

  test('is not where a line above the table, or its first row, says what it is', async () => {
    const named = { name: '项目支出绩效自评表' };
    expect(await pictureOf({ ...named, rows: [['2024年部门整体自评表'], ...rows] })).not.toContain(
      named.name,
    );
    const inside: Row[] = [['|部门整体自评表', '|', '|', '|'], ...rows];
    expect(await pictureOf({ ...named, rows: inside, merges: ['A1:D1'] })).not.toContain(
      named.name,
    );
  });

  test('is not where a program gave it, or the table goes on', async () => {
    for (const name of ['Sheet1', '工作表1', '新建工作表 (2)', '自评表', '项目自评表（续）']) {
      expect(await pictureOf({ name, rows })).not.toContain(name);
    }
  });
});
