import { Decimal } from 'decimal.js';

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const bigScales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 1亿2千万, 3万2千, 1千2百35: digits and magnitudes in turn. 2千万 alone is none of these. */
const mixed =
  /(?<![\d.,])\d{1,9}[十百千万亿]+\d{1,9}(?:[十百千万亿]+\d{1,9}){0,6}[十百千万亿]*(?!\d|[.,]\d|[余多来几]?[十百千万亿])/g;
const open = /\d[十百千万亿]+[余多来几]?\d/;

/**
 * Figures that name several magnitudes, as one: 1亿2千万人 → 1.2亿人, 3万2千元 → 3.2万元,
 * 1千2百35 → 1235. Those whose parts do not fall in size (3万5, 2千3千) are left as they stand.
 */
export function foldMagnitudes(text: string): string {
  return text.replace(mixed, (whole) => {
    const value = readParts(whole);
    if (value === undefined) return whole;
    const scale = whole.includes('亿') ? '亿' : whole.includes('万') ? '万' : '';
    return `${value.div(bigScales[scale] ?? 1).toFixed()}${scale}`;
  });
}

/** Whether a figure of several magnitudes is left that nothing can make one of. */
export function hasOpenMagnitude(text: string): boolean {
  return open.test(text);
}

/** As a Chinese numeral is read, with digits for its digits: each magnitude smaller than the last. */
function readParts(whole: string): Decimal | undefined {
  let total = new Decimal(0);
  let section = 0;
  let bound = Number.POSITIVE_INFINITY;
  let bigBound = Number.POSITIVE_INFINITY;
  for (const [, digits = '', names = ''] of whole.matchAll(/(\d+)([十百千万亿]*)/g)) {
    const size = Number(digits);
    const small = names.replace(/[万亿]+$/, '');
    const big = names.slice(small.length);
    const scale = small === '' ? 1 : scales[small];
    // 1千5 is said for 1500: only all of the places below tell that nothing was left out.
    const full = names !== '' || digits.length === String(Math.min(bound, bigBound)).length - 1;
    if (scale === undefined || big.length > 1 || !full) return undefined;
    if (size === 0 || size * scale >= Math.min(bound, bigBound)) return undefined;
    section += size * scale;
    bound = scale;
    if (big === '') continue;
    const unit = bigScales[big] ?? 1;
    if (unit >= bigBound) return undefined;
    total = total.plus(new Decimal(section).times(unit));
    section = 0;
    bound = Number.POSITIVE_INFINITY;
    bigBound = unit;
  }
  return total.plus(section);
}
