import { type ByteView, viewBytes } from '../byte-view.ts';
import type { CountedLevel, CountedList } from '../flow/list-counts.ts';
import { numberFormatOfCode } from '../flow/number-codes.ts';
import { readLooks } from './looks.ts';
import { readSprms } from './sprm.ts';

/** A list as paragraphs refer to it ([MS-DOC] 2.9.131, LFO). */
export interface List extends CountedList {
  /** Numbers to begin with, once each, by level. */
  readonly startOverrides: ReadonlyMap<number, number>;
  /** The paragraph style tied to each level. */
  readonly levelStyles: readonly number[];
}

interface Definition {
  readonly id: number;
  readonly styles: readonly number[];
  readonly levels: CountedLevel[];
}

interface Override {
  readonly id: number;
  readonly levels: Map<number, CountedLevel>;
  readonly starts: Map<number, number>;
}

/**
 * The lists of a document, by their 1-based index.
 *
 * @param table the table stream: the levels stand after the definitions, outside their length
 * @param definitions where the definitions are ([MS-DOC] 2.9.188, PlfLst); -1 for none
 * @param overrides [MS-DOC] 2.9.186, PlfLfo
 */
export function readLists(
  table: Uint8Array,
  definitions: number,
  overrides: Uint8Array,
  fonts: readonly string[],
): ReadonlyMap<number, List> {
  const lists = new Map<number, List>();
  if (definitions < 0 || overrides.length < 4) return lists;
  const known = new Map<number, Definition>();
  for (const definition of readDefinitions(viewBytes(table, 'list table'), definitions, fonts)) {
    known.set(definition.id, definition);
  }
  readOverrides(viewBytes(overrides, 'list overrides'), fonts).forEach((override, index) => {
    const definition = known.get(override.id);
    if (!definition) return;
    lists.set(index + 1, {
      key: String(definition.id),
      level: (number) => override.levels.get(number) ?? definition.levels[number],
      startOverrides: override.starts,
      levelStyles: definition.styles,
    });
  });
  return lists;
}

const definitionLength = 28;

function readDefinitions(table: ByteView, at: number, fonts: readonly string[]): Definition[] {
  const count = table.u16(at);
  const definitions: Definition[] = [];
  let levels = at + 2 + count * definitionLength;
  for (let i = 0; i < count; i++) {
    const from = at + 2 + i * definitionLength;
    const definition: Definition = {
      id: table.i32(from),
      styles: Array.from({ length: 9 }, (_, level) => table.u16(from + 8 + level * 2)),
      levels: [],
    };
    const simple = (table.u8(from + 26) & 1) !== 0;
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const { value, end } = readLevel(table, levels, fonts);
      definition.levels.push(value);
      levels = end;
    }
    definitions.push(definition);
  }
  return definitions;
}

function readOverrides(view: ByteView, fonts: readonly string[]): Override[] {
  const count = Math.min(view.u32(0), Math.floor((view.length - 4) / 16));
  const overrides: Override[] = [];
  let at = 4 + count * 16;
  for (let i = 0; i < count; i++) {
    const override: Override = {
      id: view.i32(4 + i * 16),
      levels: new Map(),
      starts: new Map(),
    };
    const changed = view.u8(4 + i * 16 + 12);
    overrides.push(override);
    at += 4;
    for (let level = 0; level < changed && at + 8 <= view.length; level++) {
      at = readOverrideLevel(view, at, override, fonts);
    }
  }
  return overrides;
}

/** [MS-DOC] 2.9.133, LFOLVL: a number to start with, a level of its own, or both. */
function readOverrideLevel(
  view: ByteView,
  at: number,
  override: Override,
  fonts: readonly string[],
): number {
  const flags = view.u32(at + 4);
  const number = flags & 0xf;
  const hasLevel = (flags & 0x20) !== 0;
  if ((flags & 0x10) !== 0 && !hasLevel) override.starts.set(number, view.i32(at));
  if (!hasLevel) return at + 8;
  const { value, end } = readLevel(view, at + 8, fonts);
  override.levels.set(number, value);
  if ((flags & 0x10) !== 0) override.starts.set(number, value.start);
  return end;
}

const levelLength = 28;

/** [MS-DOC] 2.9.150, LVLF, and what follows it: formatting of paragraph and number, the text. */
function readLevel(
  view: ByteView,
  at: number,
  fonts: readonly string[],
): { value: CountedLevel; end: number } {
  const flags = view.u8(at + 5);
  const characters = at + levelLength + view.u8(at + 25);
  const text = characters + view.u8(at + 24);
  const length = view.u16(text);
  const { font } = readLooks(readSprms(view.slice(characters, view.u8(at + 24))));
  const value: CountedLevel = {
    start: view.i32(at),
    format: numberFormatOfCode(view.u8(at + 4)),
    text: readTemplate(view.slice(text + 2, length * 2)),
    suffix: (['tab', 'space', 'nothing'] as const)[view.u8(at + 15)] ?? 'tab',
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? view.u8(at + 26) : null,
    font: font === null ? null : (fonts[font] ?? null),
  };
  return { value, end: text + 2 + length * 2 };
}

/** A character below nine stands for the number of that level. */
function readTemplate(text: Uint8Array): string {
  return Array.from(Buffer.from(text).toString('utf16le'), (character) => {
    const code = character.charCodeAt(0);
    return code < 9 ? `%${code + 1}` : character;
  }).join('');
}
