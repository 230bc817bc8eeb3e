import type { BaseMeasure } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import { baseOf, type KnownBase, moneyOf } from './form-records.ts';
import { sumTolerance, wanYuan } from './money.ts';
import { baseItemNames, baseMeasureNames } from './names.ts';
import { lessPoints, percent, rateTolerance } from './points.ts';
import type { Rule } from './rule.ts';
import { idsOf, moneyColumns } from './sum.ts';

function staff(form: MappedForm) {
  return {
    quota: baseOf(form, 'fiscal_staff', 'headcount_quota'),
    actual: baseOf(form, 'fiscal_staff', 'headcount_actual'),
    rate: baseOf(form, 'fiscal_staff', 'control_rate'),
  };
}

const controlRateMismatch: Rule = {
  code: 'control_rate_mismatch',
  severity: 'error',
  title: '控制率与人数不符',
  basis: '基础数据表、财预〔2013〕53号：在职人员控制率=在职人员数÷编制数',
  formula: '控制率=实际在职人数÷编制数',
  tolerance: '印出的末位的一半+0.01个百分点',
  *check({ forms }) {
    for (const form of forms) {
      const { quota, actual, rate } = staff(form);
      if (quota === undefined || actual === undefined || rate === undefined) continue;
      if (quota.value <= 0) continue;
      const due = actual.value / quota.value;
      if (Math.abs(due - rate.value) <= rateTolerance(rate.value_raw)) continue;
      yield {
        form,
        field: 'control_rate',
        expected: percent(due),
        actual: percent(rate.value),
        difference: percent(lessPoints(rate.value, due)),
        message: `财政供养人员控制率填${percent(rate.value)}，实际在职${actual.value}人除以编制${quota.value}人应为${percent(due)}。`,
        evidence: idsOf([quota, actual, rate]),
      };
    }
  },
};

const overQuota: Rule = {
  code: 'over_quota',
  severity: 'warning',
  title: '超编',
  basis: '机构编制管理规定：实际在职人数不得超过编制数',
  formula: '实际在职人数≤编制数（控制率≤100%）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const { quota, actual, rate } = staff(form);
      const excess = quota && actual ? actual.value - quota.value : undefined;
      const over = excess === undefined ? (rate?.value ?? 0) > 1 : excess > 0;
      if (!over) continue;
      const said =
        quota && actual
          ? `实际在职${actual.value}人，编制${quota.value}人，超编${actual.value - quota.value}人`
          : `财政供养人员控制率${percent(rate?.value ?? 0)}，超过100%`;
      yield {
        form,
        field: 'control_rate',
        ...(quota && actual ? { expected: `${quota.value}人`, actual: `${actual.value}人` } : {}),
        message: `${said}。`,
        evidence: idsOf([quota, actual, rate].flatMap((r) => r ?? [])),
      };
    }
  },
};

const buildingRates: readonly { rate: BaseMeasure; actual: BaseMeasure; base: BaseMeasure }[] = [
  { rate: 'area_control_rate', actual: 'actual_area', base: 'approved_area' },
  { rate: 'investment_control_rate', actual: 'actual_investment', base: 'budget_investment' },
];

const buildingRateMismatch: Rule = {
  code: 'building_rate_mismatch',
  severity: 'warning',
  title: '楼堂馆所控制率不符',
  basis:
    '基础数据表：规模控制率=实际规模÷批复规模；投资概算控制率=实际投资÷预算投资；均不应超过100%',
  formula: '印出的控制率=实际÷批复（预算），且不大于100%',
  tolerance: '印出的末位的一半+0.01个百分点',
  *check({ forms }) {
    for (const form of forms) {
      for (const measures of buildingRates) {
        const at = (measure: BaseMeasure) => baseOf(form, 'building_control', measure);
        const [rate, actual, base] = [at(measures.rate), at(measures.actual), at(measures.base)];
        if (actual === undefined || base === undefined || base.value <= 0) continue;
        const due = actual.value / base.value;
        const wrong =
          rate !== undefined && Math.abs(due - rate.value) > rateTolerance(rate.value_raw);
        if (!wrong && due <= 1) continue;
        const name = baseMeasureNames[measures.rate];
        const over = wrong ? '' : '，超过100%';
        yield {
          form,
          field: measures.rate,
          expected: percent(due),
          ...(rate === undefined ? {} : { actual: percent(rate.value) }),
          message: `${baseItemNames.building_control}：${baseMeasureNames[measures.actual]}${actual.value}除以${baseMeasureNames[measures.base]}${base.value}，${name}应为${percent(due)}${wrong ? `，填${percent(rate.value)}` : over}。`,
          evidence: idsOf([rate, actual, base].flatMap((r: KnownBase | undefined) => r ?? [])),
        };
      }
    }
  },
};

const threePublicOverBudget: Rule = {
  code: 'three_public_over_budget',
  severity: 'warning',
  title: '“三公”经费超预算或增长',
  basis: '党政机关厉行节约反对浪费条例：“三公”经费只减不增，决算不得突破预算',
  formula: '三公经费本年决算数≤本年预算数，且≤上年决算数',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      const final = moneyOf(form, 'three_public_total', 'current_final');
      if (final === undefined) continue;
      const limits = (['current_budget', 'prior_final'] as const)
        .flatMap((measure) => moneyOf(form, 'three_public_total', measure) ?? [])
        .filter((limit) => final.amount_fen - limit.amount_fen > sumTolerance(2));
      const [first] = limits;
      if (first === undefined) continue;
      const said = limits.map(
        (limit) =>
          `${baseMeasureNames[limit.measure]}${wanYuan(limit.amount_fen)}多${wanYuan(final.amount_fen - limit.amount_fen)}`,
      );
      yield {
        form,
        field: 'three_public_total',
        ...moneyColumns(first.amount_fen, final.amount_fen),
        message: `“三公”经费本年决算数${wanYuan(final.amount_fen)}，比${said.join('，比')}。`,
        evidence: idsOf([final, ...limits]),
      };
    }
  },
};

export const baseRateRules: readonly Rule[] = [
  controlRateMismatch,
  overQuota,
  buildingRateMismatch,
  threePublicOverBudget,
];
