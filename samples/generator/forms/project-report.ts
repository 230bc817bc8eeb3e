import { titleLines } from '../blocks.ts';
import type { ProjectFigures, UnitProfile } from '../figures.ts';
import type { Indicator } from '../indicators.ts';
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

export interface ProjectReport {
  readonly profile: UnitProfile;
  readonly year: number;
  readonly project: ProjectFigures;
  readonly indicators: readonly Indicator[];
  readonly numbering: Numbering;
}

export function projectReport(
  profile: UnitProfile,
  year: number,
  project: ProjectFigures,
  indicators: readonly Indicator[],
  numbering: Numbering = typedNumbers,
): ProjectReport {
  return { profile, year, project, indicators, numbering };
}

/** What the indicators of a category came to, as sentences. */
function outcomes(report: ProjectReport, level1: Indicator['level1']): ReportLine[] {
  const sentences = report.indicators
    .filter((item) => item.level1 === level1)
    .map(
      ({ name, actual, reason }) =>
        `${name}实际完成${actual}${reason === '' ? '' : `（${reason}）`}`,
    );
  return text(sentences.length === 0 ? '本年度未设置此类指标。' : `${sentences.join('；')}。`);
}

function lines(report: ProjectReport): ReportLine[] {
  const { amounts, name } = report.project;
  const wanText = (fen: number) => `${printMoney(fen, 'plain')}万元`;
  return [
    heading(1, '绩效自评工作开展情况'),
    ...text(
      `${report.profile.self}成立自评小组，核对${name}的拨付凭证、验收资料和公示记录，逐项对照年初目标打分。`,
    ),
    heading(1, '绩效目标自评完成情况分析'),
    heading(2, '资金投入情况分析'),
    ...text(
      `全年预算数${wanText(amounts.annual)}，全年执行数${wanText(amounts.executed)}，执行率${printRate(amounts.executed, amounts.annual)}。`,
    ),
    heading(2, '绩效指标完成情况分析'),
    heading(3, '产出指标完成情况分析'),
    ...outcomes(report, 'output'),
    heading(3, '效益指标完成情况分析'),
    ...outcomes(report, 'benefit'),
    heading(3, '满意度指标完成情况分析'),
    ...outcomes(report, 'satisfaction'),
    heading(1, '偏离绩效目标的原因和下一步改进措施'),
    ...text('总体未发生重大偏离，下一年度提前开展前期工作。'),
    heading(1, '绩效自评结果拟应用和公开情况'),
    ...text('自评结果与次年项目预算安排挂钩，随部门决算一并公开。'),
  ];
}

export function renderProjectReport(report: ProjectReport): Form {
  const unit = report.profile.name.replace(/^.+?市(?=.+[县区])/, '');
  return {
    blocks: [
      ...titleLines([`${report.year}年度${unit}${report.project.name}项目支出`, '绩效自评报告']),
      ...reportBlocks(lines(report), report.numbering),
    ],
    expected: {
      form_type: 'project_report',
      fiscal_year: report.year,
      unit_name: unit,
      project_name: report.project.name,
      amounts: 0,
      indicators: 0,
      base_data: 0,
    },
  };
}
