import type {
  AmountMeasure,
  BaseItemCode,
  BaseMeasure,
  FormType,
  LineCode,
} from '../../../schemas/codes.ts';
import type {
  AmountRecord,
  BaseDataRecord,
  ExecutionRecord,
  IndicatorRecord,
  MappedForm,
  NarrativeFactRecord,
  SectionRecord,
} from '../../../schemas/form.ts';

/** Small forms for tests: only what a case is about is written down, the rest is "not said". */

let counter = 0;

function record() {
  counter += 1;
  return { value_id: `v${counter}`, confidence: 1, sources: {} };
}

export function form(form_type: FormType, parts: Partial<MappedForm> = {}): MappedForm {
  return {
    form_id: 'f1',
    ordinal: 1,
    form_type,
    title: '2024年度测试表',
    fiscal_year: 2024,
    unit_name: '甲县乙镇人民政府',
    unit_name_raw: '甲县乙镇人民政府',
    project_name: null,
    supervising_unit: null,
    implementing_unit: null,
    filled_on: null,
    page_from: null,
    page_to: null,
    confidence: 1,
    sources: {},
    tables: [],
    amounts: [],
    executions: [],
    indicators: [],
    groups: [],
    base_data: [],
    base_items: [],
    goals: [],
    key_tasks: [],
    form_totals: [],
    sections: [],
    narrative_facts: [],
    unmapped_labels: [],
    unclaimed: [],
    unit_stated: true,
    ...parts,
  };
}

/** 万元 as printed, to 分. */
export function fen(wan: number): number {
  return Math.round(wan * 1_000_000);
}

export function amount(line_code: LineCode, measure: AmountMeasure, wan: number): AmountRecord {
  return {
    ...record(),
    line_code,
    line_label_raw: line_code,
    measure,
    amount_fen: fen(wan),
    amount_raw: String(wan),
  };
}

/** A line's 年初预算数, 全年预算数, 全年执行数; null where the cell is blank. */
export function columns(
  line: LineCode,
  initial: number | null,
  annual: number | null,
  executed: number | null,
): AmountRecord[] {
  const cells = { initial_budget: initial, annual_budget: annual, executed };
  return (['initial_budget', 'annual_budget', 'executed'] as const).flatMap((measure) => {
    const wan = cells[measure];
    return wan === null ? [] : [amount(line, measure, wan)];
  });
}

export function execution(parts: Partial<ExecutionRecord> = {}): ExecutionRecord {
  return {
    ...record(),
    line_code: 'total',
    line_label_raw: '年度资金总额',
    weight: 10,
    execution_rate: 1,
    execution_rate_raw: '100%',
    score: 10,
    ...parts,
  };
}

export function indicator(level3: string, parts: Partial<IndicatorRecord> = {}): IndicatorRecord {
  return {
    ...record(),
    ordinal: counter,
    level1_code: 'output',
    level1_raw: '产出指标',
    level2_code: 'quantity',
    level2_raw: '数量指标',
    level3,
    target_raw: '≥90%',
    target_operator: 'gte',
    target_value: 90,
    target_value_max: null,
    target_unit: '%',
    target_date: null,
    actual_raw: '95%',
    actual_operator: 'eq',
    actual_value: 95,
    actual_value_max: null,
    actual_unit: '%',
    actual_date: null,
    weight: 10,
    score: 10,
    deviation_reason: null,
    remark: null,
    ...parts,
  };
}

export function total(weight: number | null, score: number | null) {
  return { ...record(), weight, score };
}

export function goal(expected_text: string, actual_text: string) {
  return { ...record(), ordinal: 1, expected_text, actual_text };
}

export function base(
  item_code: BaseItemCode,
  measure: BaseMeasure,
  value: number,
  parts: Partial<BaseDataRecord> = {},
): BaseDataRecord {
  return {
    ...record(),
    ordinal: counter,
    item_code,
    item_label_raw: item_code,
    measure,
    period_year: 2024,
    value,
    unit: 'wan_yuan',
    value_raw: String(value),
    amount_fen: fen(value),
    ...parts,
  };
}

export function section(
  level: number,
  number_raw: string | null,
  heading: string | null,
  text: string | null = '内容。',
): SectionRecord {
  return { ...record(), ordinal: counter, number_raw, level, heading, text, page: null };
}

/** A figure of prose; money in 万元 unless another unit is given. */
export function fact(
  subject_raw: string,
  value: number,
  parts: Partial<NarrativeFactRecord> = {},
): NarrativeFactRecord {
  const unit = parts.unit ?? '万元';
  return {
    ...record(),
    section_ordinal: null,
    subject_code: null,
    subject_raw,
    measure: null,
    value,
    unit,
    amount_fen: unit === '万元' || unit === '万' ? fen(value) : null,
    change_direction: null,
    change_value: null,
    sentence: `${subject_raw}${value}${unit}`,
    subset_of: null,
    ...parts,
  };
}
