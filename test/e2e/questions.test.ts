import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalStages } from '../../samples/generator/figures.ts';
import { wutongao, wutongaoBooks } from '../../samples/generator/units/wutongao.ts';
import { dataDictionary } from '../../schemas/data-dictionary.ts';
import { guidang, makeFolder, query, sampleDocuments } from './program.ts';

const folder = makeFolder();
const db = join(folder, 'guidang.db');

beforeAll(async () => {
  expect((await guidang(['ingest', sampleDocuments, '--db', db])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(...args: readonly string[]): Promise<Record<string, unknown>[]> {
  const { code, out, err } = await guidang([...args, '--db', db, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>[];
}

describe('guidang yoy', () => {
  /** What a unit spent, from its books, in 万元. */
  const executed = new Map(
    wutongaoBooks.map((figures) => [figures.year, totalStages(figures).executed / 1_000_000]),
  );
  const args = ['yoy', '--unit', '梧桐坳', '--measure', 'executed'];

  test('sets each year of a unit beside the year before, as the books have them', async () => {
    const rows = (await rowsOf(...args, '--lang', 'en')).filter((row) => row['project'] === '');
    expect(rows.map((row) => row['year'])).toEqual([2022, 2023, 2024]);
    for (const row of rows) {
      const year = Number(row['year']);
      const [wan = Number.NaN, prior] = [executed.get(year), executed.get(year - 1)];
      expect(row).toMatchObject({ unit: wutongao.name, wan });
      if (year === 2022) expect(row).toMatchObject({ prior_wan: null, change_wan: null });
      else {
        expect(row).toMatchObject({ prior_wan: prior });
        expect(row['change_wan']).toBeCloseTo(wan - (prior ?? 0), 6);
        expect(row['change_percent']).toBeCloseTo((wan / (prior ?? 0) - 1) * 100, 2);
      }
    }
  });

  test('keeps to the years, the line and the unit asked for', async () => {
    const rows = await rowsOf(
      'yoy',
      '--from',
      '2023',
      '--to',
      '2023',
      '--line',
      'basic_expenditure',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row['年度']))).toEqual(new Set([2023]));
    const amounts = await query(
      db,
      `SELECT count(*) AS n FROM yoy_amounts WHERE line_code = 'basic_expenditure' AND fiscal_year = 2023`,
    );
    expect(amounts).toEqual([{ n: rows.length }]);
    expect(await rowsOf('yoy', '--unit', '没有这个单位')).toEqual([]);
  });
});

describe('guidang anomalies', () => {
  test('lists every finding in a sentence, errors first', async () => {
    const rows = await rowsOf('anomalies');
    const [{ n } = {}] = await query(db, 'SELECT count(*) AS n FROM anomalies');
    expect(rows).toHaveLength(Number(n));
    const order = ['error', 'warning', 'info'];
    const ranks = rows.map((row) => order.indexOf(String(row['severity'])));
    expect(ranks).toEqual(ranks.toSorted());
    const { out } = await guidang(['anomalies', '--db', db]);
    for (const row of rows) expect(out).toContain(String(row['message']));
  });

  test('keeps to the unit, year, rule and severity asked for', async () => {
    const asked = { severity: 'error', rule_code: 'weights_sum', fiscal_year: 2023 };
    const rows = await rowsOf(
      'anomalies',
      ...['--severity', asked.severity, '--rule', asked.rule_code, '--year', '2023'],
      ...['--unit', '梧桐坳'],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(asked);
  });

  test('rests every finding on values that are there', async () => {
    const dangling = await query(
      db,
      `SELECT rule_code, e.value FROM anomalies, json_each(evidence) e
       WHERE e.value NOT IN (SELECT value_id FROM provenance)`,
    );
    expect(dangling).toEqual([]);
  });
});

describe('guidang explain', () => {
  test('names the file, the cell and the text a value was read from', async () => {
    const [value] = await query(
      db,
      `SELECT value_id, amount_raw, path, table_no, row_no, column_no FROM amounts
       JOIN provenance p USING (value_id) JOIN documents d ON d.document_id = p.document_id
       WHERE p.method = 'cell' AND p.column_name = 'amount_fen' AND amount_fen IS NOT NULL
       ORDER BY value_id LIMIT 1`,
    );
    const { code, out } = await guidang(['explain', String(value?.['value_id']), '--db', db]);
    expect(code).toBe(0);
    expect(out).toContain(`文件：${value?.['path']}`);
    expect(out).toContain(
      `第 ${value?.['table_no']} 张表 第 ${value?.['row_no']} 行 第 ${value?.['column_no']} 列`,
    );
    expect(out).toContain(`原文：${value?.['amount_raw']}`);
  });

  test('can tell of every value of every fact view', async () => {
    const facts = dataDictionary.flatMap(({ view, columns }) =>
      columns[0]?.column === 'value_id' && view !== 'provenance' && view !== 'corrections'
        ? [view]
        : [],
    );
    const counts = facts.map(
      (view) => `SELECT '${view}' AS view, count(*) > 0 AS filled,
        count(*) FILTER (WHERE value_id NOT IN (SELECT value_id FROM provenance)) AS mute
        FROM ${view}`,
    );
    expect(facts).toContain('budget_execution');
    expect(await query(db, counts.join(' UNION ALL '))).toEqual(
      facts.map((view) => ({ view, filled: 1, mute: 0 })),
    );
  });

  test('says that there is no such value', async () => {
    const { code, err } = await guidang(['explain', 'no-such-value', '--db', db]);
    expect(code).toBe(2);
    expect(err).toContain('no-such-value');
  });
});
