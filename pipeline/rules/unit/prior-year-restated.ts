import type { BaseItemCode } from '../../../schemas/codes.ts';
import { type KnownMoney, moneyRows } from '../form-records.ts';
import { sameAmount, wan, wanYuan } from '../money.ts';
import { baseItemNames } from '../names.ts';
import type { UnitForm, UnitRule } from '../unit-rule.ts';
import { yearPairs } from './year-pairs.ts';

/** Items of one name; nameless rows cannot be told apart over the years. */
function itemsOf(form: UnitForm): BaseItemCode[] {
  return [...new Set(form.base_data.map((b) => b.item_code))].filter((item) => item !== 'other');
}

function sumOf(rows: readonly KnownMoney[]): number | undefined {
  return rows.length === 0 ? undefined : rows.reduce((sum, row) => sum + row.amount_fen, 0);
}

// Rows of a form are compared by sums: an item may be spread over several (……) rows.
export const priorYearRestated: UnitRule = {
  code: 'prior_year_restated',
  severity: 'warning',
  title: '上年决算数与上年报表不符',
  basis: '基础数据表的上年决算数应等于上一年度基础数据表的本年决算数；有调整的应说明',
  formula: '本年表的上年决算数=上年表的本年决算数（逐项）',
  tolerance: '0.015万元',
  *check(forms) {
    for (const { form, prior } of yearPairs(forms)) {
      for (const item of itemsOf(form)) {
        const quoted = moneyRows(form, item, 'prior_final');
        const own = moneyRows(prior, item, 'current_final');
        const [now, then] = [sumOf(quoted), sumOf(own)];
        if (now === undefined || then === undefined || sameAmount(now, then)) continue;
        yield {
          form,
          field: item,
          expected: wanYuan(then),
          actual: wanYuan(now),
          difference: `${wan(now - then)}万元`,
          message: `${form.fiscal_year}年基础数据表所列${prior.fiscal_year}年${baseItemNames[item]}决算数${wanYuan(now)}，${prior.fiscal_year}年表中为${wanYuan(then)}，相差${wanYuan(Math.abs(now - then))}。`,
          evidence: [...quoted, ...own].map((row) => row.value_id),
        };
      }
    }
  },
};
