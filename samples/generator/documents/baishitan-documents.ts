import { paragraph } from '../blocks.ts';
import { renderBaseData } from '../forms/base-data.ts';
import { type Layout, standardLayout } from '../forms/layout.ts';
import { renderOverallReport } from '../forms/overall-report.ts';
import {
  type OverallEvaluation,
  renderOverallEvaluation,
} from '../forms/overall-self-evaluation.ts';
import { renderOverallTarget } from '../forms/overall-target.ts';
import { renderProjectReport } from '../forms/project-report.ts';
import { renderProjectEvaluation } from '../forms/project-self-evaluation.ts';
import { sumOf } from '../indicators.ts';
import { changeIndicator, changeLine } from '../mistakes.ts';
import { wan } from '../money.ts';
import { attachment, note, type SampleDocument } from '../sample-document.ts';
import { unitForms } from '../unit-forms.ts';
import {
  baishitan,
  baishitanBooks,
  baishitanIndicators,
  baishitanProjectIndicators,
} from '../units/baishitan.ts';

const forms = unitForms(baishitan, baishitanBooks, baishitanIndicators, baishitanProjectIndicators);

const layout: Layout = {
  ...standardLayout,
  broken: true,
  points: 'both',
  blankRows: [
    ['cost', 'social_cost'],
    ['cost', 'ecological_cost'],
  ],
};

/** Points printed in level-1 labels only, on one line. */
const tidy: Layout = { ...layout, broken: false, points: 'level1', signature: 'filled' };

const title = (year: number) => [`${year}年度部门（单位）整体支出绩效自评表`];

const year2022: SampleDocument = {
  fileName: '附件：白石滩镇2022年部门整体支出绩效自评.docx',
  format: 'docx',
  parts: [
    attachment('附件1', true),
    renderBaseData(forms.base(2022), layout),
    attachment('附件2'),
    renderOverallEvaluation(
      { ...forms.overall(2022), title: title(2022), unitLabel: '市级预算部门（单位）名称' },
      layout,
    ),
    renderProjectEvaluation(forms.project(2022, '村级组织运转经费'), layout),
    renderProjectEvaluation(forms.project(2022, '农村人居环境整治经费'), layout),
    note('备注：每个项目支出一张表'),
    attachment('附件4'),
    renderOverallReport(forms.report(2022)),
  ],
  word: { header: '云泽县2022年度预算绩效自评', pageNumbers: true },
  anomalies: [],
};

/** 新增就业人数 lost points in 2023; here the unit forgot to say why. */
function unexplained(form: OverallEvaluation): OverallEvaluation {
  return { ...form, indicators: changeIndicator(form.indicators, '新增就业人数', { reason: '' }) };
}

/** The goal text carries a tracked change, the unit's name stands in a content control. */
const overall2023: OverallEvaluation = {
  ...unexplained(forms.overall(2023)),
  title: title(2023),
  unitContent: [
    { kind: 'bookmark', name: 'OLE_LINK1' },
    { kind: 'control', text: baishitan.name },
  ],
};

const year2023: SampleDocument = {
  fileName: '白石滩镇绩效自评（定稿2）.docx',
  format: 'docx',
  parts: [
    attachment('附件1', true),
    renderBaseData({ ...forms.base(2023), controlRate: '98.96%' }, tidy),
    attachment('附件2'),
    renderOverallEvaluation(overall2023, tidy),
    attachment('附件3'),
    renderProjectEvaluation(forms.project(2023, '农村人居环境整治经费'), tidy),
    renderProjectEvaluation(forms.project(2023, '集镇保洁服务费'), tidy),
    attachment('附件4'),
    renderOverallReport(
      forms.report(2023, {
        numbering: { kind: 'automatic', list: 1 },
        opening: [
          [
            '根据县财政局关于开展',
            { kind: 'deleted', text: '2022' },
            { kind: 'inserted', text: '2023' },
            '年度部门整体支出绩效自评工作的通知，现将自评情况报告如下',
            { kind: 'footnote', text: '金额单位除注明外均为万元。' },
            '。',
          ],
        ],
      }),
    ),
    attachment('附件5'),
    renderProjectReport(
      forms.projectReport(2023, '农村人居环境整治经费', { kind: 'automatic', list: 2 }),
    ),
    attachment('附件5'),
    renderProjectReport(
      forms.projectReport(2023, '集镇保洁服务费', { kind: 'automatic', list: 3 }),
    ),
  ],
  word: { header: '云泽县2023年度预算绩效自评', pageNumbers: true },
  anomalies: ['control_rate_mismatch', 'lost_score_unexplained'],
};

const overall2024 = forms.overall(2024);

const year2024: SampleDocument = {
  fileName: '2024白石滩.txt',
  format: 'dump',
  parts: [
    attachment('附件1', true),
    renderBaseData(forms.base(2024), layout),
    attachment('附件2'),
    renderOverallEvaluation(
      {
        ...overall2024,
        title: title(2024),
        // 政府性基金 still holds the figure of the half-year report.
        income: changeLine(overall2024.income, '政府性基金', { amount: wan(92.4) }),
      },
      layout,
    ),
    renderProjectEvaluation(forms.project(2024, '村级组织运转经费'), layout),
    note('备注：每个项目支出一张表'),
    attachment('附件4'),
    renderOverallReport(forms.report(2024, { numbering: { kind: 'careless', list: 1 } })),
  ],
  anomalies: ['income_sources_sum'],
};

const target2024: SampleDocument = {
  fileName: '白石滩镇2024年整体支出绩效目标申报表.docx',
  format: 'docx',
  parts: [
    [paragraph('附件一', { controlled: true })],
    renderOverallTarget(forms.target(2024), tidy),
  ],
  word: { modifiedAt: '2023-11-20T02:00:00Z' },
  anomalies: [],
};

/** All points of 效益 were moved to 产出, and 效益 stands empty. */
const cleaning2024 = forms.project(2024, '集镇保洁服务费');
const withoutBenefit = changeIndicator(
  cleaning2024.indicators.filter(({ level1 }) => level1 !== 'benefit'),
  '保洁人员数量',
  { weight: 40, score: 40 },
);

const cleaning: SampleDocument = {
  fileName: '保洁服务费自评.docx',
  format: 'docx',
  parts: [
    renderProjectEvaluation(
      {
        ...cleaning2024,
        indicators: withoutBenefit,
        totals: {
          weight: 100,
          score: sumOf([10, ...withoutBenefit.map(({ score }) => score)]),
        },
      },
      {
        ...tidy,
        noReason: '无',
        blankRows: [
          ['benefit', 'economic'],
          ['benefit', 'social'],
          ['benefit', 'ecological'],
        ],
      },
    ),
  ],
  anomalies: ['empty_category'],
};

export const baishitanDocuments: readonly SampleDocument[] = [
  year2022,
  year2023,
  target2024,
  year2024,
  cleaning,
];
