import type { Box } from '../../schemas/document.ts';
import type { Segment } from '../drawn-page.ts';

/** Lines as near as this to a table's edge are drawn on it, in points. */
const near = 1.5;
/** Inside the table, where cells are set apart, so near. */
const nearInside = 4.5;
/** A cell's edge of which less than this share is drawn is open. */
const drawnShare = 0.3;

/** A drawing of more cells and lines than this is no form. */
const mostLooks = 2_000_000;

interface Level {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Edges {
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

const closed: Edges = { openAbove: false, openBelow: false };

/**
 * Which cells at a table's first and last edge have no line there, though one on their other side:
 * some writers draw none where a cell goes on over the page's end, and close all others.
 */
export function openEdges(
  table: Box,
  cells: readonly { readonly box: Box }[],
  segments: readonly Segment[],
): Edges[] {
  const levels = levelsOf(table, segments);
  const edge = cells.filter(({ box }) => box.y0 - table.y0 <= near || table.y1 - box.y1 <= near);
  if (edge.length * levels.length > mostLooks) return cells.map(() => closed);
  const isDrawn = (box: Box, y: number): boolean => {
    const isOuter = y - table.y0 <= near || table.y1 - y <= near;
    const reach = isOuter ? near : nearInside;
    const width = box.x1 - box.x0;
    let drawn = 0;
    for (const { at, from, to } of levels) {
      if (Math.abs(at - y) > reach) continue;
      drawn += Math.max(0, Math.min(to, box.x1) - Math.max(from, box.x0));
    }
    return drawn >= drawnShare * width;
  };
  return cells.map(({ box }) => {
    const [isFirst, isLast] = [box.y0 - table.y0 <= near, table.y1 - box.y1 <= near];
    if (!isFirst && !isLast) return closed;
    const [above, below] = [isDrawn(box, box.y0), isDrawn(box, box.y1)];
    return {
      openAbove: isFirst && !above && (below || isLast),
      openBelow: isLast && !below && (above || isFirst),
    };
  });
}

function levelsOf(table: Box, segments: readonly Segment[]): Level[] {
  return segments.flatMap(({ x0, x1, y0, y1 }) => {
    const at = (y0 + y1) / 2;
    const isWithin = at >= table.y0 - near && at <= table.y1 + near;
    if (Math.abs(y1 - y0) > near || !isWithin) return [];
    const [from, to] = [Math.min(x0, x1), Math.max(x0, x1)];
    return to > from ? [{ at, from, to }] : [];
  });
}
