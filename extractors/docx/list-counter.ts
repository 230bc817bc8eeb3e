import { type CountedList, createListCounts, type ListNumber } from '../flow/list-counts.ts';
import type { ListInstance, ListLevel, Numbering } from './numbering.ts';
import type { ParagraphStyle, Styles } from './styles.ts';

/** Counts the lists of one story on, paragraph by paragraph in reading order. */
export interface ListCounter {
  /**
   * The number of the next paragraph, null where it has none.
   * @param numId the paragraph's own list; null for its style's; "0" switches numbering off
   * @param level the paragraph's own level, 0-based
   */
  next(numId: string | null, level: number | null, style: ParagraphStyle): ListNumber | null;
}

interface List extends CountedList {
  readonly instance: ListInstance;
  level(number: number): ListLevel | undefined;
}

export function createListCounter(numbering: Numbering, styles: Styles): ListCounter {
  const counts = createListCounts();
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
      if (!list.level(number)) return null;
      return counts.next(list, number, startOverride(list, id, number, overridden));
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
    key: abstractId,
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
