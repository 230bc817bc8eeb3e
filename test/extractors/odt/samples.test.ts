import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { grid, tables } from '../docx/word-file.ts';
import { convert, hasOffice, outline, sample } from '../rtf/office.ts';
import { read } from './odt-file.ts';

describe.skipIf(!hasOffice)('what LibreOffice saves', () => {
  test('a Word document saved as OpenDocument has the same paragraphs, numbers and grids', async () => {
    const { value: original } = await docx.extract(sample, defaultLimits);
    const { value } = await read(convert(sample, 'odt'));
    expect(outline(value)).toEqual(outline(original));
  }, 150_000);
});

const folders = ['eval/dev', 'real/awkward'].map((folder) =>
  join(import.meta.dirname, '../../../../shared', folder),
);
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.odt'));

describe.skipIf(files.length === 0)('on sample documents', () => {
  test('every file has tables whose cells do not overlap, and loses no character', async () => {
    for (const path of files) {
      const { value } = await read(readFileSync(path));
      expect(tables(value)).not.toEqual([]);
      for (const table of tables(value)) grid(table);
    }
  });
});
