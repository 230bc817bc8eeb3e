import type { LeftoverReason } from '../schemas/codes.ts';
import type { Glyph } from './drawn-page.ts';
import type { Area } from './matrix.ts';

/** A character with how it is painted, before its page is looked at as a whole. */
export interface InkedGlyph extends Area {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Clockwise degrees from "to the right", whole ones. */
  readonly angle: number;
  /** "#rrggbb"; '' for a pattern and for nothing. */
  readonly colour: string;
  /** Of its darkest channel, 0 black to 1 white: yellow can be seen. */
  readonly lightness: number;
  readonly alpha: number;
  /** A clip leaves next to nothing of it, and nothing else hides it. */
  readonly clipped: boolean;
  aside: LeftoverReason | null;
}

/** Degrees off the axes from which on a character stands on no line of the page. */
const slant = 6;

export function isSlanted({ angle }: InkedGlyph): boolean {
  return Math.abs(angle - Math.round(angle / 90) * 90) >= slant;
}

/** How light it looks on white paper, what shows through included. */
export function paleness({ lightness, alpha }: InkedGlyph): number {
  return 1 - (1 - lightness) * Math.min(1, alpha);
}

/** As layout takes it; `area` where it stands on the page held upright. */
export function plainGlyph(glyph: InkedGlyph, { x0, y0, x1, y1 }: Area = glyph): Glyph {
  const { text, size, bold, aside, clipped } = glyph;
  const marks = { ...(bold && { bold }), ...(aside && { aside }), ...(clipped && { clipped }) };
  return { text, x0, y0, x1, y1, size, ...marks };
}
