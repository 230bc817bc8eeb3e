import type { Source } from '../../../schemas/form.ts';
import { amount, base, columns, execution, fen, form } from './form-builder.ts';
import type { RuleCase } from './rule-cases.ts';

/** Blocks of funds as they vary: other sources, task rows, units of their own. */

const reported = (line: Parameters<typeof amount>[0], wan: number) => amount(line, 'reported', wan);
const declaration = (...amounts: ReturnType<typeof amount>[]) =>
  form('overall_target', { amounts });
const overall = (...amounts: ReturnType<typeof amount>[]) =>
  form('overall_self_evaluation', { amounts });

/** A cell printed in a unit of its own, or in the header's. */
const printed = (amount_raw: string, wan: number, measure: 'annual_budget' | 'executed') => ({
  ...amount('total', measure, wan),
  amount_raw,
});

const inRow = (row_no: number): Source => ({
  page: null,
  table_no: 1,
  row_no,
  column_no: 3,
  box: null,
  raw_text: '',
  method: 'cell',
  confidence: 1,
});

/** A row of a block by tasks: its budget, what was spent, its points. */
function task(
  label: string,
  row: number,
  budget: number,
  spent: number,
  weight: number,
  score: number,
) {
  const sources = { amount_fen: inRow(row) };
  const named = { line_label_raw: label, sources };
  return {
    amounts: [
      { ...amount('task', 'annual_budget', budget), ...named },
      { ...amount('task', 'executed', spent), ...named },
    ],
    execution: execution({
      line_code: 'task',
      line_label_raw: label,
      weight,
      score,
      execution_rate: null,
      execution_rate_raw: null,
      sources: { score: inRow(row) },
    }),
  };
}

const ofTasks = (...rows: ReturnType<typeof task>[]) =>
  form('overall_self_evaluation', {
    amounts: rows.flatMap((row) => row.amounts),
    executions: rows.map((row) => row.execution),
  });

export const blockCases: readonly RuleCase[] = [
  {
    code: 'income_sources_sum',
    name: 'an appropriation that stands for the funds it is of',
    forms: [
      declaration(
        reported('total', 1500),
        reported('current_appropriation', 1200),
        reported('other_funds', 300),
      ),
    ],
    says: null,
  },
  {
    code: 'income_sources_sum',
    name: 'an appropriation with which nothing adds up, as a warning',
    forms: [
      declaration(
        reported('total', 1500),
        reported('current_appropriation', 1100),
        reported('other_funds', 300),
      ),
    ],
    says: '其他资金300万元 + 当年财政拨款1100万元 = 1400万元，相差100万元',
    severity: 'warning',
  },
  {
    code: 'income_sources_sum',
    name: 'sources that do not add up, one of them broken down by level',
    forms: [
      overall(
        reported('income_total', 100),
        reported('general_public_budget', 60),
        reported('provincial_funds', 40),
        reported('county_funds', 20),
        reported('government_fund', 30),
      ),
    ],
    says: '一般公共预算60万元 + 政府性基金30万元 = 90万元，相差10万元',
  },
  {
    code: 'expenditure_kinds_sum',
    name: 'personnel in the place of basic expenditure',
    forms: [
      declaration(
        reported('total', 100),
        reported('personnel', 60),
        reported('public_expense', 10),
        reported('project_expenditure', 30),
      ),
    ],
    says: null,
  },
  {
    code: 'execution_score_mismatch',
    name: 'the points of the tasks added up in a row of their own',
    forms: [
      ofTasks(
        task('农田', 2, 500, 480, 4, 3.84),
        task('农机', 3, 300, 300, 6, 6),
        task('金额合计', 4, 800, 780, 10, 9.84),
      ),
    ],
    says: null,
  },
  {
    code: 'execution_score_mismatch',
    name: 'tasks of one name, each by its own row',
    forms: [ofTasks(task('其他', 2, 100, 100, 5, 5), task('其他', 3, 100, 50, 4, 2))],
    says: null,
  },
  {
    code: 'execution_score_mismatch',
    name: 'a task whose points its row does not give',
    forms: [ofTasks(task('其他', 2, 100, 100, 5, 5), task('其他', 3, 100, 50, 5, 5))],
    says: '执行率50%、分值5分',
  },
  {
    code: 'scores_sum',
    name: 'tasks with a row that adds them up',
    forms: [
      {
        ...ofTasks(
          task('农田', 2, 500, 480, 4, 3.84),
          task('农机', 3, 300, 300, 6, 6),
          task('金额合计', 4, 800, 780, 10, 9.84),
        ),
        form_totals: [{ value_id: 'total', confidence: 1, sources: {}, weight: 10, score: 9.84 }],
      },
    ],
    says: null,
  },
  {
    code: 'unit_scale_suspect',
    name: '1.2亿 beside 12500万元',
    forms: [
      overall(printed('12500万元', 12_500, 'annual_budget'), printed('1.2', 12_000, 'executed')),
    ],
    says: null,
  },
  {
    code: 'unit_conflict',
    name: 'a cell in 万元 in a form in 元',
    forms: [
      overall(
        printed('350000', 35, 'annual_budget'),
        { ...reported('general_public_budget', 30), amount_raw: '300000' },
        { ...reported('other_funds', 5), amount_raw: '5万元' },
      ),
    ],
    says: '其他资金填“5万元”，与本表其他金额的单位（元，如年度资金总额“350000”）不同',
  },
  {
    code: 'unit_conflict',
    name: 'a base figure in 元 in a form in 万元',
    forms: [
      form('overall_base_data', {
        base_data: [
          base('public_expense', 'current_final', 30),
          base('office_expense', 'current_final', 0.35, {
            value_raw: '3500元',
            amount_fen: fen(0.35),
          }),
        ],
      }),
    ],
    says: '填“3500元”，与本表其他金额的单位（万元',
  },
  {
    code: 'unit_conflict',
    name: 'the unit of the header said again, and 亿元 for short',
    forms: [
      overall(printed('35', 35, 'annual_budget'), printed('35万', 35, 'executed'), {
        ...reported('income_total', 12_000),
        amount_raw: '1.2亿元',
      }),
    ],
    says: null,
  },
  {
    code: 'implausible_magnitude',
    name: 'a township of 1 200 000 万元',
    forms: [overall(...columns('total', null, 1_200_000.5, 1_200_000.5))],
    says: '超出乡镇街道的合理规模（1000000万元）',
  },
  {
    code: 'implausible_magnitude',
    name: 'whole figures of a form without a unit',
    forms: [
      {
        ...overall(...columns('total', 900_000, 900_000, 850_000)),
        unit_stated: false,
      },
    ],
    says: '没有标明金额单位，按万元读取年度资金总额为900000万元',
  },
  {
    code: 'implausible_magnitude',
    name: 'more reception than expenditure',
    forms: [
      form('overall_base_data', {
        base_data: [base('official_reception', 'current_final', 32_800)],
      }),
      overall(...columns('total', 100, 840, 840)),
    ],
    says: '公务接待本年决算数32800万元，大于自评表全年执行数840万元',
  },
  {
    code: 'implausible_magnitude',
    name: 'large figures with a unit, with decimals, or of a bureau',
    forms: [
      overall(...columns('total', 900_000, 900_000, 850_000)),
      {
        ...overall(...columns('total', 900_000.5, 900_000, 850_000)),
        unit_stated: false,
      },
      {
        ...overall(...columns('total', 1_200_000, 1_200_000, 1_200_000)),
        unit_name: '甲市交通运输局',
      },
    ],
    says: null,
  },
];
