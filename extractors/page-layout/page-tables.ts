import type { Box } from '../../schemas/document.ts';
import type { DrawnPage, Glyph, Segment } from '../drawn-page.ts';
import { type CellText, cellText, fillGrid } from '../table-grid/cell-text.ts';
import { type RuledGrid, ruledGrids } from '../table-grid/ruled-grids.ts';
import { columnsWithin } from './columns-within.ts';
import { bucketGlyphs, glyphsNear } from './glyph-buckets.ts';
import { openEdges } from './open-edges.ts';
import { withoutOuterFrames } from './outer-frames.ts';
import type { PlacedCell, PlacedTable } from './placed.ts';

/** How far a table may stick out of the cell it stands in, in points. */
const slack = 2;
/** Tables that may hold others, a page: the largest ones. */
const mostHosts = 200;

export interface PageTables {
  /** From top to bottom; those inside a cell hang on it. */
  readonly tables: PlacedTable[];
  /** Glyphs outside every table. */
  readonly outside: Glyph[];
}

/** The ruled tables of a page, filled from the innermost outwards. */
export function readPageTables(page: DrawnPage, glyphs: readonly Glyph[]): PageTables {
  const { width, height } = page;
  const drawn = ruledGrids(page.segments, { width, height });
  const segments = withoutOuterFrames(page.segments, drawn, glyphs);
  const grids = segments === page.segments ? drawn : ruledGrids(segments, { width, height });
  const hosts = hostGrids(grids);
  const innermostFirst = grids
    .filter((grid) => !isDissolved(grid, hosts))
    .sort((a, b) => areaOf(a.box) - areaOf(b.box));
  const buckets = bucketGlyphs(glyphs);
  const taken = new Set<Glyph>();
  const placed: PlacedTable[] = [];
  for (const grid of innermostFirst) {
    const filled = fillGrid(grid, glyphsNear(buckets, grid.box, taken));
    const { inside } = filled;
    for (const glyph of inside) taken.add(glyph);
    const frame = grid.cells.length === 1;
    if (frame && inside.size === 0) continue;
    const within = columnsWithin(grid, filled, segments);
    const { grid: found, cells } = within ?? { grid, cells: filled.cells };
    placed.push(placeTable(found, cells, page.page, within ? 'partly' : segments));
  }
  return { tables: nest(placed), outside: glyphs.filter((glyph) => !taken.has(glyph)) };
}

/**
 * A grid and its texts as a table on a page.
 * @param drawn the page's rulings if they draw every cell
 */
export function placeTable(
  grid: RuledGrid,
  texts: readonly CellText[],
  page: number,
  drawn: readonly Segment[] | 'partly' | 'aligned',
): PlacedTable {
  const open = typeof drawn === 'string' ? [] : openEdges(grid.box, grid.cells, drawn);
  const [top = 0, second = top] = grid.ys;
  return {
    kind: 'table',
    ruled: drawn !== 'aligned',
    page,
    lastPage: page,
    box: grid.box,
    lastBox: grid.box,
    xs: grid.xs,
    rows: Math.max(0, grid.ys.length - 1),
    cells: grid.cells.map((cell, index): PlacedCell => {
      return {
        ...cell,
        ...(texts[index] ?? cellText([], cell.box)),
        ...(open[index] ?? { openAbove: false, openBelow: false }),
        lastBox: cell.box,
        page,
        nested: [],
      };
    }),
    firstRowHeight: second - top,
  };
}

function hostGrids(grids: readonly RuledGrid[]): RuledGrid[] {
  return grids
    .filter((grid) => grid.cells.length > 1)
    .sort((a, b) => areaOf(b.box) - areaOf(a.box))
    .slice(0, mostHosts);
}

/**
 * A frame is no table where it stands in a table's cell (a box to tick) or around a table (a
 * border around the page): its text is that of what it stands in.
 */
function isDissolved(grid: RuledGrid, hosts: readonly RuledGrid[]): boolean {
  if (grid.cells.length > 1) return false;
  return hosts.some((host) => contains(host.box, grid.box) || contains(grid.box, host.box));
}

/** Hangs every table that stands in another's cell on that cell. */
function nest(tables: readonly PlacedTable[]): PlacedTable[] {
  const hosts = [...tables]
    .filter((table) => table.cells.length > 1)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box))
    .slice(-mostHosts);
  const outer = tables.filter((table) => {
    const host = hosts.find((other) => other !== table && contains(other.box, table.box));
    const cell = host?.cells.find(({ box }) => contains(box, table.box));
    cell?.nested.push(table);
    return cell === undefined;
  });
  for (const { cells } of hosts) for (const { nested } of cells) nested.sort(byPlace);
  return outer.sort(byPlace);
}

function byPlace(a: PlacedTable, b: PlacedTable): number {
  return a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x0 >= outer.x0 - slack &&
    inner.x1 <= outer.x1 + slack &&
    inner.y0 >= outer.y0 - slack &&
    inner.y1 <= outer.y1 + slack &&
    areaOf(inner) < areaOf(outer)
  );
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}
