import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeArchive } from '../../samples/generator/archive.ts';
import { contentOf } from './content.ts';
import { type Ended, guidang, jsonLines, makeFolder, query, start } from './program.ts';

const files = 150;
const loadedBeforeTheKill = 40;

/** Rows that each loaded document has in the views that hold its text and values. */
function rowsOfDocuments(db: string): Promise<Record<string, unknown>[]> {
  const views = ['forms', 'amounts', 'indicators', 'base_data', 'sections', 'raw_cells'];
  const counts = [...views, 'leftovers', 'provenance'].map(
    (view) => `(SELECT count(*) FROM ${view} v WHERE v.document_id = d.document_id) AS ${view}`,
  );
  return query(
    db,
    `SELECT document_id, ${counts.join(', ')} FROM documents d WHERE status = 'loaded' ORDER BY 1`,
  );
}

/** Ingests with `--json` and ends the process, without warning, once some files are loaded. */
async function killInTheMiddle(args: readonly string[]): Promise<void> {
  const child = start(args);
  if (!child.stdout) throw new Error('The program has no standard output');
  const ended = once(child, 'close');
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines += line === '' ? 0 : 1;
    if (lines === loadedBeforeTheKill) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
}

describe('a run killed in the middle', () => {
  const folder = makeFolder();
  const archive = join(folder, 'archive');
  const undisturbed = join(folder, 'undisturbed.db');
  const db = join(folder, 'killed.db');
  const command = ['ingest', archive, '--db', db, '--jobs', '2', '--json'];
  let atTheKill: Record<string, unknown>[];
  let again: Ended;

  beforeAll(async () => {
    writeArchive(archive, files, 11);
    const whole = await guidang(['ingest', archive, '--db', undisturbed, '--jobs', '2']);
    expect(whole.code).toBe(0);
    await killInTheMiddle(command);
    atTheKill = await rowsOfDocuments(db);
    again = await guidang(command);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('had loaded some documents, each of them whole', async () => {
    expect(atTheKill.length).toBeGreaterThanOrEqual(loadedBeforeTheKill);
    expect(atTheKill.length).toBeLessThan(files);
    const whole = await rowsOfDocuments(undisturbed);
    expect(whole).toHaveLength(files);
    expect(whole).toEqual(expect.arrayContaining(atTheKill));
  });

  test('is completed by the same command, which loads only what is missing', () => {
    expect(again.code).toBe(0);
    expect(jsonLines(again.out).at(-1)).toMatchObject({
      summary: {
        files,
        loaded: files - atTheKill.length,
        duplicates: atTheKill.length,
        failed: 0,
      },
    });
  });

  test('then holds what an undisturbed run holds, nothing twice', async () => {
    expect(await rowsOfDocuments(db)).toEqual(await rowsOfDocuments(undisturbed));
    expect(await contentOf(db)).toEqual(await contentOf(undisturbed));
  });

  test('is itself on record as a run that never finished', async () => {
    const runs = await query(
      db,
      'SELECT finished_at IS NULL AS broken, loaded FROM runs ORDER BY started_at',
    );
    expect(runs).toEqual([
      { broken: 1, loaded: null },
      { broken: 0, loaded: files - atTheKill.length },
    ]);
  });
});
