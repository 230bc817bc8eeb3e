import { Decimal } from 'decimal.js';
import { squeeze } from '../../schemas/text.ts';
import { isBlank } from './blank.ts';
import { readChineseNumber } from './chinese-number.ts';

/** Money units as printed, in 分. */
const fenPerUnit: Readonly<Record<string, number>> = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  千万元: 1_000_000_000,
  亿元: 10_000_000_000,
};
export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '千万元' | '亿元';

/** What a money cell says. */
export type AmountReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unparsed' }
  | {
      readonly kind: 'amount';
      /** 分 */
      readonly fen: number;
      /** The unit that was applied. */
      readonly unit: MoneyUnit;
      /** The figure is finer than 分 and was rounded half up. */
      readonly rounded: boolean;
    };

const amountPattern =
  /^(?:约|近|共|共计|合计|计|人民币|¥|￥)*([-−﹣+(]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\)?(百万|千万|千|万|亿)?(元)?(?:整)?$/;

/** The money unit named in a header, label or note: （万元）, 单位：元. */
export function findMoneyUnit(text: string): MoneyUnit | undefined {
  const found =
    /(?:[(（:：]|^)(?:金额)?(?:单位[:：])?(亿元|千万元|百万元|万元|千元|元)(?:[)）]|$)/.exec(
      squeeze(text),
    );
  return found?.[1] as MoneyUnit | undefined;
}

/**
 * A money cell. A unit in the cell wins over the header's: 8万 under 万元 is 8 万元, since 万 there
 * is a unit said twice. Full-width digits, separators and accounting negatives are read.
 */
export function readAmount(raw: string, headerUnit: MoneyUnit): AmountReading {
  if (isBlank(raw)) return { kind: 'blank' };
  const text = squeeze(raw).replace(/,(?=\d{3}(?!\d))/g, ',');
  const match = amountPattern.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return readSpokenAmount(text);
  const [, sign = '', whole = '0', fraction = '', scale, yuan] = match;
  const negative =
    sign === '-' || sign === '−' || sign === '﹣' || (sign === '(' && text.includes(')'));
  if (sign === '(' && !text.includes(')')) return { kind: 'unparsed' };
  const unit = scale || yuan ? (`${scale ?? ''}元` as MoneyUnit) : headerUnit;
  const perUnit = fenPerUnit[unit];
  if (perUnit === undefined) return { kind: 'unparsed' };
  const exact = new Decimal(`${whole.replaceAll(',', '')}${fraction}`).times(perUnit);
  const fen = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  if (!Number.isSafeInteger(fen)) return { kind: 'unparsed' };
  return {
    kind: 'amount',
    fen: negative && fen !== 0 ? -fen : fen,
    unit,
    rounded: !exact.isInteger(),
  };
}

/** An amount in Chinese numerals: 三万元. */
function readSpokenAmount(text: string): AmountReading {
  const match = /^([零〇一二两三四五六七八九十百千万亿]+)元整?$/.exec(text);
  const yuan = match?.[1] === undefined ? undefined : readChineseNumber(match[1]);
  return yuan === undefined
    ? { kind: 'unparsed' }
    : { kind: 'amount', fen: yuan * 100, unit: '元', rounded: false };
}
