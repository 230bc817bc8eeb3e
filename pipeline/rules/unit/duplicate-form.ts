import { squeeze } from '../../../schemas/text.ts';
import { groupBy } from '../group-by.ts';
import type { UnitForm, UnitRule } from '../unit-rule.ts';
import { seriesOf } from './year-pairs.ts';

/** What the form's figures are, as one text. */
function figuresOf(form: UnitForm): string {
  return JSON.stringify([
    form.amounts.map((a) => [a.line_code, a.measure, a.amount_fen]),
    form.executions.map((e) => [e.line_code, e.weight, e.execution_rate, e.score]),
    form.indicators.map((i) => [squeeze(i.level3), i.weight, i.score, i.actual_value]),
    form.base_data.map((b) => [b.item_code, b.measure, b.value]),
    form.form_totals.map((t) => t.score),
  ]);
}

function isComparable(form: UnitForm): boolean {
  if (form.fiscal_year === null || form.form_type === 'unknown_form') return false;
  return form.form_type.startsWith('overall_') || form.project_name !== null;
}

export const duplicateFormAcrossDocuments: UnitRule = {
  code: 'duplicate_form',
  severity: 'warning',
  title: '同一张表重复报送',
  basis: '同一单位、年度、项目的同一种表只应有一个版本；先后报送而数字不同的，应确认以哪一份为准',
  formula: '不同文件中类型、年度、项目名称都相同的表；数字完全相同的仅作说明',
  tolerance: '无',
  *check(forms) {
    const groups = groupBy(
      forms.filter(isComparable),
      (form) => `${form.fiscal_year}|${seriesOf(form)}`,
    );
    for (const [first, ...later] of groups.values()) {
      for (const form of later) {
        if (first === undefined || form.document_id === first.document_id) continue;
        const equal = figuresOf(form) === figuresOf(first);
        yield {
          form,
          field: 'form',
          message: `${form.fiscal_year}年同一张表在另一份文件中已报送，${equal ? '数字相同' : '数字不同，应确认以哪一份为准'}。`,
          evidence: [...first.form_totals, ...form.form_totals].map((t) => t.value_id),
          ...(equal ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};
