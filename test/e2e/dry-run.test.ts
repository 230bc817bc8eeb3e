import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ViewDifference, viewDifference } from '../../warehouse/view-difference.ts';
import { guidang, jsonLines, makeFolder, sampleDocuments, temporaryFolder } from './program.ts';

const samples = readdirSync(sampleDocuments).sort();

/** What a folder holds on disk; SQLite's own files are there only if something stands in them. */
function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith('-shm'))
    .map((name) => [name, readFileSync(join(folder, name))] as const)
    .filter(([name, bytes]) => !(name.endsWith('-wal') && bytes.length === 0))
    .map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
    .sort();
}

/** A row of a printed table. */
function tableLine(...cells: readonly (string | number)[]): RegExp {
  return new RegExp(`│ *${cells.join(' *│ *')} *│`);
}

describe('a dry run on a warehouse with documents', () => {
  const folder = makeFolder();
  const db = join(folder, 'guidang.db');
  const input = join(folder, 'input');
  const aside = makeFolder();
  const before = join(aside, 'before.db');

  beforeAll(async () => {
    mkdirSync(input);
    for (const [i, name] of samples.entries()) {
      if (i % 2 === 0) copyFileSync(join(sampleDocuments, name), join(input, name));
    }
    expect((await guidang(['ingest', input, '--db', db])).code).toBe(0);
    for (const name of samples) copyFileSync(join(sampleDocuments, name), join(input, name));
    writeFileSync(join(input, '空文件.docx'), '');
    copyFileSync(db, before);
  });
  afterAll(() => {
    for (const path of [folder, aside]) rmSync(path, { recursive: true, force: true });
  });

  test('prints for every view what the real run then changes, and writes nothing', async () => {
    const onDisk = filesOf(folder);
    const dry = await guidang(['ingest', input, '--db', db, '--dry-run', '--json']);
    const table = await guidang(['ingest', input, '--db', db, '--dry-run']);
    expect(filesOf(folder)).toEqual(onDisk);

    const real = await guidang(['ingest', input, '--db', db, '--json']);
    expect([dry.code, table.code, real.code]).toEqual([3, 3, 3]);
    const said = jsonLines(dry.out).at(-1)?.['differences'] as ViewDifference[];
    const made = viewDifference(before, db);
    expect(made.length).toBeGreaterThan(10);
    expect(said).toEqual(made);
    for (const { view, added, removed, changed } of made) {
      expect(table.out).toMatch(tableLine(view, added, removed, changed));
    }
    const counts = (out: string) => {
      const summary = jsonLines(out).at(-1)?.['summary'] as Record<string, unknown> | undefined;
      return { ...summary, run_id: null };
    };
    expect(counts(dry.out)).toEqual(counts(real.out));
  });

  test('says that nothing would change where nothing would', async () => {
    const clean = join(sampleDocuments, samples[0] ?? '');
    const { code, out } = await guidang(['ingest', clean, '--db', join(folder, 'one.db')]);
    expect({ code, out }).toMatchObject({ code: 0 });
    const dry = await guidang(['ingest', clean, '--db', join(folder, 'one.db'), '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('各视图没有变化');
  });
});

test('a dry run without a warehouse makes none', async () => {
  const folder = temporaryFolder();
  const { code, out } = await guidang(['ingest', sampleDocuments, '--dry-run'], folder);
  expect(code).toBe(0);
  expect(out).toContain(`将入库 ${samples.length}`);
  expect(out).toMatch(tableLine('documents', samples.length, 0, 0));
  expect(readdirSync(folder)).toEqual([]);
});
