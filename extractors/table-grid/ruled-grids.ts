import type { Box } from '../../schemas/document.ts';
import type { Segment } from '../drawn-page.ts';
import { boundaries } from './boundaries.ts';
import { drawnEdges } from './drawn-edges.ts';
import { withOpenRows } from './open-rows.ts';
import { withOpenColumns, withOuterSides } from './open-sides.ts';
import { rectangles } from './rectangles.ts';
import { type RulingGroup, rulingGroups } from './ruling-groups.ts';
import { rulings } from './rulings.ts';
import { type DrawnGrid, withoutSlivers } from './slivers.ts';

/** A cell of a ruled grid. A covered position has no cell of its own. */
export interface GridCell {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell's area, between the centre lines of its rulings. */
  readonly box: Box;
}

/** A table as its rulings draw it. */
export interface RuledGrid {
  readonly box: Box;
  /** Column boundaries from left to right: one more than columns. */
  readonly xs: readonly number[];
  /** Row boundaries from top to bottom: one more than rows. */
  readonly ys: readonly number[];
  /** Row by row, left to right. */
  readonly cells: readonly GridCell[];
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** More squares than this are a drawing: a table of so many cells is on no page. */
const mostSquares = 2_000_000;
/** A page has few lines that touch nothing; more are a drawing. */
const mostLone = 50;
/** A frame of one cell smaller than this each way is a box to tick. */
const tickBox = 20;
/** Smaller than this one way nothing holds text. */
const smallest = 5;
/** A frame this near every side of the page is the page's. */
const pageMargin = 30;

/**
 * The tables that a page's rulings draw, from top to bottom. A frame around text is a grid of one
 * cell. A table inside a cell is a grid of its own: its box lies in a cell's box.
 * @param extent size of the page, in points, by which a frame around the whole page is known.
 */
export function ruledGrids(segments: readonly Segment[], extent?: Extent): RuledGrid[] {
  const { groups, lone } = rulingGroups(rulings(segments));
  return withOpenColumns(withOpenRows(groups, lone.horizontal), lone.vertical.slice(0, mostLone))
    .flatMap(gridOf)
    .filter((grid) => !isTooSmall(grid) && !(extent && isPageFrame(grid, extent)))
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function gridOf(group: RulingGroup): RuledGrid[] {
  const whole = withOuterSides(group);
  const xs = boundaries(whole.vertical);
  const ys = boundaries(whole.horizontal);
  const squares = (xs.length - 1) * (ys.length - 1);
  if (squares < 1 || squares > mostSquares) return [];
  const cells = rectangles(drawnEdges(whole, xs, ys), xs, ys);
  if (cells.length === 0) return [];
  return [asRuledGrid(withoutSlivers({ xs, ys, cells }))];
}

function asRuledGrid({ xs, ys, cells }: DrawnGrid): RuledGrid {
  const place = (places: readonly number[], index: number): number => places[index] ?? 0;
  return {
    box: {
      x0: place(xs, 0),
      y0: place(ys, 0),
      x1: place(xs, xs.length - 1),
      y1: place(ys, ys.length - 1),
    },
    xs,
    ys,
    cells: cells.map((cell) => ({
      ...cell,
      box: {
        x0: place(xs, cell.column),
        y0: place(ys, cell.row),
        x1: place(xs, cell.column + cell.columnSpan),
        y1: place(ys, cell.row + cell.rowSpan),
      },
    })),
  };
}

function isTooSmall({ box, cells }: RuledGrid): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (Math.min(width, height) < smallest) return true;
  return cells.length === 1 && Math.max(width, height) < tickBox;
}

/** A frame around the page, and the line under a running header that touches it, are decoration. */
function isPageFrame({ box, xs, ys }: RuledGrid, { width, height }: Extent): boolean {
  return (
    xs.length === 2 &&
    ys.length <= 4 &&
    box.x0 < pageMargin &&
    box.y0 < pageMargin &&
    box.x1 > width - pageMargin &&
    box.y1 > height - pageMargin
  );
}
