import type { Glyph } from '../drawn-page.ts';
import type { Script } from '../flow/script-digits.ts';

/** A note mark or an exponent is smaller than its text by this factor … */
const smaller = 0.85;
/** … and stands so far above or below its base line, in ems of the text. */
const shifted = 0.15;
/** Below its base line a font reaches about so far, in ems. */
const descent = 0.2;

/**
 * Where each glyph of a line stands to the text it belongs to: the ordinary glyph before it, or the
 * one after it where the line begins with it. Recognised text has no sizes to go by.
 */
export function scriptsOf(glyphs: readonly Glyph[]): (Script | null)[] {
  const scripts: (Script | null)[] = [];
  let base: Glyph | undefined;
  for (const [i, glyph] of glyphs.entries()) {
    const text = base ?? larger(glyphs, i);
    const script = text ? scriptTo(text, glyph) : null;
    if (script === null && glyph.text.trim() !== '') base = glyph;
    scripts.push(script);
  }
  return scripts;
}

/** Line ends are looked at no further than this for what a mark at the beginning belongs to. */
const longestMark = 4;

function larger(glyphs: readonly Glyph[], i: number): Glyph | undefined {
  const { size } = glyphs[i] ?? { size: 0 };
  return glyphs
    .slice(i + 1, i + 1 + longestMark)
    .find((other) => other.text.trim() !== '' && size < smaller * other.size);
}

function scriptTo(text: Glyph, glyph: Glyph): Script | null {
  if (glyph.confidence !== undefined || glyph.text.trim() === '') return null;
  if (!(glyph.size < smaller * text.size)) return null;
  const down = baseline(glyph) - baseline(text);
  if (Math.abs(down) <= shifted * text.size) return null;
  return down < 0 ? 'superscript' : 'subscript';
}

function baseline({ y1, size }: Glyph): number {
  return y1 - descent * size;
}
