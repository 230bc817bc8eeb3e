import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guidang, jsonLines, query, temporaryFolder } from './program.ts';
import { plainForm, smallForm } from './small-form.ts';

const label = '年中追加数';

test('a label a user accepts is understood from the next ingest --force on', async () => {
  const folder = temporaryFolder();
  const db = join(folder, '县局.db');
  const document = join(folder, '道路养护.docx');
  writeFileSync(document, smallForm({ ...plainForm, secondColumn: label }));
  const amounts = 'SELECT measure, amount_fen FROM amounts ORDER BY measure';
  const before = [
    { measure: 'executed', amount_fen: 12_000_000 },
    { measure: 'initial_budget', amount_fen: 10_000_000 },
  ];

  expect((await guidang(['ingest', document, '--db', db])).code).toBe(0);
  expect(await query(db, amounts)).toEqual(before);
  const list = await guidang(['labels', '--suggest', '--db', db, '--format', 'json']);
  const unknown = (JSON.parse(list.out) as Record<string, unknown>[]).find(
    (row) => row['label'] === label,
  );
  expect(unknown).toMatchObject({ form_type: 'project_self_evaluation', occurrences: 1 });

  const kind = String(unknown?.['context']);
  const accept = ['labels', 'accept', label, '--kind', kind, '--code', 'budget_adjustment'];
  const accepted = await guidang([...accept, '--db', db]);
  expect(accepted).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(readFileSync(join(folder, '县局.labels.json'), 'utf8'))).toEqual({
    version: 1,
    concepts: [{ kind, code: 'budget_adjustment', labels: [label] }],
  });

  const same = await guidang(['ingest', document, '--db', db, '--json']);
  expect(jsonLines(same.out)[0]).toMatchObject({ status: 'duplicate' });
  expect(await query(db, amounts)).toEqual(before);

  const forced = await guidang(['ingest', document, '--db', db, '--force', '--json']);
  expect(jsonLines(forced.out)[0]).toMatchObject({ status: 'loaded' });
  expect(await query(db, amounts)).toEqual([
    { measure: 'budget_adjustment', amount_fen: 2_000_000 },
    ...before,
  ]);
  const left = await query(db, `SELECT label FROM unmapped_labels WHERE label = '${label}'`);
  expect(left).toEqual([]);
});

test('a label that already means something else is refused and not written', async () => {
  const folder = temporaryFolder();
  const db = join(folder, 'w.db');
  const accept = ['labels', 'accept', '全年执行数', '--kind', 'funding_column'];
  const { code, err } = await guidang([...accept, '--code', 'initial_budget', '--db', db]);
  expect(code).toBe(2);
  expect(err).toContain('w.labels.json');
  expect(readdirSync(folder)).toEqual([]);
});

test('a dictionary that is none stops an ingest before it touches the warehouse', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'w.labels.json'), '{"version": 1, "concepts": [{"kind": "x"}]}');
  const { code, err } = await guidang(['ingest', folder, '--db', join(folder, 'w.db')]);
  expect(code).toBe(2);
  expect(err).toContain('w.labels.json');
  expect(readdirSync(folder)).toEqual(['w.labels.json']);
});
