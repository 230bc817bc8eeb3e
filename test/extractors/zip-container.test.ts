import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openZip, zipMemberNames } from '../../extractors/zip-container.ts';
import { IngestError } from '../../schemas/ingest-error.ts';

const plenty = { inflatedBytes: 1_000_000 };
const texts = { 'a/First.xml': '部门整体支出绩效自评表', 'second.xml': '0'.repeat(5000) };
const archive = zipSync({
  'a/First.xml': [strToU8(texts['a/First.xml']), { level: 0 }],
  'second.xml': strToU8(texts['second.xml']),
});

/** Where the fields of a directory entry stand (APPNOTE.TXT 4.3.12). */
const field = { flags: 8, method: 10, crc: 16, packed: 20, size: 24, localHeader: 42 } as const;

/** A copy of `archive` whose directory lies about one of its members, the first or the second. */
function lie(nth: number, where: keyof typeof field, value: (was: number) => number): Uint8Array {
  const lying = Buffer.from(archive);
  let at = lying.indexOf('PK\x01\x02');
  for (let i = 0; i < nth; i++) at = lying.indexOf('PK\x01\x02', at + 1);
  const place = at + field[where];
  if (where === 'flags' || where === 'method') {
    lying.writeUInt16LE(value(lying.readUInt16LE(place)), place);
  } else lying.writeUInt32LE(value(lying.readUInt32LE(place)), place);
  return new Uint8Array(lying);
}

async function readAll(bytes: Uint8Array, limits = plenty): Promise<Record<string, string>> {
  const zip = await openZip(bytes, limits);
  return Object.fromEntries(
    zip.names.map((name) => [name, Buffer.from(zip.read(name) ?? []).toString()]),
  );
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof IngestError) return error.code;
    throw error;
  }
}

/** A stored member in an archive that says everything in its zip64 records (APPNOTE.TXT 4.5.3). */
function zip64(name: string, content: Uint8Array): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const wide = Buffer.alloc(28);
  wide.writeUInt16LE(1, 0);
  wide.writeUInt16LE(24, 2);
  for (const at of [4, 12]) wide.writeBigUInt64LE(BigInt(content.length), at);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(crc32(content), 16);
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(wide.length, 30);
  const directory = local.length + name.length + content.length;
  const size = entry.length + name.length + wide.length;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) record.writeBigUInt64LE(1n, at);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory + size), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0, 20);
  const title = Buffer.from(name);
  return Buffer.concat([local, title, content, entry, title, wide, record, locator, end]);
}

describe('a zip is read', () => {
  test('member by member, stored or deflated', async () => {
    expect(await readAll(archive)).toEqual(texts);
  });

  test('by names in any letter case; a name it has not gives null', async () => {
    const zip = await openZip(archive, plenty);
    expect(zip.read('A/first.XML')).toEqual(strToU8(texts['a/First.xml']));
    expect(zip.read('third.xml')).toBeNull();
  });

  test('where its sizes and places are in zip64 records', async () => {
    const content = strToU8('预算');
    expect(await readAll(zip64('word/document.xml', content))).toEqual({
      'word/document.xml': '预算',
    });
  });

  test('where it was padded behind its end', async () => {
    for (const padding of [1, 512, 60_000]) {
      expect(await readAll(Buffer.concat([archive, Buffer.alloc(padding)]))).toEqual(texts);
    }
  });

  test('with names by forward slashes, without a leading one', async () => {
    const names = ['word\\document.xml', '/docProps/app.xml'];
    const bytes = zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
    expect(await zipMemberNames(bytes)).toEqual(['word/document.xml', 'docProps/app.xml']);
  });

  test('with names in GB18030', async () => {
    const bytes = Buffer.from(zipSync({ 'xxxx.xml': [strToU8('无'), { level: 0 }] }));
    const name = iconv.encode('附件', 'gb18030');
    for (let at = bytes.indexOf('xxxx'); at >= 0; at = bytes.indexOf('xxxx')) name.copy(bytes, at);
    expect(await readAll(bytes)).toEqual({ '附件.xml': '无' });
  });
});

describe('a zip is refused', () => {
  test('where it declares more than the limit, before a member is read', async () => {
    const size = Buffer.byteLength(Object.values(texts).join(''));
    expect(await codeOf(openZip(archive, { inflatedBytes: size }))).toBe('read');
    expect(await codeOf(openZip(archive, { inflatedBytes: size - 1 }))).toBe('archive_too_large');
  });

  test('where a member inflates to more than it declares', async () => {
    expect(await codeOf(readAll(lie(1, 'size', () => 10)))).toBe('archive_too_large');
  });

  test('where all that is read, over and over, comes to more than the limit', async () => {
    const zip = await openZip(archive, { inflatedBytes: 12_000 });
    expect(zip.read('second.xml')).toHaveLength(5000);
    expect(zip.read('second.xml')).toHaveLength(5000);
    expect(() => zip.read('second.xml')).toThrow(
      expect.objectContaining({ code: 'archive_too_large' }),
    );
  });

  test.each([
    ['a checksum differs', lie(0, 'crc', (was) => (was ^ 1) >>> 0)],
    ['a checksum of a deflated member differs', lie(1, 'crc', (was) => (was ^ 1) >>> 0)],
    ['a member inflates to less than declared', lie(1, 'size', (was) => was + 1)],
    ['a stored member is of two sizes', lie(0, 'size', (was) => was + 1)],
    ['a deflated member is cut short', lie(1, 'packed', (was) => was - 3)],
    ['a member would end beyond the file', lie(1, 'packed', () => archive.length)],
    ['a member is not where the directory says', lie(1, 'localHeader', (was) => was + 1)],
    ['a member is beyond the end', lie(1, 'localHeader', () => 0x7fffffff)],
    ['a compression is unknown', lie(1, 'method', () => 99)],
  ])('as damaged where %s', async (_, bytes) => {
    expect(await codeOf(readAll(bytes))).toBe('archive_truncated');
  });

  test('as encrypted where a member is, or the directory says that all is', async () => {
    expect(await codeOf(readAll(lie(1, 'flags', (was) => was | 1)))).toBe('encrypted');
    expect(await codeOf(zipMemberNames(lie(1, 'flags', (was) => was | 0x41)))).toBe('encrypted');
  });

  test('as cut off wherever it ends too early', async () => {
    for (let length = 0; length < archive.length; length++) {
      expect(await codeOf(openZip(archive.subarray(0, length), plenty))).toBe('archive_truncated');
    }
  });
});

test('a damaged member keeps no other from being read', async () => {
  const zip = await openZip(
    lie(1, 'localHeader', () => 0x7fffffff),
    plenty,
  );
  expect(zip.read('a/first.xml')).toEqual(strToU8(texts['a/First.xml']));
});

test('whatever bytes are damaged, a zip gives its true content or a code', async () => {
  const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 6 });
  const known = new Set(['read', 'archive_truncated', 'archive_too_large', 'encrypted']);
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      const damaged = archive.slice();
      for (const [at, byte] of bytes) damaged[at] = byte;
      let contents: Record<string, string> = {};
      const code = await codeOf(
        readAll(damaged).then((found) => {
          contents = found;
        }),
      );
      expect(known).toContain(code);
      const genuine: readonly string[] = Object.values(texts);
      expect(Object.values(contents).filter((text) => !genuine.includes(text))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
