import type { FormType } from '../schemas/codes.ts';
import type {
  AmountRecord,
  BaseDataRecord,
  ExecutionRecord,
  FormTotalRecord,
  IndicatorRecord,
} from '../schemas/form.ts';
import { familyNames } from './units.ts';
import type { Warehouse } from './warehouse.ts';

/** A record as cross-year rules need it: without its sources. */
type Plain<Rec> = Omit<Rec, 'sources' | 'confidence'>;

/** A form of a unit with its figures. */
export interface UnitForm {
  readonly document_id: string;
  readonly form_id: string;
  readonly ordinal: number;
  readonly form_type: FormType;
  readonly fiscal_year: number | null;
  readonly unit_name: string;
  readonly project_name: string | null;
  readonly is_current: 0 | 1;
  readonly title: string | null;
  readonly amounts: readonly Plain<AmountRecord>[];
  readonly executions: readonly Plain<ExecutionRecord>[];
  readonly base_data: readonly Plain<BaseDataRecord>[];
  readonly indicators: readonly Pick<IndicatorRecord, IndicatorColumn>[];
  readonly form_totals: readonly Plain<FormTotalRecord>[];
}

const indicatorColumns = [
  'value_id',
  'ordinal',
  'level1_code',
  'level2_code',
  'level3',
  'target_raw',
  'target_operator',
  'target_value',
  'target_value_max',
  'target_unit',
  'actual_raw',
  'actual_operator',
  'actual_value',
  'actual_value_max',
  'actual_unit',
  'weight',
  'score',
] as const;
type IndicatorColumn = (typeof indicatorColumns)[number];

const lists = {
  amounts: ['amount', 'line_code, line_label_raw, measure, amount_fen, amount_raw'],
  executions: [
    'execution',
    'line_code, line_label_raw, weight, execution_rate, execution_rate_raw, score',
  ],
  base_data: [
    'base_datum',
    'ordinal, item_code, item_label_raw, measure, period_year, value, unit, value_raw, amount_fen',
  ],
  indicators: ['indicator', indicatorColumns.slice(1).join(', ')],
  form_totals: ['form_total', 'weight, score'],
} as const;

const readForms = `
  SELECT f.form_no, d.document_id, f.form_id, f.ordinal, f.form_type, f.fiscal_year, f.unit_name,
    f.project_name, f.is_current, f.title
  FROM form f JOIN document d ON d.doc_no = f.doc_no
  WHERE f.unit_name = ?`;

/** All forms of a unit under all its names, oldest year first; an order that loading cannot change. */
export function readUnitForms(warehouse: Warehouse, unitName: string): UnitForm[] {
  const forms = familyNames(warehouse, unitName).flatMap((name) =>
    warehouse.prepare(readForms).all(name),
  ) as (Omit<UnitForm, keyof typeof lists> & { form_no: number })[];
  return forms
    .map(({ form_no, ...form }) => ({ ...form, ...readLists(warehouse, form_no) }) as UnitForm)
    .sort(byYearThenId);
}

function readLists(warehouse: Warehouse, formNo: number): Record<string, unknown[]> {
  const entries = Object.entries(lists).map(([list, [table, columns]]) => {
    const read = `SELECT v.value_id, ${columns} FROM ${table} r
      JOIN value v ON v.value_no = r.value_no WHERE r.form_no = ? ORDER BY r.value_no`;
    return [list, warehouse.prepare(read).all(formNo)] as const;
  });
  return Object.fromEntries(entries);
}

function byYearThenId(a: UnitForm, b: UnitForm): number {
  const years = (a.fiscal_year ?? 0) - (b.fiscal_year ?? 0);
  if (years !== 0) return years;
  if (a.document_id !== b.document_id) return a.document_id < b.document_id ? -1 : 1;
  return a.ordinal - b.ordinal;
}
