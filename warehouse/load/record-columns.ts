import type { MappedForm } from '../../schemas/form.ts';
import type { RecordTables } from '../tables.ts';

type RecordTable = keyof RecordTables;
type Columns<T extends RecordTable> = readonly Exclude<
  keyof RecordTables[T],
  'value_no' | 'form_no'
>[];

/** Every column of a record table but its keys. */
export const recordColumns: { readonly [T in RecordTable]: Columns<T> } = {
  amount: ['line_code', 'line_label_raw', 'measure', 'amount_fen', 'amount_raw', 'confidence'],
  execution: [
    'line_code',
    'line_label_raw',
    'weight',
    'execution_rate',
    'execution_rate_raw',
    'score',
    'confidence',
  ],
  indicator: [
    'ordinal',
    'level1_code',
    'level1_raw',
    'level2_code',
    'level2_raw',
    'level3',
    'target_raw',
    'target_operator',
    'target_value',
    'target_value_max',
    'target_unit',
    'target_date',
    'actual_raw',
    'actual_operator',
    'actual_value',
    'actual_value_max',
    'actual_unit',
    'actual_date',
    'weight',
    'score',
    'deviation_reason',
    'remark',
    'confidence',
  ],
  base_datum: [
    'ordinal',
    'item_code',
    'item_label_raw',
    'measure',
    'period_year',
    'value',
    'unit',
    'value_raw',
    'amount_fen',
    'confidence',
  ],
  goal: ['ordinal', 'expected_text', 'actual_text', 'confidence'],
  key_task: ['ordinal', 'task', 'responsible_unit', 'goal', 'confidence'],
  form_total: ['weight', 'score', 'confidence'],
  section: ['ordinal', 'number_raw', 'level', 'heading', 'text', 'page', 'confidence'],
  narrative_fact: [
    'section_ordinal',
    'subject_code',
    'subject_raw',
    'measure',
    'value',
    'unit',
    'amount_fen',
    'change_direction',
    'change_value',
    'sentence',
    'subset_of',
    'confidence',
  ],
};

type RecordList = Extract<
  keyof MappedForm,
  | 'amounts'
  | 'executions'
  | 'indicators'
  | 'base_data'
  | 'goals'
  | 'key_tasks'
  | 'form_totals'
  | 'sections'
  | 'narrative_facts'
>;

/** Which list of a form goes into which table. */
export const recordLists: readonly (readonly [RecordList, RecordTable])[] = [
  ['amounts', 'amount'],
  ['executions', 'execution'],
  ['indicators', 'indicator'],
  ['base_data', 'base_datum'],
  ['goals', 'goal'],
  ['key_tasks', 'key_task'],
  ['form_totals', 'form_total'],
  ['sections', 'section'],
  ['narrative_facts', 'narrative_fact'],
];
