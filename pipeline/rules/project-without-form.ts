import type { NarrativeFactRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { formsOf } from './form-records.ts';
import { factOf, partsOf } from './narrative-facts.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { plainProjectName, similarity } from './unit-names.ts';

/** A project's name in prose, without 项目支出 at the end. */
function plainName(subject: string): string {
  return plainProjectName(subject).replace(/(?:项目)?(?:支出|经费|资金)?$/u, '');
}

/** The whole name: prose runs 网格员工资 and 项目支出 together, of which the subject may be the tail. */
function nameIn(fact: NarrativeFactRecord): string {
  const sentence = squeeze(fact.sentence);
  const before = sentence.split(`${squeeze(fact.subject_raw)}${fact.value}`)[0] ?? '';
  const head = before === sentence ? '' : (/[^，,。；;、:：]*$/u.exec(before)?.[0] ?? '');
  return `${head}${squeeze(fact.subject_raw)}`.replace(/^(?:其中)?(?:20\d{2}年度?)?/u, '');
}

export const projectWithoutForm: Rule = {
  code: 'project_without_form',
  severity: 'info',
  title: '报告所列项目没有自评表',
  basis: '自评表备注：每个项目支出一张表',
  formula: '材料中已有项目支出绩效自评表，而报告“项目支出”所列项目没有名称相同或相近的表',
  tolerance: '名称相似度0.5',
  *check({ forms }) {
    const tables = formsOf(forms, 'project_self_evaluation').map((form) =>
      plainName(form.project_name ?? ''),
    );
    if (tables.length === 0) return;
    for (const report of formsOf(forms, 'overall_report')) {
      const total = factOf(report, ['项目支出']);
      const projects = total === undefined ? [] : partsOf(report, total);
      const missing = projects.filter(
        (f) => !tables.some((t) => similarity(t, plainName(nameIn(f))) >= 0.5),
      );
      if (missing.length === 0) continue;
      yield {
        form: report,
        field: '项目支出',
        actual: `${missing.length}个项目`,
        message: `报告所列项目${missing.map((f) => `“${nameIn(f)}”`).join('、')}没有项目支出绩效自评表。`,
        evidence: idsOf(missing),
      };
    }
  },
};
