import type { Operator } from '../../schemas/codes.ts';
import { squeeze } from '../../schemas/text.ts';
import { measureWords } from '../../schemas/vocabulary/measure-words.ts';
import { isBlank } from './blank.ts';
import { numeralCharacters, readChineseNumber } from './chinese-number.ts';
import { leading, readLeading, readTrailing, trailing } from './comparator.ts';
import { readDate } from './date.ts';
import { type Figure, findFigures, isYear, unknownUnit } from './figures.ts';
import { foldMagnitudes, hasOpenMagnitude } from './magnitudes.ts';
import { alternatives } from './pattern.ts';
import { cutBySpace, separateFigures } from './spaced-figures.ts';

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

/** A letter of a symbol font that nothing names, where ≥ or ≤ stands: what it says of the figure is lost. */
const unreadSign = /\p{Co}[0-9]/u;

/** Longer text is an account of the work, not a value. */
const longestValue = 500;

/**
 * A target or an outcome into operator, value, unit and date. A sentence gives the figure it is
 * about: the last that carries a measure word. A word without figure is `text`.
 */
export function readIndicatorValue(raw: string, context: IndicatorValueContext): IndicatorValue {
  if (isBlank(raw)) return nothing;
  const spelled = spellPercent(hideNames(squeeze(separateFigures(raw))));
  const text = foldMagnitudes(spelled);
  if (text.length > longestValue || unreadSign.test(text)) return { ...nothing, operator: 'text' };
  if (cutBySpace(raw) || hasOpenMagnitude(text))
    return { ...nothing, operator: 'text', several: true };
  const date = readDate(text, context.fiscalYear);
  if (date && !isAside(text, date.text)) {
    return { ...nothing, operator: date.deadline ? 'lte' : 'eq', date: date.date };
  }
  const rest = date ? text.replace(date.text, '') : text;
  const figures = findFigures(rest);
  return (
    readBounds(rest, figures) ??
    readFigure(rest, figures, context) ??
    readSpoken(rest, context) ?? { ...nothing, operator: 'text' }
  );
}

/** 截至2024年12月31日发放500人, 2024年12月31日前完成率≥95%: the figure is the point, the date an aside. */
function isAside(text: string, date: string): boolean {
  const [measured] = findFigures(text.replace(date, '')).filter(
    (f) => f.unit === '%' || (f.unit !== undefined && (f.lead ?? f.trail) !== undefined),
  );
  return measured !== undefined || (/截[至止]/.test(text) && /\d/.test(text.split(date)[1] ?? ''));
}

/** Figures in titles and in quoted names (《2024年计划》, “1+3+N”) are no values. */
function hideNames(text: string): string {
  const hidden = text
    .replace(/《[^《》]*》/g, (name) => (/\p{Script=Han}{2}/u.test(name) ? '' : name))
    .replace(/[“"][^“”"]*[”"]/g, '');
  return hidden === '' ? text : hidden;
}

/** 百分之九十五, 95百分比 → 95%, 千分之三 → 3‰; 95%(含95%)以上 without its bracket. */
function spellPercent(text: string): string {
  const plain = text.replace(/(?<=\d\(?)百分比/g, '%').replace(/\(含\d[^()]{0,8}\)/g, '');
  return plain.replace(percentWords, (whole, base: string, spoken: string) => {
    const value = /^\d/.test(spoken) ? spoken : spoken === '百' ? 100 : readChineseNumber(spoken);
    return value === undefined ? whole : `${value}${base === '百' ? '%' : '‰'}`;
  });
}
const percentWords = /([百千])分之([零〇一二三四五六七八九十百点]{1,9}|\d+(?:\.\d+)?)/g;

/** ≥90%且≤100%, 90%≤满意度<95%: two figures that bound one value. */
function readBounds(text: string, figures: readonly Figure[]): IndicatorValue | undefined {
  const [a, b, third] = figures;
  if (!a || !b || third || (a.upper ?? b.upper) !== undefined) return undefined;
  const between = /^([≤<]=?)[^\d,;。]{0,8}$/.exec(text.slice(a.end, b.start));
  const first = between ? 'gte' : strongOperator(a);
  const second = strongOperator(b);
  const [low, high] = isLower(first) && isUpper(second) ? [a, b] : [b, a];
  const bounded = (isLower(first) && isUpper(second)) || (isUpper(first) && isLower(second));
  const sameUnit = !a.unit || !b.unit || a.unit === b.unit;
  if (!bounded || !sameUnit || low.value > high.value) return undefined;
  const unit = a.unit ?? b.unit ?? null;
  return { ...nothing, operator: 'between', value: low.value, valueMax: high.value, unit };
}

const isLower = (operator: Operator | undefined) => operator === 'gte' || operator === 'gt';
const isUpper = (operator: Operator | undefined) => operator === 'lte' || operator === 'lt';

function strongOperator(figure: Figure): Operator | undefined {
  const lead = readLeading(figure.lead);
  return lead && !lead.weak ? lead.operator : readTrailing(figure.trail)?.operator;
}

function readFigure(
  text: string,
  figures: readonly Figure[],
  context: IndicatorValueContext,
): IndicatorValue | undefined {
  const figure = chooseFigure(text, figures);
  if (!figure) return undefined;
  const rest = text.slice(figure.end);
  const unit =
    figure.unit ?? (figure.trail ? undefined : unknownUnit(rest)) ?? cleanUnit(context.unit);
  return {
    ...nothing,
    operator: figure.upper === undefined ? chooseOperator(text, figure, context) : 'between',
    value: figure.value,
    valueMax: figure.upper ?? null,
    unit: unit ?? null,
    several: figures.length > 1,
  };
}

/** The figure a cell is about: none in brackets or after 其中, nor one that says how often (每季度1次). */
function chooseFigure(text: string, figures: readonly Figure[]): Figure | undefined {
  const part = text.indexOf('其中');
  const outside = figures.filter(
    (f) => !inBrackets(text, f) && !isRate(text, f) && (part < 0 || f.start < part),
  );
  const all = outside.length > 0 ? outside : figures;
  const second = /^\(?1[、.)]/.test(text) ? text.search(/\(?2(?:[、)]|\.(?!\d))/) : -1;
  const first = all.filter((f) => f.end <= second);
  const main = first.length > 0 ? first : all;
  const measured = main.filter((f) => f.unit !== undefined);
  const list = main.length > 1 && main[0]?.start === 0 && /[;、,]/.test(text);
  return list ? main[0] : (measured.at(-1) ?? main.at(-1));
}

function inBrackets(text: string, figure: Figure): boolean {
  const open = text.lastIndexOf('(', figure.start - 1);
  return figure.start > 0 && open > 0 && text.lastIndexOf(')', figure.start - 1) < open;
}

function isRate(text: string, figure: Figure): boolean {
  const clause = text.slice(Math.max(0, figure.start - 12), figure.start).split(/[,;。、(]/);
  return /每(?:个?[年月周]|季度?|[日天人户亩村])/.test(clause.at(-1) ?? '');
}

function cleanUnit(unit: string | undefined): string | undefined {
  return unit === undefined || isBlank(unit) || squeeze(unit) === '无' ? undefined : squeeze(unit);
}

function chooseOperator(text: string, figure: Figure, context: IndicatorValueContext): Operator {
  const lead = readLeading(figure.lead ?? comparatorBefore(text.slice(0, figure.start)));
  const trail = readTrailing(figure.trail ?? comparatorAfter(text.slice(figure.end)));
  if (lead && !lead.weak) return lead.operator;
  if (trail) return trail.operator;
  if (figure.plus) return 'gte';
  if (figure.roughly) return 'approx';
  if (context.role === 'actual') return 'eq';
  const property = context.property === undefined ? undefined : squeeze(context.property);
  return lead?.operator ?? readLeading(property)?.operator ?? 'eq';
}

const before = new RegExp(`(${leading})(?:共计|共|完成|为|在)?$`);
const after = new RegExp(`^\\p{Script=Han}{1,4}?(${trailing})$`, 'u');

/** 组织党员学习等各项活动不少于共40次: the comparator stands a word before the figure. */
function comparatorBefore(text: string): string | undefined {
  return before.exec(text.slice(-16))?.[1];
}

/** 12垄以上: the comparator stands behind a unit no list knows. */
function comparatorAfter(text: string): string | undefined {
  return after.exec(text)?.[1];
}

/** Measure words that make a rank or a date of the numeral before them: 一级, 三月, 二期. */
const ordinalWords = /^(?:级|类|期|届|度|点|月|日|分|组|队|站|门|对|起|面|层|段|集)$/;
const spokenFigure = new RegExp(
  `^(?:每(?:个?[年月周]|季度?|[日天人户])|全年|每?[一1]年)?(?:开展|召开|举办|组织|完成)?(${leading})?` +
    `([${numeralCharacters}]{1,12})([百千万亿]?(?:${alternatives(measureWords)}))(${trailing})?$`,
);

/** A figure in Chinese numerals: 一年, 三次, 不少于两次, 每周一次. */
function readSpoken(text: string, context: IndicatorValueContext): IndicatorValue | undefined {
  if (context.property && /^定性/.test(squeeze(context.property))) return undefined;
  const [, lead, numeral = '', unit = '', trail] = spokenFigure.exec(text) ?? [];
  const value = ordinalWords.test(unit) ? undefined : readChineseNumber(numeral);
  if (value === undefined || (unit === '年' && isYear(value))) return undefined;
  const leadWord = readLeading(lead);
  const operator = leadWord && (!leadWord.weak || context.role === 'target') ? leadWord : undefined;
  return {
    ...nothing,
    operator: operator?.operator ?? readTrailing(trail)?.operator ?? 'eq',
    value,
    unit,
  };
}
