import type { Level1Code, Level2Code } from '../../schemas/codes.ts';

/** A level-3 indicator as a form prints it. */
export interface Indicator {
  readonly level1: Level1Code;
  readonly level2: Level2Code;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  /** null where a cell is left blank. */
  readonly weight: number | null;
  readonly score: number | null;
  /** Why points were lost. */
  readonly reason: string;
}

/** The same value every year, or one for each of 2022, 2023 and 2024. */
export type Yearly = string | readonly [string, string, string];

/** An indicator followed over the years. */
export interface IndicatorSeries {
  readonly level1: Level1Code;
  readonly level2: Level2Code;
  readonly name: string;
  readonly targets: Yearly;
  readonly actuals: Yearly;
  readonly weight: number;
  readonly losses: Readonly<Record<number, readonly [score: number, reason: string]>>;
}

export function series(
  level1: Level1Code,
  level2: Level2Code,
  name: string,
  targets: Yearly,
  actuals: Yearly,
  weight: number,
  losses: IndicatorSeries['losses'] = {},
): IndicatorSeries {
  return { level1, level2, name, targets, actuals, weight, losses };
}

function valueIn(values: Yearly, year: number): string {
  return typeof values === 'string' ? values : (values[year - 2022] ?? '');
}

/** Replaces {year} and the other names in braces. */
function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

/** A year's indicators. `words` gives the figures that targets name in braces: {annual}, {executed}. */
export function indicatorsOf(
  list: readonly IndicatorSeries[],
  year: number,
  words: Readonly<Record<string, string>> = {},
): Indicator[] {
  const named = { year: String(year), ...words };
  return list.map(({ level1, level2, name, targets, actuals, weight, losses }) => {
    const [score = weight, reason = ''] = losses[year] ?? [];
    const target = fill(valueIn(targets, year), named);
    const actual = fill(valueIn(actuals, year), named);
    return { level1, level2, name, target, actual, weight, score, reason };
  });
}

export function sumOf(values: readonly (number | null)[]): number {
  return Number(values.reduce<number>((total, value) => total + (value ?? 0), 0).toFixed(2));
}

const level1Names: Partial<Record<Level1Code, string>> = {
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  cost: '成本指标',
};

const level2Names: Partial<Record<Level2Code, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  sustained_impact: '可持续影响指标',
  satisfaction: '服务对象满意度指标',
  economic_cost: '经济成本指标',
  social_cost: '社会成本指标',
  ecological_cost: '生态环境成本指标',
};

export function level1Name(code: Level1Code): string {
  return level1Names[code] ?? code;
}

export function level2Name(code: Level2Code): string {
  return level2Names[code] ?? code;
}
