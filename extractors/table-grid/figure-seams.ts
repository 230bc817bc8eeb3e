import type { Glyph } from '../drawn-page.ts';

/** Two figures may be as near as this, in ems: less than a space, for they fill their columns … */
const apart = 0.12;
/** … where the digits of each follow each other without any gap. */
const seamless = 0.03;
const fewestGapless = 2;
const figureMark = /^[\d.,%％‰]+$/;
const endsFigure = /[\d%％‰]$/;

/**
 * The digits of a line, given from left to right, that begin another figure close to the one before
 * them: a column aligned to the right and one aligned to the left may all but touch.
 */
export function figureSeams(glyphs: readonly Glyph[]): Set<Glyph> {
  const seams = new Set<Glyph>();
  let run: Glyph[] = [];
  const close = (): void => {
    for (const glyph of seamsOf(run)) seams.add(glyph);
    run = [];
  };
  for (const glyph of glyphs) {
    if (!figureMark.test(glyph.text)) close();
    else run.push(glyph);
  }
  close();
  return seams;
}

function seamsOf(run: readonly Glyph[]): Glyph[] {
  const found: Glyph[] = [];
  let gapless = 0;
  for (const [i, glyph] of run.entries()) {
    const before = run[i - 1];
    if (!before) continue;
    const gap = (glyph.x0 - before.x1) / Math.max(before.size, glyph.size);
    if (gap > apart) {
      if (/^\d/.test(glyph.text) && endsFigure.test(before.text)) found.push(glyph);
    } else if (Math.abs(gap) > seamless) return [];
    else gapless += 1;
  }
  // Digits set apart one by one have none among them that touch.
  return gapless >= fewestGapless ? found : [];
}
