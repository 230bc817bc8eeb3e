import { expect, test } from 'vitest';
import { errorText, errorTexts } from '../../schemas/error-texts.ts';
import { ingestErrorCodes } from '../../schemas/ingest-error.ts';

test('every error code says in both languages what happened and what to do, in one sentence each', () => {
  for (const code of ingestErrorCodes) {
    for (const text of Object.values(errorText(code, 'zh'))) {
      expect(text, code).toMatch(/^[^。]*\p{Script=Han}[^。]*。$/u);
    }
    for (const text of Object.values(errorText(code, 'en'))) {
      expect(text, code).toMatch(/^[A-Z][^\p{Script=Han}]*[^.]\.$/u);
    }
  }
});

test('there is no text without a code, and no two codes say the same', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...ingestErrorCodes].sort());
  for (const language of ['zh', 'en'] as const) {
    const said = ingestErrorCodes.map((code) => errorText(code, language).what);
    expect(new Set(said).size).toBe(said.length);
  }
});
