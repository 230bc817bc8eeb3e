import { amountMeasures } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import { amountOf, type KnownAmount } from './form-records.ts';
import { sameAmount, sumTolerance, wanYuan } from './money.ts';
import { amountMeasureNames, lineNames } from './names.ts';
import type { Rule } from './rule.ts';
import { idsOf, moneyColumns } from './sum.ts';

const incomeExpenditureBalance: Rule = {
  code: 'income_expenditure_balance',
  severity: 'error',
  title: '收入性质与支出性质合计不等',
  basis: '部门整体支出绩效自评表：同一笔年度资金分别按收入性质、按支出性质列示，两个合计应相等',
  formula: '按收入性质分合计=按支出性质分合计（差额恰为上年结转的，降为提示复核）',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      for (const measure of amountMeasures) {
        const income = amountOf(form, 'income_total', measure);
        const spending = amountOf(form, 'expenditure_total', measure);
        if (income === undefined || spending === undefined) continue;
        const difference = Math.abs(income.amount_fen - spending.amount_fen);
        if (difference <= sumTolerance(2)) continue;
        const carried = form.amounts.some(
          (a) => a.line_code === 'carryover' && sameAmount(a.amount_fen ?? 0, difference),
        );
        yield {
          form,
          field: 'expenditure_total',
          ...moneyColumns(income.amount_fen, spending.amount_fen),
          message: `按收入性质分合计${wanYuan(income.amount_fen)}，与按支出性质分合计${wanYuan(spending.amount_fen)}不一致，相差${wanYuan(difference)}。`,
          evidence: idsOf([income, spending]),
          ...(carried ? { severity: 'warning' as const } : {}),
        };
      }
    }
  },
};

const totalColumns = ['annual_budget', 'executed', 'initial_budget'] as const;

function compositionOf(form: MappedForm): KnownAmount[] {
  return (['income_total', 'expenditure_total'] as const).flatMap(
    (line) => amountOf(form, line, 'reported') ?? [],
  );
}

const compositionVsTotal: Rule = {
  code: 'composition_vs_total',
  severity: 'error',
  title: '资金构成合计与年度资金总额不符',
  basis: '部门整体支出绩效自评表：构成合计应等于年度资金总额的全年预算数或全年执行数',
  formula:
    '按收入性质分合计、按支出性质分合计都不等于年度资金总额（全年预算数或全年执行数，任一相等即可；只等于年初预算数的，降为提示复核）',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      const composition = compositionOf(form);
      const totals = totalColumns.flatMap((measure) => amountOf(form, 'total', measure) ?? []);
      const current = totals.filter((total) => total.measure !== 'initial_budget');
      const [first] = composition;
      const [total] = current;
      if (first === undefined || total === undefined) continue;
      const meets = (candidates: readonly KnownAmount[]) =>
        composition.some((c) => candidates.some((t) => sameAmount(c.amount_fen, t.amount_fen)));
      if (meets(current)) continue;
      const said = composition.map((c) => `${lineNames[c.line_code]}合计${wanYuan(c.amount_fen)}`);
      const against = current.map(
        (t) => `${amountMeasureNames[t.measure]}${wanYuan(t.amount_fen)}`,
      );
      yield {
        form,
        field: first.line_code,
        ...moneyColumns(total.amount_fen, first.amount_fen),
        message: `${said.join('、')}，与年度资金总额（${against.join('、')}）均不一致，相差${wanYuan(Math.abs(first.amount_fen - total.amount_fen))}。`,
        evidence: idsOf([...composition, ...current]),
        ...(meets(totals) ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

export const compositionRules: readonly Rule[] = [incomeExpenditureBalance, compositionVsTotal];
