import type { Glyph, Segment } from '../../../extractors/drawn-page.ts';
import type { RuledGrid } from '../../../extractors/table-grid/ruled-grids.ts';

/** A cell to draw, in grid positions. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table to draw: its boundaries, and cells that cover it. */
export interface PlannedGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PlannedCell[];
}

export function segment(x0: number, y0: number, x1: number, y1: number, width = 0.5): Segment {
  return { x0, y0, x1, y1, width };
}

/** Four sides of a rectangle. */
export function frame(x0: number, y0: number, x1: number, y1: number): Segment[] {
  return [
    segment(x0, y0, x1, y0),
    segment(x0, y1, x1, y1),
    segment(x0, y0, x0, y1),
    segment(x1, y0, x1, y1),
  ];
}

/** Every cell of a plain grid. */
export function plain(xs: readonly number[], ys: readonly number[]): PlannedGrid {
  const cells = ys
    .slice(1)
    .flatMap((_, row) =>
      xs.slice(1).map((_, column) => ({ row, column, rowSpan: 1, columnSpan: 1 })),
    );
  return { xs, ys, cells };
}

/** The lines of a plan: each cell's upper and left side, and the right and lower side of the table. */
export function drawn({ xs, ys, cells }: PlannedGrid): Segment[] {
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  return [
    ...cells.flatMap(({ row, column, rowSpan, columnSpan }) => [
      segment(x(column), y(row), x(column + columnSpan), y(row)),
      segment(x(column), y(row), x(column), y(row + rowSpan)),
    ]),
    segment(x(0), y(ys.length - 1), x(xs.length - 1), y(ys.length - 1)),
    segment(x(xs.length - 1), y(0), x(xs.length - 1), y(ys.length - 1)),
  ];
}

/** What a grid has in common with its plan: counts, and cells by position. */
export function shape(grid: RuledGrid | PlannedGrid | undefined): object | undefined {
  return (
    grid && {
      rows: grid.ys.length - 1,
      columns: grid.xs.length - 1,
      cells: grid.cells.map(
        ({ row, column, rowSpan, columnSpan }) => `${row},${column} ${rowSpan}x${columnSpan}`,
      ),
    }
  );
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** A line of text as glyphs: Chinese one em wide, others half; a space only moves the pen. */
export function written(text: string, x: number, y: number, size = 10): Glyph[] {
  const glyphs: Glyph[] = [];
  let pen = x;
  for (const character of text) {
    const width = wide.test(character) ? size : size / 2;
    if (character !== ' ') {
      glyphs.push({ text: character, x0: pen, y0: y, x1: pen + width, y1: y + size, size });
    }
    pen += width;
  }
  return glyphs;
}

/** Several lines, one below the other. */
export function writtenLines(texts: readonly string[], x: number, y: number, size = 10): Glyph[] {
  return texts.flatMap((text, i) => written(text, x, y + 1.3 * size * i, size));
}
