import type { CountedLevel, CountedList } from '../flow/list-counts.ts';
import { numberFormatOfCode } from '../flow/number-codes.ts';

type Level = { -readonly [key in keyof CountedLevel]: CountedLevel[key] };

interface Definition {
  id: number | null;
  readonly levels: Level[];
}

interface Override {
  listId: number | null;
  readonly starts: Map<number, number>;
  /** The level of the \lfolevel being read. */
  level: number;
  ownStart: boolean;
}

/** The lists of a document (RTF 1.9.1, "List Tables"), told word by word. */
export interface ListTable {
  /** @returns whether the word is one of list tables */
  control(word: string, parameter: number | null): boolean;
  /** The text of a \leveltext, its length first. */
  levelText(text: string): void;
  /** A list by its number in \ls. */
  list(number: number): CountedList | null;
  /** Where a list begins at a level, if it says so itself: that holds once. */
  takeStart(number: number, level: number): number | undefined;
}

export function createListTable(): ListTable {
  const definitions: Definition[] = [];
  const overrides = new Map<number, Override>();
  let override: Override | null = null;
  const level = (): Level | undefined => definitions.at(-1)?.levels.at(-1);

  const defineOverride = (word: string, parameter: number | null): boolean => {
    if (word === 'listoverride') {
      override = { listId: null, starts: new Map(), level: -1, ownStart: false };
    } else if (!override) return false;
    else if (word === 'listid') override.listId = parameter;
    else if (word === 'ls') overrides.set(parameter ?? 0, override);
    else if (word === 'lfolevel') {
      override.level++;
      override.ownStart = false;
    } else if (word === 'listoverridestartat') override.ownStart = true;
    else if (word === 'levelstartat') {
      if (override.ownStart) override.starts.set(override.level, parameter ?? 0);
    } else return false;
    return true;
  };

  return {
    control(word, parameter) {
      if (word === 'list') definitions.push({ id: null, levels: [] });
      else if (word === 'listlevel') {
        if (!override) definitions.at(-1)?.levels.push(openLevel());
      } else if (defineOverride(word, parameter)) return true;
      else if (word === 'listid') {
        const definition = definitions.at(-1);
        if (definition) definition.id = parameter;
      } else defineLevel(level(), word, parameter);
      return true;
    },
    levelText(text) {
      const open = level();
      if (open && !override) open.text = readLevelText(text);
    },
    list(number) {
      const listId = overrides.get(number)?.listId ?? null;
      const definition = definitions.find(({ id }) => id !== null && id === listId);
      return definition
        ? { key: String(definition.id), level: (of) => definition.levels[of] }
        : null;
    },
    takeStart(number, of) {
      const starts = overrides.get(number)?.starts;
      const start = starts?.get(of);
      starts?.delete(of);
      return start;
    },
  };
}

function openLevel(): Level {
  return {
    start: 1,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    legal: false,
    restart: null,
    font: null,
  };
}

function defineLevel(level: Level | undefined, word: string, parameter: number | null): void {
  if (!level) return;
  // \levelnfcn says the same again, nearer to what is shown.
  if (word === 'levelnfc' || word === 'levelnfcn')
    level.format = numberFormatOfCode(parameter ?? 0);
  else if (word === 'levelstartat') level.start = parameter ?? 1;
  else if (word === 'levellegal') level.legal = parameter !== 0;
  else if (word === 'levelnorestart' && parameter !== 0) level.restart = 0;
  else if (word === 'levelfollow') {
    level.suffix = parameter === 1 ? 'space' : parameter === 2 ? 'nothing' : 'tab';
  }
}

/** \'02\'00.; — the length, then characters of which those up to 8 stand for a level's number. */
function readLevelText(text: string): string {
  const length = text.charCodeAt(0);
  return Array.from(text.slice(1, 1 + length), (character) => {
    const code = character.charCodeAt(0);
    return code < 9 ? `%${code + 1}` : character;
  }).join('');
}
