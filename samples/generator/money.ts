/** Money as exact integer 分. 1 万元 = 1 000 000 分. */
export type Fen = number;

/** 万元 with at most two decimals, as people write them, to 分. */
export function wan(value: number): Fen {
  return Math.round(value * 100) * 10_000;
}

/** Sum of money values; exact, because they are integers. */
export function sum(values: readonly Fen[]): Fen {
  return values.reduce((total, value) => total + value, 0);
}

/** How a form prints its money cells. */
export type MoneyStyle = 'plain' | 'fixed' | 'grouped' | 'wide' | 'suffixed' | 'yuan';

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Half-width digits, signs and points to their full-width forms. */
export function toWide(text: string): string {
  return text.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/**
 * A money cell: `plain` 12.5, `fixed` 12.50, `grouped` 1,012.50, `wide` １２.５ in full-width
 * digits, `suffixed` 12.5万 (all in 万元), or `yuan` 125000.
 */
export function printMoney(fen: Fen, style: MoneyStyle): string {
  const value = fen / 1_000_000;
  const plain = Number(value.toFixed(6)).toString();
  if (style === 'fixed') return value.toFixed(2);
  if (style === 'wide') return toWide(plain);
  if (style === 'suffixed') return `${plain}万`;
  if (style === 'yuan') return (fen / 100).toFixed(0);
  if (style === 'grouped') {
    const [whole = '', decimals = ''] = value.toFixed(2).split('.');
    return `${group(whole)}.${decimals}`;
  }
  return plain;
}

/** A ratio of two amounts as a percentage with two decimals; whole numbers without. */
export function printRate(part: number, whole: number): string {
  const percent = Number(((part / whole) * 100).toFixed(2));
  return `${percent}%`;
}
