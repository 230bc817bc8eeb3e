import { writeFileSync } from 'node:fs';
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
    'DELETE FROM documents',
    'WITH x AS (SELECT 1) DELETE FROM documents',
    "WITH x (a) AS (SELECT ')'), y AS MATERIALIZED (SELECT 1) UPDATE documents SET path = ''",
    'EXPLAIN DELETE FROM run',
    'EXPLAIN QUERY PLAN WITH x AS (SELECT 1) INSERT INTO run SELECT 1, 1, 1',
    '',
  ])('refuses %j', async (sql) => {
    const path = await warehousePath();
    const refused = { name: 'QueryError', code: 'query_not_readonly' };
    await expect(queryReadOnly(path, sql, limits)).rejects.toMatchObject(refused);
    const { rows } = await queryReadOnly(path, 'SELECT count(*) FROM runs', limits);
    expect(rows).toEqual([[1]]);
  });

  test.each([
    "WITH x AS (SELECT 'DELETE') SELECT * FROM x",
    'WITH RECURSIVE replace (n) AS (VALUES (1)) SELECT n FROM replace',
    '/* a ) */ WITH "x)" AS (SELECT (1)) -- DELETE\n, y AS NOT MATERIALIZED (SELECT 2) VALUES (3)',
    'EXPLAIN QUERY PLAN SELECT 1',
    'explain with x as (select 1) select * from x',
  ])('answers %j', async (sql) => {
    const { rows } = await queryReadOnly(await warehousePath(), sql, limits);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('stops at 64 MB of values and says so', async () => {
    const endless = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i, hex(zeroblob(500000)) FROM n`;
    const found = await queryReadOnly(await warehousePath(), endless, { ...limits, maxRows: 1e6 });
    expect(found.truncated).toBe(true);
    expect(found.rows).toHaveLength(67);
  });

  test.each([
    ['a single row larger than an answer', 'SELECT hex(zeroblob(50000000))', 'a single row'],
    [
      'an answer that fills memory inside SQLite',
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
       SELECT group_concat(b, 1), group_concat(b, 2), group_concat(b, 3), group_concat(b, 4)
       FROM (SELECT hex(zeroblob(1000000)) AS b FROM n)`,
      'more memory',
    ],
  ])('refuses %s', async (_what, sql, message) => {
    const refused = { code: 'query_failed', message: expect.stringContaining(message) };
    await expect(queryReadOnly(await warehousePath(), sql, limits)).rejects.toMatchObject(refused);
  });

  test('names a file that is no database', async () => {
    const path = join(temporaryFolder(), 'text.db');
    writeFileSync(path, '这不是数据库。'.repeat(100));
    await expect(queryReadOnly(path, 'SELECT 1 FROM runs', limits)).rejects.toMatchObject({
      code: 'warehouse_unavailable',
      message: expect.stringContaining(path),
    });
  });

  test('says what SQLite says of a wrong one', async () => {
    const path = await warehousePath();
    const failed = { code: 'query_failed', message: 'no such column: amount' };
    await expect(queryReadOnly(path, 'SELECT amount FROM runs', limits)).rejects.toMatchObject(
      failed,
    );
  });

  test('has a time limit as long as one likes', async () => {
    const patient = { ...limits, timeLimitMs: 1e12 };
    const { rows } = await queryReadOnly(await warehousePath(), 'SELECT 1', patient);
    expect(rows).toEqual([[1]]);
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
