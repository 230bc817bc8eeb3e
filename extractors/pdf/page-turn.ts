import type { DrawnPage, Segment } from '../drawn-page.ts';
import { plainGlyph } from '../inked-glyph.ts';
import type { Area } from '../matrix.ts';
import type { Heading, PaintedGlyph } from './page-content.ts';
import type { ReadPage } from './read-page.ts';

/** The share of a page's glyphs that must head one way for the page to be turned. */
const most = 0.6;

/**
 * A page as a reader holds it: turned so that most of its text stands upright, as one turns the
 * paper for a landscape table printed sideways.
 */
export function turnUpright(page: number, { width, height, content }: ReadPage): DrawnPage {
  const turn = turns[headingOf(content.glyphs) ?? 'right'];
  const sideways = turn(width, height, { x0: 0, y0: 0, x1: width, y1: 0 });
  const lies = sideways.x0 === sideways.x1;
  return {
    page,
    width: lies ? height : width,
    height: lies ? width : height,
    glyphs: content.glyphs.map((glyph) => plainGlyph(glyph, turn(width, height, glyph))),
    segments: content.segments.map((segment): Segment => {
      return { ...turn(width, height, segment), width: segment.width };
    }),
    fills: content.fills.map((fill) => ({ ...turn(width, height, fill), white: fill.white })),
  };
}

/** Where most of the text heads, null where no direction prevails. */
export function headingOf(glyphs: readonly PaintedGlyph[]): Heading {
  const counts = new Map<Heading, number>();
  let all = 0;
  for (const { heading, aside } of glyphs) {
    if (aside === 'watermark' || heading === null) continue;
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
    all++;
  }
  for (const [heading, count] of counts) if (count > most * all) return heading;
  return null;
}

type Turn = (width: number, height: number, area: Area) => Area;

/** By where the text heads before; width and height are those of the page before. */
const turns: Readonly<Record<NonNullable<Heading>, Turn>> = {
  right: (_width, _height, { x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }),
  down: (width, _height, { x0, y0, x1, y1 }) => ({
    x0: y0,
    y0: width - x1,
    x1: y1,
    y1: width - x0,
  }),
  left: (width, height, { x0, y0, x1, y1 }) => ({
    x0: width - x1,
    y0: height - y1,
    x1: width - x0,
    y1: height - y0,
  }),
  up: (_width, height, { x0, y0, x1, y1 }) => ({
    x0: height - y1,
    y0: x0,
    x1: height - y0,
    y1: x1,
  }),
};
