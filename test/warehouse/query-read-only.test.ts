import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queryReadOnly } from '../../warehouse/query-read-only.ts';
import { startRun } from '../../warehouse/runs.ts';
import { openEmpty, temporaryFolder } from './open-empty.ts';

const limits = { timeLimitMs: 20_000, maxRows: 10 };

async function warehousePath(): Promise<string> {
  const path = join(temporaryFolder(), 'w.db');
  await openEmpty(path);
  return path;
}

describe('a read-only query', () => {
  test('gives columns and rows, also those committed by an open writer', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const writer = await openEmpty(path);
    startRun(writer, { run_id: 'run-2', started_at: '2026', command: '入库' });
    const sql = '-- 运行\nSELECT run_id, "command" FROM runs ORDER BY 1';
    expect(await queryReadOnly(path, sql, limits)).toEqual({
      columns: ['run_id', 'command'],
      rows: [
        ['run-1', 'ingest'],
        ['run-2', '入库'],
      ],
      truncated: false,
    });
  });

  test('stops at the row limit and says so', async () => {
    const sql = 'SELECT view_name FROM data_dictionary';
    const found = await queryReadOnly(await warehousePath(), sql, limits);
    expect(found.rows).toHaveLength(10);
    expect(found.truncated).toBe(true);
  });

  test.each([
    'DELETE FROM run',
    'WITH x AS (SELECT 1) DELETE FROM run',
    'INSERT INTO run (run_id, started_at, command) VALUES (1, 1, 1) RETURNING run_id',
    'PRAGMA journal_mode = DELETE',
    "ATTACH '/tmp/other.db' AS other",
    "VACUUM INTO '/tmp/copy.db'",
    'SELECT 1; DELETE FROM run',
    '',
  ])('refuses %j', async (sql) => {
    const path = await warehousePath();
    const refused = { name: 'QueryError', code: 'query_not_readonly' };
    await expect(queryReadOnly(path, sql, limits)).rejects.toMatchObject(refused);
    const { rows } = await queryReadOnly(path, 'SELECT count(*) FROM runs', limits);
    expect(rows).toEqual([[1]]);
  });

  test('says what SQLite says of a wrong one', async () => {
    const path = await warehousePath();
    const failed = { code: 'query_failed', message: 'no such column: amount' };
    await expect(queryReadOnly(path, 'SELECT amount FROM runs', limits)).rejects.toMatchObject(
      failed,
    );
  });

  test('is ended at the time limit, even inside a statement that never returns', async () => {
    const endless = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT count(*) FROM n`;
    const path = await warehousePath();
    const ended = { code: 'query_time_limit' };
    await expect(
      queryReadOnly(path, endless, { ...limits, timeLimitMs: 500 }),
    ).rejects.toMatchObject(ended);
  });
});
