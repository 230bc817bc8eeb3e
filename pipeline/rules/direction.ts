import type { IndicatorRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { fallingWords, reductionVerbs, risingWords } from '../../schemas/vocabulary/directions.ts';

/** Which way the figure of an indicator is better. */
export type Direction = 'higher' | 'lower';

/** What a name may end in without another head: 事故(起数), 成本(控制)情况, 浓度平均值. */
const tail =
  /(?:(?:年均|平均|累计|总|实际)?(?:率|数|量|额|值|数量|次数|起数|件数|人数|金额|总额|情况|水平|比例|占比|指标|天数|面积))?(?:\([^()]*\))?$/u;

/** Length of the longest of the words that a name ends in. */
function ending(name: string, words: readonly string[]): number {
  const found = words.filter((word) => name.endsWith(word));
  return Math.max(0, ...found.map((word) => word.length));
}

/** What the name's head says; Chinese puts it at the end of a phrase. */
function directionOfName(name: string): Direction | undefined {
  const whole = name.replace(/\([^()]*\)$/u, '');
  const bare = name.replace(tail, '');
  for (const head of [whole, bare]) {
    const [falls, rises] = [ending(head, fallingWords), ending(head, risingWords)];
    if (falls !== rises) return falls > rises ? 'lower' : 'higher';
  }
  return undefined;
}

const passingTime = /^(?:天|日|个?工作日|个?小时|分钟|秒)$/u;
const costLevels: ReadonlySet<string> = new Set([
  'cost',
  'running_cost',
  'economic_cost',
  'social_cost',
  'ecological_cost',
]);

function directionOfLevel(indicator: IndicatorRecord): Direction | undefined {
  const { level1_code: level1, level2_code: level2, target_unit: unit } = indicator;
  if (costLevels.has(level1 ?? '') || costLevels.has(level2 ?? '')) return 'lower';
  if (level1 === 'satisfaction' || level2 === 'satisfaction') return 'higher';
  return level2 === 'timeliness' && passingTime.test(unit ?? '') ? 'lower' : undefined;
}

/** Nothing is below none, and no share above all. */
function directionOfBound(indicator: IndicatorRecord): Direction | undefined {
  if (indicator.target_value === 0) return 'lower';
  return indicator.target_value === 100 && indicator.target_unit === '%' ? 'higher' : undefined;
}

/**
 * Which way a target without a comparing sign is reached: as the head of the name says, else the
 * level, else the bound that the target is; undefined where none of them is certain.
 */
export function directionOf(indicator: IndicatorRecord): Direction | undefined {
  const name = squeeze(indicator.level3);
  const named = directionOfName(name);
  // 降低失业率5%: the fall, or what is left of it.
  if (named === 'lower' && reductionVerbs.some((verb) => name.includes(verb))) return undefined;
  return named ?? directionOfLevel(indicator) ?? directionOfBound(indicator);
}
