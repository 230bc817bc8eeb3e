import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { isCompoundFile } from '../../../extractors/signatures.ts';
import type { Block } from '../../../schemas/document.ts';
import { read } from './doc-file.ts';
import { randomDocument } from './random-document.ts';

const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
const generated = 40;
const samples = 'samples/documents';

function convert(folder: string, filter: string, target: string, names: readonly string[]): void {
  execFileSync(
    'timeout',
    [
      '--kill-after=10',
      '150',
      'soffice',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      join(folder, target),
      ...names,
    ],
    { stdio: 'ignore' },
  );
}

/** Blocks as a person compares them: no pages, and no space at the ends of a text. */
function shown(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? [block.number, block.text.trim()]
      : {
          size: [block.rows, block.columns],
          parent: block.parent,
          cells: block.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
            [row, column, rowSpan, columnSpan],
            text.trim(),
          ]),
        },
  );
}

describe.skipIf(!hasLibreOffice)('documents that LibreOffice rewrote', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guidang-doc-'));
    for (let seed = 1; seed <= generated; seed++) {
      writeFileSync(join(folder, `r${seed}.docx`), randomDocument(seed));
    }
    const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
    convert(
      folder,
      'doc:MS Word 97',
      'doc',
      names.map((name) => join(folder, name)),
    );
    const sources = readdirSync(samples).filter((name) => name.endsWith('.docx'));
    convert(
      folder,
      'doc:MS Word 97',
      'samples',
      sources.map((name) => join(samples, name)),
    );
    const rewritten = readdirSync(join(folder, 'samples'));
    convert(
      folder,
      'docx:MS Word 2007 XML',
      'back',
      rewritten.map((name) => join(folder, 'samples', name)),
    );
  }, 500_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('from random ones, have the same paragraphs, numbers and grids as they had', async () => {
    for (let seed = 1; seed <= generated; seed++) {
      const before = await docx.extract(randomDocument(seed), defaultLimits);
      const after = await read(readFileSync(join(folder, 'doc', `r${seed}.doc`)));
      expect(shown(after.value.blocks), `seed ${seed}`).toEqual(shown(before.value.blocks));
    }
  }, 120_000);

  test('from the samples, read as LibreOffice itself reads them', async () => {
    const names = readdirSync(join(folder, 'back'));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const oracle = await docx.extract(readFileSync(join(folder, 'back', name)), defaultLimits);
      const path = join(folder, 'samples', name.replace(/x$/, ''));
      const found = await read(readFileSync(path));
      expect(shown(found.value.blocks), name).toEqual(shown(oracle.value.blocks));
    }
  }, 120_000);
});

const shared = [
  '../shared/eval/dev',
  '../shared/real/budget-and-performance',
  '../shared/real/awkward',
];

/** Documents of Word 97 and later that open without a password. */
function readable(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(doc|wps)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return isCompoundFile(bytes) && !/95|password/.test(path);
    });
}

describe.skipIf(!hasLibreOffice || !shared.every((folder) => existsSync(folder)))(
  'documents that other programs wrote',
  () => {
    test('have the same blocks as LibreOffice finds in them', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'guidang-doc-'));
      try {
        const paths = shared.flatMap(readable);
        expect(paths.length).toBeGreaterThan(5);
        convert(folder, 'docx:MS Word 2007 XML', 'back', paths);
        for (const path of paths) {
          const back = join(folder, 'back', `${parse(path).name}.docx`);
          const oracle = await docx.extract(readFileSync(back), defaultLimits);
          const found = await read(readFileSync(path));
          expect(shown(found.value.blocks), path).toEqual(shown(oracle.value.blocks));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }, 240_000);
  },
);
