import { squeeze } from '../../schemas/text.ts';
import { headingNouns, level1Headings } from '../../schemas/vocabulary/report-outline.ts';
import { readChineseNumber } from '../values/chinese-number.ts';

/** Numbering styles of Chinese official documents, by the depth each has by custom (GB/T 9704). */
const styles: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  {
    level: 1,
    pattern:
      /^(?:第([一二三四五六七八九十]{1,3})部分[、.．:：]?|([一二三四五六七八九十]{1,3})[、.．])/,
  },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[)）][、.．]?/ },
  { level: 3, pattern: /^(\d{1,2})[、.．]+(?!\d)/ },
  { level: 4, pattern: /^[（(](\d{1,2})[)）][、.．]?/ },
  { level: 5, pattern: /^([①②③④⑤⑥⑦⑧⑨⑩])/ },
];

/** A numbered line, taken apart. */
export interface Marker {
  /** As printed: 一、 （二） 3. */
  readonly raw: string;
  readonly ordinal: number;
  /** The depth its style has by custom. */
  readonly level: number;
  /** The line without it. */
  readonly rest: string;
}

/** The number a line begins with. @param automatic a number that Word printed before the text */
export function readMarker(text: string, automatic: string | null): Marker | undefined {
  const line = automatic === null ? text.trimStart() : `${automatic.trim()}`;
  for (const { level, pattern } of styles) {
    const match = pattern.exec(line);
    const digits = match?.[1] ?? match?.[2];
    if (!match || digits === undefined) continue;
    const ordinal = /^\d/.test(digits)
      ? Number(digits)
      : level === 5
        ? '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(digits) + 1
        : readChineseNumber(digits);
    if (ordinal === undefined) continue;
    const rest = automatic === null ? line.slice(match[0].length) : text;
    return { raw: automatic === null ? match[0] : line, ordinal, level, rest: rest.trim() };
  }
  return undefined;
}

/** A heading, and the body that is joined to it on the same line. */
export interface HeadingText {
  readonly heading: string;
  readonly body: string;
}

const longestHeading = 40;
const figureInText = /\d+(?:\.\d+)?\s*(?:万元|元|%|％|人|个|户|件|次|亩|万)/;

/**
 * Whether a numbered line is a heading rather than a sentence of the body. Sentences end with a full
 * stop, hold commas or figures; a heading closed by a full stop ends with one of its usual nouns.
 */
export function readHeadingText(marker: Marker): HeadingText | undefined {
  const text = squeeze(marker.rest);
  // 第二部分是…: a sentence about a part.
  if (text === '' || /^[是为]/.test(text)) return undefined;
  const stop = text.indexOf('。');
  if (stop < 0) {
    const figures = marker.level <= 2 ? /[，,].*\d/ : figureInText;
    const plain = text.length <= longestHeading && !/[；;]$/.test(text) && !figures.test(text);
    return plain && (marker.level >= 3 || !/[，,].*[，,]/.test(text))
      ? { heading: marker.rest, body: '' }
      : undefined;
  }
  const first = text.slice(0, stop);
  if (first.length > 30 || figureInText.test(first)) return undefined;
  const closed = headingNouns.test(first) && !/[，,]/.test(first);
  const joined = text.length > stop + 1;
  if (!closed && !(joined && marker.level >= 2 && first.length >= 4 && text.length > stop + 12))
    return undefined;
  const cut = marker.rest.indexOf('。') + 1;
  return { heading: marker.rest.slice(0, cut), body: marker.rest.slice(cut).trim() };
}

/** A line that is one of the reports' usual level-1 headings, its number lost on the way. */
export function isKnownHeading(text: string): boolean {
  const line = squeeze(text).replace(/[:：]$/, '');
  return (
    line.length <= 24 &&
    !/[。，,；;\d]/.test(line) &&
    level1Headings.some((known) => known.test(line))
  );
}

/** The depth of a heading among those before it; broken numbering is placed where it goes on. */
export class Outline {
  private readonly last: number[] = [];

  place(marker: Marker, heading: string): number {
    const level = this.levelOf(marker, heading);
    this.last.length = level;
    this.last[level] = marker.ordinal;
    return level;
  }

  private levelOf(marker: Marker, heading: string): number {
    const { level, ordinal } = marker;
    if (level <= 2) return level;
    const title = squeeze(heading).replace(/[。.:：]+$/, '');
    if (
      level === 3 &&
      level1Headings.some((known) => known.test(title)) &&
      !this.goesOn(3, ordinal)
    )
      return 1;
    if (this.goesOn(level, ordinal)) return level;
    if (level === 3 && this.goesOn(1, ordinal) && ordinal > 1 && /[、]/.test(marker.raw)) return 1;
    if (level === 4 && this.goesOn(2, ordinal) && ordinal > 1) return 2;
    return level;
  }

  private goesOn(level: number, ordinal: number): boolean {
    const last = this.last[level];
    return last !== undefined && last + 1 === ordinal;
  }
}
