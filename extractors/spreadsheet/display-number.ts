import { Decimal } from 'decimal.js';
import { spellDigits, spellNumber } from './chinese-number.ts';
import { chooseSection, isTextOnly } from './choose-section.ts';
import { displayDate } from './display-date.ts';
import { type FormatSection, type FormatToken, parseNumberFormat } from './number-format.ts';

/** How a workbook's numbers show. */
export interface NumberDisplay {
  /** Days are counted from 1904-01-01, as early Macintosh versions did. */
  date1904: boolean;
  readonly parsed: Map<string, readonly FormatSection[]>;
}

export function createNumberDisplay(): NumberDisplay {
  return { date1904: false, parsed: new Map() };
}

/** A number as its format shows it; never "####", however narrow the column. */
export function displayNumber(display: NumberDisplay, code: string, value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const { section, signed } = chooseSection(sectionsOf(display, code), value);
  const shown = signed || section.isPlain ? value : Math.abs(value);
  const text = section.isDate
    ? (displayDate(section, value, display.date1904) ?? general(value))
    : displayBySection(section, shown);
  return text.trim();
}

/** Does a negative number's format tell its sign by a colour only, so that displayNumber adds it? */
export function isSignRestored(display: NumberDisplay, code: string, value: number): boolean {
  return value < 0 && chooseSection(sectionsOf(display, code), value).isSignRestored;
}

/** A text as its format shows it: mostly itself, sometimes with something before or after it. */
export function displayText(display: NumberDisplay, code: string, value: string): string {
  const sections = sectionsOf(display, code);
  const last = sections.at(-1);
  const own = sections.length >= 4 ? sections[3] : last;
  if (!own?.tokens.some(({ kind }) => kind === 'text')) return value;
  return own.tokens.map((token) => (token.kind === 'text' ? value : token.value)).join('');
}

function sectionsOf(display: NumberDisplay, code: string): readonly FormatSection[] {
  let sections = display.parsed.get(code);
  if (!sections) {
    sections = parseNumberFormat(code);
    display.parsed.set(code, sections);
  }
  return sections;
}

function displayBySection(section: FormatSection, value: number): string {
  const { tokens, chineseDigits: style } = section;
  if (isTextOnly(tokens) || tokens.some(({ kind }) => kind === 'general')) {
    return tokens
      .map(({ kind, value: own }) => {
        if (kind === 'text') return general(value);
        if (kind === 'general') return style ? spellNumber(general(value), style) : general(value);
        return kind === 'literal' || /[%.,]/.test(own) ? own : '';
      })
      .join('');
  }
  const text = displayByPlaces(tokens, value);
  return style ? spellDigits(text, style) : text;
}

function displayByPlaces(tokens: readonly FormatToken[], value: number): string {
  const codes = tokens.filter(({ kind }) => kind === 'code').map(({ value: own }) => own);
  if (!codes.some((own) => /[0#?]/.test(own))) return tokens.map((token) => token.value).join('');
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  if (codes.some((own) => /e/i.test(own))) return sign + scientific(tokens, size);
  if (codes.includes('/')) return sign + fraction(tokens, size);
  const text = fillPlaces(tokens, size);
  // A number that rounds to nothing shows no sign.
  return /[1-9]/.test(text) ? sign + text : text;
}

/**
 * General: the stored number, exact in the 15 digits that Excel keeps, as a cell shows it that is
 * wide enough; one without an end (1/3) by 11 digits, or by the eight decimals in which money in
 * 亿元 is exact to the 分.
 */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const exact = new Decimal(value.toPrecision(15));
  const size = exact.abs();
  if (size.lt('1e-9') || size.gte('1e15')) {
    const [mantissa = '', exponent = ''] = exact.toSignificantDigits(6).toExponential().split('e');
    return `${mantissa}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  return shorten(exact).toFixed();
}

/** Decimals of an amount in 亿元 that is exact to the 分. */
const moneyDecimals = 8;

/** The shortest decimal that differs by no more than sums of binary fractions do. */
function shorten(exact: Decimal): Decimal {
  const shown = exact.toSignificantDigits(11);
  const noise = exact.abs().times('1e-14');
  for (let decimals = Math.max(2, shown.decimalPlaces()); decimals < moneyDecimals; decimals++) {
    const shorter = exact.toDecimalPlaces(decimals);
    if (shorter.minus(exact).abs().lte(noise)) return shorter;
  }
  return shown.decimalPlaces() >= moneyDecimals ? shown : exact.toDecimalPlaces(moneyDecimals);
}

interface Places {
  integer: number;
  decimals: number;
  /** Decimals shown even where they are zero. */
  minDecimals: number;
  grouped: boolean;
  scale: number;
}

/** What the digit places of a section ask for, by the places themselves. */
function measure(tokens: readonly FormatToken[]): Places {
  const code = tokens
    .filter(({ kind }) => kind === 'code')
    .map(({ value }) => value)
    .join('');
  const [before = '', after = ''] = splitOnce(code, '.');
  const body = code.replace(/%/g, '');
  const percents = code.length - body.length;
  const thousands =
    (/,+(?=\.|$)/.exec(before.replace(/%/g, ''))?.[0].length ?? 0) + trailing(after);
  const decimals = after.replace(/[^0#?]/g, '');
  return {
    integer: before.replace(/[^0#?]/g, '').length,
    decimals: decimals.length,
    minDecimals: decimals.lastIndexOf('0') + 1,
    grouped: /[0#?],+[0#?]/.test(before),
    scale: 2 * percents - 3 * thousands,
  };
}

function trailing(after: string): number {
  return /,+$/.exec(after.replace(/%/g, ''))?.[0].length ?? 0;
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

/**
 * Excel counts in 15 significant decimal digits and rounds half away from zero: 1.005 is 1.01.
 */
function scaled(value: number, scale: number): Decimal {
  const exact = new Decimal(value.toPrecision(15));
  return scale === 0 ? exact : exact.times(new Decimal(10).pow(scale));
}

/** Puts the digits of a number into the places of its format, literals between them kept. */
function fillPlaces(tokens: readonly FormatToken[], value: number): string {
  const places = measure(tokens);
  const rounded = scaled(value, places.scale).toFixed(
    Math.min(places.decimals, 30),
    Decimal.ROUND_HALF_UP,
  );
  const [whole = '', part = ''] = splitOnce(rounded, '.');
  const digits = whole === '0' ? '' : whole;
  const kept = part.slice(0, Math.max(places.minDecimals, part.replace(/0+$/, '').length));
  return layOut(tokens, digits, kept, places);
}

function layOut(
  tokens: readonly FormatToken[],
  digits: string,
  decimals: string,
  places: Places,
): string {
  let text = '';
  let place = 0;
  let decimal = -1;
  for (const { kind, value } of tokens) {
    if (kind !== 'code') text += value;
    else if (value === '.' && decimal < 0) {
      // Digits that have no place before the point (".00") still show.
      if (place === 0) text += digits;
      decimal = 0;
      text += decimals === '' && places.minDecimals === 0 && places.decimals > 0 ? '' : '.';
    } else if (!/[0#?]/.test(value)) text += value === '%' ? '%' : '';
    else if (decimal >= 0) text += decimals.charAt(decimal++);
    else text += wholeDigits(digits, value, place++, places);
  }
  return text;
}

/** What one digit place before the point shows; the first takes all digits that are left over. */
function wholeDigits(digits: string, code: string, place: number, places: Places): string {
  const fromRight = places.integer - place - 1;
  const end = digits.length - fromRight;
  const own = place === 0 ? digits.slice(0, Math.max(0, end)) : digits.charAt(end - 1);
  const shown = own === '' && code === '0' ? '0' : own;
  if (!places.grouped) return shown;
  return Array.from(shown, (digit, i) => {
    const right = shown.length - 1 - i + fromRight;
    return right > 0 && right % 3 === 0 ? `${digit},` : digit;
  }).join('');
}

function scientific(tokens: readonly FormatToken[], value: number): string {
  const { decimals } = measure(
    tokens.slice(
      0,
      tokens.findIndex(({ value: v }) => /e/i.test(v)),
    ),
  );
  const [mantissa = '', exponent = ''] = value.toExponential(Math.min(decimals, 30)).split('e');
  return `${mantissa}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
}

/** "# ?/?": whole part and the nearest fraction with as many digits as the format has places. */
function fraction(tokens: readonly FormatToken[], value: number): string {
  const code = tokens.map((token) => token.value).join('');
  const [before, after] = splitOnce(code, '/');
  const fixed = /^\s*(\d+)/.exec(after)?.[1];
  const places = Math.min(after.replace(/[^0#?]/g, '').length, 4);
  const split = /[0#?]\s+[0#?]/.test(before);
  const whole = split ? Math.floor(value) : 0;
  const [top, bottom] = nearest(value - whole, fixed ? Number(fixed) : null, 10 ** places - 1);
  if (split && top === 0) return String(whole);
  return `${split && whole > 0 ? `${whole} ` : ''}${top}/${bottom}`;
}

function nearest(value: number, fixed: number | null, most: number): [number, number] {
  if (fixed !== null && fixed > 0) return [Math.round(value * fixed), fixed];
  let best: [number, number] = [Math.round(value), 1];
  for (let bottom = 1; bottom <= most; bottom++) {
    const top = Math.round(value * bottom);
    if (Math.abs(top / bottom - value) < Math.abs(best[0] / best[1] - value) - 1e-12) {
      best = [top, bottom];
    }
  }
  return best;
}
