import type { Area } from '../matrix.ts';

/** An opaque area, and how many glyphs of its page were drawn before it. */
export interface Cover {
  readonly area: Area;
  readonly over: number;
}

/** Covers are looked up by strips of the page this high, in points. */
const strip = 16;

/** No page is higher, in strips: what reaches beyond is cut off there. */
const lastStrip = 1_000;

/** Of more covers the last are looked at: what an editor paints over comes after all else. */
const mostCovers = 500;

/**
 * Which glyphs nobody sees, because something was painted over them: an editor that replaces a
 * figure paints the old one over and leaves it in the file.
 */
export function coveredGlyphs<T extends Area>(
  glyphs: readonly T[],
  covers: readonly Cover[],
): Set<T> {
  const byStrip = sortByStrip(covers.filter(({ over }) => over > 0).slice(-mostCovers));
  const covered = new Set<T>();
  glyphs.forEach((glyph, at) => {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = (glyph.y0 + glyph.y1) / 2;
    const near = byStrip.get(stripOf(y)) ?? [];
    if (near.some(({ area, over }) => at < over && contains(area, x, y))) covered.add(glyph);
  });
  return covered;
}

function sortByStrip(covers: readonly Cover[]): ReadonlyMap<number, readonly Cover[]> {
  const byStrip = new Map<number, Cover[]>();
  for (const cover of covers) {
    const last = stripOf(cover.area.y1);
    for (let at = stripOf(cover.area.y0); at <= last; at++) push(byStrip, at, cover);
  }
  return byStrip;
}

function stripOf(y: number): number {
  return Math.min(lastStrip, Math.max(0, Math.floor(y / strip)));
}

function push(byStrip: Map<number, Cover[]>, at: number, cover: Cover): void {
  const there = byStrip.get(at);
  if (there) there.push(cover);
  else byStrip.set(at, [cover]);
}

function contains({ x0, y0, x1, y1 }: Area, x: number, y: number): boolean {
  return x0 <= x && x <= x1 && y0 <= y && y <= y1;
}
