import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeArchive } from '../../samples/generator/archive.ts';
import { contentOf } from './content.ts';
import { type Ended, guidang, jsonLines, makeFolder } from './program.ts';

const files = 60;

describe('two ingests at once into one warehouse', () => {
  const folder = makeFolder();
  const archive = join(folder, 'archive');
  const [alone, together] = [join(folder, 'alone.db'), join(folder, 'together.db')];
  let paths: string[];
  let ended: Ended[];

  beforeAll(async () => {
    writeArchive(archive, files, 23);
    paths = readdirSync(archive)
      .sort()
      .map((name) => join(archive, name));
    expect((await guidang(['ingest', archive, '--db', alone])).code).toBe(0);
    // Neighbours are years of one unit: each process loads some years of every unit.
    ended = await Promise.all(
      [0, 1].map((half) => {
        const own = paths.filter((_, i) => i % 2 === half);
        return guidang(['ingest', ...own, '--db', together, '--jobs', '1', '--json']);
      }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('both come to their end', () => {
    expect(ended.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    for (const { out } of ended) {
      expect(jsonLines(out).at(-1)).toMatchObject({ summary: { loaded: files / 2 } });
    }
  });

  test('make what one makes, year on year included', async () => {
    const content = await contentOf(alone);
    expect(content.filter((line) => line.startsWith('yoy_indicators'))).not.toHaveLength(0);
    expect(await contentOf(together)).toEqual(content);
  });
});
