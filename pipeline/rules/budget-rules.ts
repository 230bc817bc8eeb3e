import type { MappedForm } from '../../schemas/form.ts';
import { amountOf, type KnownAmount, knownAmounts } from './form-records.ts';
import { sameAmount, sumTolerance, tenThousandfold, wanYuan } from './money.ts';
import { lineNames } from './names.ts';
import type { Rule } from './rule.ts';
import { idsOf, moneyColumns } from './sum.ts';

/** Carry-over that the full-year budget leaves out may be spent above it. */
function carryoverExplains(form: MappedForm, budget: KnownAmount, excess: number): boolean {
  const carryover =
    amountOf(form, 'carryover', 'executed') ?? amountOf(form, 'carryover', 'annual_budget');
  if (carryover === undefined || excess > carryover.amount_fen + sumTolerance(2)) return false;
  const planned = amountOf(form, 'carryover', 'annual_budget')?.amount_fen ?? 0;
  const listed = knownAmounts(form).filter(
    (a) => a.measure === 'annual_budget' && a.line_code !== 'total',
  );
  const included =
    planned > 0 &&
    sameAmount(
      listed.reduce((sum, a) => sum + a.amount_fen, 0),
      budget.amount_fen,
    );
  return !included;
}

const overExecution: Rule = {
  code: 'over_execution',
  severity: 'error',
  title: '执行数大于全年预算数',
  basis: '预算法：支出必须以经批准的预算为依据；自评表的全年执行数不应超过全年预算数',
  formula:
    '全年执行数≤全年预算数（未列入全年预算数的上年结转可以解释超出部分的除外；只见于分项的，降为提示复核）',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      const executed = form.amounts.some(
        (a) => a.line_code === 'total' && a.measure === 'executed' && a.amount_fen !== null,
      );
      const lines = executed ? ['total' as const] : (['current_appropriation'] as const);
      for (const line of lines) {
        const budget = amountOf(form, line, 'annual_budget');
        const spent = amountOf(form, line, 'executed');
        if (budget === undefined || spent === undefined) continue;
        const excess = spent.amount_fen - budget.amount_fen;
        if (excess <= sumTolerance(2) || carryoverExplains(form, budget, excess)) continue;
        yield {
          form,
          field: line,
          ...moneyColumns(budget.amount_fen, spent.amount_fen),
          message: `${lineNames[line]}全年执行数${wanYuan(spent.amount_fen)}大于全年预算数${wanYuan(budget.amount_fen)}，超出${wanYuan(excess)}。`,
          evidence: idsOf([budget, spent]),
          ...(line === 'total' ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
};

const budgetAdjustmentLarge: Rule = {
  code: 'budget_adjustment_large',
  severity: 'warning',
  title: '预算调整幅度大',
  basis: '预算绩效管理惯例：年中调整幅度过大应说明原因；年初预算编制的准确性是整体评价的一项内容',
  formula: '0.5≤全年预算数÷年初预算数≤1.5（年初预算数大于0）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const initial = amountOf(form, 'total', 'initial_budget');
      const annual = amountOf(form, 'total', 'annual_budget');
      if (initial === undefined || annual === undefined || initial.amount_fen <= 0) continue;
      if (tenThousandfold(initial.amount_fen, annual.amount_fen, 0.5)) continue;
      const ratio = annual.amount_fen / initial.amount_fen;
      if (ratio >= 0.5 && ratio <= 1.5) continue;
      const change = ((ratio - 1) * 100).toFixed(1);
      yield {
        form,
        field: 'total',
        ...moneyColumns(initial.amount_fen, annual.amount_fen),
        message: `全年预算数${wanYuan(annual.amount_fen)}比年初预算数${wanYuan(initial.amount_fen)}${ratio > 1 ? '增加' : '减少'}${change.replace('-', '')}%，调整幅度超过50%，应说明原因。`,
        evidence: idsOf([initial, annual]),
      };
    }
  },
};

const unbudgetedSpending: Rule = {
  code: 'unbudgeted_spending',
  severity: 'warning',
  title: '年初无预算而有支出',
  basis: '预算法：支出以批准的预算为依据；年中追加的项目应说明来源',
  formula: '年初预算数为0（填有0），而全年执行数大于0',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const zero = knownAmounts(form).find(
        (a) =>
          a.measure === 'initial_budget' &&
          a.amount_fen === 0 &&
          (amountOf(form, a.line_code, 'executed')?.amount_fen ?? 0) > 0,
      );
      const spent = zero && amountOf(form, zero.line_code, 'executed');
      if (zero === undefined || spent === undefined) continue;
      yield {
        form,
        field: zero.line_code,
        ...moneyColumns(0, spent.amount_fen),
        message: `${lineNames[zero.line_code]}年初预算数为0，全年执行数${wanYuan(spent.amount_fen)}，属年中追加，应说明原因。`,
        evidence: idsOf([zero, spent]),
      };
    }
  },
};

const negativeAmount: Rule = {
  code: 'negative_amount',
  severity: 'warning',
  title: '金额为负数',
  basis: '自评表、基础数据表的预算数、执行数、决算数不应为负（预算调整数除外）',
  formula: '金额≥0',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const lines = form.amounts.filter(
        (a) => (a.amount_fen ?? 0) < 0 && a.measure !== 'budget_adjustment',
      );
      const items = form.base_data.filter(
        (b) => (b.amount_fen ?? 0) < 0 && b.item_code !== 'basic_expenditure_adjustment',
      );
      for (const line of lines) {
        yield {
          form,
          field: line.line_code,
          actual: wanYuan(line.amount_fen ?? 0),
          message: `${lineNames[line.line_code]}为负数${wanYuan(line.amount_fen ?? 0)}。`,
          evidence: [line.value_id],
        };
      }
      for (const item of items) {
        yield {
          form,
          field: item.item_code,
          actual: wanYuan(item.amount_fen ?? 0),
          message: `${item.item_label_raw.trim()}为负数${wanYuan(item.amount_fen ?? 0)}。`,
          evidence: [item.value_id],
        };
      }
    }
  },
};

const fundInBasic: Rule = {
  code: 'fund_in_basic',
  severity: 'warning',
  title: '政府性基金疑似计入基本支出',
  basis:
    '政府性基金专款专用，一般列为项目支出；基本支出大于一般公共预算时，差额只能来自基金等其他资金',
  formula: '有政府性基金时，基本支出≤一般公共预算',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      const basic = amountOf(form, 'basic_expenditure', 'reported');
      const general = amountOf(form, 'general_public_budget', 'reported');
      const fund = amountOf(form, 'government_fund', 'reported');
      if (basic === undefined || general === undefined || fund === undefined) continue;
      const excess = basic.amount_fen - general.amount_fen;
      if (fund.amount_fen <= 0 || excess <= sumTolerance(2)) continue;
      yield {
        form,
        field: 'basic_expenditure',
        ...moneyColumns(general.amount_fen, basic.amount_fen),
        message: `基本支出${wanYuan(basic.amount_fen)}大于一般公共预算${wanYuan(general.amount_fen)}，超出${wanYuan(excess)}，政府性基金${wanYuan(fund.amount_fen)}疑似计入基本支出。`,
        evidence: idsOf([basic, general, fund]),
      };
    }
  },
};

export const budgetRules: readonly Rule[] = [
  overExecution,
  budgetAdjustmentLarge,
  unbudgetedSpending,
  negativeAmount,
  fundInBasic,
];
