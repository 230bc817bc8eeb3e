import type { LeftoverReason } from '../../schemas/codes.ts';
import { markSeals } from '../seal-text.ts';
import { markTiledText } from '../tiled-text.ts';
import { type Covers, topCover } from './covers.ts';
import { markOvertyped } from './overtyped.ts';
import type { PageContent, PaintedGlyph } from './page-content.ts';

/** The top and the bottom of a page where headers and footers stand. */
const margin = 0.12;

/** Glyphs larger than this, and light or lying across, are a watermark's. */
const watermarkSize = 20;

/** Says of every glyph of a page whether it is part of its text; see PaintedGlyph.aside. */
export function markAsides(content: PageContent, height: number): void {
  const body = ruledBand(content);
  markOvertyped(content);
  markSeals(content.glyphs, content.rounds);
  markTiledText(content.glyphs);
  for (const glyph of content.glyphs) {
    glyph.aside ??= isCovered(glyph, content.covers)
      ? 'hidden'
      : isWatermark(glyph)
        ? 'watermark'
        : marginal(glyph, height, body);
  }
}

function isCovered(glyph: PaintedGlyph, covers: Covers): boolean {
  const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
  return topCover(covers, x, y, ({ opaque, order }) => opaque && order > glyph.order) !== undefined;
}

/** Large and pale, or lying across the page: no text is set so. */
function isWatermark({ heading, size, lightness, alpha }: PaintedGlyph): boolean {
  const pale = lightness > 0.55 || alpha < 0.6;
  if (heading === null) return size >= watermarkSize || pale;
  return pale && size >= 2 * watermarkSize;
}

/** Text its author keeps out of the document's, in the margin and outside every table. */
function marginal(
  glyph: PaintedGlyph,
  height: number,
  body: { readonly top: number; readonly bottom: number },
): LeftoverReason | null {
  if (!glyph.artifact || glyph.heading !== 'right') return null;
  if (glyph.y1 < margin * height && glyph.y1 <= body.top) return 'header';
  if (glyph.y0 > (1 - margin) * height && glyph.y0 >= body.bottom) return 'footer';
  return null;
}

/** From the highest to the lowest upright ruling: a repeated table header is an artifact too. */
function ruledBand({ segments }: PageContent): { top: number; bottom: number } {
  let [top, bottom] = [Infinity, -Infinity];
  for (const { y0, y1 } of segments) {
    if (Math.abs(y1 - y0) < 4) continue;
    top = Math.min(top, y0, y1);
    bottom = Math.max(bottom, y0, y1);
  }
  return { top, bottom };
}
