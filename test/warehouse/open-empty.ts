import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadDocument } from '../../warehouse/load-document.ts';
import type { LoadRecord } from '../../warehouse/load-record.ts';
import { startRun } from '../../warehouse/runs.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty warehouse with run-1 started; closed with the test. */
export async function openEmpty(path = ':memory:'): Promise<Warehouse> {
  const warehouse = await openWarehouse(path);
  onTestFinished(() => warehouse.close());
  startRun(warehouse, {
    run_id: 'run-1',
    started_at: '2026-01-01T00:00:00Z',
    command: 'ingest',
  });
  return warehouse;
}

export async function openWith(records: readonly LoadRecord[]): Promise<Warehouse> {
  const warehouse = await openEmpty();
  for (const record of records) loadDocument(warehouse, record);
  return warehouse;
}

/** Rows of a query as objects. */
export function rows(warehouse: Warehouse, sql: string, ...parameters: unknown[]) {
  return warehouse.sqlite.prepare(sql).all(...parameters) as Record<string, unknown>[];
}
