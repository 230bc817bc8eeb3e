import { overlap, stripsOf } from '../glyph-strips.ts';
import { type Cover, topCover } from './covers.ts';
import type { PageContent, PaintedGlyph } from './page-content.ts';

/** Two characters that share as much can't both be read. */
const illegible = 0.3;

/**
 * Marks text under a picture on which other text stands in the same place: an editor of PDF corrects
 * a figure so. What a picture shows is not looked at, but no one writes on what is still to be seen.
 */
export function markOvertyped({ glyphs, covers, images }: PageContent): void {
  if (images.length === 0) return;
  const under = new Map<Cover, PaintedGlyph[]>();
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
    const isOver = ({ opaque, order }: Cover): boolean => !opaque && order > glyph.order;
    const cover = topCover(covers, x, y, isOver);
    if (!cover) continue;
    const there = under.get(cover);
    if (there) there.push(glyph);
    else under.set(cover, [glyph]);
  }
  if (under.size === 0) return;
  const near = stripsOf(glyphs.filter(({ aside }) => !aside));
  for (const [cover, covered] of under) {
    const written = covered.some((glyph) =>
      near(glyph).some((other) => other.order > cover.order && overlap(glyph, other) > illegible),
    );
    if (written) for (const glyph of covered) glyph.aside ??= 'hidden';
  }
}
