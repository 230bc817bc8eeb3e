import { findYear, generalBudget, totalStages } from '../figures.ts';
import { renderBaseData } from '../forms/base-data.ts';
import { type Layout, standardLayout } from '../forms/layout.ts';
import { renderOverallReport } from '../forms/overall-report.ts';
import {
  type OverallEvaluation,
  renderOverallEvaluation,
} from '../forms/overall-self-evaluation.ts';
import { renderOverallTarget } from '../forms/overall-target.ts';
import { renderProjectReport } from '../forms/project-report.ts';
import {
  type ProjectEvaluation,
  renderProjectEvaluation,
} from '../forms/project-self-evaluation.ts';
import { sumOf } from '../indicators.ts';
import { changeIndicator, changeLine } from '../mistakes.ts';
import { printRate, wan } from '../money.ts';
import { attachment, note, type SampleDocument } from '../sample-document.ts';
import { unitForms } from '../unit-forms.ts';
import {
  liuhewan,
  liuhewanBooks,
  liuhewanIndicators,
  liuhewanProjectIndicators,
} from '../units/liuhewan.ts';

const forms = unitForms(liuhewan, liuhewanBooks, liuhewanIndicators, liuhewanProjectIndicators);

const layout: Layout = { ...standardLayout, noReason: '无', noValue: '/' };

/** The adjustment of the last quarter never reached the 全年预算数 column. */
function overExecuted(form: OverallEvaluation): OverallEvaluation {
  const { executed } = totalStages(findYear(liuhewanBooks, form.year));
  const annual = executed - wan(23.8);
  const total = { ...form.total, annual, rate: printRate(executed, annual), score: 10 };
  const score = sumOf([10, ...form.indicators.map((item) => item.score)]);
  return { ...form, total, totals: { weight: 100, score } };
}

const overall2022 = overExecuted(forms.overall(2022));

const year2022: SampleDocument = {
  fileName: '柳河湾乡整体支出绩效自评表(汇总)(1).docx',
  format: 'docx',
  parts: [
    attachment('附件1', true),
    renderBaseData(forms.base(2022), layout),
    attachment('附件2'),
    renderOverallEvaluation(
      { ...overall2022, title: ['部门整体支出绩效自评表', '（ 2021 年度）'], titleYear: 2021 },
      { ...layout, noReason: '/' },
    ),
  ],
  word: { pageNumbers: true },
  anomalies: ['fiscal_year_mismatch', 'over_execution'],
};

const target2023: SampleDocument = {
  fileName: '柳河湾乡2023年整体支出绩效目标表.docx',
  format: 'docx',
  parts: [
    renderOverallTarget({
      ...forms.target(2023),
      title: ['2023年度部门（单位）整体支出绩效目标表'],
    }),
  ],
  word: { modifiedAt: '2022-11-18T02:00:00Z' },
  anomalies: [],
};

/** Income and expenditure were copied from the initial budget. */
function composedOfInitial(form: OverallEvaluation): OverallEvaluation {
  const figures = findYear(liuhewanBooks, form.year);
  const total = totalStages(figures).initial;
  const projects = figures.projects.reduce((all, { amounts }) => all + amounts.initial, 0);
  const income = changeLine(form.income, '按收入性质分', { amount: total });
  const expenditure = changeLine(form.expenditure, '按支出性质分', { amount: total });
  return {
    ...form,
    income: changeLine(income, '一般公共预算', { amount: generalBudget(figures, 'initial') }),
    expenditure: changeLine(
      changeLine(expenditure, '基本支出', { amount: total - projects }),
      '项目支出',
      { amount: projects },
    ),
  };
}

const overall2023 = composedOfInitial(forms.overall(2023));

const year2023: SampleDocument = {
  fileName: '附件2.docx',
  format: 'docx',
  parts: [
    renderOverallEvaluation(
      {
        ...overall2023,
        indicators: changeIndicator(overall2023.indicators, '群众满意度', { actual: '≥90%' }),
      },
      { ...layout, broken: true },
    ),
    renderProjectEvaluation(
      {
        ...forms.project(2023, '水库移民后期扶持资金'),
        // The labels kept the points of the year before.
        printedPoints: { output: 45, benefit: 35 },
      },
      {
        ...layout,
        noReason: '',
        columns: [
          'level1',
          'level2',
          'level3',
          'target',
          'unit',
          'actual',
          'weight',
          'score',
          'reason',
        ],
      },
    ),
  ],
  anomalies: ['actual_copies_target', 'composition_vs_total', 'group_weights_sum'],
};

const overall2024 = forms.overall(2024);

const year2024: SampleDocument = {
  fileName: '柳河湾.txt',
  format: 'dump',
  parts: [
    attachment('附件1', true),
    renderBaseData(forms.base(2024), layout),
    attachment('附件3'),
    renderOverallEvaluation(
      {
        ...overall2024,
        indicators: changeIndicator(overall2024.indicators, '平安村创建达标率', { actual: '' }),
      },
      { ...layout, broken: true },
    ),
    renderProjectEvaluation(forms.project(2024, '水库移民后期扶持资金'), layout),
    note('备注：每个项目支出一张表'),
    attachment('附件5'),
    renderOverallReport(forms.report(2024, { numbering: { kind: 'careless', list: 1 } })),
  ],
  anomalies: ['budget_adjustment_large', 'indicator_incomplete'],
};

/** The execution row kept last year's eight points, and 灌溉面积 got more than it can have. */
function overScored(form: ProjectEvaluation): ProjectEvaluation {
  const indicators = changeIndicator(form.indicators, '恢复灌溉面积', { score: 16 });
  const lines = changeLine(form.lines, '年度资金总额', { score: 8 });
  const score = sumOf([8, ...indicators.map((item) => item.score)]);
  return { ...form, indicators, lines, totals: { weight: 100, score } };
}

const canal = '农田水利维修经费';

const canal2024: SampleDocument = {
  fileName: '项目自评报告（柳河湾）.docx',
  format: 'docx',
  parts: [
    renderProjectEvaluation(overScored(forms.project(2024, canal)), layout),
    attachment('附：'),
    renderProjectReport(forms.projectReport(2024, canal, { kind: 'automatic', list: 1 })),
  ],
  word: { header: '农田水利项目资料', pageNumbers: true },
  anomalies: ['execution_score_mismatch', 'score_exceeds_weight'],
};

export const liuhewanDocuments: readonly SampleDocument[] = [
  year2022,
  target2023,
  year2023,
  year2024,
  canal2024,
];
