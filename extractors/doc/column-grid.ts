/** Where a row's cells lie: the grid column at which each begins, and at last where the row ends. */
export interface GridRow {
  readonly bounds: readonly number[];
}

/** The columns of a table, and each row's place among them. */
export interface ColumnGrid {
  readonly columns: number;
  /** Of each column, in twips. */
  readonly widths: readonly number[];
  readonly rows: readonly GridRow[];
}

/**
 * Edges of different rows with no more than this between them, in twips (a point has 20), are one
 * to the eye: rows were dragged, or their widths rounded. Neither may a whole line be wider than
 * that by much.
 */
const tolerance = 20;
const widestLine = 60;

interface Edge {
  readonly at: number;
  readonly row: number;
  readonly index: number;
}

/**
 * The columns of a table whose rows each have edges of their own: edges that lie together are one
 * line, but two of the same row never are. Lines are ordered by where their first edge lies.
 *
 * @param rows the edges of each row, in twips, from left to right
 */
export function buildColumnGrid(rows: readonly (readonly number[])[]): ColumnGrid {
  const edges = rows.flatMap((row, number) =>
    ascending(row).map((at, index): Edge => ({ at, row: number, index })),
  );
  edges.sort((a, b) => a.at - b.at || a.index - b.index);
  const bounds = rows.map((row) => new Array<number>(row.length).fill(0));
  let line = -1;
  const lines: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let members = new Set<number>();
  for (const { at, row, index } of edges) {
    if (at - last > tolerance || at - first > widestLine || members.has(row)) {
      line++;
      lines.push(at);
      first = at;
      members = new Set();
    }
    last = at;
    members.add(row);
    const own = bounds[row];
    if (own) own[index] = line;
  }
  const widths = lines.slice(1).map((at, index) => at - (lines[index] ?? 0));
  return { columns: Math.max(0, line), widths, rows: bounds.map((own) => ({ bounds: own })) };
}

/** A cell without width, or with less than none, still is a cell: its edges are told apart. */
function ascending(row: readonly number[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return row.map((edge) => {
    last = Math.max(edge, last + 1);
    return last;
  });
}
