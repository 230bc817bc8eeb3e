import type { LineCode } from '../../schemas/codes.ts';
import { amountMeasures, lineCodes } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { normalizeText } from '../../schemas/text.ts';
import { cellUnder, columnsOf, type GridRow, overlap } from '../grid.ts';
import type { Header, HeaderColumn } from '../recognition/headers.ts';
import { findMoneyUnit, readAmount } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import { readNumber, readRate } from '../values/number.ts';
import type { LabelMatch } from '../vocabulary/label-index.ts';
import { readLabel } from '../vocabulary/label-text.ts';
import { cellSource, type FormContext, noteUnmapped, valueId, weakest } from './context.ts';
import { splitLabelValue } from './label-value.ts';

type Measure = (typeof amountMeasures)[number];
const measures: ReadonlySet<string> = new Set(amountMeasures);
const lines: ReadonlySet<string> = new Set(lineCodes);

/**
 * A row of a funding block: figures under the header's columns, or labels that carry their value in
 * the same cell or the next (按收入性质分：1981.63万元).
 * @returns whether the row held anything of a funding block
 */
export function readFundingRow(
  row: GridRow,
  below: GridRow | undefined,
  header: Header | undefined,
  context: FormContext,
): boolean {
  const pairs = readPairs(row, below, header, context);
  if (pairs) return true;
  return header ? readColumns(row, header, context) : false;
}

function readColumns(row: GridRow, header: Header, context: FormContext): boolean {
  const label = labelCell(row, header, context);
  const match = label
    ? (context.labels.find('funding_line', label.text) ?? taskLine(label, header, context))
    : onlyLine;
  const cells = header.columns.map((column) => ({ column, cell: cellUnder(row, column.range) }));
  const filled = cells.some(({ cell }) => cell && cell.row === row.row && !isBlank(cell.text));
  if (!match || !filled) {
    if (!label || !filled || isOtherLabel(label, context)) return false;
    noteUnmapped(context, label.text, 'funding_line');
    return true;
  }
  const code = match.code as LineCode;
  if (!lines.has(code)) return false;
  const labelText = label?.text ?? '';
  for (const { column, cell } of cells) {
    if (cell && cell.row === row.row && measures.has(column.code)) {
      const unit = readLabel(column.cell.text).moneyUnit ?? readLabel(labelText).moneyUnit;
      addAmount(row, code, labelText, column.code as Measure, cell, context, {
        unit: unit ?? context.moneyUnit,
        score: Math.min(match.score, column.match.score),
        method: 'cell',
        value: cell.text,
      });
    }
  }
  addExecution(row, code, labelText, match, cells, context);
  return true;
}

/** A block with one row of figures and no label: they are the form's total. */
const onlyLine: LabelMatch = {
  code: 'total',
  concept: { kind: 'funding_line', code: 'total', labels: ['年度资金总额'] },
  label: '',
  score: 0.85,
};

/** A label of another block is no funding line gone wrong. */
function isOtherLabel(label: Cell, context: FormContext): boolean {
  return (['goal_column', 'block', 'identity', 'total_row'] as const).some(
    (kind) => context.labels.exact(kind, label.text) !== undefined,
  );
}

/** A block whose rows are named after tasks (任务名称): the figure counts, the name is the label. */
function taskLine(label: Cell, header: Header, context: FormContext): LabelMatch | undefined {
  return taskColumn(header, context) && !/[合总小]计/.test(label.text)
    ? {
        code: 'task',
        concept: { kind: 'funding_line', code: 'task', labels: ['任务'] },
        label: '任务',
        score: 0.9,
      }
    : undefined;
}

function taskColumn(header: Header, context: FormContext): Cell | undefined {
  return header.others.find(
    (cell) => context.labels.exact('task_column', cell.text)?.code === 'task',
  );
}

/** The row's label: under the header's task column, else the last text before the first value column. */
function labelCell(row: GridRow, header: Header, context: FormContext): Cell | undefined {
  const named = taskColumn(header, context);
  const task = named && cellUnder(row, columnsOf(named));
  if (task && !isBlank(task.text)) return task;
  const firstValue = Math.min(...header.columns.map((column) => column.range.from));
  return row.cells.filter((cell) => cell.column < firstValue && !isBlank(cell.text)).at(-1);
}

interface AmountReadingRule {
  readonly unit: FormContext['moneyUnit'];
  readonly score: number;
  readonly method: Source['method'];
  readonly value: string;
}

function addAmount(
  row: GridRow,
  code: LineCode,
  label: string,
  measure: Measure,
  cell: Cell,
  context: FormContext,
  rule: AmountReadingRule,
): void {
  const reading = readAmount(rule.value, rule.unit);
  if (reading.kind === 'blank') return;
  context.form.unit_stated ||= reading.kind === 'amount' && /[万亿元]/.test(rule.value);
  const source = cellSource(row.table, cell, rule.method, rule.score);
  if (reading.kind === 'unparsed') {
    context.notices.push({
      code: 'value-unparsed',
      message: `金额无法识别：“${normalizeText(rule.value)}”（${normalizeText(label)}）`,
      at: `table ${row.table.tableNo} row ${row.row + 1}`,
    });
  } else if (reading.rounded) {
    context.notices.push({
      code: 'amount-rounded',
      message: `金额“${normalizeText(rule.value)}”小于 1 分的部分已四舍五入`,
      at: `table ${row.table.tableNo} row ${row.row + 1}`,
    });
  }
  context.form.amounts.push({
    value_id: valueId(context, 'amount', code, measure),
    confidence: source.confidence,
    sources: { amount_fen: source },
    line_code: code,
    line_label_raw: label,
    measure,
    amount_fen: reading.kind === 'amount' ? reading.fen : null,
    amount_raw: rule.value,
  });
}

function addExecution(
  row: GridRow,
  code: LineCode,
  label: string,
  match: LabelMatch,
  cells: readonly { column: HeaderColumn; cell: Cell | undefined }[],
  context: FormContext,
): void {
  const sources: Record<string, Source> = {};
  const found = (wanted: string): string | undefined => {
    const hit = cells.find(({ column, cell }) => column.code === wanted && cell?.row === row.row);
    if (!hit?.cell || isBlank(hit.cell.text)) return undefined;
    sources[wanted] = cellSource(
      row.table,
      hit.cell,
      'cell',
      Math.min(match.score, hit.column.match.score),
    );
    return hit.cell.text;
  };
  const weight = found('weight');
  const rate = found('execution_rate');
  const score = found('score');
  if (weight === undefined && rate === undefined && score === undefined) return;
  context.form.executions.push({
    value_id: valueId(context, 'execution', code),
    confidence: weakest(sources),
    sources,
    line_code: code,
    line_label_raw: label,
    weight: weight === undefined ? null : (readNumber(weight) ?? null),
    execution_rate: rate === undefined ? null : (readRate(rate) ?? null),
    execution_rate_raw: rate ?? null,
    score: score === undefined ? null : (readNumber(score) ?? null),
  });
}

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
    } else if (pairwise && takeBeside(row, below, line, context)) {
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
  const values = below && labelsOnly && lineLabels(below, context).length === 0 ? below : undefined;
  const under = values?.at(line.cell.column);
  if (values && under && under.row === values.row && isAmount(under)) {
    addReported(values, line, under, under.text, 'cell', context);
    return true;
  }
  return next !== undefined && isBlank(next.text);
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
