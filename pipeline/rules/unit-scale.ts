import type { MappedForm } from '../../schemas/form.ts';
import { counterpart } from './counterpart.ts';
import { amountOf, type KnownAmount, knownAmounts, moneyOf } from './form-records.ts';
import { groupBy } from './group-by.ts';
import { tenThousandfold, wanYuan } from './money.ts';
import { amountMeasureNames, baseItemNames, lineNames } from './names.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf, moneyColumns } from './sum.ts';

/** A budget changes by half at most within a year, so neighbouring columns may be that far off. */
const columnSlack = 0.5;
/** The same figure in two places is the same figure. */
const copySlack = 0.01;

/** The number as printed, its unit aside. */
function printedNumber(amount: KnownAmount): number | undefined {
  const digits = /\d[\d,，]*(?:\.\d+)?/u.exec(amount.amount_raw.normalize('NFKC'))?.[0];
  return digits === undefined ? undefined : Number(digits.replace(/[,，]/gu, ''));
}

const fenPerYuan = 100;

interface Slip {
  readonly line: KnownAmount['line_code'];
  readonly large: KnownAmount;
  readonly small: KnownAmount;
  /** The cell said 元 itself: the figure is right, the mixture of units remains. */
  readonly resolved: boolean;
}

function slipBetween(a: KnownAmount, b: KnownAmount): Slip | undefined {
  const [small, large] = a.amount_fen < b.amount_fen ? [a, b] : [b, a];
  if (small.amount_fen > 0 && tenThousandfold(a.amount_fen, b.amount_fen, columnSlack)) {
    return { line: a.line_code, large, small, resolved: false };
  }
  const [one, other] = [printedNumber(a), printedNumber(b)];
  if (one === undefined || other === undefined) return undefined;
  if (!tenThousandfold(one, other, columnSlack)) return undefined;
  // 1.2亿 beside 12500万 is ten thousandfold too, and mixes neither with 元.
  if (Math.min(a.amount_fen / one, b.amount_fen / other) > fenPerYuan * 2) return undefined;
  return {
    line: a.line_code,
    large: one > other ? a : b,
    small: one > other ? b : a,
    resolved: true,
  };
}

/** The first slip of the form's block of funds; one cause, however many lines repeat it. */
function slipOf(form: MappedForm): Slip | undefined {
  const amounts = knownAmounts(form).filter((a) => a.measure !== 'budget_adjustment');
  for (const row of groupBy(amounts, (a) => a.line_code).values()) {
    for (const [index, a] of row.entries()) {
      for (const b of row.slice(index + 1)) {
        const slip = slipBetween(a, b);
        if (slip !== undefined) return slip;
      }
    }
  }
  return undefined;
}

/** Whether a row of the form has one cell in 元 and another in 万元. */
export function mixesUnits(form: MappedForm): boolean {
  return slipOf(form) !== undefined;
}

function slipFinding(form: MappedForm, { line, large, small, resolved }: Slip): Finding {
  const column = (a: KnownAmount) => `${amountMeasureNames[a.measure]}“${a.amount_raw.trim()}”`;
  return {
    form,
    field: line,
    ...moneyColumns(small.amount_fen, large.amount_fen),
    message: resolved
      ? `${lineNames[line]}${column(large)}与${column(small)}单位不同，同一行混用元与万元。`
      : `${lineNames[line]}${amountMeasureNames[large.measure]}${wanYuan(large.amount_fen)}约为${amountMeasureNames[small.measure]}${wanYuan(small.amount_fen)}的一万倍，疑似元与万元混用。`,
    evidence: idsOf([large, small]),
    ...(resolved ? { severity: 'warning' as const } : {}),
  };
}

/** The base table against the evaluation: one figure, told twice. */
function* betweenForms(forms: readonly MappedForm[]): Iterable<Finding> {
  for (const base of forms.filter((form) => form.form_type === 'overall_base_data')) {
    const evaluation = counterpart(forms, base, 'overall_self_evaluation');
    const one = moneyOf(base, 'project_total', 'current_final');
    const other = evaluation && amountOf(evaluation, 'project_expenditure', 'reported');
    if (one === undefined || other === undefined) continue;
    if (!tenThousandfold(one.amount_fen, other.amount_fen, copySlack)) continue;
    yield {
      form: base,
      field: 'project_total',
      ...moneyColumns(other.amount_fen, one.amount_fen),
      message: `基础数据表项目支出${wanYuan(one.amount_fen)}与自评表项目支出${wanYuan(other.amount_fen)}相差一万倍，疑似元与万元混用。`,
      evidence: idsOf([one, other]),
    };
  }
}

function* withinBase(form: MappedForm): Iterable<Finding> {
  const money = form.base_data.filter((b) => b.amount_fen !== null && b.unit === 'wan_yuan');
  for (const [item, rows] of groupBy(money, (b) => b.item_code)) {
    const columns = rows.filter(
      (b) => b.measure.startsWith('current') || b.measure === 'prior_final',
    );
    const pair = columns.flatMap((a, i) =>
      columns
        .slice(i + 1)
        .filter((b) => tenThousandfold(a.amount_fen ?? 0, b.amount_fen ?? 0, columnSlack))
        .map((b) => [a, b] as const),
    )[0];
    const [a, b] = pair ?? [];
    if (a === undefined || b === undefined || (a.amount_fen ?? 0) < 0 || (b.amount_fen ?? 0) < 0) {
      continue;
    }
    yield {
      form,
      field: item,
      message: `${baseItemNames[a.item_code]}两栏${wanYuan(a.amount_fen ?? 0)}与${wanYuan(b.amount_fen ?? 0)}约相差一万倍，疑似元与万元混用。`,
      evidence: idsOf([a, b]),
      severity: 'warning',
    };
  }
}

export const unitScaleSuspect: Rule = {
  code: 'unit_scale_suspect',
  severity: 'error',
  title: '疑似元与万元混用',
  basis: '自评表、基础数据表金额单位为万元；同一项数字相差一万倍，必有一处单位错误',
  formula: '同一行两栏之比，或同一数字两处之比，约为10000；单元格自带“元”而已换算的，降为提示复核',
  tolerance: '两栏之间±50%（年中调整）；同一数字两处±1%',
  *check({ forms }) {
    for (const form of forms) {
      const slip = slipOf(form);
      if (slip !== undefined) yield slipFinding(form, slip);
      if (form.form_type === 'overall_base_data') yield* withinBase(form);
    }
    yield* betweenForms(forms);
  },
};
