import { type InkedGlyph, isSlanted } from './inked-glyph.ts';
import { contains } from './matrix.ts';
import type { Round } from './seal-round.ts';

/** Characters at as many angles stand on a curve. */
const fewest = 3;

/**
 * Marks the words of a stamp that is drawn and no picture: characters in the colour of a round about
 * them, or of one colour and drawn in one go, of which some stand around a curve. What stands level
 * in the midst of a stamp is a part of it.
 */
export function markSeals(glyphs: readonly InkedGlyph[], rounds: readonly Round[]): void {
  for (const glyph of rounds.length > 0 ? glyphs : []) {
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
    const around = rounds.some((round) => round.colour === glyph.colour && contains(round, x, y));
    if (around) glyph.aside ??= 'seal';
  }
  markCurved(glyphs);
}

function markCurved(glyphs: readonly InkedGlyph[]): void {
  let run: InkedGlyph[] = [];
  const end = (): void => {
    const slanted = run.filter(isSlanted);
    const angles = new Set(slanted.map(({ angle }) => angle));
    if (angles.size >= fewest) for (const glyph of sealOf(run, slanted)) glyph.aside ??= 'seal';
    run = [];
  };
  for (const glyph of glyphs) {
    if (run[0] && run[0].colour !== glyph.colour) end();
    run.push(glyph);
  }
  end();
}

/** Of text in the page's own colour, only what is slanted can be told apart. */
function sealOf(run: readonly InkedGlyph[], slanted: readonly InkedGlyph[]) {
  return run[0]?.colour === '#000000' ? slanted : run;
}
