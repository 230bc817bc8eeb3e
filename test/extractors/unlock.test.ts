import crypto from 'officecrypto-tool';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../extractors/extractor.ts';
import { unlockOffice } from '../../extractors/unlock.ts';
import { defaultReadSettings } from '../../pipeline/read-settings.ts';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex } from '../../pipeline/vocabulary/label-index.ts';
import { paragraph } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';

const plain = writeWord([paragraph('加了密码的一份。')]);
const lock = (password: string, type?: 'standard'): Uint8Array =>
  new Uint8Array(crypto.encrypt(Buffer.from(plain), type ? { password, type } : { password }));

describe('an Office document with a password', () => {
  test.each([
    ['agile', undefined],
    ['standard', 'standard'],
  ] as const)('(%s) opens with it, tried among others', async (_kind, type) => {
    const locked = lock('财政2024', type);
    expect(await unlockOffice(locked, ['错的', '财政2024'], defaultLimits)).toEqual(
      new Uint8Array(plain),
    );
    expect(await unlockOffice(locked, ['错的'], defaultLimits)).toBe(null);
  });

  test('opens without asking where it has the password of protection only', async () => {
    expect(await unlockOffice(lock('VelvetSweatshop'), [], defaultLimits)).toEqual(
      new Uint8Array(plain),
    );
  });

  test('is understood whole, under the hash of the locked file', async () => {
    const locked = lock('财政2024');
    const labels = buildLabelIndex(builtInVocabulary);
    await expect(understand(locked, 'a.docx', { labels })).rejects.toMatchObject({
      code: 'encrypted',
    });
    const settings = { ...defaultReadSettings, passwords: ['财政2024'] };
    const understood = await understand(locked, 'a.docx', { labels, settings });
    expect(understood).toMatchObject({
      format: 'docx',
      bytes: locked.length,
      unaccountedCharacters: 0,
    });
    expect(understood.document?.blocks).toMatchObject([{ text: '加了密码的一份。' }]);
  });

  test('is left alone where it is none', async () => {
    expect(await unlockOffice(new Uint8Array(plain), ['x'], defaultLimits)).toBe(null);
  });
});
