import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExpectedDocument } from '../../samples/generator/write-samples.ts';
import { contentOf } from './content.ts';
import {
  type Ended,
  guidang,
  jsonLines,
  makeFolder,
  query,
  sampleDocuments,
  temporaryFolder,
} from './program.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const expected = Object.entries(
  JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as Record<
    string,
    ExpectedDocument
  >,
);

/** The rules whose findings expected.json lists whole, as samples/README.md says. */
function rulesSpokenFor(): Set<string> {
  const readme = readFileSync(join(samples, 'README.md'), 'utf8');
  const list = /The rules the list speaks for:([^.]+)\./.exec(readme)?.[1] ?? '';
  return new Set(list.split(',').map((code) => code.trim()));
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

describe('the samples, ingested', () => {
  const folder = makeFolder();
  const db = join(folder, 'guidang.db');
  let ended: Ended;

  beforeAll(async () => {
    ended = await guidang(['ingest', sampleDocuments, '--db', db]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are loaded to the last file, and the run says so in Chinese', () => {
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain(
      `共 ${expected.length} 个文件，入库 ${expected.length}，重复 0，失败 0`,
    );
    expect(ended.out).toContain('overall_self_evaluation');
  });

  test('leave no character of any source unaccounted', async () => {
    const lost = await query(
      db,
      `SELECT file_name, unaccounted_characters FROM documents
       WHERE unaccounted_characters IS NOT 0 OR characters IS NULL OR characters = 0`,
    );
    expect(lost).toEqual([]);
  });

  test.each(expected)('%s has the forms that stand in it', async (name, { forms }) => {
    const count = (view: string, filled: string): string =>
      `(SELECT count(*) FROM ${view} v WHERE v.form_id = f.form_id AND ${filled})`;
    const found = await query(
      db,
      `SELECT form_type, fiscal_year, unit_name, project_name,
         ${count('amounts', 'amount_fen IS NOT NULL')} AS amounts,
         ${count('indicators', '1')} AS indicators,
         ${count('base_data', '1')} AS base_data
       FROM forms f JOIN documents d USING (document_id)
       WHERE d.file_name = ${quoted(name)} AND form_type <> 'unknown_form' ORDER BY f.ordinal`,
    );
    expect(found).toEqual(forms);
  });

  test.each(expected)('%s has the findings it was made for, and no other', async (name, made) => {
    const found = await query(
      db,
      `SELECT DISTINCT rule_code FROM anomalies JOIN documents USING (document_id)
       WHERE file_name = ${quoted(name)} AND severity <> 'info' ORDER BY rule_code`,
    );
    const spokenFor = rulesSpokenFor();
    expect(spokenFor.size).toBeGreaterThan(20);
    const codes = found.map((row) => String(row['rule_code']));
    expect(codes.filter((code) => spokenFor.has(code))).toEqual(made.anomalies);
  });

  test('change nothing when they come again, by the same or another name', async () => {
    const before = await contentOf(db);
    const other = join(temporaryFolder(), '另一个名字.docx');
    const [first = ''] = expected.flatMap(([name]) => (name.endsWith('.docx') ? [name] : []));
    copyFileSync(join(sampleDocuments, first), other);
    const again = await guidang(['ingest', sampleDocuments, other, '--db', db, '--json']);
    expect(again.code).toBe(0);
    const lines = jsonLines(again.out);
    const files = expected.length + 1;
    expect(lines.slice(0, -1).map((line) => line['status'])).toEqual(
      Array<string>(files).fill('duplicate'),
    );
    expect(lines.at(-1)).toMatchObject({ summary: { files, loaded: 0, duplicates: files } });
    expect(await contentOf(db)).toEqual(before);
    expect(
      await query(db, `SELECT file_name FROM document_copies WHERE path = ${quoted(other)}`),
    ).toEqual([{ file_name: '另一个名字.docx' }]);
  });
});
