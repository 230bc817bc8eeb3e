import type { Warehouse } from './warehouse.ts';

/** An insert of one row into a table. A column the row lacks is stored as NULL. */
export function insertRow(
  warehouse: Warehouse,
  table: string,
  columns: readonly string[],
): (row: Readonly<Record<string, unknown>>) => void {
  const insert = insertValues(warehouse, table, columns);
  return (row) => insert(columns.map((column) => row[column] ?? null));
}

/** The same with a value a column, in their order: for the tables that most rows go to. */
export function insertValues(
  warehouse: Warehouse,
  table: string,
  columns: readonly string[],
): (values: readonly unknown[]) => void {
  const places = columns.map(() => '?').join(', ');
  const statement = warehouse.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
  );
  return (values) => void statement.run(values);
}
