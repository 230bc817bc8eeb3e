import { cell, row, titleLines } from '../blocks.ts';
import type { ProjectFigures, UnitProfile } from '../figures.ts';
import { type Indicator, sumOf } from '../indicators.ts';
import { printRate } from '../money.ts';
import type { Form } from './form.ts';
import { amountsOf, type FundingLine, fundingHeading, fundingRow, goalRows } from './funding.ts';
import { formTable, type PrintedPoints } from './indicator-table.ts';
import { type Layout, label, moneyUnit, standardLayout } from './layout.ts';
import { executionScore } from './overall-self-evaluation.ts';
import { signature } from './signature.ts';

/** 项目支出绩效自评表 before it is laid out. */
export interface ProjectEvaluation {
  readonly profile: UnitProfile;
  readonly year: number;
  readonly title: readonly string[];
  readonly project: string;
  readonly supervising: string;
  readonly implementing: string;
  readonly lines: readonly FundingLine[];
  readonly expectedGoal: string;
  readonly actualGoal: string;
  readonly indicators: readonly Indicator[];
  readonly printedPoints: PrintedPoints;
  readonly totals: { readonly weight: number; readonly score: number };
}

function fundingLines({ amounts, carryover }: ProjectFigures, score: number): FundingLine[] {
  const none = { weight: null, rate: '', score: null };
  const blank = { initial: null, annual: null, executed: null, ...none };
  const current = {
    initial: amounts.initial - carryover,
    annual: amounts.annual - carryover,
    executed: amounts.executed - carryover,
  };
  const carried = { initial: carryover, annual: carryover, executed: carryover };
  return [
    {
      label: '年度资金总额',
      ...amounts,
      weight: 10,
      rate: printRate(amounts.executed, amounts.annual),
      score,
    },
    { label: '其中：当年财政拨款', ...current, ...none },
    { label: '上年结转资金', ...blank, ...(carryover === 0 ? {} : carried) },
    { label: '其他资金', ...blank },
  ];
}

/** A form whose figures all agree. */
export function projectEvaluation(
  profile: UnitProfile,
  year: number,
  figures: ProjectFigures,
  indicators: readonly Indicator[],
): ProjectEvaluation {
  const score = executionScore(figures.amounts.executed, figures.amounts.annual);
  const stem = figures.name.replace(/(补贴)?(配套)?(经费|资金|服务费)$/, '');
  return {
    profile,
    year,
    title: [`${year}年度项目支出绩效自评表`],
    project: figures.name,
    supervising: profile.name,
    implementing: profile.name,
    lines: fundingLines(figures, score),
    expectedGoal: `按批复的实施方案完成${stem}年度任务，资金专款专用，让服务对象真正受益。`,
    actualGoal: `${stem}年度任务已经完成，资金拨付手续齐全，服务对象反映良好。`,
    indicators,
    printedPoints: {},
    totals: { weight: 100, score: sumOf([score, ...indicators.map((item) => item.score)]) },
  };
}

export function renderProjectEvaluation(
  form: ProjectEvaluation,
  layout: Layout = standardLayout,
): Form {
  const half = layout.columns.length - 4;
  const above = [
    row(cell(label('项目支|出名称', layout)), cell(form.project, layout.columns.length)),
    row(
      cell('主管部门'),
      cell(`　${form.supervising}　`, half),
      cell('实施单位'),
      cell(form.implementing, 3),
    ),
    fundingHeading(`项目资金|（${moneyUnit(layout)}）`, layout),
    ...form.lines.map((line) => fundingRow(line, layout)),
    ...goalRows(form.expectedGoal, form.actualGoal, layout),
  ];
  return {
    blocks: [
      ...titleLines(form.title),
      ...formTable(above, form.indicators, form.totals, layout, form.printedPoints),
      ...signature(form.profile, form.year, layout),
    ],
    expected: {
      form_type: 'project_self_evaluation',
      fiscal_year: form.year,
      unit_name: form.implementing,
      project_name: form.project,
      amounts: amountsOf(form.lines),
      indicators: form.indicators.length,
      base_data: 0,
    },
  };
}
