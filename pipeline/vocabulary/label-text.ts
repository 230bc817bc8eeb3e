import { squeeze } from '../../schemas/text.ts';
import { findMoneyUnit, type MoneyUnit } from '../values/amount.ts';

/** A label with everything that is not its name taken off, and what was taken. */
export interface LabelText {
  /** How labels are compared: squeezed, without numbering, 其中, units, letters, points and years. */
  readonly name: string;
  /** 2024年决算数 → 2024 */
  readonly year: number | null;
  /** （万元） */
  readonly moneyUnit: MoneyUnit | null;
  /** 产出指标(50分), 效益指标(30%), 数量指标20 → points */
  readonly points: number | null;
}

const numbering =
  /^(?:[一二三四五六七八九十]+[、.]|\((?:[一二三四五六七八九十]+|\d{1,2})\)[、.]?|\d{1,2}[、.](?!\d))/;
const including = /^其中:?/;
const note =
  '(?:[万千亿]?元|单位:.{1,3}元|人|个|名|%|分|m2|平方米|[A-E]|[A-E][-/][A-E]|必填|选填|公章|盖章|签章|签字|\\+/-|\\d{1,3}分\\*执行率)';
const bracketNote = new RegExp(`\\(${note}(?:[,、;]${note})*\\)`, 'g');
const pointsAtEnd =
  /(?:\((?:共|满分|权重)?(\d{1,3}(?:\.\d{1,4})?)[分%]?\)|(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)[分%]?)$/;
/** 楼堂馆所控制情况（2023年完工项目）: the year's whole note goes. */
const yearNote = /\([^()]*(20\d{2})年[^()]*\)/;
const yearAnywhere = /(20\d{2})年(?:度)?/;

const cache = new Map<string, LabelText>();
/** Labels repeat within and across forms; the bound keeps a hostile archive from growing it. */
const cacheBound = 20_000;

/** Longer text is prose; it is not taken apart. */
const longestText = 200;

/** A printed label, taken apart. */
export function readLabel(raw: string): LabelText {
  const known = cache.get(raw);
  if (known) return known;
  const own = detached(raw);
  const label = takeApart(own);
  if (cache.size >= cacheBound) cache.clear();
  cache.set(own, label);
  return label;
}

/** A copy: a piece cut from a document's text would keep all of that text in memory while cached. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function takeApart(raw: string): LabelText {
  const text = squeeze(raw);
  if (text.length > longestText) return { name: text, year: null, moneyUnit: null, points: null };
  let name = text.replace(/^[★*]+|[★*]+$/g, '');
  const moneyUnit = findMoneyUnit(name) ?? null;
  name = name.replace(including, '').replace(numbering, '').replace(including, '');
  name = name.replace(/[:;。]+$/, '');
  const year = yearNote.exec(name) ?? yearAnywhere.exec(name);
  if (year) name = name.replace(year[0], '');
  name = name.replace(bracketNote, '');
  const points = pointsAtEnd.exec(name);
  const named = points && points.index > 1;
  if (named) name = name.slice(0, points.index);
  return {
    name: name.replace(/[:—-]+$/, ''),
    year: year ? Number(year[1]) : null,
    moneyUnit,
    points: named ? Number(points[1] ?? points[2]) : null,
  };
}
