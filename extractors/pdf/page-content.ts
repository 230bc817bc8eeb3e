import type { Fill, Segment } from '../drawn-page.ts';
import type { InkedGlyph } from '../inked-glyph.ts';
import type { Area } from '../matrix.ts';
import type { Round } from '../seal-round.ts';
import type { Covers } from './covers.ts';
import type { FontFace } from './graphics-state.ts';

/** Where a glyph's own "to the right" points on the page; null where it points between. */
export type Heading = 'right' | 'down' | 'left' | 'up' | null;

/** A glyph as drawn, before the page is looked at as a whole. */
export interface PaintedGlyph extends InkedGlyph {
  /** The source's text where a symbol stands instead. */
  readonly instead: string | null;
  readonly heading: Heading;
  /** Within marked content that its author calls no part of the text: ISO 32000-1, 14.8.2.2. */
  readonly artifact: boolean;
  readonly font: FontFace;
  /** Drawn by a field of a form. */
  readonly inField: boolean;
  /** The font says which character it is. */
  readonly known: boolean;
  /** Its text can't be what the page shows. */
  unreadable: boolean;
  /** Its turn among everything painted on the page. */
  readonly order: number;
}

/** What a page's operators draw; lengths in points from the top left corner, y downwards. */
export interface PageContent {
  readonly glyphs: PaintedGlyph[];
  readonly segments: Segment[];
  /** Lines of annotations: they rule nothing. */
  readonly notes: Segment[];
  readonly covers: Covers;
  /** Filled rectangles thicker than a ruling, those that let the ground shine through as well. */
  readonly fills: Fill[];
  readonly rounds: Round[];
  /** Where images stand; what they show is not looked at. */
  readonly images: (Area & { readonly order: number })[];
  /** Strings shown in fonts that can't be read, and strings in all. */
  lostStrings: number;
  strings: number;
}
