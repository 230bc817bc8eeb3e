import type { LineCode } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { columnsOf, type GridRow, overlap } from '../grid.ts';
import type { Header } from '../recognition/headers.ts';
import { findMoneyUnit, readAmount } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import type { LabelMatch } from '../vocabulary/label-index.ts';
import { addAmount } from './amount-record.ts';
import type { FormContext } from './context.ts';
import { splitLabelValue } from './label-value.ts';

/** A label of a funding line, and the value it may carry in its own cell. */
interface LineLabel {
  readonly cell: Cell;
  readonly index: number;
  readonly label: string;
  readonly value: string;
  readonly match: LabelMatch;
}

function lineLabels(row: GridRow, context: FormContext): LineLabel[] {
  return row.cells.flatMap((cell, index) => {
    if (isBlank(cell.text) || cell.text.length > 80) return [];
    const { label, value } = splitLabelValue(cell.text) ?? { label: cell.text, value: '' };
    const match = context.labels.find('funding_line', label.replace(otherPeriod, ''));
    return match ? [{ cell, index, label, value, match }] : [];
  });
}

/** A plan over several years stands beside the year's in target forms; its figures are not the year's. */
const otherPeriod = /^\s*(?:实施期|中长期|中期|长期)(?:内)?/;

/**
 * Labels with their value in the same cell, in the cell to the right, or, where a row holds labels
 * only, in the cell below.
 */
export function readPairs(
  row: GridRow,
  below: GridRow | undefined,
  header: Header | undefined,
  context: FormContext,
): boolean {
  const labels = lineLabels(row, context);
  const pairwise = !header || labels.length >= 2 || row.cells.length === 2;
  let any = false;
  for (const [n, line] of labels.entries()) {
    if (skipsPeriod(line, labels[n + 1], context)) {
      any = true;
    } else if (line.value !== '') {
      any = true;
      addReported(row, line, line.cell, line.value, 'label_value', context);
    } else if (pairwise && takeBeside(row, header ? undefined : below, line, context)) {
      any = true;
    } else if (
      header &&
      splitLabelValue(line.cell.text) &&
      standsInValues(row, line.cell, header)
    ) {
      any = true;
    }
  }
  return any;
}

/** Columns of another period, from the label that names it to the next label. */
function skipsPeriod(line: LineLabel, next: LineLabel | undefined, context: FormContext): boolean {
  const { cell } = line;
  if (otherPeriod.test(line.label)) {
    context.otherPeriods.push({ from: cell.column, to: next?.cell.column ?? cell.column + 2 });
    return true;
  }
  return context.otherPeriods.some(({ from, to }) => cell.column >= from && cell.column < to);
}

function takeBeside(
  row: GridRow,
  below: GridRow | undefined,
  line: LineLabel,
  context: FormContext,
): boolean {
  const [next, afterNext] = [row.cells[line.index + 1], row.cells[line.index + 2]];
  const isAmount = (cell: Cell | undefined) =>
    cell !== undefined && readAmount(cell.text, context.moneyUnit ?? '万元').kind === 'amount';
  // A second figure beside the first: columns whose header is not known, so that neither is taken.
  if (next && isAmount(next) && isAmount(afterNext)) return false;
  if (next && isAmount(next)) {
    addReported(row, line, next, next.text, 'cell', context);
    return true;
  }
  // A row of labels above a row of values: exact columns only, and no label among the values.
  const labelsOnly = !row.table.ragged && row.cells.every((cell) => !/\d/.test(cell.text));
  const values = below && labelsOnly && isValueRow(below, context) ? below : undefined;
  const under = values?.at(line.cell.column);
  if (values && under && under.row === values.row && isAmount(under)) {
    addReported(values, line, under, under.text, 'cell', context);
    return true;
  }
  return next !== undefined && isBlank(next.text);
}

/**
 * Whether a row holds the values of the labels above it. A row with a label of its own does not: its
 * figures are a measure's (年初预算数 | 100 | 80: a block with rows and columns exchanged) or a line's.
 */
function isValueRow(row: GridRow, context: FormContext): boolean {
  const labelled = row.cells.some(
    (cell) => !isBlank(cell.text) && context.labels.find('funding_column', cell.text) !== undefined,
  );
  return !labelled && lineLabels(row, context).length === 0;
}

/** A label cell that reaches under the header's value columns has no columns of its own. */
function standsInValues(row: GridRow, cell: Cell, header: Header): boolean {
  if (row.table.ragged) return row.cells.length !== header.row.cells.length;
  return header.columns.some((column) => overlap(column.range, columnsOf(cell)) > 0);
}

function addReported(
  row: GridRow,
  line: LineLabel,
  cell: Cell,
  value: string,
  method: Source['method'],
  context: FormContext,
): void {
  const unit = findMoneyUnit(line.label) ?? context.moneyUnit;
  const { match, label } = line;
  addAmount(row, match.code as LineCode, label, 'reported', cell, context, {
    unit,
    score: match.score,
    method,
    value,
  });
}
