import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from './content.ts';
import { guidang, makeFolder, sampleDocuments } from './program.ts';

const paths = readdirSync(sampleDocuments)
  .sort()
  .map((name) => join(sampleDocuments, name));
/** Every third file first: neither the order of the names nor its reverse. */
const shuffled = [2, 0, 1].flatMap((third) => paths.filter((_, i) => i % 3 === third));

describe('the same documents', () => {
  const folder = makeFolder();
  let content: string[];

  async function ingest(name: string, ...args: readonly string[]): Promise<string[]> {
    const db = join(folder, name);
    const { code, err } = await guidang(['ingest', ...args, '--db', db]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return contentOf(db);
  }

  beforeAll(async () => {
    content = await ingest('folder.db', sampleDocuments, '--jobs', '1');
    expect(content.length).toBeGreaterThan(10_000);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['by four threads', 'jobs.db', [sampleDocuments, '--jobs', '4']],
    ['in the reverse order', 'reverse.db', [...paths.toReversed(), '--jobs', '1']],
    ['in another order by four threads', 'shuffled.db', [...shuffled, '--jobs', '4']],
  ])('give the same content %s', async (_how, name, args) => {
    expect(await ingest(name, ...args)).toEqual(content);
  });

  test('give the same content in one run or in many', async () => {
    const half = Math.floor(shuffled.length / 2);
    await ingest('parts.db', ...shuffled.slice(0, half));
    expect(await ingest('parts.db', ...shuffled.slice(half))).toEqual(content);
  });

  test('give the same content, value ids included, when all are read again', async () => {
    expect(await ingest('folder.db', ...shuffled, '--force', '--jobs', '4')).toEqual(content);
  });
});
