import type { FlowTable } from '../flow/flow.ts';

/** A table being read. */
export interface OpenTable {
  readonly table: FlowTable;
  /** Of the table's columns, in twips; 0 where it is not said. */
  readonly widths: number[];
  /** The grid column at which the row's next cell stands. */
  column: number;
  /** Of each column, the row down to which a cell above covers it. */
  readonly coveredTo: number[];
  /** Where the row being read began, and how far its cells have reached. */
  rowStart: number | null;
  rowEnd: number | null;
  /** How often the row being read stands there, and where its cells begin. */
  repeated: number;
  firstCell: number;
}

export function openTable(): OpenTable {
  return {
    table: { kind: 'table', rows: 0, columns: 0, cells: [], page: null },
    widths: [],
    column: 0,
    coveredTo: [],
    rowStart: null,
    rowEnd: null,
    repeated: 1,
    firstCell: 0,
  };
}
