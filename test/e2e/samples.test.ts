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

/** Rows of one file, without its name. */
function ofFile(rows: readonly Record<string, unknown>[], name: string) {
  return rows.filter((row) => row['file_name'] === name).map(({ file_name: _, ...rest }) => rest);
}

/** Forms of every file in reading order, with what was read of each. */
function readForms(db: string): Promise<Record<string, unknown>[]> {
  const count = (view: string, filled: string): string =>
    `(SELECT count(*) FROM ${view} v WHERE v.form_id = f.form_id AND ${filled}) AS ${view}`;
  return query(
    db,
    `SELECT file_name, form_type, fiscal_year, unit_name, project_name,
       ${count('amounts', 'amount_fen IS NOT NULL')}, ${count('indicators', '1')},
       ${count('base_data', '1')}
     FROM forms f JOIN documents USING (document_id)
     WHERE form_type <> 'unknown_form' ORDER BY file_name, f.ordinal`,
  );
}

/** Rules that found something in a file that needs a look, by file. */
function readFindings(db: string): Promise<Record<string, unknown>[]> {
  return query(
    db,
    `SELECT DISTINCT file_name, rule_code FROM anomalies JOIN documents USING (document_id)
     WHERE severity <> 'info' ORDER BY rule_code`,
  );
}

describe('the samples, ingested', () => {
  const folder = makeFolder();
  const db = join(folder, 'guidang.db');
  let ended: Ended;
  let foundForms: Record<string, unknown>[];
  let findings: Record<string, unknown>[];

  beforeAll(async () => {
    ended = await guidang(['ingest', sampleDocuments, '--db', db]);
    foundForms = await readForms(db);
    findings = await readFindings(db);
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

  test.each(expected)('%s has the forms that stand in it', (name, { forms }) => {
    const found = ofFile(foundForms, name);
    expect(found).toEqual(forms);
  });

  test.each(expected)(
    '%s has the findings it was made for, and no other',
    (name, { anomalies }) => {
      const spokenFor = rulesSpokenFor();
      expect(spokenFor.size).toBeGreaterThan(20);
      const codes = ofFile(findings, name).map((row) => String(row['rule_code']));
      expect(codes.filter((code) => spokenFor.has(code))).toEqual(anomalies);
    },
  );

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
      await query(db, `SELECT file_name FROM document_copies WHERE path = '${other}'`),
    ).toEqual([{ file_name: '另一个名字.docx' }]);
  });
});
