/** Money in the rules: exact integers of 分, said in 万元. */

const fenPerWan = 1_000_000;

/** 分 as 万元, without trailing zeros: 12340000 → "12.34". */
export function wan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / fenPerWan);
  const rest = Math.abs(fen) % fenPerWan;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(6, '0').replace(/0+$/, '')}`;
  return `${fen < 0 ? '-' : ''}${whole}${decimals}`;
}

/** 分 as a phrase: "12.34万元". */
export function wanYuan(fen: number): string {
  return `${wan(fen)}万元`;
}

/**
 * How far a printed total may stand from the sum of `items` figures printed with two decimals of
 * 万元: max(0.015, 0.006·n) 万元, in 分.
 */
export function sumTolerance(items: number): number {
  return Math.max(15_000, 6_000 * items);
}

/** Two printings of one figure: the rounding of each. */
export const copyTolerance = sumTolerance(1);

/** True where two figures of 分 are one figure within the rounding of a print. */
export function sameAmount(a: number, b: number, tolerance: number = copyTolerance): boolean {
  return Math.abs(a - b) <= tolerance;
}

/** True where one figure is ten thousand times the other, within `slack` (0.01 = 1 %). */
export function tenThousandfold(a: number, b: number, slack: number): boolean {
  const [small, large] = Math.abs(a) < Math.abs(b) ? [a, b] : [b, a];
  if (small === 0) return false;
  return Math.abs(large / small / 10_000 - 1) <= slack;
}
