import { amount, base, columns, execution, form, indicator, total } from './form-builder.ts';
import type { RuleCase } from './rule-cases.ts';

const overall = (...amounts: ReturnType<typeof amount>[]) =>
  form('overall_self_evaluation', { amounts });
const project = (...amounts: ReturnType<typeof amount>[]) =>
  form('project_self_evaluation', { project_name: '甲项目', amounts });
const reported = (line: Parameters<typeof amount>[0], wan: number) => amount(line, 'reported', wan);

export const amountCases: readonly RuleCase[] = [
  {
    code: 'income_sources_sum',
    name: 'sources that do not add up',
    forms: [
      overall(
        reported('income_total', 100),
        reported('general_public_budget', 60),
        reported('government_fund', 30),
      ),
    ],
    says: '一般公共预算60万元 + 政府性基金30万元 = 90万元，相差10万元',
  },
  {
    code: 'income_sources_sum',
    name: 'sources rounded to 0.01 each',
    forms: [
      overall(
        reported('income_total', 100),
        reported('general_public_budget', 60.01),
        reported('government_fund', 39.98),
      ),
    ],
    says: null,
  },
  {
    code: 'income_sources_sum',
    name: 'a carry-over that completes them',
    forms: [
      overall(
        reported('income_total', 100),
        reported('general_public_budget', 60),
        reported('carryover', 40),
      ),
    ],
    says: null,
  },
  {
    code: 'income_sources_sum',
    name: 'a declaration whose 资金总额 is not its sources',
    forms: [
      form('overall_target', {
        amounts: [reported('total', 100), reported('general_public_budget', 90)],
      }),
    ],
    says: '相差10万元',
  },
  {
    code: 'expenditure_kinds_sum',
    name: 'kinds that do not add up',
    forms: [
      overall(
        reported('expenditure_total', 374.8),
        reported('basic_expenditure', 194.5),
        reported('project_expenditure', 3.6),
      ),
    ],
    says: '基本支出194.5万元 + 项目支出3.6万元 = 198.1万元，相差176.7万元',
  },
  {
    code: 'expenditure_kinds_sum',
    name: 'a total with no kinds given',
    forms: [overall(reported('expenditure_total', 374.8))],
    says: null,
  },
  {
    code: 'fund_sources_sum',
    name: 'a total that fails in two columns, said once',
    forms: [project(...columns('total', 6, 6, 16), ...columns('current_appropriation', 6, 16, 6))],
    says: '全年预算数年度资金总额6万元，分项当年财政拨款16万元，相差10万元；全年执行数',
  },
  {
    code: 'fund_sources_sum',
    name: 'blank parts that count as nothing',
    forms: [project(...columns('total', 8, 8, 8), ...columns('current_appropriation', 8, 8, 8))],
    says: null,
  },
  {
    code: 'fund_sources_sum',
    name: 'a part that could not be read',
    forms: [
      project(amount('total', 'executed', 9), amount('current_appropriation', 'executed', 5), {
        ...amount('other_funds', 'executed', 4),
        amount_fen: null,
        amount_raw: '4O',
      }),
    ],
    says: null,
  },
  {
    code: 'fund_sources_sum',
    name: 'a total with no parts',
    forms: [project(...columns('total', 8, 8, 8))],
    says: null,
  },
  {
    code: 'fund_sources_sum',
    name: 'funds by level of government',
    forms: [
      project(
        ...columns('total', 9, 9, 9),
        ...columns('upper_subsidy', 5, 5, 5),
        ...columns('county_funds', 4, 4, 4),
      ),
    ],
    says: null,
  },
  {
    code: 'total_blank',
    name: 'a blank total over filled parts',
    forms: [
      project(
        ...columns('current_appropriation', 7.26, 6.94, 6.94),
        ...columns('carryover', 1, 1, 1),
      ),
    ],
    says: '全年执行数7.94万元',
  },
  {
    code: 'total_blank',
    name: 'a total of zero with parts of zero',
    forms: [project(...columns('total', 0, 0, 0), ...columns('current_appropriation', 0, 0, 0))],
    says: null,
  },
  {
    code: 'column_shift',
    name: 'a total one column to the left of its parts',
    forms: [project(...columns('total', 8, 8, null), ...columns('current_appropriation', 0, 8, 8))],
    says: '疑似整行错填一栏',
  },
  {
    code: 'column_shift',
    name: 'a blank last column over equal figures',
    forms: [project(...columns('total', 8, 8, null), ...columns('current_appropriation', 8, 8, 8))],
    says: null,
  },
  {
    code: 'income_expenditure_balance',
    name: 'unequal compositions',
    forms: [overall(reported('income_total', 198.1), reported('expenditure_total', 374.8))],
    says: '按收入性质分合计198.1万元，与按支出性质分合计374.8万元不一致，相差176.7万元。',
  },
  {
    code: 'income_expenditure_balance',
    name: 'a difference that the carry-over is, as a warning',
    forms: [
      overall(
        reported('income_total', 100),
        reported('expenditure_total', 120),
        reported('carryover', 20),
      ),
    ],
    says: '相差20万元',
    severity: 'warning',
  },
  {
    code: 'income_expenditure_balance',
    name: 'compositions equal but for rounding',
    forms: [overall(reported('income_total', 198.1), reported('expenditure_total', 198.11))],
    says: null,
  },
  {
    code: 'composition_vs_total',
    name: 'compositions that agree with each other and not with the total',
    forms: [
      overall(
        ...columns('total', 90, 95, 95),
        reported('income_total', 120),
        reported('expenditure_total', 120),
      ),
    ],
    says: '均不一致，相差25万元',
  },
  {
    code: 'composition_vs_total',
    name: 'one composition that meets the executed total',
    forms: [
      overall(
        ...columns('total', 90, 99, 95),
        reported('income_total', 95),
        reported('expenditure_total', 120),
      ),
    ],
    says: null,
  },
  {
    code: 'over_execution',
    name: 'more spent than budgeted',
    forms: [project(...columns('total', 6, 6, 7))],
    says: '超出1万元',
  },
  {
    code: 'over_execution',
    name: 'carry-over spent above a budget that leaves it out',
    forms: [
      project(
        ...columns('total', 6, 6, 7),
        ...columns('current_appropriation', 6, 6, 6),
        amount('carryover', 'executed', 1),
      ),
    ],
    says: null,
  },
  {
    code: 'budget_adjustment_large',
    name: 'a budget more than half again as large',
    forms: [overall(...columns('total', 100, 151, 151))],
    says: '增加51.0%',
  },
  {
    code: 'budget_adjustment_large',
    name: 'a budget half again as large',
    forms: [overall(...columns('total', 100, 150, 150))],
    says: null,
  },
  {
    code: 'unbudgeted_spending',
    name: 'a printed zero at the beginning of the year',
    forms: [project(...columns('current_appropriation', 0, 8, 8))],
    says: '年中追加',
  },
  {
    code: 'unbudgeted_spending',
    name: 'a blank beginning of the year',
    forms: [project(...columns('current_appropriation', null, 8, 8))],
    says: null,
  },
  {
    code: 'negative_amount',
    name: 'a negative amount',
    forms: [overall(...columns('total', 10, 10, -10))],
    says: '负数-10万元',
  },
  {
    code: 'negative_amount',
    name: 'a negative adjustment',
    forms: [overall(amount('total', 'budget_adjustment', -10))],
    says: null,
  },
  {
    code: 'fund_in_basic',
    name: 'basic expenditure above the general budget',
    forms: [
      overall(
        reported('general_public_budget', 389),
        reported('government_fund', 451),
        reported('basic_expenditure', 820),
      ),
    ],
    says: '超出431万元',
  },
  {
    code: 'fund_in_basic',
    name: 'a fund spent on projects',
    forms: [
      overall(
        reported('general_public_budget', 389),
        reported('government_fund', 451),
        reported('basic_expenditure', 380),
      ),
    ],
    says: null,
  },
  {
    code: 'unit_scale_suspect',
    name: 'one column in 元',
    forms: [overall(...columns('total', 380_200, 38.02, 38.02))],
    says: '一万倍',
  },
  {
    code: 'unit_scale_suspect',
    name: 'a cell that says 元 itself, as a warning',
    forms: [
      overall(
        { ...amount('total', 'initial_budget', 38.02), amount_raw: '380200元' },
        amount('total', 'annual_budget', 38.02),
      ),
    ],
    says: '混用元与万元',
    severity: 'warning',
  },
  {
    code: 'unit_scale_suspect',
    name: 'a project expenditure told in 元 in the base table',
    forms: [
      form('overall_base_data', { base_data: [base('project_total', 'current_final', 360_000)] }),
      overall(reported('project_expenditure', 36)),
    ],
    says: '相差一万倍',
  },
  {
    code: 'unit_scale_suspect',
    name: 'a budget a thousand times as large',
    forms: [overall(...columns('total', 0.04, 40, 40))],
    says: null,
  },
  {
    code: 'value_unparsed',
    name: 'words where a figure belongs',
    forms: [
      overall({
        ...amount('total', 'initial_budget', 0),
        amount_fen: null,
        amount_raw: '详见附表',
      }),
    ],
    says: '“详见附表”',
  },
  {
    code: 'value_unparsed',
    name: 'a dash',
    forms: [
      overall({ ...amount('total', 'initial_budget', 0), amount_fen: null, amount_raw: ' —— ' }),
    ],
    says: null,
  },
  {
    code: 'low_confidence',
    name: 'a doubtful reading',
    forms: [overall({ ...amount('total', 'executed', 5), confidence: 0.6 })],
    says: '1个值识别把握低于0.75（最低0.60）',
  },
  {
    code: 'low_confidence',
    name: 'readings that are sure enough',
    forms: [overall({ ...amount('total', 'executed', 5), confidence: 0.75 })],
    says: null,
  },
  {
    code: 'missing_required_field',
    name: 'a blank 全年执行数',
    forms: [overall(...columns('total', 10, 10, null))],
    says: '全年执行数空白',
  },
  {
    code: 'missing_required_field',
    name: 'a blank 年初预算数, as projects begun in the year have',
    forms: [overall(...columns('total', null, 10, 10))],
    says: null,
  },
  {
    code: 'execution_rate_mismatch',
    name: 'a rate that no budget gives',
    forms: [
      form('overall_self_evaluation', {
        amounts: columns('total', 90, 100, 82),
        executions: [execution()],
      }),
    ],
    says: '应为82%',
  },
  {
    code: 'execution_rate_mismatch',
    name: 'a rate over a budget that could not be read',
    forms: [
      form('overall_self_evaluation', {
        amounts: columns('total', 90, 100, 82).map((a) =>
          a.measure === 'annual_budget' ? { ...a, amount_fen: null, amount_raw: '1OO' } : a,
        ),
        executions: [execution()],
      }),
    ],
    says: null,
  },
  {
    code: 'execution_rate_mismatch',
    name: 'a rate rounded to its printed digits',
    forms: [
      form('overall_self_evaluation', {
        amounts: columns('total', null, 250_000, 215_457.6),
        executions: [execution({ execution_rate: 0.8619, execution_rate_raw: '86.19%' })],
      }),
    ],
    says: null,
  },
  {
    code: 'rate_other_base',
    name: 'a rate over the initial budget',
    forms: [
      form('overall_self_evaluation', {
        amounts: columns('total', 82, 100, 82),
        executions: [execution()],
      }),
    ],
    says: '以年初预算数82万元为分母',
  },
  {
    code: 'rate_other_base',
    name: 'a rate over both budgets, which are equal',
    forms: [
      form('overall_self_evaluation', {
        amounts: columns('total', 82, 82, 82),
        executions: [execution()],
      }),
    ],
    says: null,
  },
  {
    code: 'execution_score_mismatch',
    name: 'a score by neither formula',
    forms: [form('overall_self_evaluation', { executions: [execution({ score: 7.6 })] })],
    says: '按比例应得10分，填7.6分',
  },
  ...[
    { name: 'pro rata', parts: { execution_rate: 0.976, score: 9.76 } },
    { name: 'pro rata in whole points', parts: { execution_rate: 0.976, score: 9 } },
    { name: 'by band', parts: { execution_rate: 0.85, score: 7 } },
    { name: 'full above 100 %', parts: { execution_rate: 1.15, score: 10 } },
  ].map(({ name, parts }) => ({
    code: 'execution_score_mismatch',
    name: `a score ${name}`,
    forms: [form('overall_self_evaluation', { executions: [execution(parts)] })],
    says: null,
  })),
  {
    code: 'execution_scored_twice',
    name: 'points on the total and on a part of it',
    forms: [
      project(),
      form('project_self_evaluation', {
        executions: [execution(), execution({ line_code: 'current_appropriation' })],
      }),
    ],
    says: '重复填写',
  },
  {
    code: 'execution_scored_twice',
    name: 'points on each task',
    forms: [
      form('overall_self_evaluation', {
        executions: [
          execution({ line_code: 'task', score: 5 }),
          execution({ line_code: 'task', score: 5 }),
        ],
      }),
    ],
    says: null,
  },
  {
    code: 'all_full_scores',
    name: 'full marks throughout',
    forms: [
      form('overall_self_evaluation', {
        indicators: ['甲', '乙', '丙'].map((n) => indicator(n)),
        form_totals: [total(100, 100)],
      }),
    ],
    says: '3项指标全部得满分',
  },
  {
    code: 'all_full_scores',
    name: 'full marks with a blank row',
    forms: [
      form('overall_self_evaluation', {
        indicators: [
          indicator('甲'),
          indicator('乙'),
          indicator('丙'),
          indicator('丁', { weight: null, score: null }),
        ],
        form_totals: [total(100, 100)],
      }),
    ],
    says: null,
  },
];
