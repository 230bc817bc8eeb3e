import { createHash } from 'node:crypto';
import type { FormType } from '../../schemas/codes.ts';
import type {
  AmountRecord,
  BaseDataRecord,
  IndicatorRecord,
  MappedForm,
  Source,
} from '../../schemas/form.ts';
import type { CellRecord, LoadRecord } from '../../warehouse/load-record.ts';

/** A compact way to say what a document holds; everything else is filled in. */
export interface FormSketch {
  type?: FormType;
  unit?: string | null;
  unitRaw?: string;
  year?: number | null;
  project?: string | null;
  filledOn?: string | null;
  /** [line_code, measure, 万元] */
  amounts?: [AmountRecord['line_code'], AmountRecord['measure'], number | null][];
  executions?: [AmountRecord['line_code'], number, number, number][];
  /** [level2_code, level3, actual_value] */
  indicators?: [IndicatorRecord['level2_code'], string, number | null][];
  /** [item_code, measure, value] */
  base?: [BaseDataRecord['item_code'], BaseDataRecord['measure'], number][];
}

export function cellAt(row: number, column: number, text: string): CellRecord {
  return {
    table_no: 1,
    page: null,
    row_no: row,
    column_no: column,
    row_span: 1,
    column_span: 1,
    text,
    confidence: 1,
    box: null,
  };
}

export function sourceAt(row: number, column: number, raw_text: string): Source {
  return {
    page: null,
    table_no: 1,
    row_no: row,
    column_no: column,
    box: null,
    raw_text,
    method: 'cell',
    confidence: 1,
  };
}

export function documentIdOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}

/** A document whose cells are exactly those its records came from. */
export function makeRecord(
  seed: string,
  sketches: FormSketch[],
  more: Partial<LoadRecord> & { modifiedAt?: string | null } = {},
): LoadRecord {
  const { modifiedAt, ...rest } = more;
  const document_id = documentIdOf(seed);
  const cells: CellRecord[] = [];
  const cellSource = (text: string): Source => {
    const row = Math.floor(cells.length / 10);
    cells.push(cellAt(row, cells.length % 10, text));
    return sourceAt(row, (cells.length - 1) % 10, text);
  };
  const forms = sketches.map((sketch, index) =>
    makeForm(document_id, index + 1, sketch, cellSource),
  );
  return {
    document: {
      document_id,
      path: `/in/${seed}.docx`,
      file_name: `${seed}.docx`,
      format: 'docx',
      bytes: 1000,
      pages: null,
      status: 'loaded',
      error_code: null,
      error_message: null,
      characters: 10,
      unaccounted_characters: 0,
      extractor: 'docx 1',
      ocr_engine: null,
      modified_at: modifiedAt ?? null,
      notices_json: '[]',
    },
    forms,
    cells,
    leftovers: [{ page: null, location: 'header1', text: '内部资料', reason: 'header' }],
    anomalies: [],
    run_id: 'run-1',
    ingested_at: '2026-01-01T00:00:00Z',
    ...rest,
  };
}

function makeForm(
  documentId: string,
  ordinal: number,
  sketch: FormSketch,
  cellSource: (text: string) => Source,
): MappedForm {
  const formId = `${documentId.slice(0, 16)}-f${ordinal}`;
  const unit = sketch.unit === undefined ? '白溪县教育局' : sketch.unit;
  const record = (id: string, columns: string[], text: string) => {
    const source = cellSource(text);
    return {
      value_id: `${formId}-${id}`,
      confidence: 1,
      sources: Object.fromEntries(columns.map((column) => [column, source])),
    };
  };
  return {
    form_id: formId,
    ordinal,
    form_type: sketch.type ?? 'overall_self_evaluation',
    title: '部门整体支出绩效自评表',
    fiscal_year: sketch.year === undefined ? 2023 : sketch.year,
    unit_name: unit,
    unit_name_raw: sketch.unitRaw ?? unit,
    project_name: sketch.project ?? null,
    supervising_unit: null,
    implementing_unit: null,
    filled_on: sketch.filledOn ?? null,
    page_from: null,
    page_to: null,
    confidence: 1,
    sources: unit === null ? {} : { unit_name: cellSource(unit) },
    tables: [1],
    amounts: (sketch.amounts ?? []).map(([line_code, measure, wan], i) => ({
      ...record(`a${i}`, ['amount_fen', 'amount_raw'], wan === null ? '——' : `${wan}`),
      line_code,
      line_label_raw: line_code,
      measure,
      amount_fen: wan === null ? null : Math.round(wan * 1e6),
      amount_raw: wan === null ? '——' : `${wan}`,
    })),
    executions: (sketch.executions ?? []).map(([line_code, weight, execution_rate, score], i) => ({
      ...record(`e${i}`, ['execution_rate'], `${execution_rate}`),
      line_code,
      line_label_raw: line_code,
      weight,
      execution_rate,
      execution_rate_raw: `${execution_rate}`,
      score,
    })),
    indicators: (sketch.indicators ?? []).map(([level2_code, level3, actual_value], i) => ({
      ...record(`i${i}`, ['level3'], level3),
      ordinal: i + 1,
      level1_code: 'output',
      level1_raw: '产出指标',
      level2_code,
      level2_raw: level2_code,
      level3,
      target_raw: '≥10个',
      target_operator: 'gte',
      target_value: 10,
      target_value_max: null,
      target_unit: '个',
      target_date: null,
      actual_raw: actual_value === null ? null : `${actual_value}个`,
      actual_operator: actual_value === null ? null : 'eq',
      actual_value,
      actual_value_max: null,
      actual_unit: actual_value === null ? null : '个',
      actual_date: null,
      weight: 10,
      score: 10,
      deviation_reason: null,
      remark: null,
    })),
    groups: [],
    base_items: [],
    base_data: (sketch.base ?? []).map(([item_code, measure, value], i) => ({
      ...record(`b${i}`, ['value', 'value_raw'], `${value}`),
      ordinal: i + 1,
      item_code,
      item_label_raw: item_code,
      measure,
      period_year: null,
      value,
      unit: 'wan_yuan',
      value_raw: `${value}`,
      amount_fen: Math.round(value * 1e6),
    })),
    goals: [],
    key_tasks: [],
    form_totals: [],
    sections: [],
    narrative_facts: [],
    unmapped_labels: [],
    unclaimed: [],
    unit_stated: true,
  };
}
