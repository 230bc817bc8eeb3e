import { createFlow, type Flow, type FlowTable } from '../flow/flow.ts';
import type { Place } from '../flow/placed-leftover.ts';
import { createTableBuilder, type TableBuilder } from '../flow/table-builder.ts';

type Merge = 'restart' | 'continue' | null;

/** A cell as its row defines it (RTF 1.9.1, "Table Definitions"). */
export interface CellDefinition {
  /** Its right edge in twips, as the row's. */
  readonly right: number;
  readonly vertical: Merge;
  readonly horizontal: Merge;
}

/** What \trowd and the words after it say of a row; edges in twips. */
export interface RowDefinition {
  left: number;
  /** The width left out before the first cell (\trwWidthB). */
  widthBefore: number;
  /** Not shown (\trhidden). */
  hidden: boolean;
  cells: CellDefinition[];
  /** What is said of the next cell so far. */
  open: { vertical: Merge; horizontal: Merge };
}

/** A cell's text, before its place in the grid is known. */
export interface RtfCell {
  readonly flow: Flow;
  readonly place: Place;
  page: number | null;
  /** Whether its mark is deleted; its row is where all of its marks are. */
  deleted: boolean;
}

export interface RtfRow {
  readonly definition: RowDefinition;
  readonly cells: readonly RtfCell[];
}

/** A table being read: its grid comes of the edges of all its rows, so it is laid out at its end. */
export interface OpenTable {
  readonly builder: TableBuilder;
  readonly rows: RtfRow[];
  /** The cells that ended of the row being read. */
  cells: RtfCell[];
  cell: RtfCell;
}

export function openTable(): OpenTable {
  const builder = createTableBuilder();
  return { builder, rows: [], cells: [], cell: openCell(builder.table, 0) };
}

export function openCell(table: FlowTable, row: number): RtfCell {
  return { flow: createFlow(), place: { table, row, column: 0 }, page: null, deleted: false };
}
