import type { Box } from '../../schemas/document.ts';
import type { Glyph, Segment } from '../drawn-page.ts';
import type { RuledGrid } from '../table-grid/ruled-grids.ts';

/** What a cell keeps free beside a table that stands in it, in points: no column is as narrow. */
const narrowest = 1.8;
const widest = 8.5;
/** Rulings as near as this lie at one place, in points. */
const near = 1.2;
/** Share of a table's height that its side runs along at least; text may stand above it. */
const sideShare = 0.5;
/** Tables that are looked at, a page. */
const mostTables = 100;

/**
 * The rulings without those of frames around one table each: the only cell of a table outside it,
 * which draws a second line close to its side. Both together would be one grid, with a row more
 * where the cell begins with an empty line.
 */
export function withoutOuterFrames(
  segments: readonly Segment[],
  grids: readonly RuledGrid[],
  glyphs: readonly Glyph[],
): readonly Segment[] {
  const gone = new Set<Segment>();
  for (const { box, cells } of grids.slice(0, mostTables)) {
    if (cells.length < 2) continue;
    for (const segment of outerFrame(box, segments, glyphs)) gone.add(segment);
  }
  return gone.size === 0 ? segments : segments.filter((segment) => !gone.has(segment));
}

function outerFrame(
  box: Box,
  segments: readonly Segment[],
  glyphs: readonly Glyph[],
): readonly Segment[] {
  const within = segments.filter((segment) => liesIn(segment, box));
  const sides = [stripAt(box, within, box.x0, 1), stripAt(box, within, box.x1, -1)];
  const strips = sides.filter((strip) => strip !== undefined);
  if (strips.length === 0) return [];
  const isFilled = glyphs.some((glyph) => strips.some((strip) => standsIn(glyph, strip)));
  return isFilled ? [] : strips.flatMap(({ outer }) => outer);
}

/** The empty strip between a frame's side and the table's, and the frame's lines that meet there. */
interface Strip extends Box {
  readonly outer: readonly Segment[];
}

/** @param inwards 1 at the left side, -1 at the right one */
function stripAt(
  box: Box,
  within: readonly Segment[],
  edge: number,
  inwards: 1 | -1,
): Strip | undefined {
  const height = box.y1 - box.y0;
  const level = within.filter((segment) => !isUpright(segment));
  const outer = level.filter((segment) => touches(segment, edge));
  // Of the lines across, the frame's side meets its own first and last one alone.
  if (outer.some(({ y0 }) => y0 - box.y0 > near && box.y1 - y0 > near)) return undefined;
  const depthOf = ({ x0 }: Segment): number => (x0 - edge) * inwards;
  const upright = within.filter(isUpright);
  const own = upright.filter((segment) => Math.abs(depthOf(segment)) <= near);
  const side = upright
    .filter((segment) => depthOf(segment) >= narrowest && depthOf(segment) <= widest)
    .sort((a, b) => depthOf(a) - depthOf(b))[0];
  if (!side || covered(own) < height - 2 * near) return undefined;
  const inner = upright.filter(({ x0 }) => Math.abs(x0 - side.x0) <= near);
  if (covered(inner) < sideShare * height) return undefined;
  const begun = level.filter((segment) => touches(segment, side.x0) && !touches(segment, edge));
  if (begun.length < 2) return undefined;
  const [x0, x1] = [Math.min(edge, side.x0), Math.max(edge, side.x0)];
  return { x0, x1, y0: box.y0, y1: box.y1, outer: [...own, ...outer] };
}

function isUpright({ x0, x1, y0, y1 }: Segment): boolean {
  return Math.abs(x1 - x0) < Math.abs(y1 - y0);
}

/** How much of a height upright lines cover together. */
function covered(segments: readonly Segment[]): number {
  const spans = segments.map(({ y0, y1 }) => [Math.min(y0, y1), Math.max(y0, y1)] as const);
  let [sum, reach] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, reach));
    reach = Math.max(reach, to);
  }
  return sum;
}

/** One of a level line's ends is at x. */
function touches({ x0, x1 }: Segment, x: number): boolean {
  return Math.abs(x0 - x) <= near || Math.abs(x1 - x) <= near;
}

function liesIn({ x0, x1, y0, y1 }: Segment, box: Box): boolean {
  return (
    Math.min(x0, x1) >= box.x0 - near &&
    Math.max(x0, x1) <= box.x1 + near &&
    Math.min(y0, y1) >= box.y0 - near &&
    Math.max(y0, y1) <= box.y1 + near
  );
}

function standsIn(glyph: Glyph, { x0, x1, y0, y1 }: Box): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  return glyph.text.trim() !== '' && x > x0 && x < x1 && y > y0 && y < y1;
}
