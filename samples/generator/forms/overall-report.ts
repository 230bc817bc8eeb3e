import { type Content, paragraph, titleLines } from '../blocks.ts';
import {
  basicStages,
  generalBudget,
  projectStages,
  totalStages,
  type UnitProfile,
  type YearFigures,
} from '../figures.ts';
import { printMoney, printRate } from '../money.ts';
import type { Form } from './form.ts';
import {
  heading,
  type Numbering,
  type ReportLine,
  reportBlocks,
  text,
  typedNumbers,
} from './report.ts';

/** A report on a whole unit: what it says of itself, and the years it compares. */
export interface OverallReport {
  readonly profile: UnitProfile;
  readonly now: YearFigures;
  readonly last: YearFigures;
  /** The unit as the title and the first sentence call it. */
  readonly calledUnit: string;
  readonly title: readonly string[];
  readonly numbering: Numbering;
  /** Paragraphs before the first heading: a text box, an introduction. */
  readonly opening: readonly Content[];
}

/** 云泽县白石滩镇人民政府 as reports call it: without the city before the county. */
function shortName(name: string): string {
  return name.replace(/^.+?市(?=.+[县区])/, '');
}

export function overallReport(
  profile: UnitProfile,
  now: YearFigures,
  last: YearFigures,
  options: Partial<Pick<OverallReport, 'calledUnit' | 'numbering' | 'opening'>> = {},
): OverallReport {
  const calledUnit = options.calledUnit ?? shortName(profile.name);
  return {
    profile,
    now,
    last,
    calledUnit,
    title: [`${now.year}年度${calledUnit}整体支出`, '绩效自评报告'],
    numbering: typedNumbers,
    opening: [],
    ...options,
  };
}

const wanText = (fen: number): string => `${printMoney(fen, 'plain')}万元`;

/** 比上年增加3.5万元, or 与上年持平. */
function change(now: number, before: number): string {
  if (now === before) return '与上年持平';
  return `比上年${now > before ? '增加' : '减少'}${wanText(Math.abs(now - before))}`;
}

function staffLines({ profile, now, calledUnit }: OverallReport): ReportLine[] {
  return text(
    `${calledUnit}为财政一级预算单位。主要职责：${profile.duties}`,
    `${now.year}年末核定编制${now.quota}名，在职人员${now.staff}人，退休人员${now.retired}人。`,
  );
}

function basicLines({ now, last }: OverallReport): ReportLine[] {
  const basic = basicStages(now).executed;
  const item = (name: string, value: number, before: number, why: string) =>
    `${name}${wanText(value)}，${change(value, before)}，原因是${why}。`;
  return [
    ...text(`${now.year}年基本支出${wanText(basic)}。`),
    heading(
      3,
      item('工资福利支出', now.wages.executed, last.wages.executed, '正常晋级晋档和社保基数调整'),
    ),
    heading(
      3,
      item(
        '商品和服务支出',
        now.publicExpense.executed,
        last.publicExpense.executed,
        '按实际业务量安排并压减一般性支出',
      ),
    ),
    heading(
      3,
      item(
        '对个人和家庭的补助支出',
        now.allowances.executed,
        last.allowances.executed,
        '退休人员和遗属补助标准变化',
      ),
    ),
  ];
}

function projectLines({ now }: OverallReport): ReportLine[] {
  const items = now.projects.map(({ name, amounts }) => `${name}${wanText(amounts.executed)}`);
  return text(
    `${now.year}年项目支出共${wanText(projectStages(now).executed)}，其中${items.join('，')}。`,
  );
}

function resultLines({ profile, now }: OverallReport): ReportLine[] {
  const total = totalStages(now);
  return [
    ...text(
      `${now.year}年全年预算数${wanText(total.annual)}，全年执行数${wanText(total.executed)}，执行率${printRate(total.executed, total.annual)}。`,
    ),
    ...profile.achievements(now.year).map((line) => heading(3, line)),
  ];
}

function lines(report: OverallReport): ReportLine[] {
  const { profile, now } = report;
  return [
    heading(1, '部门（单位）基本情况'),
    ...staffLines(report),
    heading(1, '一般公共预算支出情况'),
    heading(2, '基本支出情况'),
    ...basicLines(report),
    heading(2, '项目支出情况'),
    ...projectLines(report),
    heading(1, '政府性基金预算支出情况'),
    ...text(
      `政府性基金预算支出${wanText(now.governmentFund)}，一般公共预算支出${wanText(generalBudget(now))}。`,
    ),
    heading(1, '国有资本经营预算支出情况'),
    ...text('本单位无国有资本经营预算支出情况。'),
    heading(1, '部门整体支出绩效情况'),
    ...resultLines(report),
    heading(1, '存在的问题及原因分析'),
    ...text(profile.problems),
    heading(1, '下一步改进措施'),
    ...text(profile.measures),
    heading(1, '绩效自评结果拟应用和公开情况'),
    ...text(`${profile.self}将自评结果作为编制次年预算的参考，并在门户网站公开，接受社会监督。`),
  ];
}

export function renderOverallReport(report: OverallReport): Form {
  return {
    blocks: [
      ...titleLines(report.title),
      ...report.opening.map((content) => paragraph(content)),
      ...reportBlocks(lines(report), report.numbering),
    ],
    expected: {
      form_type: 'overall_report',
      fiscal_year: report.now.year,
      // A short name is read as the full one that the tables of the same file print.
      unit_name:
        report.calledUnit === shortName(report.profile.name)
          ? report.profile.name
          : report.calledUnit,
      project_name: null,
      amounts: 0,
      indicators: 0,
      base_data: 0,
    },
  };
}
