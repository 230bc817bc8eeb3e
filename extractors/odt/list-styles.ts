import type { CountedLevel } from '../flow/list-counts.ts';
import { type Attributes, readInteger, type XmlHandler } from '../xml/xml-stream.ts';

/** The levels of a list style, from 0. */
export type ListStyle = ReadonlyMap<number, CountedLevel>;

/** The list styles of a document by name; the numbering of headings is called "". */
export type ListStyles = ReadonlyMap<string, ListStyle>;

interface RawLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly shown: number;
  readonly start: number;
  /** "%1%.%2%", as newer writers say the whole of it. */
  readonly pattern: string | undefined;
  readonly bullet: string | null;
  separator: CountedLevel['suffix'];
  font: string | null;
}

/** The list styles, and what reads those of a part (OpenDocument 1.3 part 3, 16.30 to 16.38). */
export interface ListStyleReader {
  readonly styles: ListStyles;
  handler(): XmlHandler;
}

export function createListStyleReader(): ListStyleReader {
  const styles = new Map<string, ListStyle>();
  return { styles, handler: () => listStyleHandler(styles) };
}

function listStyleHandler(styles: Map<string, ListStyle>): XmlHandler {
  let levels: Map<number, RawLevel> | null = null;
  let level: RawLevel | null = null;
  let called = '';
  return {
    open(name, attributes) {
      if (name === 'text:list-style' || name === 'text:outline-style') {
        levels = new Map();
        called = name === 'text:list-style' ? (attributes.get('style:name') ?? '?') : '';
      } else if (levels && /^text:(list|outline)-level-style/.test(name)) {
        level = openLevel(name, attributes);
        levels.set((readInteger(attributes.get('text:level')) ?? 1) - 1, level);
      } else if (level) readDetail(level, name, attributes);
    },
    text() {},
    close(name) {
      if (!levels) return;
      if (/^text:(list|outline)-level-style/.test(name)) level = null;
      else if (name === 'text:list-style' || name === 'text:outline-style') {
        styles.set(called, resolve(levels));
        levels = null;
      }
    },
  };
}

function openLevel(name: string, attributes: Attributes): RawLevel {
  const bullet = name.endsWith('bullet') ? (attributes.get('text:bullet-char') ?? '•') : null;
  return {
    format: attributes.get('style:num-format') ?? '',
    prefix: attributes.get('style:num-prefix') ?? '',
    suffix: attributes.get('style:num-suffix') ?? '',
    shown: readInteger(attributes.get('text:display-levels')) ?? 1,
    start: readInteger(attributes.get('text:start-value')) ?? 1,
    pattern: attributes.get('loext:num-list-format'),
    bullet,
    separator: 'tab',
    font: null,
  };
}

function readDetail(level: RawLevel, name: string, attributes: Attributes): void {
  if (name === 'style:text-properties') {
    level.font = attributes.get('style:font-name') ?? attributes.get('fo:font-family') ?? null;
  } else if (name === 'style:list-level-label-alignment') {
    const follows = attributes.get('text:label-followed-by');
    level.separator = follows === 'space' || follows === 'nothing' ? follows : 'tab';
  }
}

function resolve(levels: ReadonlyMap<number, RawLevel>): ListStyle {
  return new Map(
    [...levels].map(([number, level]) => [
      number,
      {
        start: level.start,
        format: level.bullet === null ? formatName(level.format) : 'bullet',
        text: level.bullet ?? labelOf(levels, level, number),
        suffix: level.separator,
        legal: false,
        restart: null,
        font: level.font,
      },
    ]),
  );
}

/** "（%1）", "%1.%2": what stands around the numbers of this level and of those shown with it. */
function labelOf(levels: ReadonlyMap<number, RawLevel>, level: RawLevel, number: number): string {
  const { pattern, prefix, suffix, shown } = level;
  if (pattern !== undefined) {
    const text = pattern.replace(/%(\d{1,2})%/g, (_, of: string) =>
      hasNumber(levels, Number(of) - 1) ? `%${of}` : '',
    );
    return level.format === '' && !/[^\s.]/.test(text) ? '' : text;
  }
  if (level.format === '') return '';
  const numbers: string[] = [];
  for (let of = Math.max(0, number - Math.min(shown, 9) + 1); of <= number; of++) {
    if (hasNumber(levels, of)) numbers.push(`%${of + 1}`);
  }
  return prefix + numbers.join('.') + suffix;
}

function hasNumber(levels: ReadonlyMap<number, RawLevel>, number: number): boolean {
  const level = levels.get(number);
  return level !== undefined && level.bullet === null && level.format !== '';
}

/** By the first numbers of it, which is how the format is called: "一, 二, 三, ...". */
const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  '01': 'decimalZero',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCountingThousand',
  〇: 'ideographDigital',
  壹: 'chineseLegalSimplified',
  壱: 'ideographLegalTraditional',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '１': 'decimalFullWidth',
  '①': 'decimalEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
  '⒈': 'decimalEnclosedFullstop',
  '㊀': 'ideographEnclosedCircle',
};

function formatName(format: string): string {
  if (format === '') return 'none';
  const [first = '', second] = format.split(/\s*[,，、]\s*/);
  if (first === '壹' && second === '貳') return 'ideographLegalTraditional';
  return formats[first] ?? 'decimal';
}
