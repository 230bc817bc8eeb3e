import { insertAnomalies } from './anomalies.ts';
import { findFormKeys, markCurrentForms } from './current-forms.ts';
import { insertRow, insertValues } from './insert-row.ts';
import { insertForms } from './load/forms.ts';
import type { LoadReceipt, LoadRecord } from './load-record.ts';
import { valuesPerDocument } from './tables.ts';
import { markUnitsDirty } from './units.ts';
import type { Warehouse } from './warehouse.ts';

const documentColumns = [
  'document_id',
  'path',
  'file_name',
  'format',
  'bytes',
  'pages',
  'status',
  'error_code',
  'error_message',
  'characters',
  'unaccounted_characters',
  'extractor',
  'ocr_engine',
  'modified_at',
  'notices_json',
  'run_id',
  'ingested_at',
] as const;

const upsertDocument = `
  INSERT INTO document (${documentColumns.join(', ')})
  VALUES (${documentColumns.map(() => '?').join(', ')})
  ON CONFLICT (document_id) DO UPDATE SET
    ${documentColumns.map((column) => `${column} = excluded.${column}`).join(', ')}
  RETURNING doc_no`;

/** Tables keyed by value_no, children before what they point at. */
const valueTables = [
  'source',
  'amount',
  'execution',
  'indicator',
  'base_datum',
  'goal',
  'key_task',
  'form_total',
  'section',
  'narrative_fact',
];

const cellColumns = ['table_no', 'page', 'row_no', 'column_no', 'row_span', 'column_span'] as const;

/**
 * Loads one file: what the warehouse has of it goes, what is given comes, in one transaction. So a
 * second load of the same record changes nothing, and a reader never sees half a document.
 *
 * @throws SqliteError where the record breaks a constraint (a value_id met twice); nothing changes
 */
export function loadDocument(warehouse: Warehouse, record: LoadRecord): LoadReceipt {
  return warehouse.transact(() => load(warehouse, record));
}

function load(warehouse: Warehouse, record: LoadRecord): LoadReceipt {
  const { document } = record;
  const known = warehouse.pluck(
    'SELECT 1 FROM document WHERE document_id = ?',
    document.document_id,
  );
  const docNo = saveDocument(warehouse, record);
  const replaced = known.length > 0;
  const before = replaced ? findFormKeys(warehouse, docNo) : [];
  if (replaced) deleteContent(warehouse, docNo);

  insertCells(warehouse, docNo, record);
  insertLeftovers(warehouse, docNo, record);
  const values = insertForms(warehouse, { docNo, ...record });
  const keys = [...before, ...findFormKeys(warehouse, docNo)];
  markCurrentForms(warehouse, keys);
  markUnitsDirty(warehouse, new Set(keys.map((key) => key.unit_name)));
  insertAnomalies(warehouse, documentAnomalies(record), null);
  const { document_id } = document;
  const anomalies = record.anomalies.length;
  return { document_id, forms: record.forms.length, values, anomalies, replaced };
}

function saveDocument(warehouse: Warehouse, record: LoadRecord): number {
  const { run_id, ingested_at, document } = record;
  const row = { ...document, run_id, ingested_at };
  const values = documentColumns.map((column) => row[column]);
  return warehouse.prepare(upsertDocument).pluck().get(values) as number;
}

function deleteContent(warehouse: Warehouse, docNo: number): void {
  const first = docNo * valuesPerDocument;
  const last = first + valuesPerDocument - 1;
  warehouse.prepare('DELETE FROM anomaly WHERE doc_no = ?').run(docNo);
  for (const table of valueTables) {
    warehouse.prepare(`DELETE FROM ${table} WHERE value_no BETWEEN ? AND ?`).run(first, last);
  }
  for (const table of ['unmapped_label', 'form']) {
    warehouse.prepare(`DELETE FROM ${table} WHERE form_no BETWEEN ? AND ?`).run(first, last);
  }
  warehouse.prepare('DELETE FROM value WHERE value_no BETWEEN ? AND ?').run(first, last);
  for (const table of ['raw_cell', 'leftover']) {
    warehouse.prepare(`DELETE FROM ${table} WHERE doc_no = ?`).run(docNo);
  }
}

function insertCells(warehouse: Warehouse, docNo: number, record: LoadRecord): void {
  const boxColumns = ['x0', 'y0', 'x1', 'y1'];
  const columns = ['doc_no', ...cellColumns, 'text', 'confidence', ...boxColumns];
  const insert = insertValues(warehouse, 'raw_cell', columns);
  for (const { box, ...cell } of record.cells) {
    const places = cellColumns.map((column) => cell[column]);
    const corners = [box?.x0 ?? null, box?.y0 ?? null, box?.x1 ?? null, box?.y1 ?? null];
    insert([docNo, ...places, cell.text, cell.confidence, ...corners]);
  }
}

function insertLeftovers(warehouse: Warehouse, docNo: number, record: LoadRecord): void {
  const columns = ['doc_no', 'ordinal', 'page', 'location', 'text', 'reason'];
  const insert = insertRow(warehouse, 'leftover', columns);
  for (const [index, leftover] of record.leftovers.entries()) {
    insert({ doc_no: docNo, ordinal: index + 1, ...leftover });
  }
}

/** A finding about the whole document belongs to a unit and a year where all its forms agree. */
function documentAnomalies({ document, forms, anomalies }: LoadRecord) {
  const only = <T>(values: T[]) => (new Set(values).size === 1 ? (values[0] ?? null) : null);
  const whole = {
    unit_name: only(forms.map((form) => form.unit_name)),
    fiscal_year: only(forms.map((form) => form.fiscal_year)),
  };
  const byOrdinal = new Map(forms.map((form) => [form.ordinal, form]));
  return anomalies.map((anomaly) => {
    const form = anomaly.form_ordinal === null ? whole : byOrdinal.get(anomaly.form_ordinal);
    return {
      ...anomaly,
      document_id: document.document_id,
      unit_name: form?.unit_name ?? null,
      fiscal_year: form?.fiscal_year ?? null,
    };
  });
}
