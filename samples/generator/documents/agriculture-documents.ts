import { paragraph } from '../blocks.ts';
import { findYear, totalStages } from '../figures.ts';
import { renderBaseData } from '../forms/base-data.ts';
import { type Layout, standardLayout } from '../forms/layout.ts';
import { renderOverallReport } from '../forms/overall-report.ts';
import { renderOverallEvaluation } from '../forms/overall-self-evaluation.ts';
import { renderOverallTarget } from '../forms/overall-target.ts';
import { renderProjectReport } from '../forms/project-report.ts';
import { renderProjectEvaluation } from '../forms/project-self-evaluation.ts';
import { changeLine } from '../mistakes.ts';
import { wan } from '../money.ts';
import { attachment, note, type SampleDocument } from '../sample-document.ts';
import { unitForms } from '../unit-forms.ts';
import {
  agricultureBooks,
  agricultureBureau,
  agricultureIndicators,
  agricultureProjectIndicators,
} from '../units/agriculture-bureau.ts';

const forms = unitForms(
  agricultureBureau,
  agricultureBooks,
  agricultureIndicators,
  agricultureProjectIndicators,
);

const layout: Layout = { ...standardLayout, money: 'grouped', signature: 'filled' };

/** Sign, value and unit of a target in columns of their own. */
const splitLayout: Layout = {
  ...layout,
  columns: [
    'level1',
    'level2',
    'level3',
    'property',
    'target',
    'unit',
    'actual',
    'weight',
    'score',
    'reason',
  ],
};

const farmland2022 = forms.project(2022, '高标准农田建设资金');
const epidemic2022 = forms.project(2022, '动物疫病防控经费');

const projects2022: SampleDocument = {
  fileName: '农业农村局2022年度项目支出绩效自评表（汇总）.docx',
  format: 'docx',
  parts: [
    renderProjectEvaluation(
      {
        ...farmland2022,
        // 上年结转 was typed with two digits changed over.
        lines: changeLine(farmland2022.lines, '上年结转', {
          initial: wan(116.1),
          annual: wan(116.1),
          executed: wan(116.1),
        }),
      },
      splitLayout,
    ),
    renderProjectEvaluation(forms.project(2022, '农机购置补贴配套资金'), {
      ...layout,
      money: 'yuan',
      noValue: '——',
    }),
    renderProjectEvaluation(
      { ...epidemic2022, totals: { weight: 100, score: 98.94 } },
      { ...layout, broken: true },
    ),
    renderProjectEvaluation(forms.project(2022, '农产品质量安全检测经费'), splitLayout),
  ],
  word: { header: '云泽县农业农村局', pageNumbers: true },
  anomalies: ['fund_sources_sum', 'scores_sum'],
};

const overall2023 = forms.overall(2023);
const total2023 = totalStages(findYear(agricultureBooks, 2023));

const year2023: SampleDocument = {
  fileName: '农业农村局2023整体自评-终稿.docx',
  format: 'docx',
  parts: [
    [paragraph('附件1')],
    renderBaseData(forms.base(2023), layout),
    [paragraph('附件2', { sectionEnd: 'portrait' })],
    renderOverallEvaluation(
      {
        ...overall2023,
        // Income at the level of the budget, expenditure at that of the account.
        income: changeLine(
          changeLine(overall2023.income, '按收入性质分', { amount: total2023.annual }),
          '一般公共预算',
          { amount: total2023.annual - wan(265 + 38.5) },
        ),
      },
      layout,
      '（横向打印）',
    ),
    [paragraph('', { sectionEnd: 'landscape' })],
    attachment('附件3'),
    // The report was written over one from before the bureau's renaming.
    renderOverallReport(forms.report(2023, { calledUnit: '云泽县农业局' })),
  ],
  word: { pageNumbers: true },
  anomalies: ['income_expenditure_balance', 'unit_name_mismatch'],
};

const target2024: SampleDocument = {
  fileName: '目标申报表2024.docx',
  format: 'docx',
  parts: [
    renderOverallTarget(
      {
        ...forms.target(2024),
        tasks: [
          ['事项一', '种植业股', '稳定粮食播种面积，推进早稻集中育秧'],
          ['事项二', '农田建设股', '建设高标准农田，加强建后管护'],
          ['事项三', '畜牧兽医股', '落实强制免疫，防止区域性疫情'],
          ['事项四', '质量安全监管股', '加大抽检力度，查处违法案件'],
        ],
      },
      { ...layout, money: 'fixed', broken: true },
    ),
  ],
  word: { modifiedAt: '2023-11-22T02:00:00Z' },
  anomalies: [],
};

const overall2024 = forms.overall(2024);
const base2024 = forms.base(2024);

const year2024: SampleDocument = {
  fileName: '2024年度绩效自评（打印版）.docx',
  format: 'docx',
  parts: [
    attachment('附件一', true),
    renderBaseData(
      {
        ...base2024,
        // Machinery subsidies were left out of the total of projects, not of its lines.
        lines: changeLine(base2024.lines, '项目支出：', { final: wan(3549.57) }),
      },
      layout,
    ),
    attachment('附件二'),
    renderOverallEvaluation(
      {
        ...overall2024,
        expenditure: changeLine(overall2024.expenditure, '基本支出', { amount: wan(2129.46) }),
      },
      { ...layout, continuedAt: 'benefit' },
    ),
    attachment('附件三'),
    renderProjectEvaluation(
      {
        ...forms.project(2024, '高标准农田建设资金'),
        title: ['项目支出绩效自评表', '（2024年度）'],
      },
      { ...splitLayout, continuedAt: 'benefit' },
    ),
    renderProjectEvaluation(forms.project(2024, '农机购置补贴配套资金'), layout),
    note('备注：每个项目支出一张表'),
    attachment('附件四'),
    renderOverallReport(forms.report(2024, { numbering: { kind: 'automatic', list: 1 } })),
    attachment('附件五'),
    renderProjectReport(forms.projectReport(2024, '高标准农田建设资金')),
  ],
  word: { header: '云泽县农业农村局2024年度部门整体支出绩效自评', pageNumbers: true },
  anomalies: ['base_vs_evaluation', 'expenditure_kinds_sum'],
};

export const agricultureDocuments: readonly SampleDocument[] = [
  projects2022,
  year2023,
  target2024,
  year2024,
];
