import type { DrawnPage, Glyph, Segment } from '../drawn-page.ts';

/** Where a line strikes text out, as shares of the glyphs' height: an underline lies below. */
const highest = 0.38;
const lowest = 0.7;
/** It is no thicker than this, in ems, and ends where the text does, in ems. */
const thickest = 0.16;
const sameEnd = 0.35;
/** It covers a glyph but for so much on either side, in ems. */
const uncovered = 0.12;
/** Lines are looked up by strips as high as this, in points. */
const strip = 4;
/** Text is lower than this; larger glyphs are looked at no further. */
const mostStrips = 50;
/** Lines in one strip that begin before a glyph, at most: the nearest ones. */
const mostLines = 8;

/**
 * Marks the glyphs that a line strikes out: tracked deletions are printed so. The line runs through
 * the middle of the text, from the beginning of a piece of it to its end; rulings of tables do not.
 */
export function markStruckOut(page: DrawnPage): DrawnPage {
  const strips = stripsOf(page.segments);
  if (strips.size === 0) return page;
  const struck = new Map<Segment, Glyph[]>();
  for (const glyph of page.glyphs) {
    const line = glyph.aside === undefined ? lineThrough(glyph, strips) : undefined;
    if (!line) continue;
    const others = struck.get(line);
    if (others) others.push(glyph);
    else struck.set(line, [glyph]);
  }
  const gone = new Set<Glyph>();
  for (const [line, glyphs] of struck) {
    if (endsWith(line, glyphs)) for (const glyph of glyphs) gone.add(glyph);
  }
  if (gone.size === 0) return page;
  const glyphs = page.glyphs.map(
    (glyph): Glyph => (gone.has(glyph) ? { ...glyph, aside: 'struck_out' } : glyph),
  );
  return { ...page, glyphs };
}

/** Level lines by strips, each strip from left to right. */
function stripsOf(segments: readonly Segment[]): Map<number, Segment[]> {
  const strips = new Map<number, Segment[]>();
  for (const line of segments) {
    if (Math.abs(line.y1 - line.y0) > 0.5 || line.x1 <= line.x0) continue;
    const key = Math.floor((line.y0 + line.y1) / 2 / strip);
    const same = strips.get(key);
    if (same) same.push(line);
    else strips.set(key, [line]);
  }
  for (const lines of strips.values()) lines.sort((a, b) => a.x0 - b.x0);
  return strips;
}

function lineThrough(glyph: Glyph, strips: ReadonlyMap<number, Segment[]>): Segment | undefined {
  const height = glyph.y1 - glyph.y0;
  const top = glyph.y0 + highest * height;
  const bottom = glyph.y0 + lowest * height;
  const first = Math.floor(top / strip);
  const last = Math.min(Math.floor(bottom / strip), first + mostStrips);
  for (let key = first; key <= last; key += 1) {
    const lines = strips.get(key) ?? [];
    const end = countBefore(lines, glyph.x0 + uncovered * glyph.size);
    for (let i = end - 1; i >= 0 && i >= end - mostLines; i -= 1) {
      const line = lines[i];
      if (line && covers(line, glyph, top, bottom)) return line;
    }
  }
  return undefined;
}

function covers(line: Segment, glyph: Glyph, top: number, bottom: number): boolean {
  const y = (line.y0 + line.y1) / 2;
  return (
    y >= top &&
    y <= bottom &&
    line.width <= thickest * glyph.size &&
    line.x1 >= glyph.x1 - uncovered * glyph.size
  );
}

/** Lines, sorted by their beginning, that begin before x. */
function countBefore(lines: readonly Segment[], x: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.x0 ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line begins and ends with the text it runs through. */
function endsWith(line: Segment, glyphs: readonly Glyph[]): boolean {
  let [x0, x1, size] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    x1 = Math.max(x1, glyph.x1);
    size = Math.max(size, glyph.size);
  }
  const near = sameEnd * size;
  return Math.abs(line.x0 - x0) <= near && Math.abs(line.x1 - x1) <= near;
}
