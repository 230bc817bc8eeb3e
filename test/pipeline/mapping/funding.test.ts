import { describe, expect, test } from 'vitest';
import { amountsOf, readDrawn } from './document-picture.ts';

const title = '2024年度项目支出绩效自评表';

describe('the figures of a funding block', () => {
  test('stand under their columns, whatever the order of these', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < | < |
      | 项目资金↵（万元） | 全年执行数 | 执行率 |  | 年初预算数 | 得分 |
      | 年度资金总额 | 98.47 | 98.47% |  | 100 | 9.8 |
      | 其中：当年财政拨款 | 80 | — |  | 80 | — |`);
    expect(amountsOf(form)).toEqual([
      'total.executed=984700',
      'total.initial_budget=1000000',
      'current_appropriation.executed=800000',
      'current_appropriation.initial_budget=800000',
    ]);
    expect(form?.executions).toMatchObject([
      { line_code: 'total', execution_rate: 0.9847, score: 9.8, weight: null },
    ]);
  });

  test.each([
    ['单位：元', '项目资金', '年度资金总额', 100],
    ['', '项目资金（元）', '年度资金总额', 100],
    ['', '项目资金（万元）', '年度资金总额（元）', 100],
    ['', '项目资金（万元）', '年度资金总额', 1_000_000],
    ['', '项目资金', '年度资金总额', 1_000_000],
    ['金额单位：千元', '项目资金', '年度资金总额', 100_000],
  ])('are in the unit that stands nearest: %s %s %s', (line, block, label, expected) => {
    const [form] = readDrawn(`
      ${title}
      ${line}
      | 项目名称 | 道路养护 | < |
      | ${block} | 年初预算数 | 全年执行数 |
      | ${label} | 100 | 8万 |`);
    const fen = (expected * 100).toFixed(0);
    expect(form?.amounts.map((a) => a.amount_fen)).toEqual([Number(fen), 8_000_000]);
  });

  test('that share a cell with their label are reported figures', () => {
    const [form] = readDrawn(`
      2024年度部门整体支出绩效自评表
      | 部门名称：甲县乙局 | < | < | < | < |
      | 年度预算申请（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 |
      | ^ | 年度资金总额 | 1068.67 | 1981.63 | 1981.63 |
      | ^ | 按收入性质分：1981.63万元 | < | 按支出性质分：1981.63 | < |
      | ^ | 其中：一般公共预算：1068.67 | < | 其中：基本支出：900 | < |
      | ^ | 政府性基金拨款：0 | < | 项目支出：—— | < |
      | ^ | 纳入专户管理的非税收入拨款： | < |  | < |`);
    expect(amountsOf(form).slice(3)).toEqual([
      'income_total.reported=19816300',
      'expenditure_total.reported=19816300',
      'general_public_budget.reported=10686700',
      'basic_expenditure.reported=9000000',
      'government_fund.reported=0',
    ]);
    expect(form?.unit_name).toBe('甲县乙局');
  });

  test('that do not parse stay unknown, with their text', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < |
      |  | 全年预算数 | 全年执行数 |
      | 年度资金总额 | 5↵3 | 1068.↵67 |`);
    expect(form?.amounts).toMatchObject([
      { measure: 'annual_budget', amount_fen: null, amount_raw: '5\n3' },
      { measure: 'executed', amount_fen: 1_068_670_000 },
    ]);
  });

  test('of a line that no dictionary knows are left, and the label is listed', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < |
      |  | 全年预算数 | 全年执行数 |
      | 年度资金总额 | 8 | 8 |
      | 县级专项资金 | 5 | 3 |`);
    expect(amountsOf(form)).toEqual(['total.annual_budget=80000', 'total.executed=80000']);
    expect(form?.unmapped_labels.map((u) => u.label)).toEqual(['县级专项资金']);
  });
});
