import { cell, coveredCell, row, startCell, type TableRow, table, titleLines } from '../blocks.ts';
import {
  basicStages,
  projectStages,
  totalStages,
  type UnitProfile,
  type YearFigures,
} from '../figures.ts';
import { type Indicator, level1Name, level2Name } from '../indicators.ts';
import type { Form } from './form.ts';
import { type Layout, label, printAmount, standardLayout } from './layout.ts';

/** 部门整体支出绩效目标申报表: declared before the year, so its money is the initial budget. */
export interface OverallTarget {
  readonly profile: UnitProfile;
  readonly figures: YearFigures;
  /** Empty where the form has no title. */
  readonly title: readonly string[];
  /** 事项, 责任单位/股室, 工作目标. */
  readonly tasks: readonly (readonly [string, string, string])[];
  readonly indicators: readonly Indicator[];
}

export function overallTarget(
  profile: UnitProfile,
  figures: YearFigures,
  indicators: readonly Indicator[],
): OverallTarget {
  return {
    profile,
    figures,
    title: [`部门整体支出绩效目标申报表`, `（${figures.year}年度）`],
    tasks: [
      ['事项一', '财政所', '落实预算约束，保障人员待遇和机构运转'],
      ['事项二', '经济发展办公室', '培育主导产业，增加集体收入'],
      ['事项三', '平安法治办公室', '防范各类风险，维护社会稳定'],
    ],
    indicators,
  };
}

/** Label and figure stand in cells of their own here; a blank figure is an empty cell. */
function moneyRows(form: OverallTarget, layout: Layout): TableRow[] {
  const total = totalStages(form.figures).initial;
  const fund = form.figures.governmentFund;
  const money = (fen: number) => printAmount(fen, layout);
  return [
    row(coveredCell(), cell('按收入性质分：', 3), cell('按支出性质分：', 2)),
    row(
      coveredCell(),
      cell('其中：一般公共预算拨款', 2),
      cell(money(total - fund)),
      cell('其中：基本支出'),
      cell(money(basicStages(form.figures).initial)),
    ),
    row(
      coveredCell(),
      cell('    政府性基金拨款', 2),
      cell(money(fund)),
      cell('      项目支出  '),
      cell(money(projectStages(form.figures).initial)),
    ),
    row(coveredCell(), cell('其他资金', 2), cell(''), cell(''), cell('')),
  ];
}

function taskRows(form: OverallTarget): TableRow[] {
  return [
    row(startCell('年度重点工作计划'), cell('事项'), cell('责任单位/股室', 2), cell('工作目标', 2)),
    ...form.tasks.map(([task, office, goal]) =>
      row(coveredCell(), cell(task), cell(office, 2), cell(goal, 2)),
    ),
  ];
}

/** 产出数量 rather than 数量指标: how the declaration names level 2 under 产出. */
function declaredLevel2({ level1, level2 }: Indicator): string {
  const name = level2Name(level2).replace(/指标$/, '');
  return level1 === 'output' ? `产出${name}` : name;
}

function indicatorRows(form: OverallTarget): TableRow[] {
  const repeats = (at: number, of: (item: Indicator) => string): boolean => {
    const [before, now] = [form.indicators[at - 1], form.indicators[at]];
    return before !== undefined && now !== undefined && of(before) === of(now);
  };
  const merged = (at: number, text: string, of: (item: Indicator) => string) => {
    if (repeats(at, of)) return coveredCell();
    return repeats(at + 1, of) ? startCell(text) : cell(text);
  };
  return [
    row(
      startCell('年度绩效指标'),
      ...['一级指标', '二级指标', '三级指标', '指标值', '备注'].map((name) => cell(name)),
    ),
    ...form.indicators.map((item, at) =>
      row(
        coveredCell(),
        merged(at, level1Name(item.level1), (other) => other.level1),
        merged(at, declaredLevel2(item), (other) => `${other.level1} ${other.level2}`),
        cell(item.name),
        cell(item.target),
        cell(''),
      ),
    ),
  ];
}

export function renderOverallTarget(form: OverallTarget, layout: Layout = standardLayout): Form {
  const total = totalStages(form.figures).initial;
  return {
    blocks: [
      ...titleLines(form.title),
      table(6, [
        row(cell('部门名称'), cell(form.profile.name, 5)),
        row(
          startCell(label('年度预|算申请|（万元）', layout)),
          cell(`资金总额：${printAmount(total, layout)}`, 5),
        ),
        ...moneyRows(form, layout),
        row(cell('年度履职目标'), cell(form.profile.duties, 5)),
        ...taskRows(form),
        ...indicatorRows(form),
      ]),
    ],
    expected: {
      form_type: 'overall_target',
      fiscal_year: form.figures.year,
      unit_name: form.profile.name,
      project_name: null,
      amounts: 5,
      indicators: form.indicators.length,
      base_data: 0,
    },
  };
}
