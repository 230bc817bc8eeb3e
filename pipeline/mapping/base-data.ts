import { Decimal } from 'decimal.js';
import type { BaseItemCode, BaseMeasure, BaseUnit } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import { normalizeText } from '../../schemas/text.ts';
import { cellUnder, type GridRow } from '../grid.ts';
import type { Header, HeaderColumn } from '../recognition/headers.ts';
import { readAmount } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import { readNumber, readRate } from '../values/number.ts';
import { readLabel } from '../vocabulary/label-text.ts';
import { cellSource, type FormContext, noteUnmapped, valueId } from './context.ts';

/** The item rows of a block belong to, where a row does not name its own (…… repeats the one above). */
export interface BaseState {
  item: { code: BaseItemCode; label: string; year: number | null; ordinal: number } | null;
  ordinal: number;
}

export function newBaseState(): BaseState {
  return { item: null, ordinal: 0 };
}

/** Items that are said in words. */
const textItems: ReadonlySet<string> = new Set(['thrift_measures']);

const repeatMark = /^\s*(?:…|\.{3,}|。{2,})+\s*$/;

const unitOfMeasure: Readonly<Record<BaseMeasure, BaseUnit>> = {
  headcount_quota: 'person',
  headcount_actual: 'person',
  control_rate: 'ratio',
  prior_final: 'wan_yuan',
  current_budget: 'wan_yuan',
  current_final: 'wan_yuan',
  approved_area: 'm2',
  actual_area: 'm2',
  area_control_rate: 'ratio',
  budget_investment: 'wan_yuan',
  actual_investment: 'wan_yuan',
  investment_control_rate: 'ratio',
  text: 'text',
};

/** The label of a staff or building block stands in its header row: 楼堂馆所控制情况 | 批复规模 | … */
export function takeHeaderItem(header: Header, state: BaseState, context: FormContext): void {
  for (const cell of header.others) {
    const match = isBlank(cell.text) ? undefined : context.labels.find('base_item', cell.text);
    if (match) setItem(state, match.code as BaseItemCode, cell.text, context);
  }
}

function setItem(state: BaseState, code: BaseItemCode, label: string, context: FormContext): void {
  const { year } = readLabel(label);
  state.ordinal += 1;
  state.item = { code, label, year, ordinal: state.ordinal };
  context.form.base_items.push({ item_code: code, label_raw: label, year });
}

/**
 * A row of a staff, cost or building block.
 * @returns whether the row is one of the block
 */
export function readBaseRow(
  row: GridRow,
  header: Header,
  state: BaseState,
  context: FormContext,
): boolean {
  const firstValue = Math.min(...header.columns.map((column) => column.range.from));
  const label = row.cells
    .filter((cell) => cell.column < firstValue && cell.text.trim() !== '')
    .at(-1);
  if (label && header.kind !== 'costs' && startsAnotherItem(label, state, context)) return false;
  const own = header.columns.map((column) => ({ column, cell: cellUnder(row, column.range) }));
  const figures = own.filter(
    (x): x is { column: HeaderColumn; cell: Cell } => x.cell?.row === row.row && x.cell !== label,
  );
  if (label && !takeItem(label, figures, state, context)) return false;
  if (!state.item) return false;
  for (const { column, cell } of figures)
    addFigure(row, column, measureOf(column, header, context), cell, state, context);
  return true;
}

/** Below a staff or building block stands the next item, no row of the block. */
function startsAnotherItem(label: Cell, state: BaseState, context: FormContext): boolean {
  const match = context.labels.exact('base_item', label.text);
  return match !== undefined && match.code !== state.item?.code;
}

function takeItem(
  label: Cell,
  figures: readonly { cell: Cell }[],
  state: BaseState,
  context: FormContext,
): boolean {
  if (repeatMark.test(label.text)) {
    if (!state.item) setItem(state, 'other', label.text, context);
    else setItem(state, state.item.code, label.text, context);
    return true;
  }
  if (isBlank(label.text)) return true;
  const match = context.labels.find('base_item', label.text);
  if (!match) {
    if (figures.every(({ cell }) => isBlank(cell.text))) return false;
    noteUnmapped(context, label.text, 'base_item');
    setItem(state, 'other', label.text, context);
    return true;
  }
  if (textItems.has(match.code)) return false;
  setItem(state, match.code as BaseItemCode, label.text, context);
  return true;
}

/**
 * Whose 决算数 a column holds. By its year and the form's; where no column is of the form's year
 * (a label nobody updated) the latest is taken for it; without years the right one of two.
 */
function measureOf(column: HeaderColumn, header: Header, context: FormContext): BaseMeasure {
  if (column.code !== 'final') return column.code as BaseMeasure;
  const finals = header.columns.filter((c) => c.code === 'final');
  const years = finals.flatMap((c) => c.year ?? []);
  const fiscalYear = context.form.fiscal_year;
  const current =
    fiscalYear !== null && years.includes(fiscalYear) ? fiscalYear : Math.max(...years);
  if (column.year !== null && years.length === finals.length) {
    const stale = finals.length === 1 && fiscalYear !== null && column.year < fiscalYear;
    return column.year < current || stale ? 'prior_final' : 'current_final';
  }
  const other = finals.find((c) => c !== column);
  return other && column.range.from < other.range.from ? 'prior_final' : 'current_final';
}

/** 上年决算数 without a year is of the year before. */
function periodOf(
  column: HeaderColumn,
  measure: BaseMeasure,
  state: BaseState,
  context: FormContext,
): number | null {
  const fiscalYear = context.form.fiscal_year;
  const year = column.year ?? state.item?.year ?? null;
  if (year !== null || fiscalYear === null) return year ?? null;
  return measure === 'prior_final' ? fiscalYear - 1 : fiscalYear;
}

function addFigure(
  row: GridRow,
  column: HeaderColumn,
  measure: BaseMeasure,
  cell: Cell,
  state: BaseState,
  context: FormContext,
): void {
  if (!state.item || isBlank(cell.text)) return;
  const unit = unitOfMeasure[measure];
  const moneyUnit = readLabel(column.cell.text).moneyUnit ?? context.moneyUnit;
  const read = readFigure(cell.text, unit, moneyUnit);
  const source = cellSource(row.table, cell, 'cell', column.match.score);
  if (read.value === null) {
    context.notices.push({
      code: 'value-unparsed',
      message: `数值无法识别：“${normalizeText(cell.text)}”（${normalizeText(state.item.label)}）`,
      at: `table ${row.table.tableNo} row ${row.row + 1}`,
    });
  }
  context.form.base_data.push({
    value_id: valueId(context, 'base', state.item.code, measure),
    confidence: source.confidence,
    sources: { value: source },
    ordinal: state.item.ordinal,
    item_code: state.item.code,
    item_label_raw: state.item.label,
    measure,
    period_year: periodOf(column, measure, state, context),
    value: read.value,
    unit,
    value_raw: cell.text,
    amount_fen: read.fen,
  });
}

function readFigure(
  raw: string,
  unit: BaseUnit,
  moneyUnit: FormContext['moneyUnit'],
): { value: number | null; fen: number | null } {
  if (unit === 'ratio') return { value: readRate(raw) ?? null, fen: null };
  if (unit === 'wan_yuan') {
    const amount = readAmount(raw, moneyUnit);
    if (amount.kind !== 'amount') return { value: null, fen: null };
    return { value: new Decimal(amount.fen).div(1_000_000).toNumber(), fen: amount.fen };
  }
  const plain = raw.replace(/(?:㎡|m2|m²|平方米)\s*$/, '');
  return { value: readNumber(plain) ?? null, fen: null };
}

/** 厉行节约保障措施 | text */
export function readBaseText(
  row: GridRow,
  label: Cell,
  text: Cell,
  state: BaseState,
  context: FormContext,
): boolean {
  const match = context.labels.find('base_item', label.text);
  if (!match || !textItems.has(match.code) || isBlank(text.text)) return false;
  setItem(state, match.code as BaseItemCode, label.text, context);
  const source = cellSource(row.table, text, 'cell', match.score);
  context.form.base_data.push({
    value_id: valueId(context, 'base', match.code, 'text'),
    confidence: source.confidence,
    sources: { value_raw: source },
    ordinal: state.ordinal,
    item_code: match.code as BaseItemCode,
    item_label_raw: label.text,
    measure: 'text',
    period_year: context.form.fiscal_year,
    value: null,
    unit: 'text',
    value_raw: text.text,
    amount_fen: null,
  });
  return true;
}
