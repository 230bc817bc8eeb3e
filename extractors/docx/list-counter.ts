import { formatNumber } from './number-format.ts';
import type { ListInstance, ListLevel, Numbering } from './numbering.ts';
import type { ParagraphStyle, Styles } from './styles.ts';
import { readSymbols } from './symbol.ts';

/** A paragraph's automatic number as a reader sees it, and what parts it from the text. */
export interface ListNumber {
  readonly text: string;
  readonly separator: string;
}

/** Counts the lists of one story on, paragraph by paragraph in reading order. */
export interface ListCounter {
  /**
   * The number of the next paragraph, null where it has none.
   * @param numId the paragraph's own list; null for its style's; "0" switches numbering off
   * @param level the paragraph's own level, 0-based
   */
  next(numId: string | null, level: number | null, style: ParagraphStyle): ListNumber | null;
}

interface List {
  /** Lists of one definition share their counts, keyed by it. */
  readonly abstractId: string;
  readonly instance: ListInstance;
  level(number: number): ListLevel | undefined;
}

const separators: Readonly<Record<ListLevel['suffix'], string>> = {
  tab: '\t',
  space: ' ',
  nothing: '',
};

export function createListCounter(numbering: Numbering, styles: Styles): ListCounter {
  const counts = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();
  const lists = new Map<string, List | null>();

  const findList = (numId: string): List | null => {
    let list = lists.get(numId);
    if (list === undefined) {
      list = openList(numId, numbering, styles);
      lists.set(numId, list);
    }
    return list;
  };

  return {
    next(numId, ownLevel, style) {
      const id = numId ?? style.numId;
      const list = id === null || id === '0' ? null : findList(id);
      if (id === null || !list) return null;
      const number = ownLevel ?? styleLevel(list, numId === null ? style : null) ?? 0;
      const level = list.level(number);
      if (!level) return null;
      const values = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, values);
      advance(values, list, number, startOverride(list, id, number, overridden));
      const text = showNumber(values, list, level, number);
      return text === '' ? null : { text, separator: separators[level.suffix] };
    },
  };
}

function openList(numId: string, numbering: Numbering, styles: Styles): List | null {
  const instance = numbering.instances.get(numId);
  if (!instance) return null;
  let abstractId = instance.abstractId;
  const link = numbering.abstracts.get(abstractId)?.styleLink;
  if (link) {
    // 17.9.21: the definition is that of the list which the numbering style uses.
    const linked = numbering.instances.get(styles.paragraph(link).numId ?? '');
    abstractId = linked?.abstractId ?? abstractId;
  }
  const abstract = numbering.abstracts.get(abstractId);
  if (!abstract) return null;
  return {
    abstractId,
    instance,
    level: (number) => instance.levels.get(number) ?? abstract.levels.get(number),
  };
}

/** 17.9.23: of a list that comes with a style, the level is the one tied to the style. */
function styleLevel(list: List, style: ParagraphStyle | null): number | null {
  if (!style) return null;
  for (const id of style.chain) {
    for (let number = 0; number < 9; number++) {
      if (list.level(number)?.paragraphStyle === id) return number;
    }
  }
  return style.level;
}

/** 17.9.26: a start override counts once, where the list is first used at that level. */
function startOverride(
  list: List,
  numId: string,
  number: number,
  used: Set<string>,
): number | undefined {
  const key = `${numId}/${number}`;
  if (used.has(key)) return undefined;
  used.add(key);
  return list.instance.startOverrides.get(number);
}

function advance(
  values: (number | undefined)[],
  list: List,
  number: number,
  override: number | undefined,
): void {
  const current = values[number];
  const following = current === undefined ? (list.level(number)?.start ?? 0) : current + 1;
  values[number] = override ?? following;
  for (let lower = number + 1; lower < 9; lower++) {
    // 17.9.10: a level starts again after any higher one, or only after those lvlRestart names.
    const restart = list.level(lower)?.restart ?? null;
    if (restart === null || number < restart) values[lower] = undefined;
  }
}

function showNumber(
  values: readonly (number | undefined)[],
  list: List,
  level: ListLevel,
  number: number,
): string {
  if (level.format === 'bullet') {
    return readSymbols(level.font, level.text).replace(/\p{Private_Use}/gu, '•');
  }
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const shown = Number(digit) - 1;
    if (shown > number) return '';
    const of = list.level(shown);
    const value = values[shown] ?? of?.start ?? 0;
    // 17.9.4: a legal level shows every number decimal, its own too.
    return formatNumber(value, level.legal ? 'decimal' : (of?.format ?? 'decimal'));
  });
}
