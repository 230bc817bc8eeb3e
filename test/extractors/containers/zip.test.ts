import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { fixture } from './fixtures.ts';
import { paths, unpack } from './unpack.ts';
import { zipFile } from './zip-file.ts';

const form = '部门整体支出绩效自评表';

describe('a zip', () => {
  test('gives its files in the order of its directory, those of the same name too', async () => {
    const bytes = zipFile(
      { name: '2023/', content: '' },
      { name: '2023/甲.txt', content: '一' },
      { name: '2023/甲.txt', content: '二' },
      { name: '链接', content: '/etc/passwd', mode: 0o120777 },
      { name: '__MACOSX/2023/._甲.txt', content: 'x' },
    );
    expect(await unpack(bytes)).toEqual({
      kind: 'ZIP',
      members: [
        ['2023/甲.txt', '一'],
        ['2023/甲.txt', '二'],
      ],
      error: null,
    });
  });

  test.each([
    ['gb18030', '二级机构/㑇镕小学自评表.doc'],
    ['big5', '績效自評/項目支出績效自評表.doc'],
    ['utf8', '财政局/自评表.doc'],
  ])('has names in %s without a word of it', async (encoding, name) => {
    expect(await paths(zipFile({ name: iconv.encode(name, encoding), content: '' }))).toEqual([
      name,
    ]);
  });

  test('has names as their Unicode field says, unless that is of another name', async () => {
    const raw = iconv.encode('自评表.doc', 'gbk');
    const field = (of: Buffer): Buffer => {
      const data = Buffer.from('自評表.doc');
      const head = Buffer.alloc(9);
      head.writeUInt16LE(0x7075, 0);
      head.writeUInt16LE(data.length + 5, 2);
      head.writeUInt8(1, 4);
      head.writeUInt32LE(crc32(of), 5);
      return Buffer.concat([head, data]);
    };
    expect(await paths(zipFile({ name: raw, content: '', extra: field(raw) }))).toEqual([
      '自評表.doc',
    ]);
    expect(
      await paths(zipFile({ name: raw, content: '', extra: field(Buffer.from('x')) })),
    ).toEqual(['自评表.doc']);
  });

  test('has no path that leads anywhere', async () => {
    const names = [
      '../../etc/甲',
      '/根/乙',
      'C:\\盘\\丙',
      '..\\..\\丁',
      'a/./../\u202ecod.戊',
      '..',
      'x\u0000y',
    ];
    expect(await paths(zipFile(...names.map((name) => ({ name, content: '' }))))).toEqual([
      'etc/甲',
      '根/乙',
      '盘/丙',
      '丁',
      'a/cod.戊',
      '未命名',
      'xy',
    ]);
    const long = await paths(zipFile({ name: `${'长'.repeat(2000)}.docx`, content: '' }));
    expect(long[0]).toMatch(/^长{195}\.docx$/);
  });

  test('is opened by the passwords given, whatever encrypted it', async () => {
    for (const name of ['zipCrypto', 'aesZip'] as const) {
      const locked = await unpack(fixture(name), ['wrong']);
      expect(locked.members.map(([, text]) => text)).toEqual(['!encrypted', '!encrypted']);
      const opened = await unpack(fixture(name), ['wrong', 'secret']);
      expect(opened.members).toContainEqual(['甲/自评表.txt', form]);
      expect(opened.members).toHaveLength(2);
    }
  });

  test.each(['bzip2Zip', 'lzmaZip', 'deflate64Zip', 'ppmdZip'] as const)(
    'is read where it is compressed otherwise: %s',
    async (name) => {
      expect((await unpack(fixture(name))).members).toEqual([['乙.txt', '乙'.repeat(20)]]);
    },
  );

  test('costs its other members nothing where one is damaged', async () => {
    const { members, error } = await unpack(
      zipFile({ name: '坏', content: form, crc: 1 }, { name: '好', content: form }),
    );
    expect(members).toEqual([
      ['坏', '!archive_truncated'],
      ['好', form],
    ]);
    expect(error).toBeNull();
  });

  test('cut off gives the members before the cut, then says so', async () => {
    const whole = zipFile({ name: '甲.txt', content: form }, { name: '乙.txt', content: form });
    const directory = Buffer.from(whole).indexOf('PK\x01\x02');
    const cut = whole.subarray(0, directory - 10);
    expect(await unpack(cut)).toEqual({
      kind: 'ZIP',
      members: [['甲.txt', form]],
      error: 'archive_truncated',
    });
  });

  test('that is one of several parts says that they must be joined', async () => {
    const [first, last] = [
      zipFile({ name: '甲', content: form }),
      zipFile({ name: '乙', content: form }),
    ];
    const spanned = Buffer.concat([Buffer.from('PK\x07\x08'), first.subarray(0, -22)]);
    last[last.length - 22 + 4] = 3;
    for (const part of [spanned, last]) {
      expect(await unpack(new Uint8Array(part))).toMatchObject({
        kind: 'ZIP',
        error: 'archive_truncated',
      });
    }
  });

  test('is held to its limits, declared and real', async () => {
    const limits = { ...defaultLimits, inflatedBytes: 10_000 };
    const zeros = new Uint8Array(1_000_000);
    const honest = zipFile({ name: '甲', content: zeros });
    const lying = zipFile({ name: '甲', content: zeros, size: 100 });
    expect((await unpack(honest, [], limits)).error).toBe('archive_too_large');
    expect((await unpack(lying, [], limits)).error).toBe('archive_too_large');
    const many = zipFile(...Array.from({ length: 50 }, () => ({ name: '甲', content: '' })));
    expect((await unpack(many, [], { ...defaultLimits, elements: 20 })).error).toBe(
      'archive_too_large',
    );
  });

  test('gives the others where one member is larger than a file may be', async () => {
    const limits = { ...defaultLimits, memberBytes: 100 };
    const bytes = zipFile(
      { name: '大', content: new Uint8Array(101) },
      { name: '小', content: '一' },
    );
    expect(await unpack(bytes, [], limits)).toMatchObject({
      members: [
        ['大', '!file_too_large'],
        ['小', '一'],
      ],
      error: null,
    });
  });

  test('that is a document is no container, whole or cut off', async () => {
    for (const name of ['[Content_Types].xml', 'mimetype', 'OFD.xml', 'xl/workbook.xml']) {
      const bytes = zipFile({ name, content: 'x' }, { name: 'word/document.xml', content: 'y' });
      expect((await unpack(bytes)).kind).toBeUndefined();
      expect((await unpack(bytes.subarray(0, 60))).kind).toBeUndefined();
    }
  });
});

const gbk = '../shared/real/government-and-financial/gbk.zip';
test.skipIf(!existsSync(gbk))('a zip of another program has its GBK names', async () => {
  expect(await paths(new Uint8Array(readFileSync(gbk)))).toEqual([
    '审计压缩包文件检索测试/集团邮件审计系统2021年自动巡检需求文档_V4.0.doc',
  ]);
});
