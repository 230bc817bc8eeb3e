import type { Leftover } from '../../schemas/document.ts';
import type { DrawnPage, Glyph, Segment } from '../drawn-page.ts';

/** Farther than this from the page's corner, in points, there is no paper: a hundred A4 sheets. */
const farthest = 60_000;

/**
 * A page without what stands at no place on any paper: places that are no numbers, or so large that
 * reckoning with them would not end. Nobody sees such text; it is kept as a leftover.
 */
export function withoutUnplaced(page: DrawnPage): { page: DrawnPage; leftovers: Leftover[] } {
  const lost = page.glyphs.filter((glyph) => !isPlaced(glyph) || !(glyph.size > 0));
  const segments = page.segments.filter(isPlaced);
  if (lost.length === 0 && segments.length === page.segments.length) return { page, leftovers: [] };
  const gone = new Set(lost);
  const text = lost.map((glyph) => glyph.text).join('');
  return {
    page: { ...page, segments, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) },
    leftovers:
      text.trim() === ''
        ? []
        : [
            {
              page: page.page,
              location: `page ${page.page}, off every paper`,
              text,
              reason: 'hidden',
            },
          ],
  };
}

export function isPlaced({ x0, y0, x1, y1 }: Glyph | Segment): boolean {
  return [x0, y0, x1, y1].every((at) => Math.abs(at) <= farthest);
}
