import type { Box } from '../../schemas/document.ts';
import type { Glyph } from '../drawn-page.ts';

/** Side of a bucket, in points: a few characters. */
const side = 48;
/** Pages are not larger; what lies beyond falls into the outermost buckets. */
const most = 512;

/** Glyphs by where they stand, so that a small table need not look at a whole page. */
export interface GlyphBuckets {
  readonly glyphs: readonly Glyph[];
  /** Places in `glyphs`. */
  readonly buckets: ReadonlyMap<number, readonly number[]>;
}

export function bucketGlyphs(glyphs: readonly Glyph[]): GlyphBuckets {
  const buckets = new Map<number, number[]>();
  glyphs.forEach((glyph, index) => {
    const key = keyOf(bucketAt((glyph.x0 + glyph.x1) / 2), bucketAt((glyph.y0 + glyph.y1) / 2));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  });
  return { glyphs, buckets };
}

/** The glyphs in a box and up to two buckets around it, but for those `taken`, in drawing order. */
export function glyphsNear(
  { glyphs, buckets }: GlyphBuckets,
  box: Box,
  taken: ReadonlySet<Glyph>,
): Glyph[] {
  const found: number[] = [];
  for (let x = bucketAt(box.x0) - 1; x <= bucketAt(box.x1) + 1; x++) {
    for (let y = bucketAt(box.y0) - 1; y <= bucketAt(box.y1) + 1; y++) {
      for (const index of buckets.get(keyOf(x, y)) ?? []) found.push(index);
    }
  }
  return found
    .sort((a, b) => a - b)
    .flatMap((index) => glyphs[index] ?? [])
    .filter((glyph) => !taken.has(glyph));
}

function bucketAt(position: number): number {
  const bucket = Math.floor(position / side);
  return Number.isFinite(bucket) ? Math.min(most, Math.max(0, bucket)) : 0;
}

function keyOf(x: number, y: number): number {
  return (y + 1) * (most + 3) + x + 1;
}
