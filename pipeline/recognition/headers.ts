import type { Cell } from '../../schemas/document.ts';
import type { LabelKind } from '../../schemas/vocabulary.ts';
import { type ColumnRange, columnsOf, type GridRow, overlap } from '../grid.ts';
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
  {
    kind: 'goals',
    labels: 'goal_column',
    accepts: (c) => c.has('expected') && (c.has('actual') || c.has('other_period')),
  },
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

/**
 * A second header row: its cells split columns of the first (指标值 into 年度指标值 | 实际完成值).
 * @returns the header with those columns, or undefined where the row is none
 */
export function extendHeader(header: Header, row: GridRow, labels: LabelIndex): Header | undefined {
  const shape = shapes.find(({ kind }) => kind === header.kind);
  const cells = row.cells.filter((cell) => !isBlank(cell.text));
  if (!shape || row.row !== header.row.row + 1 || row.table !== header.row.table) return undefined;
  const split = cells.map((cell) => ({ cell, match: labels.exact(shape.labels, cell.text) }));
  if (cells.length === 0 || row.table.ragged || !split.every(({ match }) => match))
    return undefined;
  const added = split.flatMap(({ cell, match }) =>
    match
      ? [{ code: match.code, cell, range: columnsOf(cell), match, year: readLabel(cell.text).year }]
      : [],
  );
  const kept = header.columns.filter(
    (column) => !added.some(({ range }) => overlap(range, column.range) > 0),
  );
  return { ...header, columns: [...kept, ...added] };
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
  // Known labels choose before those only alike; a side label may read like a column
  // (年度总体目标) and chooses last.
  const candidates = cells
    .map((cell) => {
      const side = labels.exact('block', cell.text) !== undefined;
      const exact = labels.exact(shape.labels, cell.text);
      const match = exact ?? (side ? undefined : labels.find(shape.labels, cell.text));
      return { cell, match, rank: side ? 2 : exact ? 0 : 1 };
    })
    .sort((a, b) => a.rank - b.rank);
  for (const { cell, match } of candidates) {
    if (!match) continue;
    const year = readLabel(cell.text).year;
    const column = { code: match.code, cell, range: columnsOf(cell), match, year };
    const before = columns.findIndex((c) => c.code === match.code);
    if (before < 0 || repeatable.has(match.code)) columns.push(column);
    else if (standsRight(shape.kind, columns[before], column, cells)) columns[before] = column;
    taken.add(match.code);
  }
  const used = new Set(columns.map((column) => column.cell));
  const others = row.cells.filter((cell) => !used.has(cell));
  return shape.accepts(taken) ? { kind: shape.kind, columns, others, row } : undefined;
}

/**
 * Which of two columns of one code counts: of two periods side by side (实施期 | 年度) the year's,
 * which stands right; not the first cell of a funding header, which heads the lines' names
 * (年度预算数（万元） | 年初预算 | 调整后预算数).
 */
function standsRight(
  kind: BlockKind,
  known: HeaderColumn | undefined,
  column: HeaderColumn,
  cells: readonly Cell[],
): boolean {
  if (!known || known.range.from >= column.range.from) return false;
  if (periodic.has(column.code)) return true;
  const first = cells.indexOf(known.cell);
  return kind === 'funding' && first <= 1;
}

/** Columns that a form with two periods prints for each. */
const periodic: ReadonlySet<string> = new Set(['level2', 'level3', 'target']);

/** Columns that may stand twice in a header: two years' 决算数, several remarks. */
const repeatable: ReadonlySet<string> = new Set(['final', 'remark', 'current_budget']);
