import { describe, expect, test } from 'vitest';
import { amountsOf, readDrawn } from './document-picture.ts';

const project = (rows: string, before = '', after = '') =>
  readDrawn(`
    2023年度项目支出绩效自评表
    ${before}
    | 项目名称 | 道路养护 | < | < |
    | 实施单位 | 甲县乙镇人民政府 | < | < |
    ${rows}
    ${after}`)[0];

describe('a money unit', () => {
  const rows = (unit: string) => `
    | 项目资金${unit} | 年初预算数 | 全年预算数 | 全年执行数 |
    | 年度资金总额 | 1000 | 1000 | 1000 |`;

  test('of another currency leaves the figures unread, and kept', () => {
    const form = project(rows('（万美元）'));
    expect(form?.amounts.map((a) => [a.amount_fen, a.amount_raw])).toEqual([
      [null, '1000'],
      [null, '1000'],
      [null, '1000'],
    ]);
  });

  test('in a note below the table holds for it', () => {
    const form = project(rows(''), '', '注：本表金额单位为元。');
    expect(form?.amounts[0]?.amount_fen).toBe(100_000);
    expect(form?.unit_stated).toBe(true);
  });

  test('that nothing states is said not to be stated', () => {
    expect(project(rows(''))?.unit_stated).toBe(false);
  });
});

test('figures of a plan over several years are not the year’s, and are named', () => {
  const [form] = readDrawn(`
    2022年度项目支出绩效目标申报表
    | 项目名称 | 数字乡村 | < | < | < |
    | 项目资金（万元） | 实施期资金总额： | 900 | 年度资金总额： | 300 |
    | ^ | 其中：财政拨款 | 800 | 其中：财政拨款 | 250 |
    | 总体目标 | 实施期目标 | < | 年度目标 | < |
    | ^ | 建成三个平台 | < | 建成一个平台 | < |
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | < |
    | 产出指标 | 数量指标 | 平台数 | 1个 | < |`);
  expect(amountsOf(form)).toEqual([
    'total.reported=3000000',
    'current_appropriation.reported=2500000',
  ]);
  expect(form?.unclaimed.map((c) => c.text)).toEqual(['900', '800']);
  expect(form?.goals.map((g) => g.expected_text)).toEqual(['建成一个平台']);
});

test('a total below tasks is the total, and columns of no known meaning are named', () => {
  const [form] = readDrawn(`
    2022年度部门整体支出绩效自评表
    | 部门名称 | 甲县农业农村局 | < | < | < |
    | 年度主要任务 | 任务名称 | 全年预算数 | 财政安排部分 | 全年执行数 |
    | ^ | 高标准农田 | 500 | 400 | 480 |
    | ^ | 金额合计 | 500 | 400 | 480 |`);
  expect(form?.amounts.map((a) => `${a.line_code}.${a.measure}`).sort()).toEqual([
    'task.annual_budget',
    'task.executed',
    'total.annual_budget',
    'total.executed',
  ]);
  expect(form?.unclaimed.map((c) => c.text)).toEqual(['400', '400']);
});

test('points merged over two indicators are given once', () => {
  const form = project(`
    | 一级指标 | 三级指标 | 年度指标值 | 分值 |
    | 产出指标 | 赛事 | 10场 | 60 |
    | ^ | 培训 | 5期 | ^ |`);
  expect(form?.indicators.map((i) => i.weight)).toEqual([60, null]);
});

test('several pairs in one cell are each their own', () => {
  const [form] = readDrawn(`
    2023年度项目支出绩效自评表
    | 项目名称：村道硬化    实施单位：甲县大坪镇人民政府    单位：万元 | < | < | < |
    | 项目资金 | 年初预算数 | 全年预算数 | 全年执行数 |
    | 年度资金总额 | 50 | 50 | 45 |`);
  expect(form).toMatchObject({ project_name: '村道硬化', unit_name: '甲县大坪镇人民政府' });
});

describe('labels', () => {
  test('that end with a colon have their figure in the next cell', () => {
    const [form] = readDrawn(`
      2024年度部门整体支出绩效目标申报表
      | 部门名称 | 甲县青石镇人民政府 | < | < |
      | 资金总额： | 1356.4 | < | < |
      | 按收入性质分： | 1356.4 | 按支出性质分： | 1356.4 |
      | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | 产出指标 | 数量指标 | 村数 | 12个 |`);
    expect(amountsOf(form)).toEqual([
      'total.reported=13564000',
      'income_total.reported=13564000',
      'expenditure_total.reported=13564000',
    ]);
  });

  test('in a row of their own have their figures below', () => {
    const [form] = readDrawn(`
      2024年度部门整体支出绩效目标申报表
      | 部门名称 | 联系人 | 资金总额 | < |
      | 甲县沙洲乡人民政府 | 王某 | 1356.4 | < |
      | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | 产出指标 | 数量指标 | 村数 | 12个 |`);
    expect(form?.unit_name).toBe('甲县沙洲乡人民政府');
    expect(amountsOf(form)).toEqual(['total.reported=13564000']);
  });
});

describe('a fund block that is not understood', () => {
  test('with rows and columns exchanged is named figure by figure', () => {
    const form = project(`
      | 项目资金（万元） | 资金总额 | 财政拨款 | 其他资金 |
      | 年初预算数 | 100 | 80 | 20 |
      | 全年执行数 | 95 | 78 | 17 |`);
    expect(form?.amounts).toEqual([]);
    expect(form?.unclaimed.map((c) => c.text)).toEqual(['100', '80', '20', '95', '78', '17']);
  });

  test('with a second header row and no labels takes nothing from below it', () => {
    const form = project(`
      | 项目资金 | 全年预算数 | < | 全年执行数 | < |
      | ^ | 小计 | 财政拨款 | 小计 | 财政拨款 |
      | ^ | 100 | 80 | 95 | 78 |`);
    expect(amountsOf(form)).toEqual(['total.annual_budget=1000000', 'total.executed=950000']);
    expect(form?.unclaimed.map((c) => c.text)).toEqual(['80', '78']);
  });

  test('with a second header row keeps what has a measure and names the rest', () => {
    const form = project(`
      | 项目资金 | 全年预算数 | < | 全年执行数 | < |
      | ^ | 小计 | 财政拨款 | 小计 | 财政拨款 |
      | 年度资金总额 | 100 | 80 | 95 | 78 |`);
    expect(amountsOf(form)).toEqual(['total.annual_budget=1000000', 'total.executed=950000']);
    expect(form?.unclaimed.map((c) => c.text)).toEqual(['80', '78']);
  });
});

describe('years', () => {
  test('of three columns of accounts are told apart by the form’s year', () => {
    const [form] = readDrawn(`
      2023年度部门整体支出绩效评价基础数据表
      | 财政供养人员情况（人） | 编制数 | 2023年实际在职人数 | 控制率 |
      | ^ | 20 | 19 | 95% |
      | 经费控制情况（万元） | 2021年决算数 | 2022年决算数 | 2023年决算数 |
      | 三公经费 | 10 | 9 | 8 |
      | 公用经费 | 100 | 110 | 120 |`);
    const three = form?.base_data.filter((b) => b.item_code === 'three_public_total');
    expect(three?.map((b) => [b.measure, b.period_year, b.value])).toEqual([
      ['prior_final', 2021, 10],
      ['prior_final', 2022, 9],
      ['current_final', 2023, 8],
    ]);
  });

  test('are never taken from the date a form was filled in', () => {
    const [form] = readDrawn(`
      部门整体支出绩效自评表
      | 部门名称 | 甲县蓝石镇人民政府 | < | < |
      | 年度预算申请（万元） | 年初预算数 | 全年预算数 | 全年执行数 |
      | 年度资金总额 | 10 | 10 | 10 |
      填报日期：2024年3月5日`);
    expect(form).toMatchObject({ fiscal_year: null, filled_on: '2024-03-05' });
  });
});

test('the unit on the line above a title is the form’s', () => {
  const [form] = readDrawn(`
    甲县清河镇人民政府
    2023年度部门整体支出绩效自评报告
    一、部门基本情况
    概况。
    二、存在的问题及原因分析
    无。`);
  expect(form).toMatchObject({ form_type: 'overall_report', unit_name: '甲县清河镇人民政府' });
});
