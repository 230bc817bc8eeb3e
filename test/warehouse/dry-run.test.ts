import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalDump, describeDifference } from '../../warehouse/canonical-dump.ts';
import { withDryRun } from '../../warehouse/dry-run.ts';
import { loadDocument } from '../../warehouse/load-document.ts';
import { startRun } from '../../warehouse/runs.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { makeRecord } from './make-record.ts';
import { openEmpty, openWith, temporaryFolder } from './open-empty.ts';

const before = makeRecord('a', [
  {
    year: 2023,
    amounts: [
      ['total', 'executed', 1],
      ['basic_expenditure', 'executed', 2],
    ],
  },
]);
const after = makeRecord('a', [
  {
    year: 2023,
    amounts: [
      ['total', 'executed', 5],
      ['basic_expenditure', 'executed', 2],
      ['project_expenditure', 'executed', 3],
    ],
  },
]);

async function loadAfter(copy: Warehouse): Promise<number> {
  startRun(copy, { run_id: 'dry', started_at: '2026', command: 'ingest --dry-run' });
  return loadDocument(copy, { ...after, run_id: 'dry' }).values;
}

describe('a dry run', () => {
  test('tells what would be added, removed and changed, and changes nothing', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const warehouse = await openEmpty(path);
    loadDocument(warehouse, before);
    const content = [...canonicalDump(warehouse)];
    const { result, differences } = await withDryRun(path, loadAfter);
    expect(result).toBe(3);
    const amounts = differences.find(({ view }) => view === 'amounts');
    expect(amounts).toEqual({ view: 'amounts', added: 1, removed: 0, changed: 1 });
    expect(differences.map(({ view }) => view)).not.toContain('documents');
    expect([...canonicalDump(warehouse)]).toEqual(content);
  });

  test('of a warehouse that is not there yet counts everything and leaves none', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'w.db');
    const { differences } = await withDryRun(path, loadAfter);
    expect(differences).toContainEqual({ view: 'documents', added: 1, removed: 0, changed: 0 });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that changes nothing says so', async () => {
    const path = join(temporaryFolder(), 'w.db');
    loadDocument(await openEmpty(path), after);
    expect((await withDryRun(path, loadAfter)).differences).toEqual([]);
  });
});

describe('the difference of two dumps', () => {
  test('is said in lines that went and lines that came', async () => {
    const [old, now] = [await openWith([before]), await openWith([after])];
    const lines = describeDifference(canonicalDump(old), canonicalDump(now));
    const amounts = lines.filter((line) => line.startsWith('- amounts') || line.startsWith('+ a'));
    expect(amounts).toHaveLength(3);
    expect(describeDifference(canonicalDump(old), canonicalDump(old))).toEqual([]);
  });
});
