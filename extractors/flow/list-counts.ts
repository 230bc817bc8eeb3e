import { formatNumber } from './number-format.ts';
import { readSymbols } from './symbol.ts';

/** A paragraph's automatic number as a reader sees it, and what parts it from the text. */
export interface ListNumber {
  readonly text: string;
  readonly separator: string;
}

/** How one level of a list counts and shows (ECMA-376 part 1, 17.9.6; [MS-DOC] LVL). */
export interface CountedLevel {
  readonly start: number;
  /** A name of number-format.ts, or "bullet". */
  readonly format: string;
  /** "%1.%2", or a bullet's glyph. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Numbers of higher levels show as decimal (isLgl). */
  readonly legal: boolean;
  /** 1-based level after which this one starts again; 0 never; null after every higher one. */
  readonly restart: number | null;
  readonly font: string | null;
}

/** A list as a paragraph uses it. */
export interface CountedList {
  /** Lists of one definition share their counts, keyed by it. */
  readonly key: string;
  level(number: number): CountedLevel | undefined;
}

/** The counts of all lists of a story, taken on paragraph by paragraph in reading order. */
export interface ListCounts {
  /**
   * Counts one paragraph of a list, and gives its number; null where it shows none.
   * @param number the level, 0-based
   * @param restartAt the number to take instead of the next one
   */
  next(list: CountedList, number: number, restartAt?: number): ListNumber | null;
}

const separators: Readonly<Record<CountedLevel['suffix'], string>> = {
  tab: '\t',
  space: ' ',
  nothing: '',
};

export function createListCounts(): ListCounts {
  const counts = new Map<string, (number | undefined)[]>();
  return {
    next(list, number, restartAt) {
      const level = list.level(number);
      if (!level) return null;
      const values = counts.get(list.key) ?? [];
      counts.set(list.key, values);
      advance(values, list, number, restartAt);
      const text = showNumber(values, list, level, number);
      return text === '' ? null : { text, separator: separators[level.suffix] };
    },
  };
}

function advance(
  values: (number | undefined)[],
  list: CountedList,
  number: number,
  restartAt: number | undefined,
): void {
  const current = values[number];
  const following = current === undefined ? (list.level(number)?.start ?? 0) : current + 1;
  values[number] = restartAt ?? following;
  for (let lower = number + 1; lower < 9; lower++) {
    // 17.9.10: a level starts again after any higher one, or only after those lvlRestart names.
    const restart = list.level(lower)?.restart ?? null;
    if (restart === null || number < restart) values[lower] = undefined;
  }
}

function showNumber(
  values: readonly (number | undefined)[],
  list: CountedList,
  level: CountedLevel,
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
