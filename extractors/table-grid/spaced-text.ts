import type { Glyph } from '../drawn-page.ts';
import { type Script, setScript } from '../flow/script-digits.ts';
import { figureSeams } from './figure-seams.ts';
import { letterspaced } from './letterspaced.ts';
import { scriptsOf } from './raised-digits.ts';

/** Gaps that a reader sees as a space, in ems: between Latin letters and figures … */
const latinSpace = 0.25;
/** … where the source has a space there … */
const givenSpace = 0.08;
/** … or has one beside a Chinese character … */
const givenWideSpace = 0.3;
/** … between Chinese characters and others, which many typesetters put a little gap between … */
const mixedSpace = 0.6;
/** … and between Chinese characters, which titles and labels set wide: 合 计. */
const chineseSpace = 0.95;
/** Letters set apart on purpose are so by no more than this: 1 2 3 are three figures. */
const widestTracking = 0.2;

const wideCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Text of one line's glyphs, from left to right, with a space wherever a reader sees one. Raised
 * and lowered digits are written as such: a note mark makes no other figure of the one it marks.
 */
export function spacedText(glyphs: readonly Glyph[]): string {
  const tracking = trackingOf(glyphs);
  const scripts = scriptsOf(glyphs);
  const seams = figureSeams(glyphs);
  const joined = letterspaced(glyphs);
  let text = '';
  let mark = '';
  let last: Glyph | undefined;
  let script: Script | null = null;
  let blank = false;
  for (const [i, glyph] of glyphs.entries()) {
    if (glyph.text.trim() === '') {
      blank = true;
      continue;
    }
    const isParted = seams.has(glyph) || (last && isSpace(last, glyph, blank, tracking));
    const space = isParted && !joined.has(glyph) ? ' ' : '';
    if (space !== '' || scripts[i] !== script) {
      text += marked(mark, script, text) + space;
      mark = '';
    }
    mark += glyph.text;
    script = scripts[i] ?? null;
    last = glyph;
    blank = false;
  }
  return (text + marked(mark, script, text)).trim();
}

/** A mark before any text stands for itself, so it is set as if a word carried it. */
function marked(mark: string, script: Script | null, before: string): string {
  return setScript(mark, script, before === '' ? 'a' : before);
}

/** Whether a reader sees a space between two glyphs that follow each other in a line. */
function isSpace(before: Glyph, after: Glyph, blank: boolean, tracking: number): boolean {
  const gap = gapBetween(before, after);
  const [a, b] = [isWide(before, -1), isWide(after, 0)];
  if (blank && (a || b)) return gap > givenWideSpace;
  if (a && b) return gap > chineseSpace;
  if (a || b) return gap > mixedSpace;
  return gap > (blank ? givenSpace : latinSpace) + tracking;
}

/** In ems of both. */
function gapBetween(before: Glyph, after: Glyph): number {
  return (after.x0 - before.x1) / ((before.size + after.size) / 2);
}

/** A Chinese character or mark: by its script, or, for “ ” …, by being as wide as one. */
function isWide({ text, x0, x1, size }: Glyph, end: 0 | -1): boolean {
  const character = [...text].at(end) ?? '';
  return wideCharacter.test(character) || (/[“”‘’…—·]/.test(character) && x1 - x0 > 0.8 * size);
}

/** How far a line sets all its Latin letters apart, in ems: 0 as a rule. */
function trackingOf(glyphs: readonly Glyph[]): number {
  const gaps: number[] = [];
  for (const [i, after] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (!before || isWide(before, -1) || isWide(after, 0)) continue;
    if (before.text.trim() !== '' && after.text.trim() !== '') gaps.push(gapBetween(before, after));
  }
  gaps.sort((a, b) => a - b);
  const [least, middle] = [gaps[gaps.length >> 3], gaps[gaps.length >> 1]];
  if (gaps.length < 3 || least === undefined || middle === undefined) return 0;
  return least > 0 && middle <= widestTracking ? middle : 0;
}
