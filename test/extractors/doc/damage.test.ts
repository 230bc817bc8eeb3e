import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doc } from '../../../extractors/doc/doc.ts';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { unlockOffice } from '../../../extractors/unlock.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { paragraphs, tables } from '../docx/word-file.ts';
import {
  type DocParagraph,
  docFile,
  inTable,
  pack,
  para,
  read,
  row,
  sprm,
  u16,
  u32,
} from './doc-file.ts';

async function codeOf(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<unknown> {
  return doc.extract(bytes, limits).then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}

const small = docFile([
  para('预算执行情况'),
  ...row(['甲', '乙'], [0, 1000, 2000], [0x60]),
  ...row(['', '丙'], [0, 1000, 2000], [0x20]),
  para('说明\u0013 PAGE \u00141\u0015'),
]);

describe('what is refused', () => {
  test('a file cut off, and one that is no compound file', async () => {
    for (const share of [0.1, 0.4, 0.6]) {
      expect(await codeOf(small.slice(0, Math.floor(small.length * share)))).toBe(
        'archive_truncated',
      );
    }
    expect(await codeOf(new Uint8Array(0))).toBe('archive_truncated');
  });

  test('a document with a password, where none is given that fits', async () => {
    expect(await codeOf(docFile([para('密')], { flags: 0x1300 }))).toBe('encrypted');
  });

  test('Word before 97, in a compound file or not', async () => {
    expect(await codeOf(docFile([para('old')], { version: 0x68 }))).toBe('format_too_old');
    const word2 = Uint8Array.from([0xdb, 0xa5, 0x2d, 0, ...new Array<number>(200).fill(0)]);
    expect(await codeOf(word2)).toBe('format_too_old');
  });

  test('a document without its streams, or without a piece table', async () => {
    expect(await codeOf(pack({ Other: new Uint8Array(10) }))).toBe('document_incomplete');
    expect(await codeOf(docFile([para('甲')], { structures: { 33: [] } }))).toBe(
      'document_incomplete',
    );
  });

  test('pieces that overlap, or that say more than there is', async () => {
    const clx = (...positions: readonly number[]): number[] => {
      const table = [
        ...positions.flatMap(u32),
        ...positions.slice(1).flatMap(() => [0, 0, ...u32(1024), 0, 0]),
      ];
      return [2, ...u32(table.length), ...table];
    };
    const withPieces = (...positions: readonly number[]): Promise<unknown> =>
      codeOf(docFile([para('甲乙')], { structures: { 33: clx(...positions) } }));
    expect(await withPieces(0, 2, 1)).toBe('document_incomplete');
    expect(await withPieces(0, 0x7fffffff)).toBe('archive_too_large');
    expect(await withPieces(0, 4_000_000)).toBe('archive_truncated');
  });

  test('tables nested deeper than the limit, and more paragraphs than it', async () => {
    const nested: DocParagraph = {
      runs: [{ text: '深\r' }],
      sprms: [...inTable, ...sprm(0x6649, ...u32(100_000))],
    };
    expect(await codeOf(docFile([nested]))).toBe('document_too_deep');
    const many = docFile(Array.from({ length: 30 }, () => para('甲')));
    expect(await codeOf(many, { ...defaultLimits, elements: 70 })).toBe(null);
    expect(await codeOf(many, { ...defaultLimits, elements: 20 })).toBe('archive_too_large');
  });
});

describe('what is read all the same', () => {
  test('structures that are not there, or nonsense, leave the text', async () => {
    const nonsense = Array.from({ length: 40 }, (_, i) => (i * 37) % 256);
    const { value } = await read(
      docFile([para('甲'), para('乙')], { structures: { 6: [], 40: [], 56: [], 11: nonsense } }),
    );
    expect(paragraphs(value)).toEqual(['甲', '乙']);
  });

  test('lists that are cut off leave the text without its numbers, and a notice', async () => {
    const overrides = [...u32(1), ...new Array<number>(16).fill(1), ...u32(0)];
    const { value, notices } = await read(
      docFile([para('甲', ...sprm(0x460b, 1, 0))], { structures: { 73: [200, 0], 74: overrides } }),
    );
    expect(paragraphs(value)).toEqual(['甲']);
    expect(notices.map(({ code }) => code)).toEqual(['numbering-unread']);
  });

  test('a row of more cells than Word allows', async () => {
    const texts = Array.from({ length: 100 }, (_, i) => `${i}`);
    const { value } = await read(
      docFile([...row(texts, texts.map((_, i) => i * 100).concat(10_000)), para('末')]),
    );
    expect(tables(value)[0]?.cells.map(({ text }) => text)).toEqual(texts);
  });
});

/** Numbers that look random, the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** The document with a few bytes changed, more of them where its structures stand. */
function damage(bytes: Uint8Array, random: Generator<number, never>): Uint8Array {
  const damaged = bytes.slice();
  const next = (): number => random.next().value;
  const count = 1 + ((next() >>> 16) % 6);
  for (let i = 0; i < count; i++) {
    const at = (next() >>> 4) % damaged.length;
    damaged[at] =
      [0, 0xff, next() >>> 24, (damaged[at] ?? 0) ^ (1 << (next() >>> 29))][(next() >>> 16) % 4] ??
      0;
  }
  return damaged;
}

async function expectBounded(bytes: Uint8Array): Promise<void> {
  await doc.extract(bytes, defaultLimits).catch((error: unknown) => {
    if (!(error instanceof IngestError)) throw error;
  });
}

test('whatever bytes are changed, a document comes of it or an error with a code', async () => {
  const random = numbers(20_261);
  for (let i = 0; i < 300; i++) await expectBounded(damage(small, random));
});

const awkward = '../shared/real/awkward';

describe.skipIf(!existsSync(awkward))('real files', () => {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`${awkward}/${name}`));

  test('a locked document is told as one, and read once unlocked', async () => {
    const locked = file('password_password_cryptoapi.doc');
    expect(await codeOf(locked)).toBe('encrypted');
    const plain = await unlockOffice(locked, ['wrong', 'password'], defaultLimits);
    const { value } = await doc.extract(plain ?? locked, defaultLimits);
    expect(paragraphs(value)).toEqual(['This is a test']);
    expect(value.pages).toBe(1);
    expect(value.modifiedAt).toBe('2017-05-31T23:15:00.000Z');
  });

  test('Word 2 and Word 95 are told from what this reader knows', async () => {
    for (const name of ['word2.doc', 'Word95.doc']) {
      const bytes = file(name);
      expect(doc.formatOf(await probeFile(bytes), name)).toBe('doc');
      expect(await codeOf(bytes)).toBe('format_too_old');
    }
  });
});

const real = '../shared/eval/dev/036_部门整体支出绩效自评报告(定稿).doc';

test.skipIf(!existsSync(real))(
  'so it is with a document that an office program wrote',
  async () => {
    const whole = new Uint8Array(readFileSync(real));
    const random = numbers(97);
    for (let i = 0; i < 300; i++) await expectBounded(damage(whole, random));
  },
);

describe('what a file is', () => {
  const kind = async (bytes: Uint8Array, name: string): Promise<string | null> =>
    doc.formatOf(await probeFile(bytes), name);

  test('Word by its content, Kingsoft Writer by its name as well', async () => {
    expect(await kind(small, '自评表.doc')).toBe('doc');
    expect(await kind(small, '自评表.WPS')).toBe('wps');
    expect(await kind(small, '自评表.xls')).toBe('doc');
  });

  test('a workbook with a Word document embedded is no Word document', async () => {
    const workbook = pack({
      Workbook: new Uint8Array(5000),
      'MBD0001/WordDocument': new Uint8Array(5000),
    });
    expect(await kind(workbook, '表.doc')).toBe(null);
    expect(await kind(pack({ CONTENTS: new Uint8Array(5000) }), '旧.wps')).toBe(null);
    expect(await kind(new TextEncoder().encode('文本'), '文本.doc')).toBe(null);
  });

  test('an embedded file that is torn is noticed, and the document read', async () => {
    const bytes = docFile([para('甲')], {
      streams: { 'ObjectPool/_1/Package': new Uint8Array(5000) },
    });
    const entry = Buffer.from(bytes).indexOf(Buffer.from('Package\0', 'utf16le'));
    new DataView(bytes.buffer).setUint32(entry + 120, 0x100000, true);
    const { value, notices, attachments } = await read(bytes);
    expect(paragraphs(value)).toEqual(['甲']);
    expect(attachments).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(['embedded-document-unread']);
  });

  test('embedded files are handed on, each as a file of its own', async () => {
    const packed = [
      ...u16(2),
      ...new TextEncoder().encode('note.txt\0C:\\note.txt\0'),
      ...u32(0x30000),
      ...u32(3),
      ...new TextEncoder().encode('C:\0'),
      ...u32(2),
      0x68,
      0x69,
    ];
    const { attachments } = await read(
      docFile([para('甲')], {
        streams: {
          'ObjectPool/_1/WordDocument': new Uint8Array(5000).fill(1),
          'ObjectPool/_1/1Table': new Uint8Array(10),
          'ObjectPool/_2/Package': new TextEncoder().encode('PK..'),
          'ObjectPool/_3/\u0001Ole10Native': Uint8Array.from([...u32(packed.length), ...packed]),
          'ObjectPool/_4/Equation Native': new Uint8Array(100),
        },
      }),
    );
    const found = new Map(attachments?.map(({ name, bytes }) => [name, bytes]));
    expect([...found.keys()].sort()).toEqual(['_1', '_2', 'note.txt']);
    expect(Buffer.from(found.get('note.txt') ?? []).toString()).toBe('hi');
    expect(await kind(found.get('_1') ?? new Uint8Array(0), '')).toBe('doc');
  });
});
