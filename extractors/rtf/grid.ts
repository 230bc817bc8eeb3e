import type { CellDefinition, RowDefinition, RtfRow } from './open-table.ts';

/** A row's cells by grid columns. */
export interface GridRow {
  readonly before: number;
  /** Of each cell of the row, its columns and how it merges. */
  readonly cells: readonly {
    readonly span: number;
    readonly vertical: CellDefinition['vertical'];
    readonly horizontal: CellDefinition['horizontal'];
  }[];
}

/** Edges no farther apart than this are one to the eye, in twips: a third of a millimetre. */
const near = 20;

/** Rows beginning no farther apart than this begin together: no cell is as narrow. */
const nearStart = 120;

/** The width of a cell whose row does not say it. */
const usualWidth = 1440;

/**
 * The grid of a table: its columns lie between the edges of the cells of all its rows, since a row
 * of RTF knows nothing of the others.
 */
export function layOutGrid(rows: readonly RtfRow[]): {
  columns: number;
  widths: number[];
  rows: GridRow[];
} {
  const starts = rowStarts(rows.map(({ definition }) => definition));
  const edges = rows.map((row, index) => rowEdges(row, starts[index] ?? 0));
  const places = clusterEdges(edges.flat());
  const columnOf = (edge: number): number => places.get(edge) ?? 0;
  return {
    columns: [...places.values()].at(-1) ?? 0,
    widths: widthsOf(places),
    rows: rows.map(({ definition }, index) => {
      const [start = 0, ...rights] = edges[index] ?? [];
      let left = start;
      const cells = rights.map((right, cell) => {
        const span = Math.max(1, columnOf(right) - columnOf(left));
        left = right;
        const { vertical = null, horizontal = null } = definition.cells[cell] ?? {};
        return { span, vertical, horizontal };
      });
      return { before: columnOf(start), cells };
    }),
  };
}

/** Where each row's first cell begins. */
function rowStarts(definitions: readonly RowDefinition[]): number[] {
  const known = definitions.filter(({ cells }) => cells.length > 0);
  const first = known.reduce((least, { left }) => Math.min(least, left), known[0]?.left ?? 0);
  return definitions.map(({ left, widthBefore, cells }) => {
    if (cells.length === 0) return first;
    // Writers shift \trleft by the width left out, or leave that to the reader.
    const shifted = left - first >= widthBefore - near ? left : left + widthBefore;
    const right = cells[0]?.right ?? shifted;
    const start = shifted + near < right ? shifted : left;
    return start - first <= nearStart ? first : start;
  });
}

/** The row's left edge and its cells' right edges, each clearly right of the one before. */
function rowEdges({ definition, cells }: RtfRow, start: number): number[] {
  const edges = [start];
  let last = start;
  for (let index = 0; index < cells.length; index++) {
    const right = definition.cells[index]?.right ?? last + usualWidth;
    last = Math.max(right, last + near + 1);
    edges.push(last);
  }
  return edges;
}

/** The columns between the edges, each from its first edge to the next one's. */
function widthsOf(places: ReadonlyMap<number, number>): number[] {
  const firsts: number[] = [];
  for (const [edge, place] of places) firsts[place] ??= edge;
  return firsts.slice(1).map((edge, index) => edge - (firsts[index] ?? 0));
}

/** Each edge's grid position: edges near one another share it. */
function clusterEdges(edges: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let place = -1;
  let begins = Number.NEGATIVE_INFINITY;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - begins > near) {
      place++;
      begins = edge;
    }
    places.set(edge, place);
  }
  return places;
}
