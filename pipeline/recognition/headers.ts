import type { Cell } from '../../schemas/document.ts';
import type { LabelKind } from '../../schemas/vocabulary.ts';
import { type ColumnRange, columnsOf, type GridRow } from '../grid.ts';
import { isBlank } from '../values/blank.ts';
import type { LabelIndex, LabelMatch } from '../vocabulary/label-index.ts';
import { readLabel } from '../vocabulary/label-text.ts';

/** The kinds of block a header row can open. */
export type BlockKind =
  | 'funding'
  | 'indicators'
  | 'goals'
  | 'tasks'
  | 'staff'
  | 'costs'
  | 'building';

/** A column of a block, as its header row gives it. */
export interface HeaderColumn {
  readonly code: string;
  readonly cell: Cell;
  readonly range: ColumnRange;
  readonly match: LabelMatch;
  /** A year in the label: 2024年决算数. */
  readonly year: number | null;
}

/** A header row: what opens a block and tells what its columns mean. */
export interface Header {
  readonly kind: BlockKind;
  readonly columns: readonly HeaderColumn[];
  /** Cells of the header row that no column label fits: side labels, blanks, unknown columns. */
  readonly others: readonly Cell[];
  readonly row: GridRow;
}

interface HeaderShape {
  readonly kind: BlockKind;
  readonly labels: LabelKind;
  accepts(codes: ReadonlySet<string>): boolean;
}

const count = (codes: ReadonlySet<string>, ...wanted: string[]) =>
  wanted.filter((code) => codes.has(code)).length;

/** What a row must hold to open a block, most telling first. Positions play no part. */
const shapes: readonly HeaderShape[] = [
  {
    kind: 'indicators',
    labels: 'indicator_column',
    accepts: (c) =>
      count(c, 'level3', 'level2', 'level1') >= 1 &&
      count(c, 'target', 'actual', 'weight', 'score') >= 1 &&
      (c.has('level3') || count(c, 'level1', 'level2') === 2 || c.size >= 4),
  },
  {
    kind: 'staff',
    labels: 'base_column',
    accepts: (c) =>
      c.has('headcount_quota') && (c.has('headcount_actual') || c.has('control_rate')),
  },
  {
    kind: 'building',
    labels: 'base_column',
    accepts: (c) =>
      count(c, 'approved_area', 'actual_area', 'budget_investment', 'actual_investment') >= 2,
  },
  {
    kind: 'funding',
    labels: 'funding_column',
    accepts: (c) =>
      count(c, 'initial_budget', 'annual_budget', 'budget_adjustment', 'executed') >= 2 ||
      (count(c, 'annual_budget', 'executed', 'initial_budget') >= 1 && c.has('execution_rate')),
  },
  {
    kind: 'costs',
    labels: 'base_column',
    accepts: (c) =>
      c.has('final') || count(c, 'prior_final', 'current_final', 'current_budget') >= 2,
  },
  { kind: 'goals', labels: 'goal_column', accepts: (c) => c.has('expected') && c.has('actual') },
  {
    kind: 'tasks',
    labels: 'task_column',
    accepts: (c) => count(c, 'task', 'responsible_unit', 'goal') >= 2,
  },
];

/** Each row is asked several times: to cut a table, to type a form, to read it. */
const headers = new WeakMap<LabelIndex, WeakMap<GridRow, Header | null>>();

/** Whether a row is a header, and of what. */
export function readHeader(row: GridRow, labels: LabelIndex): Header | undefined {
  const known = headers.get(labels) ?? new WeakMap<GridRow, Header | null>();
  headers.set(labels, known);
  let header = known.get(row);
  if (header === undefined) {
    header = findHeader(row, labels) ?? null;
    known.set(row, header);
  }
  return header ?? undefined;
}

function findHeader(row: GridRow, labels: LabelIndex): Header | undefined {
  const cells = row.cells.filter((cell) => !isBlank(cell.text));
  if (cells.length < 2) return undefined;
  for (const shape of shapes) {
    const header = headerOfShape(row, cells, shape, labels);
    if (header) return header;
  }
  return undefined;
}

function headerOfShape(
  row: GridRow,
  cells: readonly Cell[],
  shape: HeaderShape,
  labels: LabelIndex,
): Header | undefined {
  const known = cells.filter((cell) => labels.exact(shape.labels, cell.text)).length;
  // A header is mostly labels; one chance hit among figures does not make one.
  if (known === 0 || (known === 1 && cells.length > 3)) return undefined;
  const columns: HeaderColumn[] = [];
  const taken = new Set<string>();
  // A side label may read like a column (年度总体目标): the row's other cells choose first.
  const side = (cell: Cell) => labels.exact('block', cell.text) !== undefined;
  for (const cell of [...cells.filter((c) => !side(c)), ...cells.filter(side)]) {
    const match = side(cell)
      ? labels.exact(shape.labels, cell.text)
      : labels.find(shape.labels, cell.text);
    if (!match || (taken.has(match.code) && !repeatable.has(match.code))) continue;
    taken.add(match.code);
    const year = readLabel(cell.text).year;
    columns.push({ code: match.code, cell, range: columnsOf(cell), match, year });
  }
  const used = new Set(columns.map((column) => column.cell));
  const others = row.cells.filter((cell) => !used.has(cell));
  return shape.accepts(taken) ? { kind: shape.kind, columns, others, row } : undefined;
}

/** Columns that may stand twice in a header: two years' 决算数, several remarks. */
const repeatable: ReadonlySet<string> = new Set(['final', 'remark', 'current_budget']);
