import type { Level1Code, Level2Code } from '../../../schemas/codes.ts';
import { type MoneyStyle, printMoney, toWide } from '../money.ts';

export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'property'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason';

/** How a form is laid out: everything two units may do differently with the same content. */
export interface Layout {
  readonly money: MoneyStyle;
  /** Labels broken by line breaks in the middle of a word. */
  readonly broken: boolean;
  /** Which indicator labels carry their points. */
  readonly points: 'none' | 'level1' | 'both';
  readonly columns: readonly IndicatorColumn[];
  /** What stands in a deviation cell where nothing is to be explained. */
  readonly noReason: string;
  /** What stands in a money or score cell without a value. */
  readonly noValue: string;
  /** Template rows that the unit left blank. */
  readonly blankRows: readonly (readonly [Level1Code, Level2Code])[];
  readonly wideScores: boolean;
  /** The table starts again on a new page, under 续表, at this level-1 group. */
  readonly continuedAt: Level1Code | null;
  /** 填报人 line under the table. */
  readonly signature: 'blank' | 'filled' | 'none';
}

export const standardLayout: Layout = {
  money: 'plain',
  broken: false,
  points: 'level1',
  columns: ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'reason'],
  noReason: '',
  noValue: '',
  blankRows: [],
  wideScores: false,
  continuedAt: null,
  signature: 'blank',
};

export function printScore(value: number | null, layout: Layout): string {
  if (value === null) return layout.noValue;
  return layout.wideScores ? toWide(String(value)) : String(value);
}

export function printAmount(fen: number | null, layout: Layout): string {
  return fen === null ? layout.noValue : printMoney(fen, layout.money);
}

/** 元 or 万元, as the header of the block says. */
export function moneyUnit(layout: Layout): string {
  return layout.money === 'yuan' ? '元' : '万元';
}

/** A label as printed: where labels are broken, `|` marks the places. */
export function label(text: string, layout: Layout): string {
  return text.replaceAll('|', layout.broken ? '\n' : '');
}
