import type { Cell, Table } from '../../schemas/document.ts';
import type { FormPart } from '../../schemas/recognized.ts';
import { normalizeText } from '../../schemas/text.ts';
import { cellUnder, type GridRow, gridRows, standsAskew } from '../grid.ts';
import { extendHeader, type Header, readHeader } from '../recognition/headers.ts';
import { findMoneyUnit, type MoneyUnit, namesForeignUnit } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import {
  type BaseState,
  newBaseState,
  readBaseRow,
  readBaseText,
  takeHeaderItem,
} from './base-data.ts';
import { type FormContext, noteUnmapped } from './context.ts';
import { readTotalRow } from './form-total.ts';
import { readFundingRow } from './funding.ts';
import { readPairs } from './funding-pairs.ts';
import { addLabelledGoal, readGoalRow, readTaskRow } from './goals.ts';
import { type IndicatorState, newIndicatorState, readIndicatorRow } from './indicators.ts';
import { splitLabelValue } from './label-value.ts';
import { listUnclaimed } from './unclaimed.ts';

/** The block that the rows being read are of. */
interface BodyState {
  header: Header | undefined;
  /** The last indicator header, which a 总分 row and a continued table still answer to. */
  indicators: Header | undefined;
  /** The row after the one being read. */
  below: GridRow | undefined;
  /** Side label of the block, where it has one. */
  side: Cell | undefined;
  readonly levels: IndicatorState;
  readonly base: BaseState;
  readonly blockUnit: MoneyUnit | null;
}

/** The rows of a form, its parts joined. */
export function formRows(
  parts: readonly FormPart[],
  tables: ReadonlyMap<number, Table>,
): GridRow[] {
  return parts.flatMap((part) => {
    const table = tables.get(part.tableNo);
    return table ? gridRows(table).slice(part.rowFrom, part.rowTo) : [];
  });
}

/**
 * Reads the blocks of a table form, whatever their order: a header row opens a block and tells its
 * columns; rows are read by it until another header, another side label, or a total row.
 */
export function readTableBody(
  rows: readonly GridRow[],
  titleRow: GridRow | undefined,
  context: FormContext,
): void {
  const state: BodyState = {
    header: undefined,
    indicators: undefined,
    below: undefined,
    side: undefined,
    levels: newIndicatorState(),
    base: newBaseState(),
    blockUnit: context.moneyUnit,
  };
  let table: Table | undefined;
  for (const [i, row] of rows.entries()) {
    if (row === titleRow) continue;
    state.below = rows[i + 1]?.table === row.table ? rows[i + 1] : undefined;
    if (table && row.table !== table) continueTable(row, state);
    table = row.table;
    readRow(row, state, context);
  }
  listUnclaimed(rows, context);
}

/** A table that goes on without repeating its header keeps it where the grid is the same. */
function continueTable(row: GridRow, state: BodyState): void {
  state.side = undefined;
  if (state.header && state.header.row.table.columns !== row.table.columns)
    state.header = undefined;
}

function readRow(row: GridRow, state: BodyState, context: FormContext): void {
  const header = readHeader(row, context.labels);
  if (header) {
    openBlock(header, state, context);
    return;
  }
  const extended = state.header && extendHeader(state.header, row, context.labels);
  if (extended) {
    openBlock(extended, state, context);
    return;
  }
  leaveBlock(row, state, context);
  if (state.indicators && readTotalRow(row, state.indicators, context)) {
    state.header = undefined;
    return;
  }
  if (readIdentityRow(row, state, context)) return;
  if (state.header && readByHeader(row, state.header, state, context)) {
    noteAskew(row, state.header, context);
    return;
  }
  readLoose(row, state, context);
}

function openBlock(header: Header, state: BodyState, context: FormContext): void {
  state.header = header;
  state.side = sideLabel(header.row, context);
  const unit = header.others
    .map((cell) => findMoneyUnit(cell.text))
    .find((found) => found !== undefined);
  if (header.kind === 'funding' || header.kind === 'costs') {
    const cells = [...header.others, ...header.columns.map((column) => column.cell)];
    const foreign = cells.some((cell) => namesForeignUnit(cell.text));
    context.moneyUnit = foreign ? null : (unit ?? state.blockUnit);
    context.form.unit_stated ||=
      foreign || cells.some((cell) => findMoneyUnit(cell.text) !== undefined);
  }
  if (header.kind === 'indicators') state.indicators = header;
  if (header.kind === 'staff' || header.kind === 'building')
    takeHeaderItem(header, state.base, context);
  for (const cell of header.others) noteUnknownColumn(cell, header, context);
}

/** A text in a header row that is no known column, side label or item. */
function noteUnknownColumn(cell: Cell, header: Header, context: FormContext): void {
  if (isBlank(cell.text)) return;
  const { labels } = context;
  const known = (
    ['block', 'base_item', 'identity', 'funding_line', 'task_column', 'indicator_column'] as const
  ).some((kind) => labels.exact(kind, cell.text));
  if (known) return;
  const kinds = {
    funding: 'funding_column',
    indicators: 'indicator_column',
    goals: 'goal_column',
    tasks: 'task_column',
    staff: 'base_column',
    costs: 'base_column',
    building: 'base_column',
  } as const;
  noteUnmapped(context, cell.text, kinds[header.kind]);
}

function sideLabel(row: GridRow, context: FormContext): Cell | undefined {
  const cell = row.at(0);
  return cell && !isBlank(cell.text) && context.labels.exact('block', cell.text) ? cell : undefined;
}

/** Another side label ends a block that had one of its own. */
function leaveBlock(row: GridRow, state: BodyState, context: FormContext): void {
  const side = sideLabel(row, context);
  if (!side || side === state.side) return;
  if (state.header && side.row === row.row) {
    state.header = undefined;
    state.side = side;
  }
}

/** 部门名称 | X, 主管部门 | X | 实施单位 | Y: read by identity.ts; here they end the block above. */
function readIdentityRow(row: GridRow, state: BodyState, context: FormContext): boolean {
  const first = row.cells.find((cell) => !isBlank(cell.text));
  if (!first) return true;
  const label = splitLabelValue(first.text)?.label ?? first.text;
  const match = label.length <= 40 ? context.labels.exact('identity', label) : undefined;
  if (!match || (match.code === 'fiscal_year' && state.header)) return false;
  state.header = undefined;
  // 部门名称 | 联系电话 | 资金总额 above their values
  readPairs(row, state.below, undefined, context);
  return true;
}

function readByHeader(
  row: GridRow,
  header: Header,
  state: BodyState,
  context: FormContext,
): boolean {
  switch (header.kind) {
    case 'funding':
      return readFundingRow(row, state.below, header, context);
    case 'indicators':
      return readIndicatorRow(row, header, state.levels, context);
    case 'goals':
      return readGoalRow(row, header, context);
    case 'tasks':
      return readTaskRow(row, header, context);
    case 'staff':
    case 'costs':
    case 'building':
      return readBaseRow(row, header, state.base, context);
  }
}

/** Cells whose edges are not their header's: which column a figure is of is a guess by width. */
function noteAskew(row: GridRow, header: Header, context: FormContext): void {
  if (row.table.ragged || row.table !== header.row.table) return;
  const askew = header.columns.filter(({ range }) => {
    const cell = cellUnder(row, range);
    return cell?.row === row.row && /\d/.test(cell.text) && standsAskew(row, range);
  });
  if (askew.length === 0) return;
  const names = askew.map(({ cell }) => normalizeText(cell.text).replace(/\n/g, '')).join('、');
  context.notices.push({
    code: 'columns-askew',
    message: `第${row.row + 1}行的单元格与表头“${names}”没有上下对齐，按重叠最宽的列取值，请核对`,
    at: `table ${row.table.tableNo} row ${row.row + 1}`,
  });
}

/** Rows under no header: labels with their text or figure beside them. */
function readLoose(row: GridRow, state: BodyState, context: FormContext): void {
  const cells = row.cells.filter((cell) => !isBlank(cell.text));
  const [label, text] = cells;
  if (label && text && readLabelledText(row, label, text, state, context)) return;
  // Under a header that could not read it, a row of labels is its second row: nothing is taken below.
  readFundingRow(row, state.header ? undefined : state.below, undefined, context);
}

function readLabelledText(
  row: GridRow,
  label: Cell,
  text: Cell,
  state: BodyState,
  context: FormContext,
): boolean {
  const { labels, form } = context;
  const base =
    form.form_type === 'overall_base_data' ? labels.exact('base_item', label.text) : undefined;
  if (base?.code === 'thrift_measures') {
    readBaseText(row, label, text, state.base, context);
    return true;
  }
  const block = labels.exact('block', label.text);
  if (block?.code === 'duties') {
    addLabelledGoal(row, text, 'expected', context);
    return true;
  }
  const goal = labels.exact('goal_column', label.text) ?? labels.exact('goal_column', text.text);
  const nested = row.cells.filter((cell) => !isBlank(cell.text))[2];
  if (block?.code === 'goals' && goal && nested && labels.exact('goal_column', text.text)) {
    addLabelledGoal(row, nested, goal.code === 'actual' ? 'actual' : 'expected', context);
    return true;
  }
  if (goal && labels.exact('goal_column', label.text)) {
    addLabelledGoal(row, text, goal.code === 'actual' ? 'actual' : 'expected', context);
    return true;
  }
  if (block?.code === 'goals' && !labels.exact('goal_column', text.text)) {
    addLabelledGoal(row, text, 'expected', context);
    return true;
  }
  return false;
}
