import type { amountMeasures, LineCode } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { normalizeText } from '../../schemas/text.ts';
import type { GridRow } from '../grid.ts';
import { readAmount } from '../values/amount.ts';
import { cellSource, type FormContext, valueId } from './context.ts';

export type Measure = (typeof amountMeasures)[number];

/** How a cell is read as money, and how surely its label was. */
export interface AmountReadingRule {
  readonly unit: FormContext['moneyUnit'];
  readonly score: number;
  readonly method: Source['method'];
  readonly value: string;
}

/** A money figure of a funding line; one that does not parse keeps its text and is noticed. */
export function addAmount(
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
