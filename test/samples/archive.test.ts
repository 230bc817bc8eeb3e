import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeArchive } from '../../samples/generator/archive.ts';

function read(directory: string): Map<string, Buffer> {
  const names = readdirSync(directory).sort();
  return new Map(names.map((name) => [name, readFileSync(join(directory, name))]));
}

function bodyOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

describe('the benchmark archive', () => {
  const root = mkdtempSync(join(tmpdir(), 'guidang-archive-'));
  let files = new Map<string, Buffer>();

  beforeAll(() => {
    writeArchive(join(root, 'first'), 24, 7);
    files = read(join(root, 'first'));
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('has as many files as asked for, no two with the same content', () => {
    const bodies = [...files.values()].map(bodyOf);
    expect(new Set(bodies).size).toBe(24);
  });

  it('is the same for the same seed, whatever its length, and differs for another', () => {
    writeArchive(join(root, 'shorter'), 6, 7);
    writeArchive(join(root, 'other'), 6, 8);
    const other = read(join(root, 'other'));
    for (const [name, bytes] of read(join(root, 'shorter'))) {
      expect(files.get(name)?.equals(bytes)).toBe(true);
      expect(other.get(name)?.equals(bytes)).not.toBe(true);
    }
  });

  it('holds documents of the size real ones have', () => {
    for (const bytes of files.values()) {
      const size = Buffer.byteLength(bodyOf(bytes));
      expect(size).toBeGreaterThan(60_000);
      expect(size).toBeLessThan(160_000);
    }
  });

  it('quotes in each base data form what the unit reported the year before', async () => {
    const names = [...files.keys()].slice(0, 2);
    const texts = await Promise.all(
      names.map(async (name) => {
        const buffer = files.get(name) ?? Buffer.alloc(0);
        return (await mammoth.extractRawText({ buffer })).value.replace(/[\s　]+/g, ' ');
      }),
    );
    const row = (text: string) => /公用经费 ([\d.,]+) ([\d.,]+) ([\d.,]+)/.exec(text) ?? [];
    const [before = '', now = ''] = texts;
    const reported = row(before)[3];
    const quoted = row(now)[1];
    expect(Number(reported?.replace(',', ''))).toBeGreaterThan(0);
    expect(Number(quoted?.replace(',', ''))).toBe(Number(reported?.replace(',', '')));
  });
});
