const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const bigScales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Numerals of cheques and vouchers, as their plain ones. */
const formal: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
};

const longestNumeral = 40;

/** The characters a Chinese numeral is written with, for use in a character class. */
export const numeralCharacters = '零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * A Chinese numeral: 二十三 → 23, 一百零五 → 105, 一百二 → 120, 二〇二四 → 2024, 九十五点五 → 95.5.
 * @returns undefined where the text is not wholly a numeral: 百, 三五 (three to five), 两百三百
 */
export function readChineseNumber(text: string): number | undefined {
  if (text.length > longestNumeral) return undefined;
  const plain = [...text].map((c) => formal[c] ?? c).join('');
  const [whole = '', fraction] = plain.split('点', 2);
  const value = /[十百千万亿]/.test(whole) ? readScaled(whole) : readDigits(whole);
  if (fraction === undefined || value === undefined) return value;
  if (!/^[零〇一二三四五六七八九]{1,9}$/.test(fraction) || plain.split('点').length > 2)
    return undefined;
  return Number(`${value}.${spell(fraction)}`);
}

function spell(text: string): string {
  return [...text].map((c) => digits[c]).join('');
}

/** Digit by digit, as years are written. Two or three digits side by side are a guess: 三五, 七八. */
function readDigits(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九]{1,12}$/.test(text)) return undefined;
  return text.length === 1 || text.length === 4 || /^[^零〇].*[零〇]/.test(text)
    ? Number(spell(text))
    : undefined;
}

/** With 十, 百, 千, 万, 亿, each smaller than the one before it. */
function readScaled(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  let smallestBig = Number.POSITIVE_INFINITY;
  let before = '';
  for (const [at, c] of [...text].entries()) {
    const scale = scales[c];
    const big = bigScales[c];
    if (scale !== undefined) {
      const leadingTen = scale === 10 && section === 0 && digit === undefined && before !== '零';
      if (scale >= smallest || (!digit && !leadingTen)) return undefined;
      section += (digit ?? 1) * scale;
      smallest = scale;
      digit = undefined;
    } else if (big !== undefined) {
      const amount = section + (digit ?? 0);
      if (digit !== undefined && placeOfLast(text.slice(0, at)) > 1) return undefined;
      if (big >= smallestBig && !(c === '亿' && before === '万')) return undefined;
      if (amount === 0 && before !== '万') return undefined;
      total = c === '亿' ? (total + amount) * big : total + amount * big;
      section = 0;
      digit = undefined;
      smallest = Number.POSITIVE_INFINITY;
      smallestBig = big;
    } else {
      const next = digits[c];
      if (next === undefined || digit !== undefined || (next === 0 && before === '零'))
        return undefined;
      if (next > 0) digit = next;
    }
    before = c === '〇' ? '零' : c;
  }
  if (before === '零') return undefined;
  return total + section + (digit ?? 0) * placeOfLast(text);
}

/** 一百二 is 120, 一万二 is 12 000, but 一百零二 is 102. */
function placeOfLast(text: string): number {
  const previous = text.at(-2) ?? '';
  const scale = scales[previous] ?? bigScales[previous] ?? 10;
  return scale / 10;
}
