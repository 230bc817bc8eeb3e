import type { Warehouse } from './warehouse.ts';

/** An insert of one row into a table. A column the row lacks is stored as NULL. */
export function insertRow(
  warehouse: Warehouse,
  table: string,
  columns: readonly string[],
): (row: Readonly<Record<string, unknown>>) => void {
  const places = columns.map(() => '?').join(', ');
  const statement = warehouse.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
  );
  return (row) => {
    statement.run(columns.map((column) => row[column] ?? null));
  };
}
