import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { groupBy } from './group-by.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { plainProjectName, unitCore } from './unit-names.ts';

/** What a form says, as one text: forms with equal prints are copies of one another. */
function figuresOf(form: MappedForm): string {
  return JSON.stringify([
    form.amounts.map((a) => [a.line_code, a.measure, a.amount_fen]),
    form.executions.map((e) => [e.line_code, e.weight, e.score]),
    form.indicators.map((i) => [squeeze(i.level3), i.weight, i.score, squeeze(i.actual_raw ?? '')]),
    form.base_data.map((b) => [b.item_code, b.measure, b.value]),
    form.form_totals.map((t) => t.score),
  ]);
}

/** Type, unit, year and project; undefined where a form does not say which project it is of. */
function identityOf(form: MappedForm): string | undefined {
  const project = form.project_name === null ? '' : plainProjectName(form.project_name);
  const needsProject = !form.form_type.startsWith('overall_');
  if (form.form_type === 'unknown_form' || form.fiscal_year === null) return undefined;
  if (form.unit_name === null || (needsProject && project === '')) return undefined;
  return [form.form_type, unitCore(form.unit_name), form.fiscal_year, project].join('|');
}

export const duplicateForm: Rule = {
  code: 'duplicate_form',
  severity: 'warning',
  title: '同一张表重复',
  basis: '同一单位、年度、项目的同一种表只应报送一次；内容不同的应确认以哪一张为准',
  formula: '一份材料内表的类型、单位、年度、项目名称都相同；内容完全相同的仅作说明',
  tolerance: '无',
  *check({ forms }) {
    const groups = groupBy(forms, (form) => identityOf(form) ?? `#${form.ordinal}`);
    for (const [first, ...later] of groups.values()) {
      for (const form of later) {
        if (first === undefined) continue;
        yield duplicateFinding(form, first);
      }
    }
  },
};

function duplicateFinding(form: MappedForm, first: MappedForm): Finding {
  const equal = figuresOf(form) === figuresOf(first);
  const totals = [first, form].map((f) => f.form_totals[0]?.score ?? null);
  const scores = totals.every((t) => t !== null) ? `（总分${totals.join('分、')}分）` : '';
  return {
    form,
    field: 'form',
    message: `本表与第${first.ordinal}张表类型、单位、年度、项目相同，${equal ? '内容也相同' : `内容不同${equal ? '' : scores}，应确认以哪一张为准`}。`,
    evidence: idsOf([...first.form_totals, ...form.form_totals]),
    ...(equal ? { severity: 'info' as const } : {}),
  };
}
