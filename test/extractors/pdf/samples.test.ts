import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unaccounted } from '../../../extractors/accounting.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { pdf } from '../../../extractors/pdf/pdf.ts';
import { ExtractedDocument } from '../../../schemas/document.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';

const folders = ['eval/dev', 'real']
  .map((folder) => join(import.meta.dirname, '../../../../shared', folder))
  .filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name)),
);

describe.skipIf(files.length === 0)('sample documents', () => {
  test.each(files)('%s is read whole, or refused with a code', async (file) => {
    const outcome = await pdf.extract(readFileSync(file), defaultLimits).catch((error) => error);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(IngestError);
      return;
    }
    const { value } = outcome;
    expect(ExtractedDocument.safeParse(value).error).toBeUndefined();
    const held = [
      ...value.leftovers.map((leftover: { text: string }) => leftover.text),
      ...value.blocks.flatMap((block: ExtractedDocument['blocks'][number]) =>
        block.kind === 'table'
          ? block.cells.map((cell) => cell.text)
          : [`${block.number ?? ''}${block.text}`],
      ),
    ];
    expect(unaccounted(value.sourceCharacters, held, value.generated)).toEqual({
      missing: 0,
      surplus: 0,
      sample: '',
    });
  });
});
