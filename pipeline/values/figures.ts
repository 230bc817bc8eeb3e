import {
  denominators,
  measureWords,
  notCounted,
  symbolUnits,
} from '../../schemas/vocabulary/measure-words.ts';
import { leading, readLeading, trailing } from './comparator.ts';
import { alternatives } from './pattern.ts';

/** A figure in squeezed text, with what compares and measures it: [≥] 12 [-15] [个] [以上]. */
export interface Figure {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly lead: string | undefined;
  readonly value: number;
  /** Upper end of a range. */
  readonly upper: number | undefined;
  readonly unit: string | undefined;
  /** 20余人: somewhat more than said. */
  readonly roughly: boolean;
  /** 20+ */
  readonly plus: boolean;
  readonly trail: string | undefined;
}

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+';
const span = '(?:[-—–~]{1,2}|至|到)';
const scale = '(?:百万|千万|[百千万亿])?';
const han = alternatives(measureWords);
const symbol = `(?:${alternatives(symbolUnits)})(?![A-Za-z\\d])`;
const per = `(?:[/·](?:\\d+[百千万亿])?(?:${alternatives(denominators)}|${han}|${symbol}))*`;
const more = '[余多来几]?';
const unit = `(?!${alternatives(notCounted)})(?:${more}${scale}${more}(?:${han})(?![A-Za-z])|${symbol})${per}`;
const pattern = new RegExp(
  `(${leading})?(?<![A-Za-z\\d.])(-?)(${number})(?:(${unit})?${span}(${number}))?` +
    `(?:(${unit})|\\((${unit})\\))?(\\+)?(${trailing})?`,
  'g',
);

const toNumber = (printed: string) => Number(printed.replaceAll(',', ''));

/** All figures of squeezed text, in order; names, dates, numbering and formulas are none. */
export function findFigures(text: string): Figure[] {
  const matches = [...text.matchAll(pattern)].map((match) => toFigure(text, match));
  return matches.filter(
    (figure, i) =>
      !inFormula(text, matches[i - 1], figure) &&
      !inFormula(text, figure, matches[i + 1]) &&
      isSound(text, figure) &&
      !isName(text, figure) &&
      !isCalendar(text, figure) &&
      !isNumbering(text, figure),
  );
}

interface RawFigure extends Figure {
  /** Where the digits begin, and which they are. */
  readonly at: number;
  readonly printed: string;
  readonly lowerUnit: string | undefined;
}

function toFigure(text: string, match: RegExpMatchArray): RawFigure {
  const [whole, lead, sign, printed = '', lowerUnit, upper, after, inBrackets, plus] = match;
  const start = match.index ?? 0;
  const at = start + (lead?.length ?? 0);
  const measured = after ?? inBrackets ?? (upper === undefined ? undefined : lowerUnit);
  return {
    start,
    end: start + whole.length,
    at: at + (sign?.length ?? 0),
    printed,
    lead: lead === '近' && isTime(measured) ? undefined : lead,
    value: sign === '-' && !isDash(text, at, lead) ? 0 - toNumber(printed) : toNumber(printed),
    upper: upper === undefined ? undefined : toNumber(upper),
    unit: measured?.replace(/[余多来几]/, ''),
    lowerUnit,
    roughly: /[余多来几]/.test(measured ?? ''),
    plus: plus !== undefined,
    trail: insideOrNothing(match[9], measured, text.slice(start + whole.length)),
  };
}

/** 满意度-95%: a dash between name and figure. */
function isDash(text: string, at: number, lead: string | undefined): boolean {
  return lead === undefined && /[\p{Script=Han}\d%)]/u.test(text[at - 1] ?? '');
}

const isTime = (measured: string | undefined) =>
  /^(?:年|个?月|周|天|日|个?工作日|个?小时|时|分钟?|秒|点)$/.test(measured ?? '');

/** 3天内办结, 20万元内, but not 5个内设机构. */
function insideOrNothing(
  trail: string | undefined,
  measured: string | undefined,
  rest: string,
): string | undefined {
  if (trail !== '内' || isTime(measured)) return trail;
  return rest === '' || /^[,;。、)]/.test(rest) ? trail : undefined;
}

/** 1:3, 7×24小时, 19/20, 1+3+N, 1年6个月: figures that say something only together. */
function inFormula(
  text: string,
  left: RawFigure | undefined,
  right: RawFigure | undefined,
): boolean {
  if (!left || !right) return false;
  const between = text.slice(left.end, right.start);
  if (/^[零又]?$/.test(between) && isTime(left.unit) && isTime(right.unit)) return true;
  if (between === '') return (left.plus && !right.lead) || right.lead === '=';
  return between === ':' ? left.unit === undefined : /^[*×x^±/]$/.test(between);
}

/** A range whose ends belong together, no code and no telephone number. */
function isSound(text: string, figure: RawFigure): boolean {
  const { upper, value, unit: measured, lowerUnit, printed, at } = figure;
  if (/^0\d/.test(printed) || (measured === undefined && /^\d{11,}$/.test(printed))) return false;
  if (!(value < 1e15 && (upper ?? 0) < 1e15)) return false;
  const rest = text.slice(figure.end);
  if (/^(?:\.\d|[±^])/.test(rest) || /[±%]/.test(text[at - 1] ?? '')) return false;
  // 温度-5°C: a minus or a dash.
  if (text[at - 1] === '-' && value >= 0 && measured !== '%') return false;
  if (figure.plus && /^[A-Za-z]/.test(rest)) return false;
  if (upper === undefined) return true;
  const together =
    lowerUnit === undefined ||
    !measured ||
    measured.startsWith(lowerUnit) ||
    measured.endsWith(lowerUnit);
  const years = isYear(value) && isYear(upper) && /^[年月]?$/.test(measured ?? '');
  return upper >= value && together && !years;
}

/** Whether a number can be a year, or 2024.12. */
export const isYear = (value: number): boolean => value >= 1900 && value < 2100;

/** 第3名, 前10, 5G, 2024届: figures that name. One in a sentence that nothing measures is part of a name too. */
function isName(text: string, figure: RawFigure): boolean {
  const { at, end, value, unit: measured } = figure;
  const before = text.slice(Math.max(0, at - 2), at);
  const rest = text.slice(end);
  if (/第$|分之$/.test(before) || /^号/.test(rest)) return true;
  if (/(?:^|[^之以目日年月会天])前$/.test(before) && /^[名位强%]?$/.test(measured ?? ''))
    return true;
  if (isYear(value) && /^[年届级]/.test(measured ?? '')) return true;
  if (measured !== undefined || figure.lead !== undefined || figure.trail !== undefined)
    return false;
  // A-19, K0+500, Φ20
  if (/[-+/#·*_]|(?!\p{Script=Han})\p{L}/u.test(text[at - 1] ?? '')) return value >= 0;
  if (figure.plus || rest === '' || /^(?:[。,;、)”"!≤<≥>]|\.(?!\d))/.test(rest)) return false;
  return !(figure.start === 0 && unknownUnit(rest) !== undefined);
}

/** 6月, 15日前, 4季度, 8点, 24年12月: parts of dates. A figure that is compared is a length of time. */
function isCalendar(text: string, figure: RawFigure): boolean {
  const { unit: measured, lead, trail } = figure;
  if (measured === undefined || trail !== undefined) return false;
  const rest = text.slice(figure.end);
  if (measured === '年') return /^\d{1,2}月/.test(rest);
  const compared = lead !== undefined && readLeading(lead)?.weak !== true;
  if (measured === '月' || measured === '季度' || measured === '点') return !compared;
  return measured === '日' && (text[figure.at - 1] === '月' || /^(?:之前|以前|前|止)/.test(rest));
}

/** 1、完成…; (2)发放…: numbers of a list. */
function isNumbering(text: string, figure: RawFigure): boolean {
  const { lead, trail, upper, plus, unit: measured, printed, at, end } = figure;
  if (lead ?? trail ?? upper ?? measured ?? (plus || undefined)) return false;
  const rest = text.slice(end);
  return (
    /^\d{1,2}$/.test(printed) &&
    (at === 0 || /[;。,(]/.test(text[at - 1] ?? '')) &&
    /^(?:、|\.(?!\d)|\)[、.]?)./.test(rest)
  );
}

const wholeUnit = new RegExp(
  `^([\\p{Script=Han}/·]{1,4}?|[A-Za-z/]{2,6})(?:${trailing})?[。.]?$`,
  'u',
);

const notUnit = new RegExp(`^(?:[余多来几]|${alternatives(notCounted)})`);

/** A unit no list knows, where the figure is followed by nothing else: 12垄. */
export function unknownUnit(rest: string): string | undefined {
  const [, word] = wholeUnit.exec(rest) ?? [];
  return word !== undefined && notUnit.test(word) ? undefined : word;
}
