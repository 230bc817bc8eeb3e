import type {
  AmountMeasure,
  BaseItemCode,
  BaseMeasure,
  FormType,
  LineCode,
} from '../../schemas/codes.ts';
import type {
  AmountRecord,
  BaseDataRecord,
  ExecutionRecord,
  MappedForm,
} from '../../schemas/form.ts';

/** Look-ups of one form's records, for rules. "Known" means that the figure was read. */

/** A record as rules need it; where it came from, and how surely, is the warehouse's to tell. */
export type Unsourced<T> = Omit<T, 'sources' | 'confidence'>;

export type KnownAmount = Unsourced<AmountRecord> & { readonly amount_fen: number };
export type KnownMoney = Unsourced<BaseDataRecord> & { readonly amount_fen: number };
export type KnownBase = Unsourced<BaseDataRecord> & { readonly value: number };

/** What carries amounts and base data: a mapped form, or a stored one. */
interface AmountHolder {
  readonly amounts: readonly Unsourced<AmountRecord>[];
}
interface BaseHolder {
  readonly base_data: readonly Unsourced<BaseDataRecord>[];
}

/** The first read figure of a line and measure. */
export function amountOf(
  form: AmountHolder,
  line: LineCode,
  measure: AmountMeasure,
): KnownAmount | undefined {
  return knownAmounts(form).find((a) => a.line_code === line && a.measure === measure);
}

/**
 * A figure of an execution's row. `task` stands for many rows, told apart by where they stand, else
 * by their labels.
 */
export function amountOfRow(
  form: MappedForm,
  row: ExecutionRecord,
  measure: AmountMeasure,
): KnownAmount | undefined {
  if (row.line_code !== 'task') return amountOf(form, row.line_code, measure);
  const named = form.amounts.filter(
    (a): a is AmountRecord & { amount_fen: number } =>
      a.line_code === 'task' &&
      a.line_label_raw === row.line_label_raw &&
      a.measure === measure &&
      a.amount_fen !== null,
  );
  const place = placeOf(row);
  return place === undefined ? named[0] : named.find((a) => (placeOf(a) ?? place) === place);
}

/** Table and row that a record was read from. */
function placeOf(record: Pick<AmountRecord, 'sources'>): string | undefined {
  const source = Object.values(record.sources).find((s) => s.row_no !== null);
  return source && `${source.table_no}|${source.row_no}`;
}

/** Does the form print a figure of the line and measure that could not be read? What rests on it is open. */
export function isUnread(form: AmountHolder, line: LineCode, measure: AmountMeasure): boolean {
  return form.amounts.some(
    (a) =>
      a.line_code === line &&
      a.measure === measure &&
      a.amount_fen === null &&
      !saysNothing(a.amount_raw),
  );
}

export function knownAmounts(form: AmountHolder): KnownAmount[] {
  return form.amounts.filter((a): a is KnownAmount => a.amount_fen !== null);
}

/** The first read money figure of a base-data item. */
export function moneyOf(
  form: BaseHolder,
  item: BaseItemCode,
  measure: BaseMeasure,
): KnownMoney | undefined {
  return moneyRows(form, item, measure)[0];
}

/** All read money figures of a base-data item, one a row of the form. */
export function moneyRows(
  form: BaseHolder,
  item: BaseItemCode,
  measure: BaseMeasure,
): KnownMoney[] {
  return form.base_data.filter(
    (b): b is KnownMoney => b.item_code === item && b.measure === measure && b.amount_fen !== null,
  );
}

/** A number of a base-data item that need not be money: persons, m², a rate. */
export function baseOf(
  form: BaseHolder,
  item: BaseItemCode,
  measure: BaseMeasure,
): KnownBase | undefined {
  return form.base_data.find(
    (b): b is KnownBase => b.item_code === item && b.measure === measure && b.value !== null,
  );
}

export function executionOf(form: MappedForm, line: LineCode): ExecutionRecord | undefined {
  return form.executions.find((e) => e.line_code === line);
}

const selfEvaluationTypes: ReadonlySet<FormType> = new Set([
  'overall_self_evaluation',
  'project_self_evaluation',
  'special_fund_self_evaluation',
  'transfer_self_evaluation',
]);

/** A self-evaluation table, of a unit or of a project. */
export function isSelfEvaluation(form: MappedForm): boolean {
  return selfEvaluationTypes.has(form.form_type);
}

/** Tables that hold one project, fund or transfer. */
export function isProjectTable(form: MappedForm): boolean {
  return (
    form.form_type === 'project_self_evaluation' ||
    form.form_type === 'special_fund_self_evaluation' ||
    form.form_type === 'transfer_self_evaluation'
  );
}

export function formsOf(forms: readonly MappedForm[], type: FormType): MappedForm[] {
  return forms.filter((form) => form.form_type === type);
}

/** How a finding names an indicator. */
export function indicatorName(indicator: { readonly level3: string }): string {
  const name = indicator.level3.replace(/\s+/g, '').replace(/“/g, '‘').replace(/”/g, '’');
  return `“${name}”`;
}

/** Text that says nothing: blank, a dash, 无. */
export function saysNothing(text: string | null): boolean {
  return text === null || /^[\s\u3000]*(?:无|没有|[-—–_/\\]+)?[。.\s\u3000]*$/u.test(text);
}
