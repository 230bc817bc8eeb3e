import type { IndicatorRecord } from '../../schemas/form.ts';
import { indicatorName, saysNothing } from './form-records.ts';
import { outcomeOf, spellOutcome } from './outcome.ts';
import { lessPoints } from './points.ts';
import type { Rule } from './rule.ts';

const dust = 0.001;

function isFull(i: IndicatorRecord): boolean {
  return i.weight !== null && i.score !== null && i.weight > 0 && i.score >= i.weight - dust;
}

function isReduced(i: IndicatorRecord): boolean {
  return i.weight !== null && i.score !== null && i.score < i.weight - dust;
}

const fullScoreTargetMissed: Rule = {
  code: 'full_score_target_missed',
  severity: 'error',
  title: '未达目标仍得满分',
  basis:
    '财预〔2020〕10号：定量指标未完成的，按完成值与指标值的比例计分；成本指标超出预算的，应当扣分',
  formula:
    '实际完成值未达到年度指标值（按比较符号；无符号的按名称、指标类别所示方向），而得分等于分值；方向不明或一格多数的，降为提示复核',
  tolerance: '无（单位不同、区间、文字不比较）',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        const outcome = isFull(indicator) ? outcomeOf(indicator) : undefined;
        if (outcome === undefined || outcome.reached) continue;
        yield {
          form,
          field: indicator.level3,
          expected: indicator.target_raw ?? undefined,
          actual: indicator.actual_raw ?? undefined,
          message: `${indicatorName(indicator)}${spellOutcome(indicator)}，${outcome.certain ? '未达到目标' : '数值与目标不同，请核对是否达到目标'}，仍得满分${indicator.score}分。`,
          evidence: [indicator.value_id],
          ...(outcome.certain ? {} : { severity: 'warning' as const }),
        };
      }
    }
  },
};

const deductedThoughMet: Rule = {
  code: 'deducted_though_met',
  severity: 'warning',
  title: '已达目标却扣分',
  basis: '财预〔2020〕10号：完成指标值的，得该指标全部分值；扣分应与完成情况对应',
  formula: '实际完成值达到年度指标值，而得分小于分值',
  tolerance: '0.001分',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        const outcome = isReduced(indicator) ? outcomeOf(indicator) : undefined;
        if (!outcome?.reached || !outcome.certain) continue;
        yield {
          form,
          field: indicator.level3,
          expected: `${indicator.weight}分`,
          actual: `${indicator.score}分`,
          message: `${indicatorName(indicator)}${spellOutcome(indicator)}，已达到目标，却只得${indicator.score}分（分值${indicator.weight}分）。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};

const lostScoreUnexplained: Rule = {
  code: 'lost_score_unexplained',
  severity: 'error',
  title: '扣分未说明原因',
  basis: '自评表“偏差原因分析及改进措施”栏：未得满分的指标必须说明偏差原因和改进措施',
  formula: '得分小于分值，而偏差原因为空或“无”',
  tolerance: '0.001分',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        if (!isReduced(indicator) || !saysNothing(indicator.deviation_reason)) continue;
        if (!saysNothing(indicator.remark)) continue;
        const lost = lessPoints(indicator.weight ?? 0, indicator.score ?? 0);
        yield {
          form,
          field: indicator.level3,
          expected: `${indicator.weight}分`,
          actual: `${indicator.score}分`,
          difference: `-${lost}分`,
          message: `${indicatorName(indicator)}分值${indicator.weight}分，得${indicator.score}分，扣${lost}分，未说明偏差原因和改进措施。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};

const explanationWithoutLoss: Rule = {
  code: 'explanation_without_loss',
  severity: 'info',
  title: '未扣分却填偏差原因',
  basis: '自评表：偏差原因只针对未得满分的指标；填了原因而得满分，二者必有一误',
  formula: '得分等于分值，而偏差原因有内容',
  tolerance: '0.001分',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        if (!isFull(indicator) || saysNothing(indicator.deviation_reason)) continue;
        yield {
          form,
          field: indicator.level3,
          actual: indicator.deviation_reason ?? undefined,
          message: `${indicatorName(indicator)}得满分${indicator.score}分，却填写了偏差原因“${(indicator.deviation_reason ?? '').replace(/\s+/gu, '')}”。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};

/** Reasons that would fit any indicator. */
const emptyWords = /^(?:较好|一般|良好|正常|其他|略|已完成|基本完成|客观原因|工作原因|无偏差)$/u;

const genericExplanation: Rule = {
  code: 'generic_explanation',
  severity: 'warning',
  title: '偏差原因笼统',
  basis: '自评表：偏差原因应具体到该项指标，并有改进措施',
  formula: '得分小于分值，而偏差原因不足6个字或为“较好”“客观原因”等套话',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        if (!isReduced(indicator) || saysNothing(indicator.deviation_reason)) continue;
        const reason = (indicator.deviation_reason ?? '').replace(/[\s。，,.;；]+/gu, '');
        if (reason.length >= 6 && !emptyWords.test(reason)) continue;
        yield {
          form,
          field: indicator.level3,
          actual: reason,
          message: `${indicatorName(indicator)}未得满分，偏差原因只写“${reason}”，过于笼统。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};

export const outcomeRules: readonly Rule[] = [
  fullScoreTargetMissed,
  deductedThoughMet,
  lostScoreUnexplained,
  explanationWithoutLoss,
  genericExplanation,
];
