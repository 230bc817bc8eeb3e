/**
 * Widths of characters, in em, as Chinese fonts set them. OFD states the steps between characters;
 * these serve for the last of a run and where no step is given.
 */

/** Half an em in SimSun and its like: Latin, Greek, Cyrillic, half-width forms. */
const narrow =
  /^[\u0020-\u00a6\u00a9-\u00af\u00b2-\u00d6\u00d8-\u00f6\u00f8-\u02ff\uff61-\uffdc\uffe8-\uffee]/;

const capital = /^[A-Z&@%mw]/;

/** The usual width. */
export function advanceOf(character: string): number {
  return narrow.test(character) ? 0.5 : 1;
}

/** The greatest width that a font gives the character (Verdana's digits); what is more is a gap. */
export function widestAdvanceOf(character: string): number {
  if (!narrow.test(character)) return 1.05;
  return capital.test(character) ? 0.95 : 0.66;
}
