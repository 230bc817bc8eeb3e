import { z } from 'zod';
import {
  amountMeasures,
  baseItemCodes,
  baseMeasures,
  baseUnits,
  formTypes,
  level1Codes,
  level2Codes,
  lineCodes,
  operators,
} from './codes.ts';
import { Box } from './document.ts';

/**
 * Records as they are loaded. Their column names are those of the public views, so that a name can
 * be followed from a form's cell to a query. NULL is "not said", never 0 or ''.
 */

/** Where one value came from. */
export const Source = z.strictObject({
  page: z.int().nullable(),
  table_no: z.int().nullable(),
  row_no: z.int().nullable(),
  column_no: z.int().nullable(),
  box: Box.nullable(),
  raw_text: z.string(),
  method: z
    .enum(['cell', 'label_value', 'title', 'header', 'sentence', 'inherited', 'computed'])
    .describe(
      'cell: a cell under a header; label_value: label and value in one cell; title, header: read from that text; sentence: from prose; inherited: from another form of the document; computed',
    ),
  confidence: z.number().min(0).max(1),
});
export type Source = z.infer<typeof Source>;

/** What every record carries: a stable id, a confidence, and the source of each of its columns. */
const record = {
  value_id: z.string(),
  confidence: z.number().min(0).max(1),
  sources: z.record(z.string(), Source).describe('column name → where it came from'),
};

const num = z.number().nullable();
const str = z.string().nullable();

/** A money figure of a funding block. */
export const AmountRecord = z.strictObject({
  ...record,
  line_code: z.enum(lineCodes),
  line_label_raw: z.string(),
  measure: z.enum(amountMeasures),
  amount_fen: z.int().nullable().describe('分; null where the cell does not parse'),
  amount_raw: z.string(),
});
export type AmountRecord = z.infer<typeof AmountRecord>;

/** Points and rate printed on a funding line. */
export const ExecutionRecord = z.strictObject({
  ...record,
  line_code: z.enum(lineCodes),
  line_label_raw: z.string(),
  weight: num,
  execution_rate: num.describe('A fraction, as printed: 98.47 % = 0.9847'),
  execution_rate_raw: str,
  score: num,
});
export type ExecutionRecord = z.infer<typeof ExecutionRecord>;

/** A level-3 indicator. A target or an outcome is operator, value(s), unit and date. */
export const IndicatorRecord = z.strictObject({
  ...record,
  ordinal: z.int(),
  level1_code: z.enum(level1Codes).nullable(),
  level1_raw: str,
  level2_code: z.enum(level2Codes).nullable(),
  level2_raw: str,
  level3: z.string(),
  target_raw: str,
  target_operator: z.enum(operators).nullable(),
  target_value: num,
  target_value_max: num,
  target_unit: str,
  target_date: str,
  actual_raw: str,
  actual_operator: z.enum(operators).nullable(),
  actual_value: num,
  actual_value_max: num,
  actual_unit: str,
  actual_date: str,
  weight: num,
  score: num,
  deviation_reason: str,
  remark: str,
});
export type IndicatorRecord = z.infer<typeof IndicatorRecord>;

/** A level-1 or level-2 label with the points printed in it: 产出指标(50分). */
export const IndicatorGroup = z.strictObject({
  level: z.union([z.literal(1), z.literal(2)]),
  label_raw: z.string(),
  level1_code: z.enum(level1Codes).nullable(),
  level2_code: z.enum(level2Codes).nullable(),
  printed_weight: num,
  indicators: z.array(z.string()).describe('value_ids of the indicators under it'),
  source: Source,
});
export type IndicatorGroup = z.infer<typeof IndicatorGroup>;

/** An item label of a 基础数据表, also where all its figures are blank. */
export const BaseItemLabel = z.strictObject({
  item_code: z.enum(baseItemCodes),
  label_raw: z.string(),
  year: z.int().nullable().describe('楼堂馆所控制情况（2023年完工项目） → 2023'),
});
export type BaseItemLabel = z.infer<typeof BaseItemLabel>;

/** A figure of a 基础数据表. */
export const BaseDataRecord = z.strictObject({
  ...record,
  ordinal: z.int().describe('Row order of its item in the form'),
  item_code: z.enum(baseItemCodes),
  item_label_raw: z.string(),
  measure: z.enum(baseMeasures),
  period_year: z.int().nullable(),
  value: num,
  unit: z.enum(baseUnits),
  value_raw: z.string(),
  amount_fen: z.int().nullable(),
});
export type BaseDataRecord = z.infer<typeof BaseDataRecord>;

export const GoalRecord = z.strictObject({
  ...record,
  ordinal: z.int(),
  expected_text: str,
  actual_text: str,
});
export type GoalRecord = z.infer<typeof GoalRecord>;

export const KeyTaskRecord = z.strictObject({
  ...record,
  ordinal: z.int(),
  task: str,
  responsible_unit: str,
  goal: str,
});
export type KeyTaskRecord = z.infer<typeof KeyTaskRecord>;

export const FormTotalRecord = z.strictObject({ ...record, weight: num, score: num });
export type FormTotalRecord = z.infer<typeof FormTotalRecord>;

/** A heading with the text below it; level 0 is text before, between and after the numbered headings. */
export const SectionRecord = z.strictObject({
  ...record,
  ordinal: z.int(),
  number_raw: str,
  level: z.int(),
  heading: str,
  text: str,
  page: z.int().nullable(),
});
export type SectionRecord = z.infer<typeof SectionRecord>;

export const changeDirections = ['increase', 'decrease'] as const;

/** A figure said in a sentence. */
export const NarrativeFactRecord = z.strictObject({
  ...record,
  section_ordinal: z.int().nullable(),
  subject_code: str,
  subject_raw: z.string(),
  measure: str,
  value: num,
  unit: str,
  amount_fen: z.int().nullable(),
  change_direction: z.enum(changeDirections).nullable(),
  change_value: num,
  sentence: z.string(),
  subset_of: str.describe(
    'value_id of the figure this one is a part of, where it stands in its bracket or list',
  ),
});
export type NarrativeFactRecord = z.infer<typeof NarrativeFactRecord>;

/** A label met in a form that no dictionary knows. */
export const UnmappedLabel = z.strictObject({
  label: z.string(),
  context: z.string().describe('Kind of block it stood in'),
  form_type: z.enum(formTypes),
  suggestion: str,
  suggestion_score: num,
});
export type UnmappedLabel = z.infer<typeof UnmappedLabel>;

/** A figure that nothing understood rests on: kept as a raw cell, and named. */
export const UnclaimedCell = z.strictObject({
  text: z.string(),
  table_no: z.int(),
  row_no: z.int(),
  column_no: z.int(),
});
export type UnclaimedCell = z.infer<typeof UnclaimedCell>;

/** A form or report with everything understood of it. */
export const MappedForm = z.strictObject({
  form_id: z.string(),
  ordinal: z.int().describe('1-based, in reading order'),
  form_type: z.enum(formTypes),
  title: str,
  fiscal_year: z.int().nullable(),
  unit_name: str,
  unit_name_raw: str,
  project_name: str,
  supervising_unit: str,
  implementing_unit: str,
  filled_on: str.describe('ISO date beside 填报日期'),
  page_from: z.int().nullable(),
  page_to: z.int().nullable(),
  confidence: z.number(),
  sources: z.record(z.string(), Source),
  tables: z.array(z.int()).describe('table_no of the tables it stands in'),
  amounts: z.array(AmountRecord),
  executions: z.array(ExecutionRecord),
  indicators: z.array(IndicatorRecord),
  groups: z.array(IndicatorGroup),
  base_data: z.array(BaseDataRecord),
  base_items: z.array(BaseItemLabel),
  goals: z.array(GoalRecord),
  key_tasks: z.array(KeyTaskRecord),
  form_totals: z.array(FormTotalRecord),
  sections: z.array(SectionRecord),
  narrative_facts: z.array(NarrativeFactRecord),
  unmapped_labels: z.array(UnmappedLabel),
  unclaimed: z
    .array(UnclaimedCell)
    .describe('Figures in its tables that no record, label or known column rests on'),
  unit_stated: z.boolean().describe('A money unit is printed; else 万元 is assumed'),
});
export type MappedForm = z.infer<typeof MappedForm>;
