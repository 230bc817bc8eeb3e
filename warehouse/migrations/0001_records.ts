import { type Kysely, sql } from 'kysely';

/**
 * The tables of a warehouse. Nobody queries them: the public views stand in front.
 *
 * - `run`: one ingest run.
 * - `document`: a file by content. `doc_no` is its short name inside the warehouse and survives a
 *   reload; `document_copy` keeps the other paths the same content was met at.
 * - `value`: every record's public `value_id` and its short name. `value_no` is
 *   `doc_no << 20 | n`, so that all records of a document are one key range in every table and a
 *   reload is a handful of range deletes without an index of their own.
 * - `form`: a form is a value too (its id is its `value_id`); `is_current` is computed by the load.
 * - `amount`, `execution`, `indicator`, `base_datum`, `goal`, `key_task`, `form_total`, `section`,
 *   `narrative_fact`: one table a kind of record, keyed by `value_no`.
 * - `source`: where the columns of a value came from. Columns with one source share a row and
 *   are named by a `column_set` (a JSON array; there are few of them); what the raw cell already
 *   says (text, page, box) is left out, `from_cell` telling so.
 * - `raw_cell`, `leftover`: the document's text outside the records.
 * - `unmapped_label`: labels that no dictionary knows, by form.
 * - `anomaly`: findings; `scope_unit` is null for those of one document alone. `anomaly_review`:
 *   a person's decision, kept apart so that it survives a reload.
 * - `correction`: a person's correction of a value, by public id for the same reason.
 * - `unit`: every unit name met. `family` is the name it goes by now, its own unless renamed.
 * - `unit_dirty`: units whose forms changed since cross-year work was last done.
 * - `indicator_match`: an indicator and last year's, matched by wording.
 * - `view_column`, `warehouse_state`: what the views were made from.
 */
const tables = [
  `CREATE TABLE run (
    run_id TEXT NOT NULL PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT,
    command TEXT NOT NULL, files INTEGER, loaded INTEGER, duplicates INTEGER, failed INTEGER,
    forms INTEGER, anomalies INTEGER
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE document (
    doc_no INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
    file_name TEXT NOT NULL, format TEXT, bytes INTEGER, pages INTEGER, status TEXT NOT NULL,
    error_code TEXT, error_message TEXT, characters INTEGER, unaccounted_characters INTEGER,
    extractor TEXT, ocr_engine TEXT, modified_at TEXT, notices_json TEXT NOT NULL,
    run_id TEXT NOT NULL REFERENCES run (run_id), ingested_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE document_copy (
    doc_no INTEGER NOT NULL REFERENCES document (doc_no), path TEXT NOT NULL,
    file_name TEXT NOT NULL, run_id TEXT NOT NULL REFERENCES run (run_id), seen_at TEXT NOT NULL,
    PRIMARY KEY (doc_no, path)
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE value (value_no INTEGER PRIMARY KEY, value_id TEXT NOT NULL UNIQUE) STRICT',
  `CREATE TABLE form (
    form_no INTEGER PRIMARY KEY REFERENCES value (value_no),
    doc_no INTEGER NOT NULL REFERENCES document (doc_no), form_id TEXT NOT NULL UNIQUE,
    ordinal INTEGER NOT NULL, form_type TEXT NOT NULL, title TEXT, fiscal_year INTEGER,
    unit_name TEXT REFERENCES unit (unit_name), unit_name_raw TEXT, project_name TEXT,
    supervising_unit TEXT, implementing_unit TEXT, filled_on TEXT, page_from INTEGER,
    page_to INTEGER, confidence REAL NOT NULL, is_current INTEGER NOT NULL,
    UNIQUE (doc_no, ordinal)
  ) STRICT`,
  'CREATE TABLE column_set (set_no INTEGER PRIMARY KEY, columns TEXT NOT NULL UNIQUE) STRICT',
  `CREATE TABLE source (
    value_no INTEGER NOT NULL REFERENCES value (value_no), ordinal INTEGER NOT NULL,
    set_no INTEGER NOT NULL REFERENCES column_set (set_no), table_no INTEGER, row_no INTEGER, column_no INTEGER,
    from_cell INTEGER NOT NULL, page INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, raw_text TEXT,
    method TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (value_no, ordinal)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE raw_cell (
    doc_no INTEGER NOT NULL REFERENCES document (doc_no), table_no INTEGER NOT NULL,
    row_no INTEGER NOT NULL, column_no INTEGER NOT NULL, page INTEGER, row_span INTEGER NOT NULL,
    column_span INTEGER NOT NULL, text TEXT NOT NULL, confidence REAL NOT NULL, x0 REAL, y0 REAL,
    x1 REAL, y1 REAL,
    PRIMARY KEY (doc_no, table_no, row_no, column_no)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE leftover (
    doc_no INTEGER NOT NULL REFERENCES document (doc_no), ordinal INTEGER NOT NULL, page INTEGER,
    location TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (doc_no, ordinal)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE unmapped_label (
    form_no INTEGER NOT NULL REFERENCES form (form_no), ordinal INTEGER NOT NULL,
    label TEXT NOT NULL, context TEXT NOT NULL, form_type TEXT NOT NULL, suggestion TEXT,
    suggestion_score REAL,
    PRIMARY KEY (form_no, ordinal)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE anomaly (
    anomaly_id TEXT NOT NULL PRIMARY KEY, scope_unit TEXT,
    doc_no INTEGER NOT NULL REFERENCES document (doc_no),
    form_no INTEGER REFERENCES form (form_no), rule_code TEXT NOT NULL, severity TEXT NOT NULL,
    unit_name TEXT, fiscal_year INTEGER, field TEXT NOT NULL, expected TEXT, actual TEXT,
    difference TEXT, message TEXT NOT NULL, evidence TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE anomaly_review (
    anomaly_id TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL, reviewed_by TEXT,
    reviewed_at TEXT, note TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE correction (
    correction_no INTEGER PRIMARY KEY, value_id TEXT NOT NULL, column_name TEXT NOT NULL,
    extracted_value TEXT, corrected_value TEXT, reason TEXT NOT NULL, corrected_by TEXT NOT NULL,
    corrected_at TEXT NOT NULL, undone_at TEXT
  ) STRICT`,
  `CREATE TABLE unit (
    unit_name TEXT NOT NULL PRIMARY KEY, level TEXT, family TEXT NOT NULL, family_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE unit_dirty (unit_name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID',
  `CREATE TABLE indicator_match (
    value_no INTEGER PRIMARY KEY REFERENCES indicator (value_no) ON DELETE CASCADE,
    prior_value_no INTEGER NOT NULL REFERENCES indicator (value_no) ON DELETE CASCADE,
    match_score REAL NOT NULL
  ) STRICT`,
  `CREATE TABLE view_column (
    view_no INTEGER NOT NULL, column_no INTEGER NOT NULL, view_name TEXT NOT NULL,
    column_name TEXT NOT NULL, label_zh TEXT NOT NULL, description_zh TEXT NOT NULL, unit TEXT,
    PRIMARY KEY (view_no, column_no)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE warehouse_state (
    name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

/** The record tables: what they hold besides `value_no`, `form_no` and `confidence`. */
const recordTables = {
  amount: `line_code TEXT NOT NULL, line_label_raw TEXT NOT NULL, measure TEXT NOT NULL,
    amount_fen INTEGER, amount_raw TEXT NOT NULL`,
  execution: `line_code TEXT NOT NULL, line_label_raw TEXT NOT NULL, weight REAL,
    execution_rate REAL, execution_rate_raw TEXT, score REAL`,
  indicator: `ordinal INTEGER NOT NULL, level1_code TEXT, level1_raw TEXT, level2_code TEXT,
    level2_raw TEXT, level3 TEXT NOT NULL, target_raw TEXT, target_operator TEXT,
    target_value REAL, target_value_max REAL, target_unit TEXT, target_date TEXT, actual_raw TEXT,
    actual_operator TEXT, actual_value REAL, actual_value_max REAL, actual_unit TEXT,
    actual_date TEXT, weight REAL, score REAL, deviation_reason TEXT, remark TEXT`,
  base_datum: `ordinal INTEGER NOT NULL, item_code TEXT NOT NULL, item_label_raw TEXT NOT NULL,
    measure TEXT NOT NULL, period_year INTEGER, value REAL, unit TEXT NOT NULL,
    value_raw TEXT NOT NULL, amount_fen INTEGER`,
  goal: 'ordinal INTEGER NOT NULL, expected_text TEXT, actual_text TEXT',
  key_task: 'ordinal INTEGER NOT NULL, task TEXT, responsible_unit TEXT, goal TEXT',
  form_total: 'weight REAL, score REAL',
  section: `ordinal INTEGER NOT NULL, number_raw TEXT, level INTEGER NOT NULL, heading TEXT,
    text TEXT, page INTEGER`,
  narrative_fact: `section_ordinal INTEGER, subject_code TEXT, subject_raw TEXT NOT NULL,
    measure TEXT, value REAL, unit TEXT, amount_fen INTEGER, change_direction TEXT,
    change_value REAL, sentence TEXT NOT NULL, subset_of TEXT`,
};

const indices = [
  'CREATE INDEX form_by_key ON form (unit_name, fiscal_year, form_type, project_name)',
  'CREATE INDEX unit_by_family ON unit (family)',
  'CREATE INDEX anomaly_by_document ON anomaly (doc_no)',
  'CREATE INDEX anomaly_by_form ON anomaly (form_no) WHERE form_no IS NOT NULL',
  'CREATE INDEX anomaly_by_scope ON anomaly (scope_unit) WHERE scope_unit IS NOT NULL',
  'CREATE INDEX correction_by_value ON correction (value_id, column_name)',
  'CREATE INDEX match_by_prior ON indicator_match (prior_value_no)',
  'CREATE INDEX amount_by_form ON amount (form_no, line_code, measure)',
  'CREATE INDEX execution_by_form ON execution (form_no, line_code)',
  'CREATE INDEX base_datum_by_form ON base_datum (form_no, item_code)',
  ...['indicator', 'goal', 'key_task', 'form_total', 'section', 'narrative_fact'].map(
    (table) => `CREATE INDEX ${table}_by_form ON ${table} (form_no)`,
  ),
];

function recordTable(name: string, columns: string): string {
  return `CREATE TABLE ${name} (
    value_no INTEGER PRIMARY KEY REFERENCES value (value_no),
    form_no INTEGER NOT NULL REFERENCES form (form_no), confidence REAL NOT NULL, ${columns}
  ) STRICT`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const records = Object.entries(recordTables).map(([name, columns]) => recordTable(name, columns));
  for (const statement of [...tables, ...records, ...indices]) {
    await sql.raw(statement).execute(db);
  }
}
