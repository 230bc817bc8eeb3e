import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { dataDictionary, type ViewMeaning } from '../schemas/data-dictionary.ts';
import { budgetExecution } from './views/budget-execution.ts';
import { documentViews } from './views/document-views.ts';
import { factViews } from './views/fact-views.ts';
import { findingViews } from './views/finding-views.ts';
import { unitViews } from './views/unit-views.ts';
import { yearViews } from './views/year-views.ts';

/** Every public view but the Chinese twins, in an order in which each finds those it reads. */
const views: readonly [string, string][] = [
  ...documentViews,
  ...factViews,
  budgetExecution,
  ...findingViews,
  ...unitViews,
  ...yearViews,
];

/** A view with Chinese column names over the one of the same meaning. */
function chineseTwin({ view, label_zh, columns }: ViewMeaning): [string, string] {
  const named = columns.map(({ column, label_zh: label }) => `${column} AS "${label}"`);
  return [label_zh, `SELECT ${named.join(', ')} FROM ${view}`];
}

function twinMeaning(meaning: ViewMeaning): ViewMeaning {
  const columns = meaning.columns.map((column) => ({ ...column, column: column.label_zh }));
  return { ...meaning, view: meaning.label_zh, columns };
}

const allViews = [...views, ...dataDictionary.map(chineseTwin)];
const allMeanings = [...dataDictionary, ...dataDictionary.map(twinMeaning)];

const fingerprint = createHash('sha256')
  .update(JSON.stringify([allViews, allMeanings]))
  .digest('hex');

function storedFingerprint(sqlite: Database): unknown {
  const read = "SELECT value FROM warehouse_state WHERE name = 'views'";
  return sqlite.prepare(read).pluck().get();
}

/** Whether the views of this warehouse are those of this version of the code. */
export function viewsAreCurrent(sqlite: Database): boolean {
  return storedFingerprint(sqlite) === fingerprint;
}

/** Drops and re-creates every view and the dictionary's rows; does nothing where they are current. */
export function createViews(sqlite: Database): void {
  const recreate = sqlite.transaction(() => {
    if (viewsAreCurrent(sqlite)) return;
    const old = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all();
    for (const name of old) sqlite.exec(`DROP VIEW "${String(name)}"`);
    for (const [name, select] of allViews) sqlite.exec(`CREATE VIEW "${name}" AS ${select}`);
    fillDictionary(sqlite);
    sqlite
      .prepare("INSERT OR REPLACE INTO warehouse_state (name, value) VALUES ('views', ?)")
      .run(fingerprint);
  });
  recreate.immediate();
}

function fillDictionary(sqlite: Database): void {
  sqlite.exec('DELETE FROM view_column');
  const insert = sqlite.prepare('INSERT INTO view_column VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [viewNo, { view, columns }] of allMeanings.entries()) {
    for (const [columnNo, { column, label_zh, description_zh, unit }] of columns.entries()) {
      insert.run(viewNo, columnNo, view, column, label_zh, description_zh, unit);
    }
  }
}
