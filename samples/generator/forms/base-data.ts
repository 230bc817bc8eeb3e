import {
  type Block,
  cell,
  coveredCell,
  paragraph,
  row,
  startCell,
  type TableRow,
  table,
  titleLines,
} from '../blocks.ts';
import {
  type BudgetAndFinal,
  projectStages,
  type UnitProfile,
  type YearFigures,
} from '../figures.ts';
import { type Fen, printRate, sum } from '../money.ts';
import type { Form } from './form.ts';
import { type Layout, label, printAmount, standardLayout } from './layout.ts';
import { signature } from './signature.ts';

/** A line of the base data form. `na` prints —— where the template has no figure for last year. */
export interface BaseLine {
  readonly label: string;
  readonly prior: Fen | null | 'na';
  readonly budget: Fen | null;
  readonly final: Fen | null;
}

/** 整体支出绩效评价基础数据表 before it is laid out. */
export interface BaseData {
  readonly profile: UnitProfile;
  readonly year: number;
  readonly title: readonly string[];
  readonly quota: number;
  readonly staff: number;
  readonly controlRate: string;
  readonly lines: readonly BaseLine[];
  readonly thrift: string;
}

type Control = (figures: YearFigures) => BudgetAndFinal;

const threePublic: readonly (readonly [string, Control])[] = [
  ['       其中：公车购置', (f) => f.vehiclePurchase],
  ['             公车运行维护', (f) => f.vehicleOperation],
  ['   2、出国经费', () => ({ budget: 0, final: 0 })],
  ['   3、公务接待', (f) => f.reception],
];

const publicExpense: readonly (readonly [string, Control])[] = [
  ['    其中：办公经费', (f) => f.office],
  ['          水费、电费、差旅费', (f) => f.utilities],
  ['          会议费、培训费', (f) => f.meetings],
];

function controlLine(name: string, get: Control, now: YearFigures, last: YearFigures): BaseLine {
  return { label: name, prior: get(last).final, ...get(now) };
}

function addLines(name: string, parts: readonly BaseLine[]): BaseLine {
  const of = (pick: (line: BaseLine) => Fen | null | 'na') =>
    sum(parts.map(pick).map((value) => (typeof value === 'number' ? value : 0)));
  return {
    label: name,
    prior: of((line) => line.prior),
    budget: of((line) => line.budget),
    final: of((line) => line.final),
  };
}

/** A line for each special-purpose project: the first has the label, the others only dots. */
function specialLines(now: YearFigures, last: YearFigures): BaseLine[] {
  return now.projects
    .filter(({ kind }) => kind === 'special')
    .map(({ name, amounts }, index) => ({
      label: index === 0 ? '    3、本级专项资金（一个专项一行）' : '    ……',
      prior: last.projects.find((item) => item.name === name)?.amounts.executed ?? 0,
      budget: amounts.initial,
      final: amounts.executed,
    }));
}

function baseLines(now: YearFigures, last: YearFigures): BaseLine[] {
  const parts = threePublic.map(([name, get]) => controlLine(name, get, now, last));
  const byKind = (name: string, kind?: 'business' | 'operation'): BaseLine => ({
    label: name,
    prior: projectStages(last, kind).executed,
    budget: projectStages(now, kind).initial,
    final: projectStages(now, kind).executed,
  });
  return [
    addLines('三公经费', parts),
    addLines('   1、公务用车购置和维护经费', parts.slice(0, 2)),
    ...parts,
    byKind('项目支出：'),
    byKind('    1、业务工作经费', 'business'),
    byKind('    2、运行维护经费', 'operation'),
    ...specialLines(now, last),
    {
      label: '公用经费',
      prior: last.publicExpense.executed,
      budget: now.publicExpense.initial,
      final: now.publicExpense.executed,
    },
    ...publicExpense.map(([name, get]) => controlLine(name, get, now, last)),
    { label: '政府采购金额', prior: 'na', ...now.procurement },
    { label: '部门基本支出预算调整 ', prior: 'na', budget: null, final: null },
  ];
}

/** A form whose figures all agree, and whose last year is last year's final account. */
export function baseData(profile: UnitProfile, now: YearFigures, last: YearFigures): BaseData {
  return {
    profile,
    year: now.year,
    title: [`${now.year}年度部门（单位）整体支出绩效评价基础数据表`],
    quota: now.quota,
    staff: now.staff,
    controlRate: printRate(now.staff, now.quota),
    lines: baseLines(now, last),
    thrift: '严格执行公务接待、公务用车管理规定，大宗物资集中采购，水电按月通报。',
  };
}

function lineRow(line: BaseLine, layout: Layout): TableRow {
  const prior = line.prior === 'na' ? '——' : printAmount(line.prior, layout);
  return row(
    cell(line.label),
    cell(`　${prior}`, 2),
    cell(`${printAmount(line.budget, layout)}　`, 2),
    cell(printAmount(line.final, layout), 2),
  );
}

function buildingRows(year: number): TableRow[] {
  const names = [
    '批复规模\n（㎡）',
    '实际规模（㎡）',
    '规模控制率',
    '预算投资（万元）',
    '实际投资（万元）',
    '投资概算控制率',
  ];
  return [
    row(startCell(`楼堂馆所控制情况\n（${year}年完工项目）`), ...names.map((name) => cell(name))),
    row(coveredCell(), ...names.map(() => cell('　'))),
  ];
}

function printedValues(form: BaseData): number {
  const cells = form.lines.flatMap(({ prior, budget, final }) => [prior, budget, final]);
  const money = cells.filter((value) => typeof value === 'number').length;
  return 3 + money + (form.thrift === '' ? 0 : 1);
}

export function renderBaseData(form: BaseData, layout: Layout = standardLayout): Form {
  const blocks: Block[] = [
    ...titleLines(form.title),
    table(7, [
      row(
        startCell('财政供养人员情况（人）'),
        cell('编制数', 2),
        cell(`${form.year}年实际在职人数`, 2),
        cell('控制率', 2),
      ),
      row(
        coveredCell(),
        cell(`　${form.quota}`, 2),
        cell(String(form.staff), 2),
        cell(form.controlRate, 2),
      ),
      row(
        cell(label('经费控制情况|（万元）', layout)),
        cell(`${form.year - 1}年决算数`, 2),
        cell(`${form.year}年预算数`, 2),
        cell(`${form.year}年决算数`, 2),
      ),
      ...form.lines.map((line) => lineRow(line, layout)),
      ...buildingRows(form.year),
      row(cell('厉行节约保障措施'), cell(form.thrift, 6)),
    ]),
    paragraph(
      '说明：“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。',
    ),
    ...signature(form.profile, form.year, layout),
  ];
  return {
    blocks,
    expected: {
      form_type: 'overall_base_data',
      fiscal_year: form.year,
      unit_name: form.profile.name,
      project_name: null,
      amounts: 0,
      indicators: 0,
      base_data: printedValues(form),
    },
  };
}
