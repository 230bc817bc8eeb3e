import { type ByteView, viewBytes } from '../byte-view.ts';
import type { Script } from '../flow/script-digits.ts';
import { type Looks, readLooks } from './looks.ts';
import { type ParagraphFormat, readParagraphFormat } from './paragraph-format.ts';
import { readSprms } from './sprm.ts';

/** How a style makes text look. */
export interface CharacterStyle {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly doubleStruck: boolean | null;
  readonly script: Script | null;
}

/** What a paragraph style settles, with the styles it is based on. */
export interface ParagraphStyle extends CharacterStyle {
  readonly list: number | null;
  readonly level: number | null;
  readonly pageBreakBefore: boolean;
  /** The style and what it is based on, nearest first. */
  readonly chain: readonly number[];
}

/** The styles of a document, by their index (istd). */
export interface StyleSheet {
  paragraph(index: number): ParagraphStyle;
  character(index: number | null): CharacterStyle;
}

interface RawStyle {
  readonly base: number;
  readonly looks: Looks;
  readonly format: ParagraphFormat;
}

const plainLooks = readLooks([]);
const plainFormat = readParagraphFormat(0, []);
const paragraphKind = 1;
const characterKind = 2;
const tableKind = 3;

/** Reads the style sheet ([MS-DOC] 2.9.271, STSH); one that is missing has no styles. */
export function readStyleSheet(bytes: Uint8Array): StyleSheet {
  const styles = bytes.length < 6 ? [] : readStyles(viewBytes(bytes, 'style sheet'));
  const resolved = new Map<number, ParagraphStyle>();
  const resolveAt = (index: number): ParagraphStyle => {
    let style = resolved.get(index);
    if (!style) {
      style = resolve(styles, index);
      resolved.set(index, style);
    }
    return style;
  };
  return { paragraph: resolveAt, character: (index) => resolveAt(index ?? -1) };
}

function readStyles(view: ByteView): (RawStyle | null)[] {
  const headerLength = view.u16(0);
  const count = view.u16(2);
  const baseLength = view.u16(4);
  const styles: (RawStyle | null)[] = [];
  let at = 2 + headerLength;
  for (let i = 0; i < count && at + 2 <= view.length; i++) {
    const length = view.u16(at);
    if (at + 2 + length > view.length) break;
    styles.push(
      length < 10 ? null : readStyle(viewBytes(view.slice(at + 2, length), 'style'), baseLength),
    );
    at += 2 + length + (length % 2);
  }
  return styles;
}

/** [MS-DOC] 2.9.260, STD: fixed numbers, the name, then the formatting, each part at an even place. */
function readStyle(style: ByteView, baseLength: number): RawStyle {
  const kind = style.u16(2) & 0xf;
  const base = style.u16(2) >> 4;
  const parts = readParts(style, baseLength, style.u16(4) & 0xf);
  const kinds: Readonly<Record<number, readonly [number, number]>> = {
    [paragraphKind]: [0, 1],
    [characterKind]: [-1, 0],
    [tableKind]: [1, 2],
  };
  const [paragraphPart, characterPart] = kinds[kind] ?? [-1, -1];
  const paragraph = parts[paragraphPart];
  const characters = parts[characterPart];
  return {
    base,
    looks: characters ? readLooks(readSprms(characters)) : plainLooks,
    format: paragraph ? readParagraphFormat(0, readSprms(paragraph.subarray(2))) : plainFormat,
  };
}

function readParts(style: ByteView, baseLength: number, count: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  if (baseLength + 2 > style.length) return parts;
  let at = baseLength + 2 + style.u16(baseLength) * 2 + 2;
  for (let i = 0; i < count; i++) {
    at += at % 2;
    if (at + 2 > style.length) break;
    const length = Math.min(style.u16(at), style.length - at - 2);
    parts.push(style.slice(at + 2, length));
    at += 2 + length;
  }
  return parts;
}

function resolve(styles: readonly (RawStyle | null)[], index: number): ParagraphStyle {
  const chain: number[] = [];
  const raw: RawStyle[] = [];
  let at = index;
  let style = styles[at];
  while (style && !chain.includes(at)) {
    chain.push(at);
    raw.push(style);
    at = style.base;
    style = styles[at];
  }
  const look = <K extends keyof Looks>(key: K): Looks[K] | undefined =>
    raw.find(({ looks }) => looks[key] !== null)?.looks[key];
  const format = <K extends keyof ParagraphFormat>(key: K): ParagraphFormat[K] | undefined =>
    raw.find((one) => one.format[key] !== null)?.format[key];
  return {
    hidden: look('hidden') === true,
    struck: look('struck') === true,
    doubleStruck: look('doubleStruck') ?? null,
    script: look('script') ?? null,
    list: format('list') ?? null,
    level: format('level') ?? null,
    pageBreakBefore: format('pageBreakBefore') ?? false,
    chain,
  };
}
