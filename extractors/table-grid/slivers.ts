import type { Rectangle } from './rectangles.ts';

/**
 * A band between two boundaries is a double line, or one boundary drawn aside of itself, and no row
 * or column: narrower than 4 points and much narrower than the others, or no more than a margin.
 */
const doubleLine = { points: 4, share: 0.3 };
const margin = { points: 7, share: 0.15 };

/** A grid while it is tidied up. */
export interface DrawnGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly Rectangle[];
}

/** The grid without boundaries that no cell begins or ends at, and without bands that hold no text. */
export function withoutSlivers({ xs, ys, cells }: DrawnGrid): DrawnGrid {
  const columns = bandsKept(
    xs,
    cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]),
  );
  const rows = bandsKept(
    ys,
    cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]),
  );
  return {
    xs: columns.places,
    ys: rows.places,
    cells: cells.flatMap((cell) => {
      const row = rows.index[cell.row] ?? 0;
      const column = columns.index[cell.column] ?? 0;
      const rowSpan = (rows.index[cell.row + cell.rowSpan] ?? 0) - row;
      const columnSpan = (columns.index[cell.column + cell.columnSpan] ?? 0) - column;
      return rowSpan > 0 && columnSpan > 0 ? [{ row, column, rowSpan, columnSpan }] : [];
    }),
  };
}

/** The boundaries that are kept, and for each old one the index of the new one it became. */
function bandsKept(
  places: readonly number[],
  used: readonly number[],
): { places: number[]; index: number[] } {
  const uses = new Set(used);
  const kept = [...places.keys()].filter((i) => uses.has(i));
  const usual = usualBand(kept.map((i) => places[i] ?? 0));
  const limit = Math.max(
    ...[doubleLine, margin].map(({ points, share }) => Math.min(points, share * usual)),
  );
  const merged: number[] = [];
  const index: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const [order, i] of kept.entries()) {
    const place = places[i] ?? 0;
    if (place - first < limit) {
      // The outer line of the table's frame is its side; between rows, the middle is.
      if (order === kept.length - 1) merged[merged.length - 1] = place;
      else if (merged.length > 1) merged[merged.length - 1] = (first + place) / 2;
    } else {
      merged.push(place);
      first = place;
    }
    index[i] = merged.length - 1;
  }
  return { places: merged, index };
}

/** The middle one; where cells are set apart, as many bands part them as hold them. */
function usualBand(places: readonly number[]): number {
  const bands = places.slice(1).map((place, i) => place - (places[i] ?? 0));
  const rows = bands.filter((band) => band > doubleLine.points);
  const all = rows.length * 3 >= bands.length ? rows : bands;
  return all.sort((a, b) => a - b)[all.length >> 1] ?? 0;
}
