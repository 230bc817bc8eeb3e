import type { LineCode } from '../../schemas/codes.ts';
import { amountMeasures, lineCodes } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { cellUnder, columnsOf, type GridRow } from '../grid.ts';
import type { Header, HeaderColumn } from '../recognition/headers.ts';
import { readAmount } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import { readNumber, readRate } from '../values/number.ts';
import type { LabelMatch } from '../vocabulary/label-index.ts';
import { readLabel } from '../vocabulary/label-text.ts';
import { addAmount, type Measure } from './amount-record.ts';
import { cellSource, type FormContext, noteUnmapped, valueId, weakest } from './context.ts';
import { readPairs } from './funding-pairs.ts';

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
    : holdsFigures(row, header, context)
      ? onlyLine
      : undefined;
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

/** Figures without a label, and no words among them (小计 | 财政拨款 is a second header row). */
function holdsFigures(row: GridRow, header: Header, context: FormContext): boolean {
  const filled = header.columns
    .filter((column) => measures.has(column.code))
    .map((column) => cellUnder(row, column.range))
    .filter((cell): cell is Cell => cell?.row === row.row && !isBlank(cell.text));
  const unit = context.moneyUnit ?? '万元';
  return filled.length > 0 && filled.every((cell) => readAmount(cell.text, unit).kind === 'amount');
}

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
