import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { ExtractedDocument } from '../../../schemas/document.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { account, grid, tables } from './word-file.ts';

const folders = ['eval/dev', 'real']
  .map((folder) => join(import.meta.dirname, '../../../../shared', folder))
  .filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => join(folder, name)),
);

describe.skipIf(files.length === 0)('sample documents', () => {
  test.each(files)('%s is read whole, or refused with a code', async (file) => {
    const outcome = await docx.extract(readFileSync(file), defaultLimits).catch((error) => error);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(IngestError);
      return;
    }
    const { value } = outcome;
    expect(ExtractedDocument.safeParse(value).error).toBeUndefined();
    expect(account(value)).toEqual({ missing: 0, surplus: 0, sample: '' });
    for (const table of tables(value)) expect(grid(table)).toHaveLength(table.rows);
  });
});
