import { type Content, cell, row, titleLines, wrapInTable } from '../blocks.ts';
import {
  basicStages,
  generalBudget,
  projectStages,
  totalStages,
  type UnitProfile,
  type YearFigures,
} from '../figures.ts';
import { type Indicator, sumOf } from '../indicators.ts';
import { printRate } from '../money.ts';
import type { Form } from './form.ts';
import {
  amountsOf,
  compositionRows,
  type FundingLine,
  fundingHeading,
  fundingRow,
  goalRows,
  type LabelledAmount,
} from './funding.ts';
import { formTable, type PrintedPoints } from './indicator-table.ts';
import { type Layout, moneyUnit, standardLayout } from './layout.ts';
import { signature } from './signature.ts';

/** 部门整体支出绩效自评表 before it is laid out. */
export interface OverallEvaluation {
  readonly profile: UnitProfile;
  readonly year: number;
  readonly title: readonly string[];
  /** The year the title says. */
  readonly titleYear: number;
  readonly unitLabel: string;
  readonly unitName: string;
  /** Other content of the unit cell than the bare name. */
  readonly unitContent: Content | null;
  readonly total: FundingLine;
  readonly income: readonly LabelledAmount[];
  readonly expenditure: readonly LabelledAmount[];
  readonly expectedGoal: string;
  readonly actualGoal: string;
  readonly indicators: readonly Indicator[];
  readonly printedPoints: PrintedPoints;
  readonly totals: { readonly weight: number; readonly score: number };
}

/** The points of budget execution: ten times the rate, two decimals. */
export function executionScore(executed: number, annual: number, weight = 10): number {
  return Number((Math.min(executed / annual, 1) * weight).toFixed(2));
}

/** A form whose figures all agree; mistakes are made afterwards, on purpose. */
export function overallEvaluation(
  profile: UnitProfile,
  figures: YearFigures,
  indicators: readonly Indicator[],
): OverallEvaluation {
  const total = totalStages(figures);
  const score = executionScore(total.executed, total.annual);
  const other = figures.otherFunds === 0 ? null : figures.otherFunds;
  return {
    profile,
    year: figures.year,
    title: ['部门整体支出绩效自评表', `（${figures.year}年度）`],
    titleYear: figures.year,
    unitLabel: '预算部门名称',
    unitName: profile.name,
    unitContent: null,
    total: {
      label: '年度资金总额',
      ...total,
      weight: 10,
      rate: printRate(total.executed, total.annual),
      score,
    },
    income: [
      { label: '按收入性质分', amount: total.executed },
      { label: '  其中：  一般公共预算', amount: generalBudget(figures) },
      { label: '政府性基金拨款', amount: figures.governmentFund },
      { label: '纳入专户管理的非税收入拨款', amount: null },
      { label: '其他资金', amount: other },
    ],
    expenditure: [
      { label: '按支出性质分', amount: total.executed },
      { label: '其中：基本支出', amount: basicStages(figures).executed },
      { label: '项目支出', amount: projectStages(figures).executed },
    ],
    expectedGoal: `依法履行职责，保障机构正常运转：${profile.duties}`,
    actualGoal: `年度目标基本实现。${profile.achievements(figures.year).join('')}`,
    indicators,
    printedPoints: {},
    totals: { weight: 100, score: sumOf([score, ...indicators.map((item) => item.score)]) },
  };
}

/** Lays the form out; `nestedUnder` puts its table into another table's only cell, under a caption. */
export function renderOverallEvaluation(
  form: OverallEvaluation,
  layout: Layout = standardLayout,
  nestedUnder: string | null = null,
): Form {
  const above = [
    row(
      cell(form.unitLabel, 3),
      cell(form.unitContent ?? `${form.unitName}　`, layout.columns.length - 2),
    ),
    fundingHeading(`年度预|算申请|（${moneyUnit(layout)}）`, layout),
    fundingRow(form.total, layout),
    ...compositionRows(form.income, form.expenditure, layout),
    ...goalRows(form.expectedGoal, form.actualGoal, layout),
  ];
  const tables = formTable(above, form.indicators, form.totals, layout, form.printedPoints);
  const labelled = [...form.income, ...form.expenditure].filter(({ amount }) => amount !== null);
  return {
    blocks: [
      ...titleLines(form.title),
      ...tables.map((block) =>
        nestedUnder !== null && block.kind === 'table' ? wrapInTable(block, nestedUnder) : block,
      ),
      ...signature(form.profile, form.year, layout),
    ],
    expected: {
      form_type: 'overall_self_evaluation',
      fiscal_year: form.titleYear,
      unit_name: form.unitName,
      project_name: null,
      amounts: amountsOf([form.total]) + labelled.length,
      indicators: form.indicators.length,
      base_data: 0,
    },
  };
}
