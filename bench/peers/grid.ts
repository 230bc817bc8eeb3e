/** A cell at its top left grid position, as ExtractedDocument has it. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A table: cells row by row, left to right; a covered position has none. */
export type Grid = readonly GridCell[];

/** Text without its spaces and width variants: how a line is broken is no difference. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * The same grid without the rows and columns in which no cell begins. A printed page can't show
 * them, and two files of the same form may differ in them.
 */
export function visibleGrid(grid: Grid): Grid {
  const rows = edges(grid.map(({ row, rowSpan }) => [row, row + rowSpan]));
  const columns = edges(grid.map(({ column, columnSpan }) => [column, column + columnSpan]));
  return grid.map((cell) => {
    const row = rows(cell.row);
    const column = columns(cell.column);
    return {
      row,
      column,
      rowSpan: Math.max(1, rows(cell.row + cell.rowSpan) - row),
      columnSpan: Math.max(1, columns(cell.column + cell.columnSpan) - column),
      text: cell.text,
    };
  });
}

/** Counts the starts before a place. */
function edges(spans: readonly (readonly [number, number])[]): (place: number) => number {
  const starts = [...new Set(spans.map(([start]) => start))].sort((a, b) => a - b);
  const ordinals = new Map<number, number>();
  for (const place of new Set(spans.flat())) {
    ordinals.set(place, starts.filter((start) => start < place).length);
  }
  return (place) => ordinals.get(place) ?? 0;
}

/** Tables as one, where a table of as many columns follows: how a printed table goes on. */
export function joinContinued(grids: readonly Grid[]): Grid[] {
  const joined: Grid[] = [];
  for (const grid of grids) {
    const last = joined.at(-1);
    if (last && widthOf(last) === widthOf(grid)) {
      const below = heightOf(last);
      const moved = grid.map((cell) => ({ ...cell, row: cell.row + below }));
      joined[joined.length - 1] = [...last, ...moved];
    } else {
      joined.push(grid);
    }
  }
  return joined;
}

/** Rows of a grid. */
export function heightOf(grid: Grid): number {
  return grid.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
}

function widthOf(grid: Grid): number {
  return grid.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0);
}
