import { insertRow } from './insert-row.ts';
import type { RunRow } from './tables.ts';
import type { Warehouse } from './warehouse.ts';

export type RunStart = Pick<RunRow, 'run_id' | 'started_at' | 'command'>;

/** Counts of a finished run, with the time it ended. */
export type RunEnd = {
  readonly [Column in Exclude<keyof RunRow, keyof RunStart>]: NonNullable<RunRow[Column]>;
};

/** Opens a run. Documents can only be loaded under a run that was started. */
export function startRun(warehouse: Warehouse, run: RunStart): void {
  const insert = insertRow(warehouse, 'run', ['run_id', 'started_at', 'command']);
  warehouse.transact(() => insert({ ...run }));
}

/** Closes a run with what it did. */
export function finishRun(warehouse: Warehouse, runId: string, end: RunEnd): void {
  const update = warehouse.prepare(
    `UPDATE run SET finished_at = @finished_at, files = @files, loaded = @loaded,
      duplicates = @duplicates, failed = @failed, forms = @forms, anomalies = @anomalies
     WHERE run_id = @run_id`,
  );
  warehouse.transact(() => void update.run({ ...end, run_id: runId }));
}
