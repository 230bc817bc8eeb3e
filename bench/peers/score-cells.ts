import { joinRepeated } from './continued-tables.ts';
import { fold, type Grid, type GridCell, visibleGrid } from './grid.ts';

/** How many cells of the true tables a tool gives as they are. */
export interface CellScore {
  readonly cells: number;
  /** With their text, row, column and spans. */
  readonly exact: number;
  /** With their text, column and spans: a row too many moves all rows below it. */
  readonly exactButRow: number;
}

/**
 * Each true table against the given one that shares most cells with it. A table that begins again
 * on the next page may be given as one or as two.
 */
export function scoreCells(truth: readonly Grid[], given: readonly Grid[]): CellScore {
  const scores = [truth, joinRepeated(truth)].map((tables) => compare(tables, given));
  return scores.reduce((best, each) => (share(each) > share(best) ? each : best));
}

function share({ exact, cells }: CellScore): number {
  return exact / Math.max(1, cells);
}

function compare(truth: readonly Grid[], given: readonly Grid[]): CellScore {
  const seen = given.map(visibleGrid);
  const left = seen.map((grid) => new Set(grid.map(keyOf)));
  let exact = 0;
  for (const table of truth) {
    const keys = visibleGrid(table).map(keyOf);
    let best = -1;
    let most = 0;
    for (const [index, cells] of left.entries()) {
      const shared = keys.filter((key) => cells.has(key)).length;
      if (shared > most) [best, most] = [index, shared];
    }
    if (best >= 0) left.splice(best, 1);
    exact += most;
  }
  const cells = truth.flatMap(visibleGrid);
  return { cells: cells.length, exact, exactButRow: countShared(cells, seen.flat()) };
}

function countShared(truth: readonly GridCell[], given: readonly GridCell[]): number {
  const counts = new Map<string, number>();
  for (const cell of given) counts.set(shapeOf(cell), (counts.get(shapeOf(cell)) ?? 0) + 1);
  let shared = 0;
  for (const cell of truth) {
    const left = counts.get(shapeOf(cell)) ?? 0;
    if (left === 0) continue;
    counts.set(shapeOf(cell), left - 1);
    shared += 1;
  }
  return shared;
}

function keyOf(cell: GridCell): string {
  return `${cell.row} ${shapeOf(cell)}`;
}

function shapeOf({ column, rowSpan, columnSpan, text }: GridCell): string {
  return `${column} ${rowSpan} ${columnSpan} ${fold(text)}`;
}
