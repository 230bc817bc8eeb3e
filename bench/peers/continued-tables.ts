import { fold, type Grid, type GridCell, heightOf } from './grid.ts';

/**
 * Tables as one where the next begins with a row of the last (the heading, written again on the
 * next page): without that row, and with a cell that began in it as part of the one above.
 */
export function joinRepeated(grids: readonly Grid[]): Grid[] {
  const joined: Grid[] = [];
  for (const grid of grids) {
    const last = joined.at(-1);
    if (last && repeatsRow(last, grid)) joined[joined.length - 1] = append(last, grid);
    else joined.push(grid);
  }
  return joined;
}

function repeatsRow(grid: Grid, next: Grid): boolean {
  const heading = rowTexts(next, 0);
  // One cell says nothing: a unit's name stands at the top of many tables.
  if (next.filter(({ row }) => row === 0).length < 3) return false;
  const rows = new Set(grid.map(({ row }) => row));
  return [...rows].some((row) => rowTexts(grid, row) === heading);
}

function rowTexts(grid: Grid, row: number): string {
  const cells = grid.filter((cell) => cell.row === row);
  return cells.map(({ column, text }) => `${column} ${fold(text)}`).join('\n');
}

function append(grid: Grid, next: Grid): Grid {
  const below = heightOf(grid);
  const cells: GridCell[] = [...grid];
  for (const cell of next) {
    const moved = { ...cell, row: cell.row + below - 1 };
    if (cell.row > 0) {
      cells.push(moved);
      continue;
    }
    const rest = cell.rowSpan - 1;
    if (rest === 0) continue;
    const above = cells.findIndex((each) => isSameColumn(each, cell, below));
    const open = cells[above];
    if (open) cells[above] = { ...open, rowSpan: open.rowSpan + rest };
    else cells.push({ ...moved, row: below, rowSpan: rest });
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether a cell reaches down to the end and has the text of the one that goes on. */
function isSameColumn(cell: GridCell, next: GridCell, end: number): boolean {
  return (
    cell.column === next.column &&
    cell.columnSpan === next.columnSpan &&
    cell.row + cell.rowSpan === end &&
    fold(cell.text) === fold(next.text)
  );
}
