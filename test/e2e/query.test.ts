import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidang, makeFolder, query, sampleDocuments, start } from './program.ts';

const endless =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

/** Waits until something is found; the test's own time limit is the limit. */
async function eventually<T>(find: () => T[]): Promise<[T, ...T[]]> {
  for (;;) {
    const [first, ...more] = find();
    if (first !== undefined) return [first, ...more];
    await sleep(50);
  }
}

function childrenOf(pid: number | undefined): string[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter((child) => child !== '');
}

/** Processor time a process has had, so that it can be known to be inside its statement. */
function ticksOf(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13]);
}

describe('guidang query', () => {
  const folder = makeFolder();
  const db = join(folder, 'guidang.db');
  const ask = (sql: string, ...args: readonly string[]) =>
    guidang(['query', sql, '--db', db, ...args]);

  beforeAll(async () => {
    expect((await guidang(['ingest', sampleDocuments, '--db', db])).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["INSERT INTO anomalies (note) VALUES ('x')"],
    ["UPDATE documents SET path = 'x'"],
    ['DELETE FROM raw_cells'],
    ['DROP VIEW forms'],
    ['PRAGMA journal_mode = DELETE'],
    ["ATTACH 'x.db' AS x"],
    ['WITH a AS (SELECT 1) DELETE FROM document'],
    ['SELECT 1; DROP VIEW forms'],
    ['/* harmless */ VACUUM'],
    ['WITH a AS (SELECT 1) DELETE FROM documents'],
    ['EXPLAIN DELETE FROM documents'],
  ])('refuses %s with 2 and changes nothing', async (sql) => {
    const before = readFileSync(db);
    const { code, out, err } = await ask(sql);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('[query_not_readonly]');
    expect(before.equals(readFileSync(db))).toBe(true);
  });

  test('gives up a statement that never ends', async () => {
    const { code, err } = await ask(endless, '--time-limit', '1');
    expect(code).toBe(1);
    expect(err).toContain('[query_time_limit]');
  });

  test('cuts an answer without end at 64 MB and says so', async () => {
    const wide = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i, hex(zeroblob(500000)) AS text FROM n`;
    const { code, out, err } = await ask(wide, '--max-rows', '100000');
    expect(code).toBe(0);
    expect(out).toContain('0000…');
    expect(err).toContain('结果超过 64 MB，只显示前 67 行');
  });

  test.skipIf(!existsSync('/proc/self/task'))(
    'leaves nothing running when it is killed',
    async () => {
      const asking = start(['query', endless, '--db', db, '--time-limit', '600']);
      const [child] = await eventually(() => childrenOf(asking.pid));
      await eventually(() => (ticksOf(child) > 20 ? [child] : []));
      asking.kill('SIGKILL');
      await once(asking, 'close');
      await eventually(() => (existsSync(`/proc/${child}`) ? [] : ['ended']));
    },
  );

  test('says what is wrong with a statement that fails', async () => {
    const { code, err } = await ask('SELECT no_such_column FROM forms');
    expect(code).toBe(1);
    expect(err).toContain('[query_failed] no such column: no_such_column');
  });

  test('prints the same rows as a table, CSV, JSON and Markdown', async () => {
    const sql = 'SELECT form_type, count(*) AS n FROM forms GROUP BY 1 ORDER BY 1';
    const rows = await query(db, sql);
    const formats = ['table', 'csv', 'markdown'].map((format) => ask(sql, '--format', format));
    const [table, csv, markdown] = (await Promise.all(formats)).map(({ out }) => out.trimEnd());
    const cells = rows.map((row) => Object.values(row).map(String));
    expect(rows.length).toBeGreaterThan(5);
    expect(csv?.split('\n')).toEqual(['form_type,n', ...cells.map((row) => row.join(','))]);
    expect(markdown?.split('\n').slice(2)).toEqual(cells.map((row) => `| ${row.join(' | ')} |`));
    for (const [type, n] of cells) expect(table).toMatch(new RegExp(`│ *${type} *│ *${n} *│`));
  });

  test('reads a Chinese view as it reads its English twin', async () => {
    const chinese = await query(db, 'SELECT 金额_分 AS fen FROM 资金 ORDER BY 数值编号');
    const english = await query(db, 'SELECT amount_fen AS fen FROM amounts ORDER BY value_id');
    expect(chinese.length).toBeGreaterThan(200);
    expect(chinese).toEqual(english);
  });

  test('says when it leaves rows out', async () => {
    const { code, out, err } = await ask(
      'SELECT text FROM raw_cells',
      '--max-rows',
      '3',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(3);
    expect(err).toContain('只显示前 3 行');
  });

  test('answers every question of the README', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const questions = [...readme.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql ?? '');
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const sql of questions) expect((await query(db, sql)).length, sql).toBeGreaterThan(0);
  });

  test('never makes a warehouse where there is none', async () => {
    const missing = join(folder, 'missing.db');
    const { code, err } = await guidang(['query', 'SELECT 1', '--db', missing]);
    expect(code).toBe(2);
    expect(err).toContain(missing);
  });
});
