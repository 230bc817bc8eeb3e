import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { unlockPackage } from '../../../extractors/odt/unlock-package.ts';
import { writeZip } from '../../../extractors/write-zip.ts';
import { openZip } from '../../../extractors/zip-container.ts';
import { defaultReadSettings } from '../../../pipeline/read-settings.ts';
import { understand } from '../../../pipeline/understand.ts';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import { zipFile } from '../containers/zip-file.ts';
import { encryptedPackage } from './encrypted-packages.ts';

const labels = buildLabelIndex(builtInVocabulary);
const settings = { ...defaultReadSettings, passwords: ['错的', '财政2024'] };

/** The manifest of a package, with something in it changed. */
async function withManifest(change: (text: string) => string): Promise<Uint8Array> {
  const zip = await openZip(encryptedPackage('aes'), defaultLimits);
  return zipFile(
    ...zip.names.map((name) => {
      const content = zip.read(name) ?? new Uint8Array();
      const isManifest = name === 'META-INF/manifest.xml';
      return { name, content: isManifest ? change(Buffer.from(content).toString()) : content };
    }),
  );
}

describe.each(['aes', 'blowfish'] as const)('an OpenDocument text encrypted by %s', (cipher) => {
  test('is read whole with its password, tried among others', async () => {
    const locked = encryptedPackage(cipher);
    await expect(understand(locked, 'a.odt', { labels })).rejects.toMatchObject({
      code: 'encrypted',
    });
    const understood = await understand(locked, 'a.odt', { labels, settings });
    expect(understood).toMatchObject({
      format: 'odt',
      bytes: locked.length,
      unaccountedCharacters: 0,
    });
    expect(understood.document?.blocks).toMatchObject([{ text: '加了密码的一份。' }]);
  });

  test('stays closed to another password', async () => {
    expect(await unlockPackage(encryptedPackage(cipher), ['错的'], defaultLimits)).toBe(null);
    expect(await unlockPackage(encryptedPackage(cipher), [], defaultLimits)).toBe(null);
  });
});

describe('an OpenDocument package', () => {
  test('encrypted in a way that is not read says in which', async () => {
    const newer = await withManifest((text) =>
      text.replace(/key-derivation-name="[^"]*"/, 'key-derivation-name="urn:x:argon2id"'),
    );
    await expect(understand(newer, 'a.odt', { labels, settings })).rejects.toMatchObject({
      code: 'encrypted',
      message: expect.stringContaining('argon2id'),
    });
  });

  test('encrypted as a whole is called so, and not called unknown', async () => {
    const whole = zipFile(
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'META-INF/manifest.xml', content: '<manifest/>' },
      { name: 'encrypted-package', content: 'x' },
    );
    await expect(understand(whole, 'a.odt', { labels, settings })).rejects.toMatchObject({
      code: 'encrypted',
    });
  });

  test('that asks for hours of work to try one password is not tried', async () => {
    const slow = await withManifest((text) =>
      text.replace(/iteration-count="\d+"/, 'iteration-count="2000000000"'),
    );
    await expect(understand(slow, 'a.odt', { labels, settings })).rejects.toMatchObject({
      code: 'encrypted',
    });
  });

  test('without a password is left alone', async () => {
    const plain = writeZip([]);
    expect(await unlockPackage(plain, ['x'], defaultLimits)).toBe(null);
  });
});
