import type { Segment } from '../drawn-page.ts';
import { type Area, intersect, scaleOf } from '../matrix.ts';
import { noteRound } from '../seal-round.ts';
import { addCover } from './covers.ts';
import { isWhite } from './graphics-state.ts';
import { clipTo, isSeen, type Painter, paint, showsOnPage } from './painter.ts';
import {
  barSegments,
  bounds,
  frameSegments,
  isRectangle,
  type Outline,
  outlines,
  strokedSegments,
  thickest,
} from './rulings.ts';

/** Filled rectangles of a page; what is beyond is no page of tables. */
const mostFills = 20_000;

/** How a path is painted. */
export interface PathUse {
  readonly fill: boolean;
  readonly stroke: boolean;
}

/** A path with what is done to it: strokes and thin fills are rulings, other fills cover. */
export function paintPath(painter: Painter, path: ArrayLike<number>, use: PathUse): void {
  const runs = outlines(path, painter.state.ctm);
  if (use.fill) fillPath(painter, runs);
  if (use.stroke) strokePath(painter, runs);
  if (painter.clipping) {
    painter.clipping = false;
    if (runs.length > 0) clipTo(painter, runs.map(bounds).reduce(around));
  }
}

/** A shading paints all that the clip leaves. */
export function paintShading(painter: Painter): void {
  const order = paint(painter);
  if (!isSeen(painter, painter.state.fillAlpha)) return;
  coverOrBar(painter, painter.state.clip, order);
}

function fillPath(painter: Painter, runs: readonly Outline[]): void {
  const order = paint(painter);
  const { state } = painter;
  if (state.fill.none || !isSeen(painter, state.fillAlpha)) return;
  const rectangles: Area[] = [];
  for (const run of runs) {
    if (run.curved) continue;
    const area = intersect(bounds(run), state.clip);
    if (isRectangle(run)) rectangles.push(area);
    else addSegments(painter, barSegments(area));
  }
  // A frame is filled between two rectangles, in one path, and the inner one is no cover.
  if (rectangles.length === 2) {
    const [one, other] = rectangles as [Area, Area];
    const frame = [...frameSegments(one, other), ...frameSegments(other, one)];
    if (frame.length > 0) {
      addSegments(painter, frame);
      return;
    }
  }
  for (const area of rectangles) coverOrBar(painter, area, order);
}

function coverOrBar(painter: Painter, area: Area, order: number): void {
  const { state, content } = painter;
  if (!(area.x1 >= area.x0 && area.y1 >= area.y0)) return;
  const bars = barSegments(area);
  addSegments(painter, bars);
  const opaque = state.fillAlpha * state.groupAlpha > 0.9 && state.opaqueBlend;
  if (bars.length > 0) return;
  const white = isWhite(state.fill);
  if (painter.annotation === null && content.fills.length < mostFills) {
    content.fills.push({ ...area, white });
  }
  if (opaque) addCover(content.covers, { ...area, white, opaque: true, order });
}

function strokePath(painter: Painter, runs: readonly Outline[]): void {
  paint(painter);
  const { state } = painter;
  if (!isSeen(painter, state.strokeAlpha)) return;
  const width = state.lineWidth * scaleOf(state.ctm);
  if (width > thickest) {
    // A stroke thicker than a line is a colour behind something, or the rim of a stamp.
    for (const run of runs) noteRim(painter, run);
    return;
  }
  for (const run of runs) {
    addSegments(painter, strokedSegments(run, width, state.clip), true);
    noteRim(painter, run);
  }
}

function noteRim({ state, content }: Painter, run: Outline): void {
  if (run.curved) {
    noteRound(content.rounds, bounds(run), straightLength(run), state.stroke.colour);
  }
}

function straightLength({ points, straight }: Outline): number {
  let length = 0;
  for (const [i, isStraight] of straight.entries()) {
    const [from, to] = [points[i], points[i + 1]];
    if (isStraight && from && to) length += Math.hypot(to[0] - from[0], to[1] - from[1]);
  }
  return length;
}

function addSegments(painter: Painter, segments: readonly Segment[], stroked = false): void {
  const used = stroked ? painter.state.stroke : painter.state.fill;
  for (const segment of segments) {
    const x = (segment.x0 + segment.x1) / 2;
    const y = (segment.y0 + segment.y1) / 2;
    if (!showsOnPage(painter, used, x, y)) continue;
    const { annotation, content } = painter;
    // A form's fields may have borders that the page relies on.
    const isNote = annotation !== null && annotation !== 'Widget';
    (isNote ? content.notes : content.segments).push(segment);
  }
}

function around(one: Area, other: Area): Area {
  return {
    x0: Math.min(one.x0, other.x0),
    y0: Math.min(one.y0, other.y0),
    x1: Math.max(one.x1, other.x1),
    y1: Math.max(one.y1, other.y1),
  };
}
