import { amountOf, baseOf } from '../form-records.ts';
import { wanYuan } from '../money.ts';
import type { UnitForm, UnitRule } from '../unit-rule.ts';
import { yearPairs } from './year-pairs.ts';

/** Two or three persons are more than a tenth of a small office. */
const fewPersons = 3;

function personnelOf(forms: readonly UnitForm[], year: number | null) {
  const holder = forms.find(
    (form) =>
      form.is_current &&
      form.fiscal_year === year &&
      (amountOf(form, 'personnel', 'executed') ?? amountOf(form, 'personnel', 'reported')),
  );
  return (
    holder &&
    (amountOf(holder, 'personnel', 'executed') ?? amountOf(holder, 'personnel', 'reported'))
  );
}

export const staffJump: UnitRule = {
  code: 'staff_jump',
  severity: 'warning',
  title: '人数或人均经费变动大',
  basis: '财政供养人员和人员经费相对稳定；在职人数变动超过10%、人均人员经费变动超过25%，应说明原因',
  formula: '在职人数同比变动≤10%（或不超过3人）；人均人员经费同比变动≤25%',
  tolerance: '无',
  *check(forms) {
    for (const { form, prior } of yearPairs(forms)) {
      const now = baseOf(form, 'fiscal_staff', 'headcount_actual');
      const before = baseOf(prior, 'fiscal_staff', 'headcount_actual');
      if (now === undefined || before === undefined || before.value <= 0 || now.value <= 0)
        continue;
      const change = now.value - before.value;
      if (Math.abs(change) > fewPersons && Math.abs(change / before.value) > 0.1) {
        yield {
          form,
          field: 'fiscal_staff',
          expected: `${before.value}人`,
          actual: `${now.value}人`,
          difference: `${change}人`,
          message: `${form.fiscal_year}年实际在职${now.value}人，${prior.fiscal_year}年${before.value}人，${change > 0 ? '增加' : '减少'}${Math.abs(change)}人（${((Math.abs(change) / before.value) * 100).toFixed(1)}%），应说明原因。`,
          evidence: [now.value_id, before.value_id],
        };
      }
      const pay = personnelOf(forms, form.fiscal_year);
      const priorPay = personnelOf(forms, prior.fiscal_year);
      if (pay === undefined || priorPay === undefined || priorPay.amount_fen <= 0) continue;
      const [head, priorHead] = [
        Math.round(pay.amount_fen / now.value),
        Math.round(priorPay.amount_fen / before.value),
      ];
      const share = head / priorHead - 1;
      if (Math.abs(share) <= 0.25) continue;
      yield {
        form,
        field: 'personnel',
        expected: wanYuan(priorHead),
        actual: wanYuan(head),
        difference: wanYuan(head - priorHead),
        message: `${form.fiscal_year}年人均人员经费${wanYuan(head)}，${prior.fiscal_year}年${wanYuan(priorHead)}，${share > 0 ? '增长' : '下降'}${Math.abs(share * 100).toFixed(1)}%，应说明原因。`,
        evidence: [pay.value_id, priorPay.value_id, now.value_id, before.value_id],
      };
    }
  },
};
