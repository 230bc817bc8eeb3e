import type { Segment } from '../drawn-page.ts';
import { type Area, intersect, type Matrix, mapX, mapY } from '../matrix.ts';

/** A bar up to this thick is drawn as a line is: the thickest border of an office program is 6 pt. */
export const thickest = 4;

/** A dot of a dotted line: it belongs to a line of either direction. */
const largestDot = 2.5;

/** How far a line may lean, as a share of its length, and still be a ruling. */
const lean = 0.03;

/** One run of a path, in points on the page. */
export interface Outline {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** A curve is among its pieces. */
  readonly curved: boolean;
  /** For each piece, by the index of its start: is it a straight line? */
  readonly straight: readonly boolean[];
}

/** pdf.js's codes in a path (its DrawOPS): 0 move, 1 line, 2 curve, 3 close. */
export function outlines(path: ArrayLike<number>, ctm: Matrix): Outline[] {
  const found: Outline[] = [];
  let points: [number, number][] = [];
  let straight: boolean[] = [];
  const end = () => {
    if (points.length > 1) {
      found.push({ points, straight, curved: straight.some((piece) => !piece) });
    }
    points = [];
    straight = [];
  };
  const add = (at: number, isStraight: boolean) => {
    const x = path[at] ?? Number.NaN;
    const y = path[at + 1] ?? Number.NaN;
    if (points.length > 0) straight.push(isStraight);
    points.push([mapX(ctm, x, y), mapY(ctm, x, y)]);
  };
  let at = 0;
  while (at < path.length) {
    const code = path[at++];
    if (code === 0) {
      end();
      add(at, true);
      at += 2;
    } else if (code === 1) {
      add(at, true);
      at += 2;
    } else if (code === 2) {
      add(at + 4, false);
      at += 6;
    } else if (code === 3) {
      const first = points[0];
      if (first) {
        straight.push(true);
        points.push([first[0], first[1]]);
        const next: [number, number] = [first[0], first[1]];
        end();
        points = [next];
      }
    } else break;
  }
  end();
  return found;
}

/** The upright rectangle around a path. */
export function bounds(outline: Outline): Area {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of outline.points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

/** The straight, upright pieces of a stroked path, as far as the clip shows them. */
export function strokedSegments(outline: Outline, width: number, clip: Area): Segment[] {
  const segments: Segment[] = [];
  for (const [i, isStraight] of outline.straight.entries()) {
    const from = outline.points[i];
    const to = outline.points[i + 1];
    if (!isStraight || !from || !to) continue;
    const segment = clipped(from[0], from[1], to[0], to[1], width, clip);
    if (segment) segments.push(segment);
  }
  return segments;
}

function clipped(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  clip: Area,
): Segment | null {
  const across = Math.abs(x1 - x0);
  const along = Math.abs(y1 - y0);
  // Not a number compares false.
  if (!(across + along > 0) || !Number.isFinite(across + along)) return null;
  if (Math.min(across, along) > Math.max(0.5, lean * Math.max(across, along))) return null;
  const half = width / 2 + 0.5;
  const seen = intersect(
    { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) },
    { x0: clip.x0 - half, y0: clip.y0 - half, x1: clip.x1 + half, y1: clip.y1 + half },
  );
  if (seen.x1 < seen.x0 || seen.y1 < seen.y0) return null;
  return across >= along
    ? { x0: seen.x0, y0: (y0 + y1) / 2, x1: seen.x1, y1: (y0 + y1) / 2, width }
    : { x0: (x0 + x1) / 2, y0: seen.y0, x1: (x0 + x1) / 2, y1: seen.y1, width };
}

/** A filled bar as thin as a line, by its centre line; none for anything thicker. */
export function barSegments(area: Area): Segment[] {
  const width = area.x1 - area.x0;
  const height = area.y1 - area.y0;
  if (!(width >= 0 && height >= 0)) return [];
  const x = (area.x0 + area.x1) / 2;
  const y = (area.y0 + area.y1) / 2;
  const across: Segment = { x0: area.x0, y0: y, x1: area.x1, y1: y, width: height };
  const along: Segment = { x0: x, y0: area.y0, x1: x, y1: area.y1, width };
  if (Math.max(width, height) <= largestDot) return width + height > 0 ? [across, along] : [];
  if (height <= thickest && width >= 1.5 * height) return [across];
  if (width <= thickest && height >= 1.5 * width) return [along];
  return [];
}

/** True for a path of four upright sides, closed or not. */
export function isRectangle(outline: Outline): boolean {
  if (outline.curved || outline.points.length < 4 || outline.points.length > 6) return false;
  return outline.straight.every((_, i) => {
    const from = outline.points[i];
    const to = outline.points[i + 1];
    return !from || !to || Math.abs(from[0] - to[0]) < 0.05 || Math.abs(from[1] - to[1]) < 0.05;
  });
}

/** A frame filled between an outer and an inner rectangle: its four bars. */
export function frameSegments(outer: Area, inner: Area): Segment[] {
  const gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
  if (gaps.some((gap) => gap < -0.05 || gap > thickest)) return [];
  return [
    { ...outer, y1: inner.y0 },
    { ...outer, y0: inner.y1 },
    { ...outer, x1: inner.x0 },
    { ...outer, x0: inner.x1 },
  ].flatMap(barSegments);
}
