import type { Cell, Table } from '../../schemas/document.ts';
import type { MappedForm, Source, UnmappedLabel } from '../../schemas/form.ts';
import type { Notice } from '../../schemas/notice.ts';
import { normalizeText } from '../../schemas/text.ts';
import type { MoneyUnit } from '../values/amount.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';

/** What the readers of a form's blocks share: what is known of the form, and where records go. */
export interface FormContext {
  readonly form: MappedForm;
  readonly formId: string;
  readonly labels: LabelIndex;
  readonly notices: Notice[];
  /** Money without a unit of its own; null where the unit printed is none that can be converted. */
  moneyUnit: MoneyUnit | null;
  /** Columns whose figures are of another period than the form's year. */
  readonly otherPeriods: { from: number; to: number }[];
  /** Cells understood without a record of their own: remarks, columns that are listed as unknown. */
  readonly known: Set<Cell>;
  /** value_ids given so far, to keep them unique. */
  readonly ids: Set<string>;
}

/** A value_id: the form, what the value is, and which of several. Stable as long as the file is. */
export function valueId(context: FormContext, ...key: readonly (string | number)[]): string {
  const stem = `${context.formId}-${key.join('-')}`;
  let id = stem;
  for (let n = 2; context.ids.has(id); n++) id = `${stem}-${n}`;
  context.ids.add(id);
  return id;
}

/** The source of a value that stands in a cell. Rows and columns count from 1, as people do. */
export function cellSource(
  table: Table,
  cell: Cell,
  method: Source['method'] = 'cell',
  labelScore = 1,
): Source {
  return {
    page: cell.page,
    table_no: table.tableNo,
    row_no: cell.row + 1,
    column_no: cell.column + 1,
    box: cell.box,
    raw_text: cell.text,
    method,
    confidence: round(cell.confidence * labelScore),
  };
}

export function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}

/** The least sure of a record's sources: a record is as sure as its weakest cell. */
export function weakest(sources: Readonly<Record<string, Source>>): number {
  let least = 1;
  for (const source of Object.values(sources)) least = Math.min(least, source.confidence);
  return least;
}

/** Keeps a label that no dictionary knows, with what it resembles. */
export function noteUnmapped(
  context: FormContext,
  label: string,
  kind: Parameters<LabelIndex['suggest']>[0],
): void {
  const text = normalizeText(label).replace(/\n/g, '');
  if (text === '' || text.length > 40 || /^[\d.,%]+$/.test(text)) return;
  const suggestion = context.labels.suggest(kind, label);
  const unmapped: UnmappedLabel = {
    label: text,
    context: kind,
    form_type: context.form.form_type,
    suggestion: suggestion?.code ?? null,
    suggestion_score: suggestion ? round(suggestion.score) : null,
  };
  context.form.unmapped_labels.push(unmapped);
}
