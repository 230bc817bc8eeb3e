import type { Table } from '../../schemas/document.ts';

/** A cell before it has a place. */
export interface CellText {
  readonly text: string;
  readonly page: number | null;
}

/** Rows of cells without spans → a ragged table: each cell at its ordinal in its row. */
export function raggedTable(rows: readonly (readonly CellText[])[], tableNo: number): Table {
  return {
    kind: 'table',
    tableNo,
    rows: rows.length,
    columns: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    cells: rows.flatMap((cells, row) =>
      cells.map(({ text, page }, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        page,
        box: null,
        confidence: 1,
      })),
    ),
    ragged: true,
    parent: null,
    page: rows[0]?.[0]?.page ?? null,
  };
}
