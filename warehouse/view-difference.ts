import SQLite, { type Database } from 'better-sqlite3';
import { dataDictionary } from '../schemas/data-dictionary.ts';

/** What a run changed in a view, in rows. A changed row keeps its key. */
export interface ViewDifference {
  readonly view: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Columns that name a row; a view not listed here is named by all its columns. */
const keys: Readonly<Record<string, readonly string[]>> = {
  documents: ['document_id'],
  document_copies: ['document_id', 'path'],
  forms: ['form_id'],
  anomalies: ['anomaly_id'],
  provenance: ['value_id', 'column_name'],
  raw_cells: ['document_id', 'table_no', 'row_no', 'column_no'],
  unmapped_labels: ['label', 'context', 'form_type'],
  units: ['unit_id'],
  unit_aliases: ['unit_id', 'alias'],
  yoy_base_data: ['unit_name', 'item_code', 'fiscal_year'],
};

/** Runs differ by being runs; the dictionary is the code's. */
const leftOut: ReadonlySet<string> = new Set(['runs', 'data_dictionary']);
/** When a document was loaded is no change of it. */
const circumstances: ReadonlySet<string> = new Set(['run_id', 'ingested_at', 'seen_at']);

/**
 * What is different between two warehouses of this version, view by view; views without a
 * difference are left out.
 *
 * @param beforePath null for no warehouse: everything in the other one is then new
 */
export function viewDifference(beforePath: string | null, afterPath: string): ViewDifference[] {
  const sqlite = new SQLite(afterPath, { readonly: true, fileMustExist: true });
  try {
    if (beforePath !== null) sqlite.prepare('ATTACH ? AS earlier').run(beforePath);
    return dataDictionary
      .filter(({ view }) => !leftOut.has(view))
      .map(({ view, columns }) => {
        const names = columns.map(({ column }) => column).filter((n) => !circumstances.has(n));
        return beforePath === null ? allNew(sqlite, view) : compare(sqlite, view, names);
      })
      .filter(({ added, removed, changed }) => added + removed + changed > 0);
  } finally {
    sqlite.close();
  }
}

function allNew(sqlite: Database, view: string): ViewDifference {
  const added = count(sqlite, `SELECT 1 FROM main.${view}`);
  return { view, added, removed: 0, changed: 0 };
}

function compare(sqlite: Database, view: string, columns: readonly string[]): ViewDifference {
  const key = keys[view] ?? (columns.includes('value_id') ? ['value_id'] : columns);
  const added = onlyIn(sqlite, 'main', 'earlier', view, key);
  const removed = onlyIn(sqlite, 'earlier', 'main', view, key);
  const changed = onlyIn(sqlite, 'main', 'earlier', view, columns) - added;
  return { view, added, removed, changed };
}

function onlyIn(
  sqlite: Database,
  here: string,
  there: string,
  view: string,
  columns: readonly string[],
): number {
  const names = columns.join(', ');
  return count(
    sqlite,
    `SELECT ${names} FROM ${here}.${view} EXCEPT SELECT ${names} FROM ${there}.${view}`,
  );
}

function count(sqlite: Database, select: string): number {
  return sqlite.prepare(`SELECT count(*) FROM (${select})`).pluck().get() as number;
}
