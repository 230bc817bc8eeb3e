import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { counterpart, projectsOf } from './counterpart.ts';
import { amountOf, formsOf, knownAmounts, moneyOf } from './form-records.ts';
import { sameAmount, wanYuan } from './money.ts';
import { factOf } from './narrative-facts.ts';
import type { Rule } from './rule.ts';
import { checkSum, idsOf, moneyColumns, type Term } from './sum.ts';
import { columnSum } from './total-row.ts';

const selfEvaluation = 'overall_self_evaluation';

const baseVsEvaluation: Rule = {
  code: 'base_vs_evaluation',
  severity: 'error',
  title: '基础数据表与自评表项目支出不符',
  basis: '基础数据表填表说明：项目支出数与决算数据保持一致；自评表“按支出性质分”列同一数据',
  formula:
    '基础数据表项目支出（本年决算数）=自评表项目支出；自评表按全年预算数列示且未执行完的，较小的决算数降为提示复核',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const base of formsOf(forms, 'overall_base_data')) {
      const evaluation = counterpart(forms, base, selfEvaluation);
      const final = moneyOf(base, 'project_total', 'current_final');
      if (evaluation === undefined || final === undefined) continue;
      const stated =
        amountOf(evaluation, 'project_expenditure', 'executed') ??
        amountOf(evaluation, 'project_expenditure', 'reported');
      if (stated === undefined || sameAmount(final.amount_fen, stated.amount_fen)) continue;
      yield {
        form: base,
        field: 'project_total',
        ...moneyColumns(stated.amount_fen, final.amount_fen),
        message: `基础数据表项目支出本年决算数${wanYuan(final.amount_fen)}，自评表项目支出${wanYuan(stated.amount_fen)}，相差${wanYuan(Math.abs(final.amount_fen - stated.amount_fen))}。`,
        evidence: idsOf([final, stated]),
        ...(isBudgetShare(evaluation) && final.amount_fen < stated.amount_fen
          ? { severity: 'warning' as const }
          : {}),
      };
    }
  },
};

/** The composition adds up to a full-year budget that was not spent in full. */
function isBudgetShare(form: MappedForm): boolean {
  const annual = amountOf(form, 'total', 'annual_budget');
  const executed = amountOf(form, 'total', 'executed');
  return (
    annual !== undefined &&
    executed !== undefined &&
    !sameAmount(annual.amount_fen, executed.amount_fen) &&
    !['income_total', 'expenditure_total'].some((line) =>
      form.amounts.some(
        (a) => a.line_code === line && sameAmount(a.amount_fen ?? 0, executed.amount_fen),
      ),
    )
  );
}

const publicExpenseSuspect: Rule = {
  code: 'public_expense_suspect',
  severity: 'error',
  title: '公用经费疑似填成总支出',
  basis: '基础数据表填表说明：“公用经费”填报基本支出中的一般商品和服务支出',
  formula:
    '公用经费本年决算数≠自评表全年执行数；且=报告所述公用经费（一般商品和服务支出）。只与报告不符的，降为提示复核',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const base of formsOf(forms, 'overall_base_data')) {
      const expense = moneyOf(base, 'public_expense', 'current_final');
      if (expense === undefined || expense.amount_fen === 0) continue;
      const evaluation = counterpart(forms, base, selfEvaluation);
      const report = counterpart(forms, base, 'overall_report');
      const total = evaluation && amountOf(evaluation, 'total', 'executed');
      const told = report && factOf(report, ['公用经费', '商品和服务']);
      const isTotal = total !== undefined && sameAmount(total.amount_fen, expense.amount_fen);
      const differs = told !== undefined && !sameAmount(told.amount_fen, expense.amount_fen);
      if (!isTotal && !differs) continue;
      const said = [
        ...(isTotal ? [`等于自评表全年执行数${wanYuan(total.amount_fen)}`] : []),
        ...(differs ? [`报告所述${told.subject_raw}为${wanYuan(told.amount_fen)}`] : []),
      ];
      yield {
        form: base,
        field: 'public_expense',
        ...(differs ? { expected: wanYuan(told.amount_fen) } : {}),
        actual: wanYuan(expense.amount_fen),
        message: `基础数据表公用经费本年决算数${wanYuan(expense.amount_fen)}，${said.join('，')}，应只填基本支出中的一般商品和服务支出。`,
        evidence: idsOf([expense, ...(total && isTotal ? [total] : []), ...(told ? [told] : [])]),
        ...(isTotal ? {} : { severity: 'warning' as const }),
      };
    }
  },
};

const projectsVsDepartment: Rule = {
  code: 'projects_vs_department',
  severity: 'warning',
  title: '项目表合计与部门项目支出不符',
  basis: '整体支出自评材料：每个项目支出一张表，各项目执行数之和即部门项目支出',
  formula:
    '各项目支出绩效自评表年度资金总额（全年执行数，未填时为全年预算数）之和=部门自评表项目支出',
  tolerance: 'max(0.015, 0.006×项数)万元',
  *check({ forms }) {
    for (const department of formsOf(forms, selfEvaluation)) {
      const projects = projectsOf(forms, department);
      const stated = amountOf(department, 'project_expenditure', 'reported');
      if (stated === undefined || projects.length === 0) continue;
      const terms = projects.flatMap((project) => projectTotal(project) ?? []);
      if (terms.length < projects.length) continue;
      const { sum, difference, agrees } = checkSum(stated, terms);
      if (agrees) continue;
      yield {
        form: department,
        field: 'project_expenditure',
        ...moneyColumns(sum, stated.amount_fen),
        message: `${projects.length}张项目支出自评表的执行数合计${wanYuan(sum)}，部门自评表项目支出为${wanYuan(stated.amount_fen)}，相差${wanYuan(Math.abs(difference))}。`,
        evidence: idsOf([stated, ...terms]),
      };
    }
  },
};

/** What a project spent: its total, or its lines where the total is left blank. */
function projectTotal(project: MappedForm): Term | undefined {
  for (const measure of ['executed', 'annual_budget'] as const) {
    const total = amountOf(project, 'total', measure);
    if (total !== undefined && total.amount_fen !== 0) return total;
    const first = knownAmounts(project).find((a) => a.measure === measure && a.amount_fen !== 0);
    const sum = columnSum(project, measure);
    if (first !== undefined && sum !== undefined) {
      return { value_id: first.value_id, amount_fen: sum };
    }
  }
  return amountOf(project, 'total', 'executed');
}

const targetVsEvaluation: Rule = {
  code: 'target_vs_evaluation',
  severity: 'error',
  title: '申报表资金与自评表年初预算不符',
  basis: '绩效目标申报表随年初预算编报，其资金总额即自评表的年初预算数',
  formula: '申报表资金总额=自评表年度资金总额（年初预算数）',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const target of formsOf(forms, 'overall_target')) {
      const evaluation = counterpart(forms, target, selfEvaluation);
      const declared = amountOf(target, 'total', 'reported');
      const initial = evaluation && amountOf(evaluation, 'total', 'initial_budget');
      if (evaluation === undefined || declared === undefined || initial === undefined) continue;
      if (differsInYear(target, evaluation)) continue;
      if (sameAmount(declared.amount_fen, initial.amount_fen)) continue;
      yield {
        form: evaluation,
        field: 'total',
        ...moneyColumns(declared.amount_fen, initial.amount_fen),
        message: `绩效目标申报表资金总额${wanYuan(declared.amount_fen)}，自评表年初预算数${wanYuan(initial.amount_fen)}，相差${wanYuan(Math.abs(declared.amount_fen - initial.amount_fen))}。`,
        evidence: idsOf([declared, initial]),
      };
    }
  },
};

function differsInYear(a: MappedForm, b: MappedForm): boolean {
  return a.fiscal_year !== null && b.fiscal_year !== null && a.fiscal_year !== b.fiscal_year;
}

/** Rounding of one figure in two places, in 分: 0.01 万元. */
const roundingFen = 10_000;

const copiesDiffer: Rule = {
  code: 'copies_differ',
  severity: 'info',
  title: '同一数字尾数不同',
  basis: '同一数字在材料中多处出现时应完全相同；尾差多因四舍五入',
  formula: '公用经费（或项目支出）与自评表对应数相差不超过0.01万元而不为0',
  tolerance: '0',
  *check({ forms }) {
    for (const base of formsOf(forms, 'overall_base_data')) {
      const evaluation = counterpart(forms, base, selfEvaluation);
      if (evaluation === undefined) continue;
      for (const [item, column, line, measure] of copies) {
        const one = moneyOf(base, item, column);
        const other = amountOf(evaluation, line, measure);
        if (one === undefined || other === undefined) continue;
        const difference = Math.abs(one.amount_fen - other.amount_fen);
        if (difference === 0 || difference > roundingFen) continue;
        yield {
          form: base,
          field: `${item}.${column}`,
          ...moneyColumns(other.amount_fen, one.amount_fen),
          message: `基础数据表${squeeze(one.item_label_raw)}为${wanYuan(one.amount_fen)}，自评表对应数为${wanYuan(other.amount_fen)}，尾数相差${wanYuan(difference)}。`,
          evidence: idsOf([one, other]),
        };
      }
    }
  },
};

const copies = [
  ['project_total', 'current_final', 'project_expenditure', 'reported'],
  ['public_expense', 'current_budget', 'total', 'initial_budget'],
  ['public_expense', 'current_final', 'total', 'executed'],
] as const;

export const acrossRules: readonly Rule[] = [
  baseVsEvaluation,
  publicExpenseSuspect,
  projectsVsDepartment,
  targetVsEvaluation,
  copiesDiffer,
];
