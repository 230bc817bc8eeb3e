import type { Glyph } from '../drawn-page.ts';

/** A second drawing lies within this share of the em, and of the glyph's own width: "ll" is two. */
const shareOfEm = 0.3;
const shareOfWidth = 0.5;
/** In points: no glyph so small can be seen, none lies so far. Buckets are counted up to there. */
const smallestReach = 1e-3;
const farthest = 1e6;
/** Sizes of both drawings differ by less than this factor. */
const sameSize = 1.1;

/**
 * Glyphs drawn twice at one place (a false bold, a shadow) count once. The first drawn is kept;
 * the others are `duplicates`, which the caller has to account for.
 */
export function distinctGlyphs(glyphs: readonly Glyph[]): {
  readonly distinct: readonly Glyph[];
  readonly duplicates: readonly Glyph[];
} {
  const distinct: Glyph[] = [];
  const duplicates: Glyph[] = [];
  const seen = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() !== '' && isDrawnAgain(glyph, seen)) duplicates.push(glyph);
    else distinct.push(glyph);
  }
  return { distinct, duplicates };
}

/** Looks among equal glyphs nearby, in buckets as large as the distance asked for. */
function isDrawnAgain(glyph: Glyph, seen: Map<string, Glyph[]>): boolean {
  const reach = reachOf(glyph);
  if (!(reach > smallestReach) || !(Math.abs(glyph.x0) + Math.abs(glyph.y0) < farthest))
    return false;
  const bucket = 2 ** Math.ceil(Math.log2(reach));
  const column = Math.floor(glyph.x0 / bucket);
  const row = Math.floor(glyph.y0 / bucket);
  const key = (c: number, r: number): string => `${glyph.text}\n${bucket}\n${c}\n${r}`;
  for (let c = column - 1; c <= column + 1; c += 1) {
    for (let r = row - 1; r <= row + 1; r += 1) {
      if (seen.get(key(c, r))?.some((other) => isSame(glyph, other, reach))) return true;
    }
  }
  const own = key(column, row);
  const same = seen.get(own);
  if (same) same.push(glyph);
  else seen.set(own, [glyph]);
  return false;
}

function reachOf({ size, x0, x1, y0, y1 }: Glyph): number {
  return Math.min(shareOfEm * size, shareOfWidth * Math.min(x1 - x0, y1 - y0));
}

function isSame(a: Glyph, b: Glyph, reach: number): boolean {
  return (
    Math.abs(a.x0 - b.x0) < reach &&
    Math.abs(a.y0 - b.y0) < reach &&
    a.size < sameSize * b.size &&
    b.size < sameSize * a.size
  );
}
