/** Digits in Chinese as [DBNum1] (一二三) and [DBNum2] (壹贰叁) ask for them. */
export type ChineseStyle = 1 | 2;

interface Numerals {
  readonly digits: string;
  readonly units: readonly string[];
}

const numerals: Readonly<Record<ChineseStyle, Numerals>> = {
  1: { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'] },
  2: { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] },
};

/** Digit by digit, as years and the places of a format ("0.00") are written: 二〇二四. */
export function spellDigits(text: string, style: ChineseStyle): string {
  return text.replace(/\d/g, (digit) => numerals[style].digits.charAt(Number(digit)));
}

/** A number in words, its decimals digit by digit: 12.5 is 一十二.五, 101 is 壹佰零壹. */
export function spellNumber(text: string, style: ChineseStyle): string {
  const parts = /^(-?)(\d{1,16})((?:\.\d+)?)$/.exec(text);
  if (!parts) return spellDigits(text, style);
  const [, sign = '', whole = '', decimals = ''] = parts;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const words = digits === '0' ? numerals[style].digits.charAt(0) : spellWhole(digits, style);
  return sign + words + spellDigits(decimals, style);
}

/** A month, day, hour, minute or second: 十二, with a place kept for tens 〇三; formally 壹拾贰. */
export function spellDatePart(text: string, style: ChineseStyle): string {
  if (!/^[1-9]\d$/.test(text)) return spellDigits(text, style);
  const words = spellWhole(text, style);
  return style === 1 ? words.replace(/^一(?=十)/, '') : words;
}

/** @param digits of a whole number above zero, no zero before it */
function spellWhole(digits: string, style: ChineseStyle): string {
  for (const [places, unit] of [
    [8, '亿'],
    [4, '万'],
  ] as const) {
    if (digits.length <= places) continue;
    const rest = digits.slice(-places);
    return spellWhole(digits.slice(0, -places), style) + unit + spellRest(rest, style);
  }
  const [first = '', ...rest] = digits;
  const { digits: names, units } = numerals[style];
  const named = names.charAt(Number(first)) + (units[rest.length] ?? '');
  return named + spellRest(rest.join(''), style);
}

/** What follows a higher unit: one zero stands for all that are skipped, none for those at the end. */
function spellRest(rest: string, style: ChineseStyle): string {
  const digits = rest.replace(/^0+/, '');
  if (digits === '') return '';
  const gap = digits.length < rest.length ? numerals[style].digits.charAt(0) : '';
  return gap + spellWhole(digits, style);
}
