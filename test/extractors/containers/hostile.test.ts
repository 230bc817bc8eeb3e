import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { fixture, fixtures } from './fixtures.ts';
import { rar4File, rar5File } from './rar-file.ts';
import { tarFile } from './tar-file.ts';
import { unpack } from './unpack.ts';
import { zipFile } from './zip-file.ts';

const entries = [
  { name: '甲.txt', content: '部门整体支出'.repeat(20) },
  { name: '乙.txt', content: '绩效' },
];
const archives: readonly Uint8Array[] = [
  ...Object.keys(fixtures).map((name) => fixture(name as keyof typeof fixtures)),
  rar4File(...entries),
  rar5File(entries),
  tarFile(...entries),
  zipFile(...entries),
];
const limits = { ...defaultLimits, inflatedBytes: 1_000_000 };

test('no damage to an archive ends in anything but members and stable codes', async () => {
  const damage = fc.record({
    archive: fc.constantFrom(...archives),
    changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    keep: fc.double({ min: 0.3, max: 1, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ archive, changes, keep }) => {
      const bytes = archive.slice(0, Math.ceil(archive.length * keep));
      // The mark is kept: without it the file is no archive.
      for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value;
      const { members } = await unpack(bytes, ['secret'], limits);
      const size = members.reduce((sum, [, text]) => sum + text.length, 0);
      expect(size).toBeLessThanOrEqual(limits.inflatedBytes);
      for (const [path] of members) expect(path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|\\/);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a member larger than any file that is read is named, and not taken out', async () => {
  const large = { name: '大.docx', content: '零', size: 600 * 1024 ** 2 };
  const archive = { ...defaultLimits, inflatedBytes: 1024 ** 3 };
  expect(await unpack(zipFile(large, ...entries), [], archive)).toMatchObject({
    members: [
      ['大.docx', '!file_too_large'],
      ['甲.txt', '部门整体支出'.repeat(20)],
      ['乙.txt', '绩效'],
    ],
    error: null,
  });
});
