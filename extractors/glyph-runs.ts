import type { Glyph } from './drawn-page.ts';

/** A higher glyph is no text of a page. */
const highest = 96;

/** Characters drawn one after the other along a line; blanks end nothing. */
export function glyphRuns<T extends Glyph>(
  glyphs: readonly T[],
  accepts: (glyph: T) => boolean,
): T[][] {
  const runs: T[][] = [];
  let last: T | undefined;
  for (const glyph of glyphs) {
    if (!accepts(glyph) || !(glyph.y1 - glyph.y0 <= highest)) continue;
    const step = last ? glyph.x0 - last.x1 : Infinity;
    const follows =
      last !== undefined &&
      Math.abs(glyph.y1 - last.y1) < 0.05 * last.size &&
      step > -0.3 * last.size &&
      step < last.size;
    if (follows) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs;
}
