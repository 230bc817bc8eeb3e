import type { Glyph } from '../drawn-page.ts';

/** A glyph with numbers that can be counted on. */
interface Placed {
  readonly glyph: Glyph;
  readonly order: number;
  readonly blank: boolean;
  /** Where it comes in its line: x0, or where the glyph drawn before it begins. */
  readonly place: number;
  readonly x0: number;
  readonly x1: number;
  readonly middle: number;
  readonly size: number;
}

interface Line {
  readonly middle: number;
  readonly size: number;
  readonly members: Placed[];
  x0: number;
  x1: number;
}

/** Middles of glyphs on one line lie within this share of the larger size; lines are 1 em apart. */
const sameLine = 0.4;
/** From this share of a line's size on a glyph is ordinary text of it; below it is an index. */
const ordinary = 0.75;
const smallestIndex = 0.4;
/** An index stands this near the text it belongs to, in ems of that text. */
const indexGap = 0.6;
/** Sizes are held within this factor of the usual one, so that every bucket holds few lines. */
const oddSize = 8;

/**
 * Glyphs as visual lines from top to bottom, each from left to right: the largest glyphs make the
 * lines, an index or exponent joins the line whose text it touches. Near-linear in their number.
 */
export function glyphLines(glyphs: readonly Glyph[]): Glyph[][] {
  const usual = usualSize(glyphs);
  const lines: Line[] = [];
  const index = new Map<number, Line[]>();
  for (const one of placed(glyphs, usual)) {
    const line = lineFor(one, index, usual) ?? newLine(one, index, usual, lines);
    line.members.push(one);
    if (one.blank) continue;
    line.x0 = Math.min(line.x0, one.x0);
    line.x1 = Math.max(line.x1, one.x1);
  }
  return lines
    .sort((a, b) => a.middle - b.middle || a.x0 - b.x0)
    .map(({ members }) =>
      members.sort((a, b) => a.place - b.place || a.order - b.order).map(({ glyph }) => glyph),
    );
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => finite(size)).filter((size) => size > 0);
  return Math.max(sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 1, smallestSize);
}

/** Larger glyphs first, white space last: it makes no line of its own beside text. */
function placed(glyphs: readonly Glyph[], usual: number): Placed[] {
  const places = placesOf(glyphs);
  return glyphs
    .map((glyph, order) => ({
      glyph,
      order,
      place: places[order] ?? 0,
      blank: glyph.text.trim() === '',
      x0: finite(glyph.x0),
      x1: finite(glyph.x1),
      middle: (finite(glyph.y0) + finite(glyph.y1)) / 2,
      size: Math.min(Math.max(finite(glyph.size), usual / oddSize), usual * oddSize),
    }))
    .sort(
      (a, b) =>
        Number(a.blank) - Number(b.blank) || b.size - a.size || a.x0 - b.x0 || a.order - b.order,
    );
}

/** Type set so tight that the pen goes back behind a comma goes back by no more, in ems. */
const stepBack = 0.15;

/** In a string drawn in one go the drawn order stands, even where a glyph begins a little before. */
function placesOf(glyphs: readonly Glyph[]): number[] {
  const places: number[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const x = finite(glyph.x0);
    const before = places.at(-1) ?? x;
    const isBehind =
      last !== undefined &&
      x < before &&
      before - x < stepBack * glyph.size &&
      last.size === glyph.size &&
      Math.abs(glyph.y0 - last.y0) + Math.abs(glyph.y1 - last.y1) < 0.1 * glyph.size;
    places.push(isBehind ? before : x);
    last = glyph;
  }
  return places;
}

/** Beyond this, in points, is no paper; and adding 1 to a number far larger changes nothing. */
const farthest = 1e6;
const smallestSize = 1e-3;

function finite(value: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, -farthest), farthest) : 0;
}

/** The nearest of the lines that the glyph can stand in. */
function lineFor(
  one: Placed,
  index: ReadonlyMap<number, readonly Line[]>,
  usual: number,
): Line | undefined {
  let best: Line | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  const bucket = Math.floor(one.middle / usual);
  const reach = Math.ceil(sameLine * oddSize);
  for (let key = bucket - reach; key <= bucket + reach; key += 1) {
    for (const line of index.get(key) ?? []) {
      const apart = Math.abs(one.middle - line.middle) / line.size;
      if (apart < nearest && apart <= sameLine && fits(one, line)) {
        best = line;
        nearest = apart;
      }
    }
  }
  return best;
}

function fits({ blank, size, x0, x1 }: Placed, line: Line): boolean {
  if (blank || size >= ordinary * line.size) return true;
  const gap = Math.max(x0 - line.x1, line.x0 - x1);
  return size >= smallestIndex * line.size && gap <= indexGap * line.size;
}

function newLine(one: Placed, index: Map<number, Line[]>, usual: number, lines: Line[]): Line {
  const { middle, size } = one;
  const line: Line = { middle, size, members: [], x0: Infinity, x1: -Infinity };
  const key = Math.floor(middle / usual);
  const bucket = index.get(key);
  if (bucket) bucket.push(line);
  else index.set(key, [line]);
  lines.push(line);
  return line;
}
