import { squeeze } from '../../schemas/text.ts';
import { formsOf } from './form-records.ts';
import { factsOf, moneyFacts } from './narrative-facts.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { plainProjectName, similarity } from './unit-names.ts';

/** A project's name in prose, without its year and 项目支出 at the end. */
function plainName(subject: string): string {
  return plainProjectName(subject)
    .replace(/^(?:其中)?(?:20\d{2}年度?)?/u, '')
    .replace(/(?:项目)?(?:支出|经费|资金)?$/u, '');
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
      const totals = new Set(factsOf(report, ['项目支出']).map((fact) => fact.value_id));
      const projects = moneyFacts(report).filter((f) => totals.has(f.subset_of ?? ''));
      const missing = projects.filter(
        (f) => !tables.some((t) => similarity(t, plainName(f.subject_raw)) >= 0.5),
      );
      if (missing.length === 0) continue;
      yield {
        form: report,
        field: '项目支出',
        actual: `${missing.length}个项目`,
        message: `报告所列项目${missing.map((f) => `“${squeeze(f.subject_raw)}”`).join('、')}没有项目支出绩效自评表。`,
        evidence: idsOf(missing),
      };
    }
  },
};
