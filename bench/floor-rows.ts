import SQLite, { type Database, type Statement } from 'better-sqlite3';
import { valuesPerDocument } from '../warehouse/tables.ts';

/** The rows of one document, table by table. */
export type DocumentRows = readonly { readonly insert: Statement; readonly rows: unknown[][] }[];

/** Copies a loaded document into tables without keys, indices or references. */
export interface FloorRows {
  /** What a warehouse holds of a document; not part of what is measured. */
  read(documentId: string): DocumentRows;
  /** The least any load does: the same rows, in one transaction. */
  insert(rows: DocumentRows): void;
  close(): void;
}

interface TableCopy {
  readonly read: Statement;
  readonly insert: Statement;
  /** How the table names a document: by its number, or by the range of its values' numbers. */
  readonly key: 'doc_no' | 'range';
}

/**
 * @param warehousePath a warehouse that holds the documents; it is only read
 * @param floorPath a file that does not exist yet
 */
export function openFloorRows(warehousePath: string, floorPath: string): FloorRows {
  const source = new SQLite(warehousePath, { readonly: true });
  const floor = new SQLite(floorPath);
  // As the warehouse sets them: the disk's part is the same for both.
  floor.pragma('journal_mode = WAL');
  floor.pragma('synchronous = NORMAL');
  const copies = tableNames(source).flatMap((table) => copyOf(table, source, floor) ?? []);
  const number = source.prepare('SELECT doc_no FROM document WHERE document_id = ?').pluck();
  const insertAll = floor.transaction((tables: DocumentRows) => {
    for (const { insert, rows } of tables) for (const row of rows) insert.run(row);
  });
  return {
    read(documentId) {
      const docNo = number.get(documentId) as number;
      const first = docNo * valuesPerDocument;
      return copies.map(({ read, insert, key }) => {
        const bounds = key === 'doc_no' ? [docNo] : [first, first + valuesPerDocument - 1];
        return { insert, rows: read.all(bounds) as unknown[][] };
      });
    },
    insert: (rows) => insertAll.immediate(rows),
    close() {
      source.close();
      floor.close();
    },
  };
}

function tableNames(source: Database): string[] {
  const read = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  return source.prepare(read).pluck().all() as string[];
}

/** Undefined for tables that are not about documents. */
function copyOf(table: string, source: Database, floor: Database): TableCopy | undefined {
  const info = source.pragma(`table_info(${table})`) as { name: string }[];
  const columns = info.map(({ name }) => name);
  const key = ['doc_no', 'value_no', 'form_no'].find((name) => columns.includes(name));
  if (key === undefined) return undefined;
  floor.exec(`CREATE TABLE ${table} (${columns.join(', ')})`);
  const where = key === 'doc_no' ? 'doc_no = ?' : `${key} BETWEEN ? AND ?`;
  return {
    read: source.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`).raw(),
    insert: floor.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`),
    key: key === 'doc_no' ? 'doc_no' : 'range',
  };
}
