import type { IndicatorRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { type Direction, directionOf } from './direction.ts';
import { listsFigures } from './several-values.ts';

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

function dateReached(indicator: IndicatorRecord): boolean | undefined {
  const { target_date: target, actual_date: actual } = indicator;
  if (target === null || actual === null) return undefined;
  const common = Math.min(target.length, actual.length);
  const [due, done] = [target.slice(0, common), actual.slice(0, common)];
  return done <= due;
}

/** Whether a target is reached, and whether the form leaves no doubt of it. */
export interface Outcome {
  readonly reached: boolean;
  /** The direction is printed or known, and each cell holds one figure. */
  readonly certain: boolean;
}

/**
 * Compares two figures or two dates; undefined where they are not comparable (words, other units,
 * an outcome that is itself a bound). The sign of the target decides; a bare target is reached from
 * its direction, and where that is not known from below, without certainty.
 */
export function outcomeOf(indicator: IndicatorRecord): Outcome | undefined {
  const { target_value: target, actual_value: value } = indicator;
  if (target === null || value === null) {
    const reached = dateReached(indicator);
    return reached === undefined ? undefined : { reached, certain: true };
  }
  const scale = scaleBetween(indicator.target_unit, indicator.actual_unit);
  if (scale === undefined || indicator.actual_value_max !== null) return undefined;
  const outcome = compare(indicator, value * scale, target);
  return outcome && { ...outcome, certain: outcome.certain && !isListed(indicator) };
}

function compare(indicator: IndicatorRecord, actual: number, target: number): Outcome | undefined {
  const dust = Math.abs(target) * 1e-9;
  const { target_value_max: upper } = indicator;
  switch (indicator.target_operator) {
    case 'gte':
      return { reached: actual >= target - dust, certain: true };
    case 'gt':
      return { reached: actual > target, certain: true };
    case 'lte':
      return { reached: actual <= target + dust, certain: true };
    case 'lt':
      return { reached: actual < target, certain: true };
    case 'between':
      return upper === null ? undefined : withinBand(directionOf(indicator), actual, target, upper);
    case 'eq':
      if (isCopy(indicator)) return { reached: true, certain: true };
      return withinBand(directionOf(indicator), actual, target - dust, target + dust);
    default:
      return undefined;
  }
}

/** Beyond a band on its better side is better than in it. */
function withinBand(
  direction: Direction | undefined,
  actual: number,
  low: number,
  high: number,
): Outcome {
  if (actual >= low && actual <= high) return { reached: true, certain: true };
  return {
    reached: direction === 'lower' ? actual < low : actual > high,
    certain: direction !== undefined,
  };
}

/** Target and outcome in the same words, whatever figure was read of either. */
function isCopy({ target_raw, actual_raw }: IndicatorRecord): boolean {
  return squeeze(target_raw ?? '') === squeeze(actual_raw ?? '');
}

/** A cell that lists several figures: which of them answers to which is not printed. */
function isListed({ target_raw, actual_raw }: IndicatorRecord): boolean {
  return listsFigures(actual_raw, 'actual') || listsFigures(target_raw, 'target');
}

/** "目标≥90%，实际88%". */
export function spellOutcome(indicator: IndicatorRecord): string {
  const clean = (text: string | null) => (text ?? '').replace(/\s+/gu, '');
  return `年度指标值“${clean(indicator.target_raw)}”，实际完成值“${clean(indicator.actual_raw)}”`;
}
