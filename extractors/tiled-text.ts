import { overlap, stripsOf } from './glyph-strips.ts';
import { type InkedGlyph, paleness } from './inked-glyph.ts';

/** A text as pale that stands level may still be the page's own. */
const pale = 0.55;

/** As often on one page, and over other text: no text of its own is set so. */
const often = 3;

/** Marks pale text that is laid over the page again and again, whatever lies below. */
export function markTiledText(glyphs: readonly InkedGlyph[]): void {
  const tiles = new Map<string, InkedGlyph[][]>();
  for (const run of paleRuns(glyphs)) {
    const text = run.map((glyph) => glyph.text).join('');
    const alike = tiles.get(text);
    if (alike) alike.push(run);
    else tiles.set(text, [run]);
  }
  if (tiles.size === 0) return;
  const near = stripsOf(glyphs.filter((glyph) => !glyph.aside && paleness(glyph) <= pale));
  for (const runs of tiles.values()) {
    if (runs.length < often) continue;
    const covers = runs
      .flat()
      .some((glyph) => near(glyph).some((other) => overlap(glyph, other) > 0.1));
    if (covers) for (const glyph of runs.flat()) glyph.aside = 'watermark';
  }
}

/** Pale characters that follow each other on one line. */
function paleRuns(glyphs: readonly InkedGlyph[]): InkedGlyph[][] {
  const runs: InkedGlyph[][] = [];
  let last: InkedGlyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.aside || paleness(glyph) <= pale) {
      last = undefined;
      continue;
    }
    const follows =
      last !== undefined &&
      Math.abs(glyph.y1 - last.y1) < 0.2 * glyph.size &&
      Math.abs(glyph.x0 - last.x1) < glyph.size;
    if (follows) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs;
}
