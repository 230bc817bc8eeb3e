import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { encodingOfCodePage } from './code-pages.ts';
import { createFontTable, type Font, type FontTable } from './font-table.ts';
import { specialCharacter } from './special-characters.ts';
import { createTextRun, type RunReading, type TextRun } from './text-run.ts';
import { readTokens, type TokenSink } from './tokens.ts';

/** What follows a document: its groups, its controls and its text, decoded. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /**
   * A control word or symbol that is no character.
   * @param starred whether \* stands before it: a reader that does not know it skips the group
   */
  control(word: string, parameter: number | null, starred: boolean): void;
  text(text: string): void;
}

/** What a group holds of how its text is read, and what its end brings back. */
interface TextState {
  font: number | null;
  /** The font of double-byte text, where another is named beside it. */
  wideFont: number | null;
  /** Whether \af names the font of double-byte text here. */
  wide: boolean;
  /** Characters that stand for one of \u where that is not known. */
  substitutes: number;
  fonts: 'table' | 'aside' | null;
}

interface Reader {
  readonly fonts: FontTable;
  readonly run: TextRun;
  readonly states: TextState[];
  state: TextState;
  encoding: string;
  defaultFont: number | null;
  starred: boolean;
  /** Substitutes of the last \u that are still to come. */
  toSkip: number;
  /** How text reads here; null where that may have changed. */
  reading: RunReading | null;
}

/** How a document ended. */
export interface RtfEnd {
  /** Whether its outermost group did; some writers forget to end one or another. */
  readonly whole: boolean;
  /** Whether the last that stands there is a brace, and not the middle of something. */
  readonly onBrace: boolean;
}

/**
 * Reads a document once, telling each handler everything in turn.
 *
 * @throws IngestError document_too_deep; document_incomplete where no document begins
 */
export function streamRtf(
  bytes: Uint8Array,
  handlers: readonly RtfHandler[],
  limits: Pick<Limits, 'depth'>,
): RtfEnd {
  const start = bytes.indexOf(openBrace);
  if (start < 0) throw new IngestError('document_incomplete', 'no group begins');
  const end = readTokens(bytes, start, toSink(handlers, limits.depth));
  return { whole: end !== null, onBrace: endsOnBrace(bytes) };
}

const openBrace = 0x7b;
const closeBrace = 0x7d;

/** White space and NULs behind it aside. */
function endsOnBrace(bytes: Uint8Array): boolean {
  let at = bytes.length - 1;
  while (at > 0 && (bytes[at] ?? 0) <= 0x20) at--;
  return bytes[at] === closeBrace;
}

function toSink(handlers: readonly RtfHandler[], depth: number): TokenSink {
  const reader = createReader();
  const emit = (): void => {
    reader.toSkip = 0;
    if (reader.run.isEmpty()) return;
    const text = reader.run.take(readingOf(reader));
    if (text === '') return;
    if (reader.state.fonts === 'table') reader.fonts.name(text);
    for (const handler of handlers) handler.text(text);
  };
  const control = (name: string, parameter: number | null): void => {
    emit();
    const { starred } = reader;
    reader.starred = false;
    settleText(reader, name, parameter, starred);
    reader.reading = null;
    for (const handler of handlers) handler.control(name, parameter, starred);
  };
  return {
    open() {
      emit();
      reader.starred = false;
      if (reader.states.length >= depth) {
        throw new IngestError('document_too_deep', `groups nest deeper than ${depth}`);
      }
      reader.states.push(reader.state);
      reader.state = { ...reader.state };
      reader.reading = null;
      for (const handler of handlers) handler.open();
    },
    close() {
      emit();
      for (const handler of handlers) handler.close();
      reader.state = reader.states.pop() ?? reader.state;
      reader.reading = null;
    },
    word(name, parameter) {
      if (skipped(reader)) return;
      if (name === 'u') readUnit(reader, parameter ?? 0);
      else {
        const character = specialCharacter(name);
        if (character === undefined) control(name, parameter);
        else reader.run.text(character, readingOf(reader));
      }
    },
    symbol(character) {
      if (skipped(reader)) return;
      const shown = specialCharacter(character);
      if (shown !== undefined) reader.run.text(shown, readingOf(reader));
      else if (character === '*') {
        emit();
        reader.starred = true;
      }
    },
    byte(value) {
      if (!skipped(reader)) reader.run.byte(value, readingOf(reader));
    },
  };
}

function createReader(): Reader {
  return {
    fonts: createFontTable(),
    run: createTextRun(),
    states: [],
    state: { font: null, wideFont: null, wide: false, substitutes: 1, fonts: null },
    encoding: 'windows-1252',
    defaultFont: null,
    starred: false,
    toSkip: 0,
    reading: null,
  };
}

/** RTF 1.9.1, "Unicode RTF": each character, \'xx and control after \u counts as one. */
function skipped(reader: Reader): boolean {
  if (reader.toSkip === 0) return false;
  reader.toSkip--;
  return true;
}

function readUnit(reader: Reader, parameter: number): void {
  const reading = readingOf(reader);
  if (parameter <= 0xffff) reader.run.unit(parameter & 0xffff, reading);
  else reader.run.text(String.fromCodePoint(Math.min(parameter, 0x10ffff)), reading);
  reader.toSkip = reader.state.substitutes;
}

function readingOf(reader: Reader): RunReading {
  reader.reading ??= findReading(reader);
  return reader.reading;
}

function findReading({ state, fonts, encoding, defaultFont }: Reader): RunReading {
  if (state.fonts !== null) {
    return { font: plainName(fonts.current()), encoding, others: [encoding] };
  }
  const font = fonts.get(state.font ?? defaultFont ?? -1);
  const wide = state.wideFont === null ? undefined : fonts.get(state.wideFont)?.encoding;
  return { font, encoding, others: wide ? [wide, encoding] : [encoding] };
}

/** A symbol font's own name is written in letters. */
function plainName(font: Font | null): Font | undefined {
  return font ? { name: '', encoding: font.encoding } : undefined;
}

function settleText(
  reader: Reader,
  name: string,
  parameter: number | null,
  starred: boolean,
): void {
  const { state } = reader;
  if (state.fonts !== null) settleFont(reader, name, parameter, starred);
  else if (name === 'fonttbl') state.fonts = 'table';
  else if (name === 'f') state.font = parameter;
  else if (name === 'af') {
    if (state.wide) state.wideFont = parameter;
  } else if (name === 'dbch') state.wide = true;
  else if (name === 'loch' || name === 'hich' || name === 'rtlch' || name === 'ltrch') {
    state.wide = false;
  } else if (name === 'plain') {
    state.font = null;
    state.wideFont = null;
  } else if (name === 'uc') state.substitutes = Math.max(0, parameter ?? 1);
  else if (name === 'deff') reader.defaultFont = parameter;
  else if (name === 'mac') reader.encoding = 'macintosh';
  else if (name === 'ansicpg' && parameter) reader.encoding = encodingOfCodePage(parameter);
}

function settleFont(
  { state, fonts }: Reader,
  name: string,
  parameter: number | null,
  starred: boolean,
): void {
  if (starred) state.fonts = 'aside';
  else if (state.fonts === 'aside' || parameter === null) return;
  else if (name === 'f') fonts.begin(parameter);
  else if (name === 'fcharset') fonts.charset(parameter);
  else if (name === 'cpg') fonts.codePage(parameter);
}
