/**
 * The number formats of automatic lists (ECMA-376 part 1, 17.18.59), from 1 up. A format not
 * listed shows as decimal, which is what Word falls back to.
 */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, '①', 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, '①', 10),
  decimalEnclosedFullstop: (value) => enclosed(value, '⒈', 20),
  decimalEnclosedParen: (value) => enclosed(value, '⑴', 20),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: countingSystem,
  taiwaneseCounting: countingSystem,
  chineseCountingThousand: (value) => thousands(value, chinese),
  taiwaneseCountingThousand: (value) => thousands(value, chinese),
  japaneseCounting: (value) => thousands(value, japanese),
  chineseLegalSimplified: (value) => thousands(value, legal),
  ideographLegalTraditional: (value) => thousands(value, legalTraditional),
  ideographDigital: (value) => digits(value, '〇'),
  japaneseDigitalTenThousand: (value) => digits(value, '〇'),
  taiwaneseDigital: (value) => digits(value, '○'),
  ideographTraditional: (value) => cycle(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cycle(value, '子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: (value) =>
    cycle(value, '甲乙丙丁戊己庚辛壬癸') + cycle(value, '子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: (value) => enclosed(value, '㊀', 10),
  none: () => '',
};

/** A list number as its format shows it. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value);
}

/** The digits of a counting system, and how it says ten, hundred, thousand and ten thousand. */
interface Numerals {
  readonly digits: string;
  readonly units: readonly string[];
  /** Said between a unit and a lower one that is not the next: 一百零一. */
  readonly gap: string;
  /** Whether a leading one is left unsaid at the given unit. */
  readonly bare: (unit: number, leading: boolean) => boolean;
}
const chinese: Numerals = {
  digits: '〇一二三四五六七八九',
  units: ['', '十', '百', '千'],
  gap: '零',
  bare: (unit, leading) => unit === 1 && leading,
};
const japanese: Numerals = { ...chinese, gap: '', bare: (unit) => unit > 0 };
const legal: Numerals = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  gap: '零',
  bare: () => false,
};
const legalTraditional: Numerals = { ...legal, digits: '零壹貳參肆伍陸柒捌玖' };

function thousands(value: number, numerals: Numerals): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let skipped = false;
  for (let unit = 3; unit >= 0; unit--) {
    const digit = Math.floor(value / 10 ** unit) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += numerals.gap;
    skipped = false;
    const unsaid = digit === 1 && numerals.bare(unit, text === '');
    text += (unsaid ? '' : numerals.digits.charAt(digit)) + (numerals.units[unit] ?? '');
  }
  return text;
}

/** 一 to 九十九 in words, from 100 on digit by digit: 一○○. */
function countingSystem(value: number): string {
  return value < 100 ? thousands(value, chinese) : digits(value, '○');
}

function digits(value: number, zero: string): string {
  return String(value).replace(/\d/g, (digit) =>
    digit === '0' ? zero : chinese.digits.charAt(Number(digit)),
  );
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function enclosed(value: number, first: string, last: number): string {
  if (value < 1 || value > last) return String(value);
  return String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1);
}

/** A … Z, then AA … ZZ, AAA: the letter repeated. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 26 * 30) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

function cycle(value: number, names: string): string {
  return value < 1 ? String(value) : names.charAt((value - 1) % names.length);
}

const romanUnits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [unit, numeral] of romanUnits) {
    while (rest >= unit) {
      text += numeral;
      rest -= unit;
    }
  }
  return text;
}
