import type { IndicatorRecord } from '../../schemas/form.ts';

/** Whether an outcome reaches its target. */

const moneyScale: Readonly<Record<string, number>> = {
  元: 1,
  万: 1e4,
  万元: 1e4,
  亿: 1e8,
  亿元: 1e8,
};

/** Percent and figures of a thing cannot be compared; a unit left out on one side is the other's. */
function scaleBetween(target: string | null, actual: string | null): number | undefined {
  if (target === null || actual === null || target === actual) return 1;
  const [from, to] = [moneyScale[actual], moneyScale[target]];
  if (from !== undefined && to !== undefined) return from / to;
  const counted = /^(?:个|人|名|户|次|场|期|件|条|家|项|处|起|位|批|例|篇|人次|户次)$/u;
  if (counted.test(target) && counted.test(actual)) return 1;
  const days = /^(?:天|日|个?工作日)$/u;
  return days.test(target) && days.test(actual) && /工作/.test(target) === /工作/.test(actual)
    ? 1
    : undefined;
}

const fallsWhenBetter =
  /成本|费用|控制|变动率|发生|投诉|舆情|事故|污染|违规|违纪|逾期|空置|变质|结余|调整率|超支|时限|天数|时长|死亡|返贫|药占比|三公/u;
const risesAnyway = /节约|下降|降低|减少|压减|覆盖|达标|合格|完成|及时|满意|处置|化解|办结|保障/u;
const budgetFigure = /预算|资金数额|控制数|成本/u;

type Direction = 'higher' | 'lower';

/** Which way a bare target is reached; a cost, a complaint or a number of days wants to be low. */
export function directionOf(indicator: IndicatorRecord): Direction {
  if (budgetFigure.test(indicator.level3) && !risesAnyway.test(indicator.level3)) return 'lower';
  if (risesAnyway.test(indicator.level3)) return 'higher';
  if (fallsWhenBetter.test(indicator.level3)) return 'lower';
  const cost = indicator.level1_code === 'cost' || indicator.level2_code === 'cost';
  return cost ? 'lower' : 'higher';
}

function dateReached(indicator: IndicatorRecord): boolean | undefined {
  const { target_date: target, actual_date: actual } = indicator;
  if (target === null || actual === null) return undefined;
  const common = Math.min(target.length, actual.length);
  const [due, done] = [target.slice(0, common), actual.slice(0, common)];
  return done <= due;
}

/**
 * True or false where target and outcome are two comparable figures or dates; undefined where they
 * are not (words, other units, an outcome that is itself a bound).
 */
export function targetReached(indicator: IndicatorRecord): boolean | undefined {
  const { target_value: target, target_operator: operator } = indicator;
  if (target === null || indicator.actual_value === null) return dateReached(indicator);
  const scale = scaleBetween(indicator.target_unit, indicator.actual_unit);
  if (scale === undefined || indicator.actual_value_max !== null) return undefined;
  const actual = indicator.actual_value * scale;
  const dust = Math.abs(target) * 1e-9;
  switch (operator) {
    case 'gte':
      return actual >= target - dust;
    case 'gt':
      return actual > target;
    case 'lte':
      return actual <= target + dust;
    case 'lt':
      return actual < target;
    case 'between':
      return indicator.target_value_max === null
        ? undefined
        : withinBand(indicator, actual, target, indicator.target_value_max);
    case 'eq':
      return directionOf(indicator) === 'lower' ? actual <= target + dust : actual >= target - dust;
    default:
      return undefined;
  }
}

/** Above a band is better than in it, unless the figure wants to be low. */
function withinBand(indicator: IndicatorRecord, actual: number, low: number, high: number) {
  return directionOf(indicator) === 'lower' ? actual <= high : actual >= low;
}

/** "目标≥90%，实际88%". */
export function spellOutcome(indicator: IndicatorRecord): string {
  const clean = (text: string | null) => (text ?? '').replace(/\s+/gu, '');
  return `年度指标值“${clean(indicator.target_raw)}”，实际完成值“${clean(indicator.actual_raw)}”`;
}
