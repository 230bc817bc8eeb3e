import type { Segment } from '../drawn-page.ts';
import { type Area, apply, areaOf, intersect, mapArea, type Point, scaleOf } from '../matrix.ts';
import { noteRound } from '../seal-round.ts';
import { type Pen, spend } from './canvas.ts';
import { clipToArea } from './clip-segment.ts';
import { readColour } from './colours.ts';
import { childOf, type OfdElement } from './element-tree.ts';
import { opacityOf, readBoolean, readBox } from './numbers.ts';
import { readPath, type Subpath } from './path-data.ts';

/** Default of LineWidth, millimetres (GB/T 33190-2016, 8.2). */
const usualLineWidth = 0.353;

/** A filled bar up to this thickness, in points, is a line. */
const thickestBar = 3;

/** Filled rectangles of a page; what is beyond is no page of tables. */
const mostFills = 20_000;

/** A colour lighter than this is the paper's. */
const asPaper = 0.97;

/** A line as far off an axis as this share of its length is a ruling still. */
const lean = 0.05;

/** Points around an object's box that are still drawn: writers give a thin line no height. */
const margin = 1.5;

/** Draws a path object (GB/T 33190-2016, chapter 9): the straight lines of its edges. */
export function drawPath(object: OfdElement, pen: Pen, outer: Pen): void {
  if (pen.unlined || pen.aside) return;
  const data = childOf(object, 'AbbreviatedData')?.text ?? '';
  const subpaths = readPath(data).map((subpath) => onPage(subpath, pen));
  const width = (pen.lineWidth ?? usualLineWidth) * scaleOf(pen.matrix);
  const box = readBox(object.attributes.get('Boundary'));
  const clip = box && grow(mapArea(outer.matrix, box), margin + width / 2);
  const draw = (segment: Segment | null): void => {
    const shown = segment && clip ? clipToArea(segment, clip) : segment;
    if (shown) pen.canvas.segments.push(shown);
  };
  const isOpaque = paintsOver(object, pen);
  if (isShown(object, pen, 'Stroke', true)) {
    const rim =
      childOf(object, 'StrokeColor') ?? pen.resources.colour(pen.drawParam, 'StrokeColor');
    const { colour } = readColour(rim);
    for (const { points } of subpaths) {
      if (points.every(({ straight }) => straight)) continue;
      // Where a curve goes between its ends only the box around all of it tells.
      const area = box ? mapArea(outer.matrix, box) : areaOf(points);
      noteRound(pen.canvas.rounds, area, straightLength(points), colour);
    }
  }
  for (const subpath of subpaths) {
    spend(pen.allowance, subpath.points.length);
    if (isOpaque && isRectangle(subpath.points)) {
      pen.canvas.covers.push({ area: areaOf(subpath.points), over: pen.canvas.glyphs.length });
    }
    if (isShown(object, pen, 'Stroke', true)) drawEdges(subpath, width, draw);
    if (isShown(object, pen, 'Fill', false) && isRectangle(subpath.points)) {
      const area = areaOf(subpath.points);
      const bars = barsOf(area);
      bars.forEach(draw);
      if (bars.length === 0) addFill(object, pen, clip ? intersect(area, clip) : area);
    }
  }
}

function straightLength(points: Subpath['points']): number {
  return points.reduce((length, point, at) => {
    const before = points[at - 1];
    const isSide = before !== undefined && point.straight;
    return isSide ? length + Math.hypot(point.x - before.x, point.y - before.y) : length;
  }, 0);
}

function isShown(object: OfdElement, pen: Pen, how: 'Stroke' | 'Fill', usually: boolean): boolean {
  return (
    readBoolean(object.attributes.get(how), usually) &&
    pen.opacity * opacityOf(childOf(object, `${how}Color`)) > 0
  );
}

/** Of one colour, and nothing shows through. */
function paintsOver(object: OfdElement, { opacity, resources, drawParam }: Pen): boolean {
  const color = childOf(object, 'FillColor') ?? resources.colour(drawParam, 'FillColor');
  return (
    readBoolean(object.attributes.get('Fill'), false) &&
    color?.attributes.get('Value') !== undefined &&
    opacity * opacityOf(color) === 1
  );
}

function onPage(subpath: Subpath, pen: Pen): Subpath {
  const points = subpath.points.map(({ x, y, straight }) => ({
    ...apply(pen.matrix, { x, y }),
    straight,
  }));
  return { ...subpath, points };
}

function grow({ x0, y0, x1, y1 }: Area, by: number): Area {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

function drawEdges(
  { points, closed }: Subpath,
  width: number,
  draw: (segment: Segment | null) => void,
): void {
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (before && point.straight) draw(ruling(before, point, width));
  });
  const [first, last] = [points[0], points.at(-1)];
  if (closed && first && last) draw(ruling(last, first, width));
}

function ruling(from: Point, to: Point, width: number): Segment | null {
  const [across, down] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const [longer, shorter] = across > down ? [across, down] : [down, across];
  if (longer === 0 || shorter > longer * lean) return null;
  return { x0: from.x, y0: from.y, x1: to.x, y1: to.y, width };
}

/** A filled rectangle as thin as a line is one; a square dot is the joint of lines both ways. */
function barsOf({ x0, y0, x1, y1 }: Area): Segment[] {
  const [width, height] = [x1 - x0, y1 - y0];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const across = { x0, y0: y, x1, y1: y, width: height };
  const down = { x0: x, y0, x1: x, y1, width };
  return [
    ...(height <= thickestBar && width >= height ? [across] : []),
    ...(width <= thickestBar && height >= width ? [down] : []),
  ];
}

function addFill(object: OfdElement, { canvas, resources, drawParam }: Pen, area: Area): void {
  if (area.x1 <= area.x0 || area.y1 <= area.y0 || canvas.fills.length >= mostFills) return;
  const ink = childOf(object, 'FillColor') ?? resources.colour(drawParam, 'FillColor');
  canvas.fills.push({ ...area, white: readColour(ink).lightness > asPaper });
}

/** Four corners along the axes, whether the first is repeated at the end or not. */
function isRectangle(points: Subpath['points']): boolean {
  if (points.length < 4 || points.length > 5 || !points.every(({ straight }) => straight)) {
    return false;
  }
  const { x0, y0, x1, y1 } = areaOf(points);
  const near = 0.2;
  return points.every(
    ({ x, y }) => Math.min(x - x0, x1 - x) <= near && Math.min(y - y0, y1 - y) <= near,
  );
}
