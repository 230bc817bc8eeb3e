import type { Segment } from '../drawn-page.ts';
import { alignedGrid } from '../table-grid/aligned-grid.ts';
import { type CellText, fillGrid, type GridText } from '../table-grid/cell-text.ts';
import { type RuledGrid, ruledGrids } from '../table-grid/ruled-grids.ts';
import { type Chunk, chunksOf, isFigure, partedChunks } from '../table-grid/text-chunks.ts';
import { textColumns } from '../table-grid/text-columns.ts';
import type { TextLine } from '../table-grid/text-lines.ts';

interface Filled {
  readonly grid: RuledGrid;
  readonly cells: readonly CellText[];
}

/** Fewer lines of several pieces are no table. */
const fewestLines = 3;
/** Of all lines, at least so many stand in several columns. */
const tabularShare = 0.4;
/** Rules within this of the frame's sides are its rows', in points. */
const slack = 3;

/**
 * The columns of a frame that level rules alone part, as its text shows them: each gutter is a line
 * where no text crosses it. Undefined where text doesn't stand in columns.
 * @param segments the page's
 */
export function columnsWithin(
  grid: RuledGrid,
  filled: GridText,
  segments: readonly Segment[],
): Filled | undefined {
  if (grid.xs.length !== 2 || grid.cells.length < 2) return undefined;
  const lines = filled.cells.flatMap((cell) => cell.lines);
  const chunks = partedChunks(lines.map(chunksOf));
  const tabular = chunks.filter(({ length }) => length > 1);
  if (tabular.length < fewestLines || tabular.length < tabularShare * lines.length)
    return undefined;
  return ruledRows(grid, chunks, segments, filled) ?? alignedRows(grid, lines);
}

/** Every row has its rule. */
function ruledRows(
  { box, ys }: RuledGrid,
  lines: readonly (readonly Chunk[])[],
  segments: readonly Segment[],
  { inside }: GridText,
): Filled | undefined {
  const rules = segments.filter(
    ({ x0, x1, y0, y1 }) =>
      Math.abs(y1 - y0) <= 1 &&
      Math.min(x0, x1) >= box.x0 - slack &&
      Math.max(x0, x1) <= box.x1 + slack &&
      Math.min(y0, y1) >= box.y0 - slack &&
      Math.max(y0, y1) <= box.y1 + slack,
  );
  const chunks = lines.flat();
  const ends = rules.flatMap(({ x0, x1 }) => [x0, x1]);
  const gutters = guttersOf(lines).map((x) => endWithin(x, chunks, ends));
  if (gutters.length === 0) return undefined;
  const between = ys.slice(1).flatMap((y1, row) => {
    const y0 = ys[row] ?? y1;
    const inRow = chunks.filter(({ line }) => line.y1 > y0 && line.y0 < y1);
    return gutters
      .filter((x) => !inRow.some((chunk) => chunk.x0 < x && chunk.x1 > x))
      .map((x): Segment => ({ x0: x, x1: x, y0, y1, width: 0.5 }));
  });
  const sides = [box.x0, box.x1].map(
    (x): Segment => ({ x0: x, x1: x, y0: box.y0, y1: box.y1, width: 0.5 }),
  );
  const [found, more] = ruledGrids([...rules, ...sides, ...between]);
  if (!found || more) return undefined;
  const glyphs = [...inside];
  const text = fillGrid(found, glyphs);
  const isRowByRow = text.cells.every(({ lines: own }) => !holdsTwoFigures(own));
  return isRowByRow && text.inside.size === inside.size
    ? { grid: found, cells: text.cells }
    : undefined;
}

/** Where a rule begins or ends between the texts on both sides of a gutter, its column does. */
function endWithin(gutter: number, chunks: readonly Chunk[], ends: readonly number[]): number {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { x0, x1 } of chunks) {
    if (x1 <= gutter) from = Math.max(from, x1);
    if (x0 >= gutter) to = Math.min(to, x0);
  }
  return ends.find((x) => x > from && x < to) ?? gutter;
}

/** The gutters of all rows, and of those gaps of some rows that none of these lies in. */
function guttersOf(lines: readonly (readonly Chunk[])[]): number[] {
  const gutters = textColumns(lines).slice(1, -1);
  const gaps = lines.flatMap((chunks) =>
    chunks.slice(1).flatMap((chunk, i) => {
      const from = chunks[i]?.x1 ?? chunk.x0;
      const isParted = gutters.some((x) => x > from && x < chunk.x0);
      return isParted || from >= chunk.x0 ? [] : [{ from, to: chunk.x0 }];
    }),
  );
  gaps.sort((a, b) => a.to - b.to);
  let common: { from: number; to: number } | undefined;
  for (const { from, to } of gaps) {
    if (common && from < common.to) {
      common.from = Math.max(common.from, from);
      continue;
    }
    if (common) gutters.push((common.from + common.to) / 2);
    common = { from, to };
  }
  if (common) gutters.push((common.from + common.to) / 2);
  return gutters;
}

/** Figures of two rows, one below the other. */
function holdsTwoFigures(lines: readonly TextLine[]): boolean {
  return lines.filter((line) => chunksOf(line).every(isFigure)).length > 1;
}

/** Rules part the head and the body, whose rows its text shows. */
function alignedRows({ box, ys }: RuledGrid, lines: readonly TextLine[]): Filled | undefined {
  const rules = ys.map((y): Segment => ({ x0: box.x0, x1: box.x1, y0: y, y1: y, width: 0.5 }));
  const aligned = alignedGrid(lines, rules);
  if (!aligned || aligned.lines.size < lines.length) return undefined;
  const { grid, cells } = aligned;
  return { grid: { ...grid, box, xs: [box.x0, ...grid.xs.slice(1, -1), box.x1] }, cells };
}
