import type { LeftoverReason } from '../../schemas/codes.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Fill, Segment } from '../drawn-page.ts';
import type { InkedGlyph } from '../inked-glyph.ts';
import type { Area, Matrix } from '../matrix.ts';
import type { Round } from '../seal-round.ts';
import type { Clip } from './clips.ts';
import type { Cover } from './covered-glyphs.ts';
import type { Resources } from './resources.ts';

/** What one page shows so far, in points. */
export interface Canvas {
  readonly glyphs: InkedGlyph[];
  readonly segments: Segment[];
  /** Rectangles filled with a colour, too thick to be lines. */
  readonly fills: Fill[];
  /** Lines that annotations lay over text to cross it out. */
  readonly strikes: Segment[];
  /** Glyphs of the page's text by the quarter turns they stand at, clockwise. */
  readonly turned: [number, number, number, number];
  readonly covers: Cover[];
  readonly rounds: Round[];
  /** What images cover. */
  readonly images: Area[];
  /** Composite units that are drawn and not there. */
  missing: number;
}

/** Where and how things are drawn. */
export interface Pen {
  readonly canvas: Canvas;
  readonly resources: Resources;
  readonly allowance: Allowance;
  /** From the space of what is drawn to the page, in points. */
  readonly matrix: Matrix;
  readonly lineWidth: number | null;
  /** The drawing parameters that hold, by their ID. */
  readonly drawParam: string | undefined;
  /** 0 to 1. */
  readonly opacity: number;
  /** Set where what is drawn is no part of the page's text. */
  readonly aside: LeftoverReason | null;
  /** A clipping path or a pattern: no line of it is a line of the page. */
  readonly unlined: boolean;
  /** What cuts off what is drawn, on the page. */
  readonly clips: readonly Clip[];
  /** Composite units and templates around this. */
  readonly depth: number;
}

/** What the drawing of a whole document may still cost. */
export interface Allowance {
  left: number;
}

export function emptyCanvas(): Canvas {
  return {
    glyphs: [],
    segments: [],
    fills: [],
    strikes: [],
    covers: [],
    rounds: [],
    turned: [0, 0, 0, 0],
    images: [],
    missing: 0,
  };
}

/** @throws IngestError archive_too_large where a document draws more than its limits allow */
export function spend(allowance: Allowance, cost: number): void {
  allowance.left -= cost;
  if (allowance.left < 0) {
    throw new IngestError('archive_too_large', 'the pages draw more elements than allowed');
  }
}

const deepest = 32;

/**
 * A pen for what stands inside a unit or template; ends what leads back to itself.
 *
 * @throws IngestError document_too_deep
 */
export function penWithin(pen: Pen, change: Partial<Pen>): Pen {
  if (pen.depth >= deepest) {
    throw new IngestError('document_too_deep', `drawings nest deeper than ${deepest}`);
  }
  return { ...pen, ...change, depth: pen.depth + 1 };
}
