import type { Segment } from '../drawn-page.ts';
import type { Area } from '../matrix.ts';

/** What an area leaves of a nearly horizontal or vertical line; null where it leaves nothing. */
export function clipToArea(segment: Segment, area: Area): Segment | null {
  const { x0, y0, x1, y1 } = segment;
  const outside =
    Math.max(x0, x1) < area.x0 ||
    Math.min(x0, x1) > area.x1 ||
    Math.max(y0, y1) < area.y0 ||
    Math.min(y0, y1) > area.y1;
  if (outside) return null;
  return {
    ...segment,
    x0: within(x0, area.x0, area.x1),
    y0: within(y0, area.y0, area.y1),
    x1: within(x1, area.x0, area.x1),
    y1: within(y1, area.y0, area.y1),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
