import type { Glyph } from '../drawn-page.ts';
import { joinWrapped } from './join-lines.ts';

/** From one glyph to the next along a column, in ems: Chinese type 1, digits on their side 0.5. */
const shortestStep = 0.2;
const longestStep = 2.2;
/** A step as short as this leads along text lying on its side: lines are never so close. */
const lyingStep = 0.8;
/** Steps that lead along a column, of all; columns of two have one each, and one to the next. */
const fewestSteps = 0.5;
/** Hardly a glyph is followed by its neighbour on the same line. */
const mostAcross = 0.1;
const chinese = /\p{Script=Han}/u;

/**
 * Text written downwards, or lying on its side: its columns one after the other, as drawn. Undefined
 * if the glyphs, in the order of drawing, don't run so.
 */
export function verticalText(glyphs: readonly Glyph[]): string | undefined {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  if (inked.length < 3) return undefined;
  const pairs = inked.slice(1).map((after, i) => ({ before: inked[i] ?? after, after }));
  const steps = pairs.map(({ before, after }) => stepBetween(before, after));
  const down = steps.filter((step) => step !== undefined).length;
  const across = pairs.filter(({ before, after }) => areNeighbours(before, after)).length;
  if (down < fewestSteps * steps.length || across > mostAcross * steps.length) return undefined;
  if (!isTrustworthy(inked, steps)) return undefined;
  let column = '';
  let text = '';
  for (const [i, glyph] of inked.entries()) {
    if (i > 0 && steps[i - 1] === undefined) {
      text = joinWrapped(text, column);
      column = '';
    }
    column += glyph.text;
  }
  return joinWrapped(text, column);
}

/** Length of a step straight up or down, in ems; undefined if the next glyph stands elsewhere. */
function stepBetween(before: Glyph, after: Glyph): number | undefined {
  const size = (before.size + after.size) / 2;
  const across = Math.abs(before.x0 + before.x1 - after.x0 - after.x1) / 2;
  const step = Math.abs(before.y0 + before.y1 - after.y0 - after.y1) / 2 / size;
  return across < 0.35 * size && step >= shortestStep && step <= longestStep ? step : undefined;
}

/** Side by side, as in a line of ordinary writing. */
function areNeighbours(before: Glyph, after: Glyph): boolean {
  const size = (before.size + after.size) / 2;
  const shift = Math.abs(before.y0 + before.y1 - after.y0 - after.y1) / 2;
  return shift < 0.3 * size && after.x0 - before.x1 < 2 * size && after.x0 > before.x0;
}

/** Figures under each other are figures, each on its line, unless they lie on their side. */
function isTrustworthy(inked: readonly Glyph[], steps: readonly (number | undefined)[]): boolean {
  const han = inked.filter(({ text }) => chinese.test(text)).length;
  if (2 * han >= inked.length) return true;
  const lying = steps.filter((step) => step !== undefined && step < lyingStep).length;
  return lying >= fewestSteps * steps.length;
}
