import { squeeze } from '../../../schemas/text.ts';
import { indicatorName } from '../form-records.ts';
import { similarity } from '../unit-names.ts';
import type { UnitForm, UnitRule } from '../unit-rule.ts';
import { yearPairs } from './year-pairs.ts';

type Indicator = UnitForm['indicators'][number];

/** A name without what changes from year to year: figures, signs, endings. */
function stem(indicator: Indicator): string {
  return squeeze(indicator.level3)
    .replace(/[\d.%≥≤＞＜“”"()（）、,，]+/gu, '')
    .replace(/(?:数量|个数|情况|比例|率|数)$/u, '');
}

/** Alike enough to be one indicator reworded, under the same level-2 heading. */
const alike = 0.4;

function isKept(indicator: Indicator, now: UnitForm): boolean {
  return now.indicators.some(
    (other) =>
      other.level2_code === indicator.level2_code &&
      similarity(stem(other), stem(indicator)) >= alike,
  );
}

export const indicatorDropped: UnitRule = {
  code: 'indicator_dropped',
  severity: 'info',
  title: '上年指标未延续',
  basis: '绩效指标应保持连续，便于逐年比较；取消的指标应说明原因',
  formula: '上年表中的三级指标，本年表同一二级指标下没有相同或相近名称',
  tolerance: '名称相似度0.4',
  *check(forms) {
    for (const { form, prior } of yearPairs(forms)) {
      if (form.indicators.length === 0) continue;
      const dropped = prior.indicators.filter((indicator) => !isKept(indicator, form));
      if (dropped.length === 0) continue;
      yield {
        form,
        field: 'indicators',
        actual: `${dropped.length}项`,
        message: `${prior.fiscal_year}年的${dropped.length}项指标在${form.fiscal_year}年未见：${dropped.map(indicatorName).join('、')}。`,
        evidence: dropped.map((indicator) => indicator.value_id),
      };
    }
  },
};

/** Full marks and round ones repeat by nature. */
function tellsSomething(indicator: Indicator): boolean {
  const { target_value: target, actual_value: actual } = indicator;
  return target !== null && actual !== null && actual > 1 && actual !== 100 && actual !== 12;
}

function repeats(indicator: Indicator, others: readonly Indicator[]): Indicator | undefined {
  return others.find(
    (other) =>
      squeeze(other.level3) === squeeze(indicator.level3) &&
      other.target_value === indicator.target_value &&
      other.actual_value === indicator.actual_value,
  );
}

export const figuresRepeated: UnitRule = {
  code: 'figures_repeated',
  severity: 'warning',
  title: '指标数字连年照抄',
  basis: '实际完成值应为当年实测结果；目标值、完成值连续三年完全相同，疑似照抄上年',
  formula: '同名指标的年度指标值、实际完成值连续三年相同（0、1、12个月、100%除外）',
  tolerance: '无',
  *check(forms) {
    const pairs = yearPairs(forms);
    for (const { form, prior } of pairs) {
      const before = pairs.find((pair) => pair.form === prior)?.prior;
      if (before === undefined) continue;
      const rows = form.indicators.filter(tellsSomething).flatMap((indicator) => {
        const [last, first] = [
          repeats(indicator, prior.indicators),
          repeats(indicator, before.indicators),
        ];
        return last && first ? [{ indicator, last, first }] : [];
      });
      if (rows.length === 0) continue;
      yield {
        form,
        field: 'indicators',
        actual: `${rows.length}项`,
        message: `${rows.length}项指标的目标值和完成值连续三年相同：${rows.map(({ indicator }) => `${indicatorName(indicator)}（${squeeze(indicator.actual_raw ?? '')}）`).join('、')}。`,
        evidence: rows.flatMap(({ indicator, last, first }) =>
          [indicator, last, first].map((i) => i.value_id),
        ),
      };
    }
  },
};
