import { spellDatePart, spellDigits } from './chinese-number.ts';
import type { FormatSection, FormatToken } from './number-format.ts';

/** A moment as a serial number gives it. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The whole serial in seconds, for elapsed time. */
  readonly elapsed: number;
  readonly fraction: number;
}

const daySeconds = 86_400;
/** 9999-12-31. */
const lastDay = 2_958_465;

/** A serial number as a date format shows it; null where it is no date that Excel can show. */
export function displayDate(
  { tokens, chineseDigits: style }: FormatSection,
  serial: number,
  date1904: boolean,
): string | null {
  const decimals = tokens.filter(({ kind, value }) => kind === 'code' && value === '0').length;
  const moment = momentOf(date1904 ? serial + 1462 : serial, Math.min(decimals, 3));
  if (!moment) return null;
  const runs = joinRuns(tokens);
  const twelve = runs.some(({ kind, value }) => kind === 'code' && /^(?:AM|A\/P|上)/i.test(value));
  return runs
    .map((run, at) => {
      if (run.kind === 'weekday') return weekday(moment, run.value.length > 3 ? '星期' : '');
      if (run.kind !== 'code') return run.value;
      const shown = show(run.value.toLowerCase(), moment, isMinute(runs, at), twelve);
      if (style === null) return shown;
      return /^[mdhs]/i.test(run.value) ? spellDatePart(shown, style) : spellDigits(shown, style);
    })
    .join('');
}

function momentOf(serial: number, decimals: number): Moment | null {
  const unit = 10 ** decimals;
  const total = Math.round(serial * daySeconds * unit) / unit;
  const days = Math.floor(total / daySeconds);
  if (serial < 0 || days > lastDay) return null;
  const seconds = total - days * daySeconds;
  // Excel has a 29 February 1900 (day 60) that never was; its weekdays go on across it.
  const shift = days > 60 ? 25_569 : 25_568;
  const date = new Date((days - shift) * daySeconds * 1000);
  const leap = days === 60;
  return {
    year: date.getUTCFullYear(),
    month: leap ? 2 : date.getUTCMonth() + 1,
    day: leap ? 29 : date.getUTCDate(),
    weekday: (days + 6) % 7,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: Math.floor(seconds) % 60,
    elapsed: total,
    fraction: seconds % 1,
  };
}

/** Letters of one kind together: yyyy, mm; the point and zeros of a second's fraction too. */
function joinRuns(tokens: readonly FormatToken[]): FormatToken[] {
  const runs: FormatToken[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    const joins =
      token.kind === 'code' &&
      last?.kind === 'code' &&
      (last.value.charAt(0).toLowerCase() === token.value.toLowerCase() ||
        (/^\.0*$/.test(last.value) && token.value === '0'));
    if (joins) runs.splice(-1, 1, { kind: 'code', value: last.value + token.value });
    else runs.push(token);
  }
  return runs;
}

/** m is a minute right after an hour or right before a second (18.8.31). */
function isMinute(runs: readonly FormatToken[], at: number): boolean {
  const codes = runs
    .map((run, index) => ({ run, index }))
    .filter(({ run }) => run.kind === 'code' && /^[[ymdhseb]/i.test(run.value));
  const place = codes.findIndex(({ index }) => index === at);
  const before = codes[place - 1]?.run.value ?? '';
  const after = codes[place + 1]?.run.value ?? '';
  return /^\[?h/i.test(before) || /^\[?s/i.test(after);
}

const months =
  'January February March April May June July August September October November December';
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';

function show(code: string, moment: Moment, minute: boolean, twelve: boolean): string {
  const { length } = code;
  const two = (value: number): string => String(value).padStart(Math.min(length, 2), '0');
  switch (code.charAt(0)) {
    case 'y':
      return length > 2 ? String(moment.year) : String(moment.year % 100).padStart(2, '0');
    case 'e':
      return String(moment.year);
    case 'b':
      return String(moment.year + 543);
    case 'm':
      if (minute) return two(moment.minute);
      return length > 2 ? named(months, moment.month - 1, length) : two(moment.month);
    case 'd':
      return length > 2 ? named(days, moment.weekday, length) : two(moment.day);
    case 'h':
      return two(twelve ? moment.hour % 12 || 12 : moment.hour);
    case 's':
      return two(moment.second);
    case '[':
      return elapsed(code, moment);
    case 'a':
      return moment.hour < 12 ? 'AM' : 'PM';
    case '上':
      return moment.hour < 12 ? '上午' : '下午';
    case '.':
      return length > 1 ? moment.fraction.toFixed(length - 1).slice(1) : '.';
    default:
      return /[/:,-]/.test(code) ? code : '';
  }
}

function named(names: string, index: number, length: number): string {
  const name = names.split(' ')[index] ?? '';
  return length === 5 ? name.slice(0, 1) : length === 3 ? name.slice(0, 3) : name;
}

function elapsed(code: string, { elapsed: seconds }: Moment): string {
  const unit = code.charAt(1) === 'h' ? 3600 : code.charAt(1) === 'm' ? 60 : 1;
  return String(Math.floor(seconds / unit)).padStart(code.length - 2, '0');
}

function weekday(moment: Moment, before: string): string {
  return before + '日一二三四五六'.charAt(moment.weekday);
}
