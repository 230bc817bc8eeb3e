import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../extractors/drawn-page.ts';
import { fillGrid } from '../../../extractors/table-grid/cell-text.ts';
import { ruledGrids } from '../../../extractors/table-grid/ruled-grids.ts';
import { drawn, type PlannedCell, type PlannedGrid, segment, shape, written } from './drawing.ts';

/** Bands of 14 to 80 points, begun at 40. */
const places = fc
  .array(fc.integer({ min: 14, max: 80 }), { minLength: 1, maxLength: 9 })
  .map((bands) => {
    let at = 40;
    return [at, ...bands.map((band) => (at += band))];
  });

/** A grid with merged cells in which every boundary is some cell's: others nobody can see. */
const plans: fc.Arbitrary<PlannedGrid> = fc
  .record({
    xs: places,
    ys: places,
    merges: fc.array(
      fc.record({
        row: fc.nat(8),
        column: fc.nat(8),
        rowSpan: fc.integer({ min: 1, max: 4 }),
        columnSpan: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ xs, ys, merges }) => ({ xs, ys, cells: cellsWith(merges, ys.length - 1, xs.length - 1) }))
  .filter(({ xs, ys, cells }) => isSeen(cells, ys.length - 1, xs.length - 1))
  // A single cell so small is a box to tick.
  .filter(({ xs, ys }) => Math.max(xs.at(-1) ?? 0, ys.at(-1) ?? 0) >= 60);

function cellsWith(merges: PlannedCell[], rows: number, columns: number): PlannedCell[] {
  const taken = new Set<string>();
  const squares = ({ row, column, rowSpan, columnSpan }: PlannedCell): string[] =>
    Array.from({ length: rowSpan * columnSpan }, (_, i) =>
      [row + Math.floor(i / columnSpan), column + (i % columnSpan)].join(),
    );
  const cells: PlannedCell[] = [];
  const place = (cell: PlannedCell): void => {
    if (cell.row + cell.rowSpan > rows || cell.column + cell.columnSpan > columns) return;
    if (squares(cell).some((square) => taken.has(square))) return;
    for (const square of squares(cell)) taken.add(square);
    cells.push(cell);
  };
  for (const merge of merges) place(merge);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      place({ row, column, rowSpan: 1, columnSpan: 1 });
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function isSeen(cells: readonly PlannedCell[], rows: number, columns: number): boolean {
  const tops = new Set(cells.map(({ row }) => row));
  const lefts = new Set(cells.map(({ column }) => column));
  return tops.size === rows && lefts.size === columns;
}

/** How a writer may draw the same lines. */
type Drawing = (segments: Segment[], random: () => number) => Segment[];

const along = ({ x0, y0, x1, y1 }: Segment, from: number, to: number): Segment =>
  segment(x0 + (x1 - x0) * from, y0 + (y1 - y0) * from, x0 + (x1 - x0) * to, y0 + (y1 - y0) * to);
const lengthOf = ({ x0, y0, x1, y1 }: Segment): number => Math.hypot(x1 - x0, y1 - y0);
const moved = (piece: Segment, dx: number, dy: number): Segment => ({
  ...piece,
  x0: piece.x0 + dx,
  x1: piece.x1 + dx,
  y0: piece.y0 + dy,
  y1: piece.y1 + dy,
});

const drawings: Record<string, Drawing> = {
  'as whole lines': (segments) => segments,
  'in pieces': (segments) =>
    segments.flatMap((line) => [0, 1, 2, 3].map((i) => along(line, i / 4, (i + 1) / 4))),
  'with gaps of 3 points, at junctions too': (segments, random) =>
    segments.flatMap((line) => {
      const gap = 3 / lengthOf(line);
      const place = random() * (1 - gap);
      return [along(line, 0, place), along(line, place + gap, 1)];
    }),
  'as double lines': (segments) =>
    segments.flatMap((line) =>
      line.y0 === line.y1
        ? [moved(line, 0, -0.8), moved(line, 0, 0.8)]
        : [moved(line, -0.8, 0), moved(line, 0.8, 0)],
    ),
  'as outlines of thin rectangles': (segments) =>
    segments.flatMap((line) => {
      const [dx, dy] = line.y0 === line.y1 ? [0, 1.5] : [1.5, 0];
      const other = moved(line, dx, dy);
      return [
        line,
        other,
        segment(line.x0, line.y0, other.x0, other.y0),
        segment(line.x1, line.y1, other.x1, other.y1),
      ];
    }),
  dashed: (segments) =>
    segments.flatMap((line) => {
      const length = lengthOf(line);
      const dashes: Segment[] = [];
      for (let at = 0; at < length; at += 5) {
        dashes.push(along(line, at / length, Math.min(1, (at + 3) / length)));
      }
      return dashes;
    }),
  dotted: (segments) =>
    segments.flatMap((line) => {
      const length = lengthOf(line);
      return Array.from({ length: Math.floor(length / 2) + 1 }, (_, i) => {
        const place = Math.min(1, (2 * i) / length);
        return { ...along(line, place, place), width: 0.5 };
      });
    }),
  'with jitter of 0.6 points, in any order': (segments, random) =>
    segments
      .map((line) => ({ line: jittered(line, random), key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line),
};

function jittered(line: Segment, random: () => number): Segment {
  const shift = (): number => 1.2 * random() - 0.6;
  return segment(line.x0 + shift(), line.y0 + shift(), line.x1 + shift(), line.y1 + shift());
}

/** A small generator of its own, so that fast-check can replay what it found. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a drawn grid comes back exactly', () => {
  test.each(Object.entries(drawings))('drawn %s', (_, drawing) => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const grids = ruledGrids(drawing(drawn(plan), randomFrom(seed)));
        expect(grids.map(shape)).toEqual([shape(plan)]);
      }),
      { numRuns: 150 },
    );
  });

  test('drawn without its left and right sides, or without its upper and lower', () => {
    const isOpenable = ({ xs, ys, cells }: PlannedGrid): boolean =>
      xs.length > 2 &&
      ys.length > 2 &&
      ys.slice(1).every((_, row) => isSplit(cells, row, 'row', 'column')) &&
      xs.slice(1).every((_, column) => isSplit(cells, column, 'column', 'row'));
    fc.assert(
      fc.property(plans.filter(isOpenable), fc.boolean(), (plan, sideways) => {
        const ends = sideways ? [plan.xs[0], plan.xs.at(-1)] : [plan.ys[0], plan.ys.at(-1)];
        const open = drawn(plan).filter(({ x0, x1, y0, y1 }) =>
          sideways ? x0 !== x1 || !ends.includes(x0) : y0 !== y1 || !ends.includes(y0),
        );
        expect(ruledGrids(open).map(shape)).toEqual([shape(plan)]);
      }),
      { numRuns: 150 },
    );
  });

  test('with the text that stands in its cells', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const texts = plan.cells.map((_, i) => `${i + 1}`);
        const glyphs = plan.cells.flatMap(({ row, column }, i) =>
          written(texts[i] ?? '', (plan.xs[column] ?? 0) + 1, (plan.ys[row] ?? 0) + 2, 8),
        );
        const [grid] = ruledGrids(drawn(plan));
        if (!grid) throw new TypeError('Expected a grid, got none');
        const { cells, inside } = fillGrid(grid, glyphs);
        expect(cells.map(({ text }) => text)).toEqual(texts);
        expect(inside.size).toBe(glyphs.length);
      }),
    );
  });
});

/** Some line crosses this row or column: else its ends are nowhere to be seen. */
function isSplit(
  cells: readonly PlannedCell[],
  band: number,
  along: 'row' | 'column',
  across: 'row' | 'column',
): boolean {
  return cells.some(
    (cell) => cell[along] <= band && band < cell[along] + cell[`${along}Span`] && cell[across] > 0,
  );
}
