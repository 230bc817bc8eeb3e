import { describe, expect, it } from 'vitest';
import type { Fill, Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { fillRulings } from '../../../extractors/table-grid/fill-rulings.ts';
import { ruledGrids } from '../../../extractors/table-grid/ruled-grids.ts';
import { frame, type PlannedGrid, plain, shape, written } from './drawing.ts';

const xs = [50, 100, 260, 340, 420];
const ys = [100, 120, 140, 160, 180, 200];

function page(fills: readonly Fill[], glyphs: readonly Glyph[], segments: readonly Segment[] = []) {
  return { page: 1, width: 595, height: 842, glyphs, segments, fills };
}

/** A background for each cell of a plan that `takes` takes, `gap` smaller on every side. */
function backgrounds(
  plan: PlannedGrid,
  takes: (cell: PlannedGrid['cells'][number]) => boolean = () => true,
  gap = 0,
  white = false,
): Fill[] {
  return plan.cells.filter(takes).map(({ row, column, rowSpan, columnSpan }) => ({
    x0: (plan.xs[column] ?? 0) + gap,
    y0: (plan.ys[row] ?? 0) + gap,
    x1: (plan.xs[column + columnSpan] ?? 0) - gap,
    y1: (plan.ys[row + rowSpan] ?? 0) - gap,
    white,
  }));
}

function texts({ cells, xs: across, ys: down }: PlannedGrid): Glyph[] {
  return cells.flatMap(({ row, column }) =>
    written(`${row}${column}.50`, (across[column] ?? 0) + 5, (down[row] ?? 0) + 5),
  );
}

function gridsOf(drawn: ReturnType<typeof page>) {
  return ruledGrids([...drawn.segments, ...fillRulings(drawn)], drawn);
}

const whole = plain(xs, ys);
const merged: PlannedGrid = {
  xs,
  ys,
  cells: [
    ...whole.cells.filter(
      ({ row, column }) => !(row === 0 && column > 0) && !(column === 0 && row > 1),
    ),
    { row: 0, column: 1, rowSpan: 1, columnSpan: 3 },
  ].map((cell) => (cell.row === 1 && cell.column === 0 ? { ...cell, rowSpan: 4 } : cell)),
};

describe('tables that only the backgrounds of their cells draw', () => {
  it('have the cells that their backgrounds have, whether gaps or colours part them', () => {
    for (const gap of [0, 0.75, 1.5]) {
      for (const plan of [whole, merged]) {
        const [grid, more] = gridsOf(page(backgrounds(plan, undefined, gap), texts(plan)));
        expect(more).toBeUndefined();
        expect(shape(grid)).toEqual({
          ...shape(plan),
          cells: expect.arrayContaining(
            plan.cells.map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan}`),
          ),
        });
        expect(grid?.cells).toHaveLength(plan.cells.length);
      }
    }
  });

  it('have the rows between the striped ones, and those beyond the outermost stripes', () => {
    for (const parity of [0, 1]) {
      const striped = backgrounds(whole, ({ row }) => row % 2 === parity);
      const [grid] = gridsOf(page(striped, texts(whole)));
      expect(shape(grid)).toEqual(shape(whole));
    }
  });

  it('keep text over several columns of a row without background in one cell', () => {
    const striped = backgrounds(whole, ({ row }) => row % 2 === 0);
    const title = written('本行文字横跨右边的三栏一直写到末尾处中间没有停顿也没有空格', 110, 125);
    const others = texts(whole).filter(({ y0 }) => y0 < 120 || y0 > 140);
    const [grid] = gridsOf(page(striped, [...others, ...title]));
    expect(grid?.cells.filter(({ row }) => row === 1).map((c) => c.columnSpan)).toEqual([1, 3]);
  });

  it('are white on a coloured ground', () => {
    const ground = { x0: 48, y0: 98, x1: 422, y1: 202, white: false };
    const cells = backgrounds(whole, undefined, 0.5, true);
    expect(shape(gridsOf(page([ground, ...cells], texts(whole)))[0])).toEqual(shape(whole));
    expect(fillRulings(page(cells, texts(whole)))).toEqual([]);
  });

  it('have a level rule between stripes over the whole width, which part no columns', () => {
    const stripes = [100, 140, 180].map((y) => ({
      x0: 50,
      y0: y,
      x1: 420,
      y1: y + 20,
      white: false,
    }));
    const rules = fillRulings(page(stripes, texts(whole)));
    expect(rules.map(({ y0 }) => y0)).toEqual(ys);
    expect(rules.every(({ x0, x1 }) => x0 === 50 && x1 === 420)).toBe(true);
  });
});

describe('backgrounds that are no table', () => {
  it('end where their words do: a highlight', () => {
    const lines = ['本年度预算执行良好', '资金拨付及时到位', '全年执行率达到九成以上'];
    const glyphs = lines.flatMap((line, i) => written(line, 50, 100 + 12 * i));
    const fills = lines.flatMap((line, i) =>
      [0, 4].map((from) => ({
        x0: 50 + 10 * from,
        y0: 99 + 12 * i,
        x1: 50 + 10 * (from === 0 ? 4 : line.length),
        y1: 111 + 12 * i,
        white: false,
      })),
    );
    expect(fillRulings(page(fills, glyphs))).toEqual([]);
  });

  it('lie in the cells of a table that is drawn', () => {
    const lines = xs.flatMap((x0) => xs.flatMap((x1) => (x0 < x1 ? frame(x0, 100, x1, 200) : [])));
    const drawn = [...lines, ...frame(50, 100, 420, 150)];
    expect(fillRulings(page(backgrounds(whole), texts(whole), drawn))).toEqual([]);
  });

  it('have text that runs across their sides', () => {
    const glyphs = ys.flatMap((y) =>
      written('一段文字从左到右写过所有的底色而不停顿，直至行末才止', 52, y + 5),
    );
    expect(fillRulings(page(backgrounds(whole), glyphs))).toEqual([]);
  });

  it('hold no text: a chart', () => {
    expect(fillRulings(page(backgrounds(whole), []))).toEqual([]);
  });
});
