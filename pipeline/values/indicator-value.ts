import type { Operator } from '../../schemas/codes.ts';
import { squeeze } from '../../schemas/text.ts';
import { leadingComparators, trailingComparators } from '../../schemas/vocabulary/comparators.ts';
import { measureWords } from '../../schemas/vocabulary/measure-words.ts';
import { isBlank } from './blank.ts';
import { readChineseNumber } from './chinese-number.ts';
import { readDate } from './date.ts';

/** A target or an outcome: 指标值, 实际完成值. */
export interface IndicatorValue {
  readonly operator: Operator | null;
  readonly value: number | null;
  /** Upper end of a range. */
  readonly valueMax: number | null;
  /** As written, NFKC. Percent values are in percent points. */
  readonly unit: string | null;
  /** ISO 8601 */
  readonly date: string | null;
  /** More than one figure stands in the cell; the one read is the first of a list, or the last of a sentence. */
  readonly several: boolean;
}

export interface IndicatorValueContext {
  /** A target says what is wanted, so 达到 compares; an outcome only reports. */
  readonly role: 'target' | 'actual';
  readonly fiscalYear: number | null;
  /** 计量单位 of a column of its own. */
  readonly unit?: string | undefined;
  /** 指标性质 of a column of its own: ≥, ≤, 定性 … */
  readonly property?: string | undefined;
}

const nothing: IndicatorValue = {
  operator: null,
  value: null,
  valueMax: null,
  unit: null,
  date: null,
  several: false,
};

const byLength = (a: string, b: string) => b.length - a.length;
const quoted = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const alternatives = (words: readonly string[]) => [...words].sort(byLength).map(quoted).join('|');

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+';
const multiplier = '(?:万|亿|百万|千万)?';
const units = `${multiplier}(?:${alternatives(measureWords)})`;
const leading = alternatives(leadingComparators.flatMap((c) => c.words));
const trailing = alternatives(trailingComparators.flatMap((c) => c.words));
const span = `(?:-|—|~|–|至|到)`;

/** One figure with what compares it: [≥] 12 [-15] [个] [以上]. */
const figure = new RegExp(
  `(${leading})?(?<![A-Za-z\\d.])(-?(?:${digits}))(?:(%|‰|${units})?${span}(${digits}))?(%|‰|${units})?(\\+)?(${trailing})?`,
  'g',
);
/** A whole cell that is a figure followed by its unit, whatever the unit. */
const wholeUnit = new RegExp(`^([\\p{Script=Han}A-Za-z%‰/·]{1,8}?)(?:${trailing})?$`, 'u');
const percentWords = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g;
const qualitative = /^定性/;

/**
 * A target or an outcome into operator, value, unit and date. A sentence gives the figure it is
 * about: the last that carries a measure word. A word without figure is `text`.
 */
export function readIndicatorValue(raw: string, context: IndicatorValueContext): IndicatorValue {
  if (isBlank(raw)) return nothing;
  const text = squeeze(raw).replace(percentWords, (whole, spoken: string) => {
    const value = /^\d/.test(spoken) ? spoken : readChineseNumber(spoken);
    return value === undefined ? whole : `${value}%`;
  });
  const date = readDate(text, context.fiscalYear);
  if (date) {
    const operator = date.deadline || /^(?:≤|<=|不晚于|不迟于)/.test(text) ? 'lte' : 'eq';
    return { ...nothing, operator, date: date.date };
  }
  const found = chooseFigure(text);
  if (!found) return readSpoken(text, context);
  return completeFigure(text, found.match, found.several, context);
}

/** The figure a cell is about. Years (2024年度) and ordinals (第三) are no figures. */
function chooseFigure(text: string): { match: RegExpExecArray; several: boolean } | undefined {
  const matches = [...text.matchAll(figure)].filter((m) => !isYearOrOrdinal(text, m));
  if (matches.length === 0) return undefined;
  const measured = matches.filter((m) => m[5] !== undefined);
  const list = /[;、,\n]/.test(text) && matches.length > 1 && startsWithFigure(text);
  const match = list ? matches[0] : (measured.at(-1) ?? matches.at(-1));
  return match ? { match, several: matches.length > 1 } : undefined;
}

function startsWithFigure(text: string): boolean {
  return new RegExp(`^(?:${leading})?\\d`).test(text);
}

/** 第3季度 and 2024年度 are no figures, nor are 5G and X015. */
function isYearOrOrdinal(text: string, match: RegExpExecArray): boolean {
  const start = match.index + (match[1]?.length ?? 0);
  if (text[start - 1] === '第') return true;
  const after = text.slice(start);
  if (/^20\d{2}年(?!以上|以内|及以上)/.test(after)) return true;
  return match[5] === undefined && /^[\d.,]+[A-Za-z]/.test(after);
}

function completeFigure(
  text: string,
  match: RegExpExecArray,
  several: boolean,
  context: IndicatorValueContext,
): IndicatorValue {
  const [whole, lead, first = '', innerUnit, upper, unitFound, , trail] = match;
  const value = Number(first.replaceAll(',', ''));
  const rest = text.slice(match.index + whole.length);
  const leadWord = lead ?? comparatorBefore(text.slice(0, match.index));
  const unit =
    unitFound ?? innerUnit ?? (trail ? undefined : unitOf(rest)) ?? cleanUnit(context.unit);
  const operator = upper
    ? 'between'
    : chooseOperator(leadWord, trail ?? trailingAfter(rest), context);
  return {
    operator,
    value,
    valueMax: upper ? Number(upper.replaceAll(',', '')) : null,
    unit: unit ?? null,
    date: null,
    several,
  };
}

/** 组织党员学习等各项活动不少于共40次: the comparator stands a word before the figure. */
function comparatorBefore(before: string): string | undefined {
  return new RegExp(`(${leading})(?:共|共计|完成|为|在)?$`).exec(before)?.[1];
}

function trailingAfter(rest: string): string | undefined {
  return new RegExp(`^(?:[\\p{Script=Han}]{1,4}?)?(${trailing})$`, 'u').exec(rest)?.[1];
}

/** A unit no list knows, where the figure is followed by nothing else: 12 盏灯. */
function unitOf(rest: string): string | undefined {
  return wholeUnit.exec(rest)?.[1];
}

function cleanUnit(unit: string | undefined): string | undefined {
  return unit === undefined || isBlank(unit) ? undefined : squeeze(unit);
}

function operatorOf(
  word: string | undefined,
  table: typeof leadingComparators | typeof trailingComparators,
): { operator: Operator; weak: boolean } | undefined {
  if (word === undefined) return undefined;
  const entry = table.find((c) => c.words.includes(word));
  return entry
    ? { operator: entry.operator, weak: 'weak' in entry && entry.weak === true }
    : undefined;
}

function chooseOperator(
  leadWord: string | undefined,
  trailWord: string | undefined,
  context: IndicatorValueContext,
): Operator {
  const lead = operatorOf(leadWord, leadingComparators);
  const trail = operatorOf(trailWord, trailingComparators);
  if (lead && !lead.weak) return lead.operator;
  if (trail) return trail.operator;
  if (lead && context.role === 'target') return lead.operator;
  const property = context.property === undefined ? undefined : squeeze(context.property);
  return (context.role === 'target' && operatorOf(property, leadingComparators)?.operator) || 'eq';
}

/** A cell without digits: 一年, 三次, or a qualitative word. */
function readSpoken(text: string, context: IndicatorValueContext): IndicatorValue {
  const spoken = new RegExp(`^([一二两三四五六七八九十百千]+)(${units})$`).exec(text);
  const value = spoken?.[1] === undefined ? undefined : readChineseNumber(spoken[1]);
  if (value !== undefined && !(context.property && qualitative.test(context.property))) {
    return { ...nothing, operator: 'eq', value, unit: spoken?.[2] ?? null };
  }
  return { ...nothing, operator: 'text' };
}
