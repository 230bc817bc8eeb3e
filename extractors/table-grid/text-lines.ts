import type { Glyph } from '../drawn-page.ts';
import { glyphLines } from './glyph-lines.ts';
import { spacedText } from './spaced-text.ts';

/** What a reader sees as one line. Box in points. */
export interface TextLine {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The size most of its glyphs have. */
  readonly size: number;
  /** From left to right, white space included. */
  readonly glyphs: readonly Glyph[];
}

/**
 * Glyphs grouped into visual lines, from top to bottom, with a space where a reader sees one. Give
 * it distinctGlyphs: a glyph drawn twice would stand twice. A line of white space alone is none.
 */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  return glyphLines(glyphs)
    .map(lineOf)
    .filter(({ text }) => text !== '');
}

/** Glyphs of one line, from left to right, as a TextLine. */
export function lineOf(glyphs: readonly Glyph[]): TextLine {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of inked) {
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
  }
  const sizes = inked.map(({ size }) => size).sort((a, b) => a - b);
  return { text: spacedText(glyphs), x0, y0, x1, y1, size: sizes[sizes.length >> 1] ?? 0, glyphs };
}
