import type {
  AmountRecord,
  BaseDataRecord,
  ExecutionRecord,
  FormTotalRecord,
  GoalRecord,
  IndicatorRecord,
  KeyTaskRecord,
  NarrativeFactRecord,
  SectionRecord,
} from '../schemas/form.ts';

/** A record as its table has it; see migrations/0001_records.ts for what each table is for. */
type Row<Rec> = Omit<Rec, 'value_id' | 'sources'> & { value_no: number; form_no: number };

/** The record tables, by name. */
export interface RecordTables {
  amount: Row<AmountRecord>;
  execution: Row<ExecutionRecord>;
  indicator: Row<IndicatorRecord>;
  base_datum: Row<BaseDataRecord>;
  goal: Row<GoalRecord>;
  key_task: Row<KeyTaskRecord>;
  form_total: Row<FormTotalRecord>;
  section: Row<SectionRecord>;
  narrative_fact: Row<NarrativeFactRecord>;
}

export interface RunRow {
  run_id: string;
  started_at: string;
  finished_at: string | null;
  command: string;
  files: number | null;
  loaded: number | null;
  duplicates: number | null;
  failed: number | null;
  forms: number | null;
  anomalies: number | null;
}

/** How many values one document may have; the low bits of a value_no count them. */
export const valuesPerDocument = 2 ** 20;
