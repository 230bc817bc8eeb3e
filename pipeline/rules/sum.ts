import { sumTolerance, wan, wanYuan } from './money.ts';

/** A printed figure that a sum is made of. */
export interface Term {
  readonly value_id: string;
  readonly amount_fen: number;
}

export interface SumCheck {
  readonly sum: number;
  /** Sum of the parts less the total, in 分. */
  readonly difference: number;
  readonly agrees: boolean;
}

/** Compares a printed total with its printed parts; a blank part counts as nothing. */
export function checkSum(total: Term, parts: readonly Term[]): SumCheck {
  const sum = parts.reduce((so_far, part) => so_far + part.amount_fen, 0);
  const difference = sum - total.amount_fen;
  return { sum, difference, agrees: Math.abs(difference) <= sumTolerance(parts.length + 1) };
}

/** "基本支出80万元 + 项目支出20万元 = 100万元". */
export function spellSum(parts: readonly { name: string; amount_fen: number }[]): string {
  const sum = parts.reduce((so_far, part) => so_far + part.amount_fen, 0);
  const terms = parts.map((part) => `${part.name}${wanYuan(part.amount_fen)}`);
  return parts.length === 1 ? `${terms[0]}` : `${terms.join(' + ')} = ${wanYuan(sum)}`;
}

/** The three columns of a money finding. */
export function moneyColumns(expected: number, actual: number) {
  return {
    expected: wanYuan(expected),
    actual: wanYuan(actual),
    difference: `${wan(actual - expected)}万元`,
  };
}

export function idsOf(terms: readonly { value_id: string }[]): string[] {
  return terms.map((term) => term.value_id);
}
