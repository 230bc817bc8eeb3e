import { describe, expect, test } from 'vitest';
import type { Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { alignedGrid } from '../../../extractors/table-grid/aligned-grid.ts';
import { fillGrid } from '../../../extractors/table-grid/cell-text.ts';
import { distinctGlyphs } from '../../../extractors/table-grid/distinct-glyphs.ts';
import { ruledGrids } from '../../../extractors/table-grid/ruled-grids.ts';
import { textLines } from '../../../extractors/table-grid/text-lines.ts';
import { drawn, plain, segment, written } from './drawing.ts';

const many = 100_000;
/** On a machine that is busy with other things. */
const patience = 60_000;

/** A number between 0 and 1 that looks random and is always the same. */
function scattered(i: number, salt: number): number {
  return (Math.imul(i * 2 + salt, 2_654_435_761) >>> 0) / 2 ** 32;
}

/** Every input ends; a quadratic way through these would not within the test's time. */
describe('degenerate input ends', () => {
  const segments: Record<string, (i: number) => Segment> = {
    'not a number': () => segment(Number.NaN, 1, Number.POSITIVE_INFINITY, 2),
    'of no length, all at one place': () => segment(100, 100, 100, 100),
    'all on each other': () => segment(50, 100, 500, 100),
    'scattered over the page': (i) => {
      const [x, y] = [scattered(i, 1) * 600, scattered(i, 7) * 800];
      return i % 2 ? segment(x, y, x + 30, y) : segment(x, y, x, y + 30);
    },
    'a hatching one point apart': (i) =>
      i % 2 ? segment(0, i % 800, 600, i % 800) : segment(i % 600, 0, i % 600, 800),
    'far beyond any page': (i) => segment(i * 1e300, -1e308, i * 1e300, 1e308),
    'at huge coordinates': (i) =>
      i % 2 ? segment(0, i / 4, 29_000, i / 4) : segment(i / 4, 0, i / 4, 29_000),
  };

  test.each(Object.entries(segments))(
    'of 100,000 segments %s',
    (_, make) => {
      const grids = ruledGrids(Array.from({ length: many }, (_, i) => make(i)));
      for (const { cells } of grids) expect(cells.length).toBeGreaterThan(0);
    },
    patience,
  );

  test(
    'a page of 40,000 cells comes back whole',
    () => {
      const steps = Array.from({ length: 201 }, (_, i) => 10 + 12 * i);
      const [grid] = ruledGrids(drawn(plain(steps, steps)));
      expect(grid?.cells).toHaveLength(40_000);
    },
    patience,
  );

  const glyphs: Record<string, (i: number) => Glyph> = {
    'not a number': () => box('x', Number.NaN, Number.NaN, Number.NaN),
    'all at one place': (i) => box(String.fromCodePoint(0x4e00 + (i % 2000)), 100, 100, 10),
    'of no size': (i) => box('1', scattered(i, 1) * 600, scattered(i, 7) * 800, 0),
    'of all sizes': (i) =>
      box('1', scattered(i, 1) * 600, scattered(i, 7) * 800, scattered(i, 3) * 100),
    'one below the other': (i) => box('1', 100, (i * 800) / many, 10),
    'of one line of digits': (i) => box(i === many - 1 ? '字' : '1', (i * 600) / many, 100, 10),
    'scattered over the page': (i) => box('字', scattered(i, 1) * 600, scattered(i, 7) * 800, 10),
    'at huge coordinates': (i) => box('1', i * 1e300, -i * 1e300, 1e300),
    'of usual size at huge coordinates': (i) =>
      box('1', i % 2 ? 1e300 : -1e300, i % 3 ? 1e300 : -1e300, 10),
    'too small to see': (i) => box('1', i, i, 1e-300),
  };

  test.each(Object.entries(glyphs))(
    'of 100,000 glyphs %s',
    (_, make) => {
      const all = Array.from({ length: many }, (_, i) => make(i));
      const { distinct, duplicates } = distinctGlyphs(all);
      expect(distinct.length + duplicates.length).toBe(many);
      const lines = textLines(distinct);
      expect(lines.reduce((sum, line) => sum + line.glyphs.length, 0)).toBe(distinct.length);
      alignedGrid(lines.slice(0, 5000));
      const [grid] = ruledGrids(drawn(plain([0, 300, 600], [0, 400, 800])));
      if (!grid) throw new TypeError('Expected a grid, got none');
      const { cells, inside } = fillGrid(grid, distinct);
      const characters = cells.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
      expect(characters).toBe([...inside].length);
    },
    patience,
  );

  test('nothing at all gives nothing', () => {
    expect(ruledGrids([])).toEqual([]);
    expect(textLines([])).toEqual([]);
    expect(alignedGrid([])).toBeNull();
    expect(textLines(written('   ', 0, 0))).toEqual([]);
  });
});

function box(text: string, x: number, y: number, size: number): Glyph {
  return { text, x0: x, y0: y, x1: x + size / 2, y1: y + size, size };
}
