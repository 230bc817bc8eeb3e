import { firstAtLeast } from './boundaries.ts';
import type { RuledGrid } from './ruled-grids.ts';

/** A look-up from a place on the page to the index of the grid's cell there. */
export function cellFinder(grid: RuledGrid): (x: number, y: number) => number | undefined {
  const { xs, ys, cells } = grid;
  const columns = xs.length - 1;
  // 0 is no cell: where the grid has a hole.
  const owner = new Int32Array(columns * (ys.length - 1));
  for (const [i, { row, column, rowSpan, columnSpan }] of cells.entries()) {
    for (let r = row; r < row + rowSpan; r += 1) {
      owner.fill(i + 1, r * columns + column, r * columns + column + columnSpan);
    }
  }
  return (x, y) => {
    const column = firstAtLeast(xs, x) - 1;
    const row = firstAtLeast(ys, y) - 1;
    if (column < 0 || row < 0 || column >= columns || row >= ys.length - 1) return undefined;
    const index = owner[row * columns + column] ?? 0;
    return index === 0 ? undefined : index - 1;
  };
}
