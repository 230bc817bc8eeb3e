import type { LeftoverReason } from '../schemas/codes.ts';

/**
 * A page as its format draws it: what PDF, OFD and scans have in common, and what page-layout.ts
 * makes blocks of. All lengths in points (1/72 inch), from the top left corner of the page as a
 * reader holds it: rotation is already applied, y grows downwards.
 */
export interface DrawnPage {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly segments: readonly Segment[];
  /** Upright rectangles filled with a colour, too thick to be a ruling; in the order of drawing. */
  readonly fills?: readonly Fill[];
}

/** A filled rectangle: a cell's background, a highlight, a box. */
export interface Fill {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** As white as the paper: seen only on a coloured ground. */
  readonly white: boolean;
}

/**
 * A character as drawn, or a few that one glyph shows (a ligature). In the order of drawing. White
 * space may be given or not: layout goes by the boxes.
 */
export interface Glyph {
  readonly text: string;
  /** The advance box: from pen to pen, and from the font's descent to its ascent. */
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Height of the em square: the font size on the page. */
  readonly size: number;
  readonly bold?: boolean;
  /** 0 to 1; 1, which is left out, for digital text. */
  readonly confidence?: number;
  /** Set where it is no part of the page's text: hidden, a watermark, a seal. */
  readonly aside?: LeftoverReason;
  /** Set where a clip or the page's edge leaves next to nothing of it. */
  readonly clipped?: boolean;
}

/**
 * A piece of a ruling: a stroked line, a side of a rectangle, a filled bar as thin as a line. Given
 * by its centre line; nearly horizontal or nearly vertical. Pieces may overlap, repeat, leave gaps.
 */
export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Thickness. */
  readonly width: number;
}
