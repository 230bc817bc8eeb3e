import { expect } from 'vitest';
import { unaccounted } from '../../../extractors/accounting.ts';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { ofd } from '../../../extractors/ofd/ofd.ts';

/** Extracts a file and proves that every character of it is held exactly once. */
export async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Extraction> {
  const outcome = await ofd.extract(bytes, limits);
  const { blocks, leftovers, sourceCharacters, generated } = outcome.value;
  const held = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.number ?? '', block.text]
      : block.cells.map(({ text }) => text),
  );
  held.push(...leftovers.map(({ text }) => text));
  expect(unaccounted(sourceCharacters, held, generated)).toMatchObject({ missing: 0, surplus: 0 });
  return outcome;
}

/** The stable code of the refusal; null where the file is read. */
export async function codeOf(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<unknown> {
  return ofd.extract(bytes, limits).then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}
