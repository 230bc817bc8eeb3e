import type { Glyph } from '../drawn-page.ts';

/** A second drawing lies within this share of the em, and of the glyph's own width: "ll" is two. */
const shareOfEm = 0.3;
const shareOfWidth = 0.5;
/** In points: no glyph so small can be seen, none lies so far. Buckets are counted up to there. */
const smallestReach = 1e-3;
const farthest = 1e6;
/** Sizes of both drawings differ by less than this factor. */
const sameSize = 1.1;
/** Glyphs of a string drawn again are all moved alike, but for so much of the em. */
const sameShift = 0.02;

/**
 * Glyphs drawn twice at one place (a false bold, a shadow) count once. The first drawn is kept;
 * the others are `duplicates`, which the caller has to account for.
 */
export function distinctGlyphs(glyphs: readonly Glyph[]): {
  readonly distinct: readonly Glyph[];
  readonly duplicates: readonly Glyph[];
} {
  const seen = new Map<string, Seen[]>();
  // For each glyph that is drawn again, the index of the one drawn first.
  const firsts = glyphs.map((glyph, index) =>
    glyph.text.trim() === '' ? undefined : drawnBefore({ glyph, index }, seen),
  );
  for (let i = 1; i < glyphs.length; i += 1) continueDouble(glyphs, firsts, i, i - 1);
  for (let i = glyphs.length - 2; i >= 0; i -= 1) continueDouble(glyphs, firsts, i, i + 1);
  return {
    distinct: glyphs.filter((_, i) => firsts[i] === undefined),
    duplicates: glyphs.filter((_, i) => firsts[i] !== undefined),
  };
}

interface Seen {
  readonly glyph: Glyph;
  readonly index: number;
}

/**
 * A comma is too narrow to tell by itself: beside a glyph that is drawn again it is drawn again too,
 * if it lies just as far from the one beside the first.
 */
function continueDouble(
  glyphs: readonly Glyph[],
  firsts: (number | undefined)[],
  i: number,
  beside: number,
): void {
  const first = firsts[beside];
  const [glyph, neighbour] = [glyphs[i], glyphs[beside]];
  if (firsts[i] !== undefined || first === undefined || !glyph || !neighbour) return;
  const index = first + i - beside;
  const [original, other] = [glyphs[first], glyphs[index]];
  if (!original || !other || index >= i || firsts[index] !== undefined) return;
  if (glyph.text.trim() === '' || other.text !== glyph.text) return;
  const right = glyph.x0 - other.x0 - (neighbour.x0 - original.x0);
  const down = glyph.y0 - other.y0 - (neighbour.y0 - original.y0);
  const near = sameShift * glyph.size;
  if (Math.abs(right) < near && Math.abs(down) < near) firsts[i] = index;
}

/** Looks among equal glyphs nearby, in buckets as large as the distance asked for. */
function drawnBefore(one: Seen, seen: Map<string, Seen[]>): number | undefined {
  const { glyph } = one;
  const reach = reachOf(glyph);
  if (!(reach > smallestReach) || !(Math.abs(glyph.x0) + Math.abs(glyph.y0) < farthest))
    return undefined;
  const bucket = 2 ** Math.ceil(Math.log2(reach));
  const column = Math.floor(glyph.x0 / bucket);
  const row = Math.floor(glyph.y0 / bucket);
  const key = (c: number, r: number): string => `${glyph.text}\n${bucket}\n${c}\n${r}`;
  for (let c = column - 1; c <= column + 1; c += 1) {
    for (let r = row - 1; r <= row + 1; r += 1) {
      const first = seen.get(key(c, r))?.find((other) => isSame(glyph, other.glyph, reach));
      if (first) return first.index;
    }
  }
  const own = key(column, row);
  const same = seen.get(own);
  if (same) same.push(one);
  else seen.set(own, [one]);
  return undefined;
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
