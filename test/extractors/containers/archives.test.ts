import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { fixture } from './fixtures.ts';
import { rar4File, rar5File } from './rar-file.ts';
import { tarFile } from './tar-file.ts';
import { paths, unpack } from './unpack.ts';

const form = '部门整体支出绩效自评表';
const both = [
  ['甲/自评表.txt', form],
  ['乙.txt', '乙'.repeat(20)],
];
const sorted = (members: readonly (readonly [string, string])[]) =>
  [...members].sort(([a], [b]) => (a > b ? -1 : 1));

describe('7z', () => {
  test('gives its files, with their names', async () => {
    const { kind, members, error } = await unpack(fixture('sevenZip'));
    expect([kind, error]).toEqual(['7z', null]);
    expect(sorted(members)).toEqual(both);
  });

  test('made of a program’s output gives it, though it is marked as a pipe', async () => {
    const { members } = await unpack(fixture('pipedSevenZip'));
    expect(members.map(([path, text]) => [path, text.length])).toEqual([['zeros.docx', 3000]]);
  });

  test('with encrypted names is opened by a password given, or says that it needs one', async () => {
    expect((await unpack(fixture('encryptedNames'), ['wrong'])).error).toBe('encrypted');
    const { members } = await unpack(fixture('encryptedNames'), ['wrong', 'secret']);
    expect(sorted(members)).toEqual(both);
  });

  test('with an encrypted directory is not called damaged for want of its password', async () => {
    const archive = fixture('encryptedDirectory');
    expect((await unpack(archive)).error).toBe('encrypted');
    expect((await unpack(archive, ['wrong', 'x'])).members).toEqual([['t1.txt', '第1份\n']]);
  });

  test('with encrypted content gives it or says so of each file', async () => {
    const locked = await unpack(fixture('encryptedData'), ['wrong']);
    expect(locked.members.map(([, text]) => text)).toEqual(['!encrypted', '!encrypted']);
    expect((await unpack(fixture('encryptedData'))).members).toEqual(locked.members);
    expect(sorted((await unpack(fixture('encryptedData'), ['wrong', '密码'])).members)).toEqual(
      both,
    );
  });

  test('cut off has no directory, and says so', async () => {
    expect((await unpack(fixture('sevenZip').subarray(0, 150))).error).toBe('archive_truncated');
  });

  test('is held to its limits', async () => {
    const limits = { ...defaultLimits, inflatedBytes: 50 };
    expect((await unpack(fixture('sevenZip'), [], limits)).error).toBe('archive_too_large');
  });
});

test('a 7z whose files together are larger than one may be gives them all', async () => {
  const limits = { ...defaultLimits, memberBytes: 70 };
  const { members, error } = await unpack(fixture('sevenZip'), [], limits);
  expect(error).toBeNull();
  expect(sorted(members)).toEqual(both);
});

describe('RAR', () => {
  const entries = [
    { name: '甲/自评表.txt', content: form },
    { name: '乙.txt', content: '乙'.repeat(20) },
  ];
  test('4 and 5 give their files, with their names', async () => {
    for (const bytes of [rar4File(...entries), rar5File(entries)]) {
      expect(await unpack(bytes)).toEqual({ kind: 'RAR', members: both, error: null });
    }
  });

  test('cut off gives the files before the cut, then says so', async () => {
    for (const bytes of [rar4File(...entries), rar5File(entries)]) {
      const { members, error } = await unpack(bytes.subarray(0, bytes.length - 40));
      expect(members[0]).toEqual(both[0]);
      expect(error).toBe('archive_truncated');
    }
  });

  test('damaged says of which file', async () => {
    const bytes = rar5File(entries);
    const at = Buffer.from(bytes).indexOf(Buffer.from(form));
    bytes[at] = 0;
    const { members } = await unpack(bytes);
    expect(members).toEqual([['甲/自评表.txt', '!archive_truncated'], both[1]]);
  });

  test('that is one of several parts says that they must be joined', async () => {
    expect((await unpack(rar5File(entries, 3))).error).toBe('archive_truncated');
  });

  test('has no path that leads anywhere', async () => {
    const names = ['../../etc/甲', '/根/乙', 'C:\\盘\\丙'];
    const bytes = rar5File(names.map((name) => ({ name, content: 'x' })));
    expect(await unpack(bytes)).toEqual({
      kind: 'RAR',
      members: [
        ['etc/甲', 'x'],
        ['根/乙', 'x'],
        ['盘/丙', 'x'],
      ],
      error: null,
    });
  });
});

describe('tar', () => {
  const entries = [
    { name: '夹/', type: '5' },
    { name: '夹/甲.txt', content: form },
    { name: '链接', type: '2' },
    { name: '设备', type: '3' },
    { name: iconv.encode('单位/乙.txt', 'gbk'), content: '乙' },
  ];

  test('gives its files, and no link, device or folder', async () => {
    expect(await unpack(tarFile(...entries))).toEqual({
      kind: 'TAR',
      members: [
        ['夹/甲.txt', form],
        ['单位/乙.txt', '乙'],
      ],
      error: null,
    });
  });

  test('has long names, by GNU and by POSIX', async () => {
    const long = `${'长'.repeat(60)}.txt`;
    const record = ` path=${long}\n`;
    const length = Buffer.byteLength(record) + 3;
    expect(
      await paths(
        tarFile(
          { name: '././@LongLink', type: 'L', content: `${long}\0` },
          { name: 'x', content: '1' },
          { name: 'pax', type: 'x', content: `${length}${record}` },
          { name: 'y', content: '2' },
          { name: 'z', content: '3' },
        ),
      ),
    ).toEqual([long, long, 'z']);
  });

  test('cut off gives the files before the cut, then says so', async () => {
    const bytes = tarFile({ name: '甲', content: form }, { name: '乙', content: 'x'.repeat(2000) });
    expect(await unpack(bytes.subarray(0, 2500))).toEqual({
      kind: 'TAR',
      members: [['甲', form]],
      error: 'archive_truncated',
    });
  });

  test('has no path that leads anywhere, and lies about sizes in vain', async () => {
    const bytes = tarFile({ name: '../../x', content: '1' });
    expect(await paths(bytes)).toEqual(['x']);
    expect(
      (await unpack(tarFile(...entries), [], { ...defaultLimits, inflatedBytes: 5 })).error,
    ).toBe('archive_too_large');
  });
});

describe('a compressed stream', () => {
  test('gives what it holds, under its own name where it has one', async () => {
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
      iconv.encode('自评表.txt\0', 'gbk'),
      gzipSync(form).subarray(10),
    ]);
    expect(await unpack(new Uint8Array(named))).toEqual({
      kind: 'gzip',
      members: [['自评表.txt', form]],
      error: null,
    });
    for (const name of ['bzip2', 'xz', 'zstd'] as const) {
      expect(await unpack(fixture(name))).toEqual({
        kind: name,
        members: [['解压内容', '乙'.repeat(20)]],
        error: null,
      });
    }
  });

  test('gives the files of a tar in it', async () => {
    const members = [['甲', form]];
    const tar = tarFile({ name: '甲', content: form });
    expect((await unpack(new Uint8Array(gzipSync(tar)))).members).toEqual(members);
    expect(sorted((await unpack(fixture('tarXz'))).members)).toEqual(both);
  });

  test('cut off gives the whole files of the tar in it, then says so', async () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i * 7919) % 251);
    const tar = gzipSync(tarFile({ name: '甲', content: form }, { name: '乙', content: noise }));
    expect(await unpack(new Uint8Array(tar.subarray(0, tar.length - 200)))).toEqual({
      kind: 'gzip',
      members: [['甲', form]],
      error: 'archive_truncated',
    });
  });

  test('with one file larger than any that is read names it; a tar in it may be as large', async () => {
    const limits = { ...defaultLimits, memberBytes: 30 };
    const small = tarFile({ name: '大', content: 'x'.repeat(31) }, { name: '甲', content: '甲' });
    const members = [
      ['大', '!file_too_large'],
      ['甲', '甲'],
    ];
    expect(await unpack(small, [], limits)).toMatchObject({ members, error: null });
    const packed = new Uint8Array(gzipSync(small));
    expect(await unpack(packed, [], limits)).toMatchObject({ members, error: null });
    for (const bytes of [fixture('xz'), fixture('zstd'), new Uint8Array(gzipSync(form))]) {
      expect(await unpack(bytes, [], limits)).toMatchObject({
        members: [['解压内容', '!file_too_large']],
        error: null,
      });
    }
    const tar = await unpack(fixture('tarXz'), [], limits);
    expect(tar.members.map(([, text]) => text)).toEqual(['!file_too_large', '!file_too_large']);
  });

  test('is held to its limit', async () => {
    const limits = { ...defaultLimits, inflatedBytes: 10_000 };
    const bomb = new Uint8Array(gzipSync(new Uint8Array(1_000_000)));
    expect((await unpack(bomb, [], limits)).error).toBe('archive_too_large');
  });
});
