import type { MappedForm } from '../../schemas/form.ts';
import { amountOf, isProjectTable, type KnownAmount, knownAmounts } from './form-records.ts';
import { sameAmount, wanYuan } from './money.ts';
import { amountMeasureNames } from './names.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';

const columns = ['initial_budget', 'annual_budget', 'executed'] as const;

/** Sum of the lines under the total in one column; undefined where all are blank. */
export function columnSum(form: MappedForm, measure: (typeof columns)[number]): number | undefined {
  const parts = knownAmounts(form).filter((a) => a.measure === measure && a.line_code !== 'total');
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, part) => sum + part.amount_fen, 0);
}

function partsOf(form: MappedForm): KnownAmount[] {
  return knownAmounts(form).filter(
    (a) => a.line_code !== 'total' && a.measure !== 'reported' && a.amount_fen !== 0,
  );
}

/** The total row is blank or all zero while the lines below it hold figures. */
export function isTotalBlank(form: MappedForm): boolean {
  const totals = columns.flatMap((measure) => amountOf(form, 'total', measure) ?? []);
  return totals.every((total) => total.amount_fen === 0) && partsOf(form).length > 0;
}

/**
 * The total row stands one column left of its parts: its last column is blank and each of its
 * figures is the sum of the next column's parts, but not of its own.
 */
export function isColumnShift(form: MappedForm): boolean {
  if (amountOf(form, 'total', 'executed') !== undefined) return false;
  const [initial, annual] = [
    amountOf(form, 'total', 'initial_budget'),
    amountOf(form, 'total', 'annual_budget'),
  ];
  const sums = columns.map((measure) => columnSum(form, measure));
  const [ownInitial, ownAnnual, ownExecuted] = sums;
  if (initial === undefined || annual === undefined) return false;
  if (ownInitial === undefined || ownAnnual === undefined || ownExecuted === undefined)
    return false;
  return (
    !sameAmount(initial.amount_fen, ownInitial) &&
    sameAmount(initial.amount_fen, ownAnnual) &&
    sameAmount(annual.amount_fen, ownExecuted)
  );
}

const totalBlank: Rule = {
  code: 'total_blank',
  severity: 'warning',
  title: '资金总额未填',
  basis: '项目支出绩效自评表：年度资金总额应为各项资金来源之和，不应空白或为0',
  formula: '年度资金总额各栏空白或为0，而分项有数',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms.filter(isProjectTable)) {
      const parts = partsOf(form);
      if (!isTotalBlank(form)) continue;
      const said = columns.flatMap((measure) => {
        const sum = columnSum(form, measure);
        return sum ? [`${amountMeasureNames[measure]}${wanYuan(sum)}`] : [];
      });
      yield {
        form,
        field: 'total',
        expected: said.join('、'),
        message: `年度资金总额空白或为0，而资金来源分项合计为${said.join('、')}。`,
        evidence: idsOf(parts),
      };
    }
  },
};

const columnShift: Rule = {
  code: 'column_shift',
  severity: 'warning',
  title: '资金总额疑似错栏',
  basis: '项目支出绩效自评表：年度资金总额与分项逐栏对应',
  formula:
    '总额行执行数空白，且总额行的年初、全年预算数分别等于分项的全年预算数、执行数，而与本栏分项不等',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms.filter(isProjectTable)) {
      if (!isColumnShift(form)) continue;
      const totals = columns.flatMap((measure) => amountOf(form, 'total', measure) ?? []);
      const row = totals.map((t) => `${amountMeasureNames[t.measure]}${wanYuan(t.amount_fen)}`);
      const below = columns.map(
        (m) => `${amountMeasureNames[m]}${wanYuan(columnSum(form, m) ?? 0)}`,
      );
      yield {
        form,
        field: 'total',
        expected: below.join('、'),
        actual: row.join('、'),
        message: `年度资金总额一行为${row.join('、')}、全年执行数空白，而分项合计为${below.join('、')}，疑似整行错填一栏。`,
        evidence: idsOf([...totals, ...partsOf(form)]),
      };
    }
  },
};

export const totalRowRules: readonly Rule[] = [totalBlank, columnShift];
