import type { DrawnPage } from '../drawn-page.ts';
import type { Area } from '../matrix.ts';

/** Share of a page's text that stands turned where the page itself is to be turned. */
const most = 0.7;

/**
 * A page as a reader holds it. OFD has no page rotation: a landscape table on a portrait page is
 * drawn turned.
 *
 * @param turned characters by the quarter turns they stand at, clockwise
 */
export function setUpright(
  page: DrawnPage,
  turned: readonly [number, number, number, number],
): DrawnPage {
  const all = turned.reduce((sum, count) => sum + count, 0);
  const quarter = turned.findIndex((count, at) => at > 0 && count > all * most);
  if (quarter < 0) return page;
  const { width, height } = page;
  const turn = (x: number, y: number): readonly [number, number] => {
    if (quarter === 1) return [y, width - x];
    if (quarter === 2) return [width - x, height - y];
    return [height - y, x];
  };
  const turnArea = <T extends Area>(area: T): T => {
    const [ax, ay] = turn(area.x0, area.y0);
    const [bx, by] = turn(area.x1, area.y1);
    return {
      ...area,
      x0: Math.min(ax, bx),
      y0: Math.min(ay, by),
      x1: Math.max(ax, bx),
      y1: Math.max(ay, by),
    };
  };
  return {
    ...page,
    width: quarter === 2 ? width : height,
    height: quarter === 2 ? height : width,
    glyphs: page.glyphs.map(turnArea),
    segments: page.segments.map(turnArea),
    ...(page.fills && { fills: page.fills.map(turnArea) }),
  };
}
