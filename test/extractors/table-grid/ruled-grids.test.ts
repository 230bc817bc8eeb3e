import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../extractors/drawn-page.ts';
import { ruledGrids } from '../../../extractors/table-grid/ruled-grids.ts';
import { drawn, frame, plain, segment, shape } from './drawing.ts';

const table = drawn(plain([50, 150, 250, 350], [100, 120, 140, 160]));
const tableShape = shape(plain([50, 150, 250, 350], [100, 120, 140, 160]));
const shapes = (segments: readonly Segment[]): unknown[] => ruledGrids(segments).map(shape);

/** Horizontal lines from x0 to x1 at each y. */
const rules = (x0: number, x1: number, ys: readonly number[]): Segment[] =>
  ys.map((y) => segment(x0, y, x1, y));

describe('what is no ruling of the grid', () => {
  test('an underline beneath text and a line through it split no cell', () => {
    const marks = [segment(60, 133, 110, 133), segment(160, 130, 240, 130)];
    expect(shapes([...table, ...marks])).toEqual([tableShape]);
  });

  test('ticks at a border split no cell', () => {
    const ticks = [segment(50, 128, 56, 128), segment(200, 120, 200, 124)];
    expect(shapes([...table, ...ticks])).toEqual([tableShape]);
  });

  test('a line for writing on, from one side into the cell, splits none', () => {
    expect(shapes([...table, segment(150, 131, 225, 131)])).toEqual([tableShape]);
  });

  test('a slanted line in the head splits no cell', () => {
    expect(shapes([...table, segment(50, 100, 150, 120)])).toEqual([tableShape]);
  });

  test('a single line is no grid', () => {
    expect(shapes([segment(50, 100, 500, 100)])).toEqual([]);
  });

  test('a box to tick is no grid, a frame around text is one of one cell', () => {
    expect(shapes(frame(100, 100, 110, 110))).toEqual([]);
    expect(shapes(frame(100, 100, 400, 150))).toEqual([shape(plain([0, 1], [0, 1]))]);
  });

  test('a frame around the page is no grid', () => {
    const extent = { width: 595, height: 842 };
    expect(ruledGrids(frame(15, 15, 580, 827), extent)).toEqual([]);
    expect(ruledGrids(frame(90, 72, 505, 770), extent)).toHaveLength(1);
  });

  test('the lines of a filled area are its two sides only', () => {
    const fill = Array.from({ length: 41 }, (_, i) =>
      segment(50, 100 + 0.5 * i, 350, 100 + 0.5 * i),
    );
    expect(shapes([...table, ...fill])).toEqual([tableShape]);
  });
});

describe('tables beside, below and inside each other', () => {
  test('two side by side stay two', () => {
    const other = drawn(plain([360, 400, 450], [100, 120, 140, 160]));
    expect(ruledGrids([...table, ...other]).map(({ box }) => [box.x0, box.x1])).toEqual([
      [50, 350],
      [360, 450],
    ]);
  });

  test('two stacked with a small gap stay two', () => {
    const other = drawn(plain([50, 150, 250, 350], [168, 188, 208]));
    expect(shapes([...table, ...other])).toEqual([
      tableShape,
      shape(plain([0, 1, 2, 3], [0, 1, 2])),
    ]);
  });

  test('one inside a cell of another is a grid of its own', () => {
    const host = drawn(plain([40, 300, 500], [100, 220, 260]));
    const inner = drawn(plain([55, 150, 290], [120, 150, 180]));
    expect(ruledGrids([...host, ...inner]).map(({ box }) => box)).toEqual([
      { x0: 40, y0: 100, x1: 500, y1: 260 },
      { x0: 55, y0: 120, x1: 290, y1: 180 },
    ]);
  });
});

describe('sides that are not drawn', () => {
  test('a table without any outer side has them where its lines end', () => {
    const inner = [
      ...rules(50, 350, [120, 140]),
      segment(150, 100, 150, 160),
      segment(250, 100, 250, 160),
    ];
    expect(shapes(inner)).toEqual([tableShape]);
  });

  test('a label over several rows at an open side is one cell', () => {
    const lines = [
      ...rules(50, 350, [100, 160]),
      ...rules(150, 350, [120, 140]),
      segment(150, 100, 150, 160),
      segment(250, 100, 250, 160),
    ];
    const [grid] = ruledGrids(lines);
    expect(grid?.cells[0]).toMatchObject({ row: 0, column: 0, rowSpan: 3, columnSpan: 1 });
    expect(grid?.cells).toHaveLength(7);
  });

  test('a column of merged labels at an open side is one, however few lines reach its side', () => {
    const inner = [60, 120, 200];
    const rows = Array.from({ length: 11 }, (_, i) => 20 * i);
    const lines = [
      ...rows.map((y) => segment([0, 180, 200].includes(y) ? 0 : 60, y, 200, y)),
      ...inner.map((x) => segment(x, 0, x, 200)),
    ];
    const [whole] = ruledGrids(lines);
    expect([whole?.cells[0], whole?.xs.length]).toMatchObject([{ rowSpan: 9 }, 4]);
    const [cut] = ruledGrids(lines.filter(({ x0, y0 }) => x0 > 0 || y0 > 0));
    expect([cut?.cells[0], cut?.xs.length]).toMatchObject([{ rowSpan: 9 }, 4]);
  });

  test('a column that no line crosses on this page ends at the line as high as the table', () => {
    const lines = drawn(plain([60, 120, 200], [0, 20, 40]));
    const [grid] = ruledGrids([...lines, segment(0, 0, 0, 40)]);
    expect(grid?.cells[0]).toMatchObject({ column: 0, rowSpan: 2 });
    expect(grid?.xs).toHaveLength(4);
    const [other] = ruledGrids([...lines, segment(0, 0, 0, 70)]);
    expect(other?.xs).toHaveLength(3);
  });

  test('rows over the whole width inside an open table belong to it', () => {
    const lines = [
      ...rules(50, 350, [80, 100, 120, 140, 160]),
      ...[150, 250].flatMap((x) => [segment(x, 80, x, 100), segment(x, 140, x, 160)]),
      segment(300, 80, 300, 160),
    ];
    const [grid] = ruledGrids(lines);
    expect(grid?.ys).toEqual([80, 100, 120, 140, 160]);
    expect(grid?.cells.slice(4, 8)).toMatchObject([
      { row: 1, columnSpan: 3 },
      { row: 1, columnSpan: 1 },
      { row: 2, columnSpan: 3 },
      { row: 2, columnSpan: 1 },
    ]);
  });

  test('an open table takes no lines of the next one, as wide as it', () => {
    const next = rules(50, 350, [180, 200, 220, 240]);
    const open = [
      ...rules(50, 350, [100, 120, 140, 160]),
      segment(150, 100, 150, 160),
      segment(250, 100, 250, 160),
    ];
    expect(shapes([...open, ...next])).toEqual([tableShape]);
  });

  test('an outer side missing beside one row is closed', () => {
    const broken = table.filter(({ x0, x1, y0 }) => !(x0 === 50 && x1 === 50 && y0 === 120));
    expect(shapes(broken)).toEqual([tableShape]);
  });

  test('an empty corner outside the table is no cell', () => {
    const lines = [
      ...rules(150, 350, [100]),
      ...rules(50, 350, [120, 140, 160]),
      segment(50, 120, 50, 160),
      ...[150, 250, 350].map((x) => segment(x, 100, x, 160)),
    ];
    const [grid] = ruledGrids(lines);
    expect(grid?.cells).toHaveLength(8);
    expect(grid?.cells[0]).toMatchObject({ row: 0, column: 1 });
  });
});

describe('lines that are not quite where they belong', () => {
  test('a boundary drawn a little aside in each row is one', () => {
    const lines = [
      ...rules(50, 350, [100, 120, 140, 160]),
      segment(50, 100, 50, 160),
      segment(350, 100, 350, 160),
      segment(200, 100, 200, 120),
      segment(201.8, 120, 201.8, 140),
      segment(203, 140, 203, 160),
    ];
    expect(shapes(lines)).toEqual([shape(plain([0, 1, 2], [0, 1, 2, 3]))]);
  });

  test('a narrow column of a finely ruled table stays one', () => {
    const xs = Array.from({ length: 40 }, (_, i) => 50 + 8 * i);
    xs.splice(20, 0, 50 + 8 * 19 + 3.5);
    expect(shapes(drawn(plain(xs, [100, 106, 112])))).toEqual([shape(plain(xs, [100, 106, 112]))]);
  });

  test('a frame of two lines 3 points apart gives no rows of its own', () => {
    expect(shapes([...table, ...frame(47, 97, 353, 163)])).toEqual([tableShape]);
    expect(shapes([...table.map((line) => ({ ...line })), ...frame(53, 103, 347, 157)])).toEqual([
      tableShape,
    ]);
  });

  test('where a piece of a line is lost, the rest of it decides', () => {
    const hole = [
      ...frame(50, 100, 350, 160),
      segment(50, 120, 350, 120),
      segment(50, 140, 350, 140),
      segment(150, 100, 150, 160),
      // Of the second inner line only two of three rows are drawn: the middle row is one wide cell.
      segment(250, 100, 250, 120),
      segment(250, 140, 250, 160),
    ];
    const [grid] = ruledGrids(hole);
    expect(grid?.cells.map(({ row, columnSpan }) => `${row}:${columnSpan}`)).toEqual([
      '0:1',
      '0:1',
      '0:1',
      '1:1',
      '1:2',
      '2:1',
      '2:1',
      '2:1',
    ]);
  });

  test('an area that is no rectangle is cut along the shortest missing piece', () => {
    const lines = [
      ...frame(50, 100, 350, 140),
      // The row line stops at 200; the column line stands in the upper row only as far as there.
      segment(50, 120, 200, 120),
      segment(200, 120, 200, 140),
    ];
    const [grid] = ruledGrids(lines);
    const area = grid?.cells.reduce(
      (sum, { box }) => sum + (box.x1 - box.x0) * (box.y1 - box.y0),
      0,
    );
    expect(area).toBe(300 * 40);
    expect(grid?.cells.map(({ box }) => box)).toEqual([
      { x0: 50, y0: 100, x1: 200, y1: 120 },
      { x0: 200, y0: 100, x1: 350, y1: 140 },
      { x0: 50, y0: 120, x1: 200, y1: 140 },
    ]);
  });
});

test('dots of a line along a row bridge no lines that go down', () => {
  const plan = plain([50.25, 86.25, 122.25, 194.25], [100.25, 118.25, 136.25, 154.25]);
  const dots = drawn(plan).flatMap(({ x0, y0, x1, y1 }) =>
    Array.from({ length: Math.round(Math.max(x1 - x0, y1 - y0) / 1.5) + 1 }, (_, i) => {
      const [x, y] = [x0 + (x1 > x0 ? 1.5 * i : 0), y0 + (y1 > y0 ? 1.5 * i : 0)];
      const half = 0.75 / 2;
      return [segment(x - half, y, x + half, y, 0.75), segment(x, y - half, x, y + half, 0.75)];
    }).flat(),
  );
  expect(shapes(dots)).toEqual([shape(plan)]);
});
