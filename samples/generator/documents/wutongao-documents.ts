import { paragraph } from '../blocks.ts';
import { renderBaseData } from '../forms/base-data.ts';
import type { Form } from '../forms/form.ts';
import { type Layout, standardLayout } from '../forms/layout.ts';
import { renderOverallReport } from '../forms/overall-report.ts';
import { renderOverallEvaluation } from '../forms/overall-self-evaluation.ts';
import { renderOverallTarget } from '../forms/overall-target.ts';
import { renderProjectEvaluation } from '../forms/project-self-evaluation.ts';
import { sumOf } from '../indicators.ts';
import { changeIndicator, changeLine } from '../mistakes.ts';
import { wan } from '../money.ts';
import { attachment, note, type SampleDocument } from '../sample-document.ts';
import { unitForms } from '../unit-forms.ts';
import {
  wutongao,
  wutongaoBooks,
  wutongaoIndicators,
  wutongaoProjectIndicators,
} from '../units/wutongao.ts';

const forms = unitForms(wutongao, wutongaoBooks, wutongaoIndicators, wutongaoProjectIndicators);

const layout: Layout = { ...standardLayout, broken: true, noReason: '　', noValue: '　' };

const target2022 = forms.target(2022);

const year2022: SampleDocument = {
  fileName: '梧桐坳镇 2022年度 自评材料.docx',
  format: 'docx',
  parts: [
    // The declaration has lost its title, as a page pasted from another file does.
    renderOverallTarget({ ...target2022, title: [] }, layout),
    [paragraph('')],
    renderOverallEvaluation(forms.overall(2022), layout),
    renderOverallReport(forms.report(2022)),
  ],
  anomalies: [],
};

const base2023 = forms.base(2023);
const overall2023 = forms.overall(2023);

/** 森林火灾受害率 was cut from the list and its five points were given to no one. */
const without5Points = overall2023.indicators.filter(({ name }) => name !== '森林火灾受害率');

const year2023: SampleDocument = {
  fileName: '扫描件20240315.docx',
  format: 'docx',
  parts: [
    attachment('附件1：', true),
    renderBaseData(
      {
        ...base2023,
        lines: changeLine(base2023.lines, '三公经费', { final: wan(9.69) }),
      },
      { ...layout, money: 'wide' },
    ),
    attachment('附件2：'),
    renderOverallEvaluation(
      {
        ...overall2023,
        title: ['2023年度部门整体支出', '绩效自评表'],
        indicators: without5Points,
        totals: {
          weight: 100,
          score: sumOf([overall2023.total.score, ...without5Points.map(({ score }) => score)]),
        },
      },
      { ...layout, points: 'none', wideScores: true, signature: 'filled' },
    ),
    attachment('附件3：'),
    renderProjectEvaluation(forms.project(2023, '村组道路维修资金'), {
      ...layout,
      money: 'fixed',
    }),
    attachment('附件4：'),
    renderOverallReport(forms.report(2023)),
  ],
  word: { header: '梧桐坳镇财政所', pageNumbers: true },
  anomalies: ['three_public_sum', 'weights_sum'],
};

const projects2023: SampleDocument = {
  fileName: '新建 Microsoft Word 文档.docx',
  format: 'docx',
  parts: [
    renderProjectEvaluation(forms.project(2023, '村居服务群众经费'), {
      ...layout,
      money: 'suffixed',
    }),
    renderProjectEvaluation(forms.project(2023, '护林防火专项资金'), {
      ...layout,
      broken: false,
      money: 'yuan',
      noValue: '—',
      noReason: '/',
    }),
    renderProjectEvaluation(forms.project(2023, '村组道路维修资金'), {
      ...layout,
      continuedAt: 'benefit',
      noReason: '——',
    }),
  ],
  anomalies: [],
};

const overall2024 = forms.overall(2024);

/** 护林巡查 fell short of its target and kept all its points. */
const missed = changeIndicator(overall2024.indicators, '护林巡查到位率', { actual: '91%' });

const year2024: SampleDocument = {
  fileName: '自评表.docx',
  format: 'docx',
  parts: [
    [
      paragraph([
        '附件2',
        { kind: 'text_box', lines: ['此件公开发布'] },
        { kind: 'hidden', text: '内部流转号0417' },
      ]),
    ],
    renderOverallEvaluation(
      {
        ...overall2024,
        // 0.3 points above what 全年执行数 and 全年预算数 give.
        total: { ...overall2024.total, rate: '95.25%' },
        indicators: missed,
      },
      {
        ...layout,
        columns: ['level1', 'level2', 'level3', 'weight', 'target', 'actual', 'score', 'reason'],
        signature: 'filled',
      },
    ),
    note('注：各部门填报后加盖公章报县财政局。'),
    attachment('附件1'),
    renderBaseData(forms.base(2024), layout),
  ],
  word: { pageNumbers: true },
  anomalies: ['execution_rate_mismatch', 'full_score_target_missed'],
};

const report2024: SampleDocument = {
  fileName: '梧桐坳镇2024年度自评报告.txt',
  format: 'gb18030',
  parts: [namedAlone(renderOverallReport(forms.report(2024)))],
  anomalies: [],
};

/** Nothing else in the file says the unit's full name. */
function namedAlone(form: Form): Form {
  const unit_name = form.expected.unit_name.replace(/^岚溪市/, '');
  return { ...form, expected: { ...form.expected, unit_name } };
}

export const wutongaoDocuments: readonly SampleDocument[] = [
  year2022,
  year2023,
  projects2023,
  year2024,
  report2024,
];
