import { describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import {
  grid,
  mainXml,
  p,
  pack,
  paragraphs,
  r,
  read,
  tables,
  tbl,
  tc,
  tr,
  wordFile,
} from './word-file.ts';

async function codeOf(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<unknown> {
  return docx.extract(bytes, limits).then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}

/** Offset of the nth directory entry's field, to make a zip lie. */
function patchDirectory(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const patched = bytes.slice();
  const view = new DataView(patched.buffer);
  for (let i = 0; i + 4 < patched.length; i++) {
    if (view.getUint32(i, true) === 0x02014b50) {
      view.setUint32(i + field, value, true);
      return patched;
    }
  }
  throw new TypeError('Expected a zip with a directory');
}

describe('what is refused', () => {
  test('a zip cut off anywhere is truncated', async () => {
    const whole = wordFile(p('预算'));
    for (const share of [0.2, 0.5, 0.9]) {
      expect(await codeOf(whole.slice(0, whole.length * share))).toBe('archive_truncated');
    }
    expect(await codeOf(new Uint8Array(0))).toBe('archive_truncated');
  });

  test('a damaged member fails its checksum', async () => {
    expect(await codeOf(patchDirectory(wordFile(p('预算')), 16, 12345))).toBe('archive_truncated');
  });

  test('a bomb is refused by what its directory says, before inflation', async () => {
    const bomb = pack({ 'word/document.xml': mainXml(p('0'.repeat(3_000_000))) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(await codeOf(bomb, { ...defaultLimits, inflatedBytes: 1_000_000 })).toBe(
      'archive_too_large',
    );
  });

  test('a bomb whose directory lies is stopped while it inflates', async () => {
    const bomb = pack({ 'word/document.xml': mainXml(p('0'.repeat(3_000_000))) });
    expect(await codeOf(patchDirectory(bomb, 24, 500))).toBe('archive_too_large');
  });

  test('an entity is never expanded, wherever it is declared', async () => {
    const declared = (xml: string): string =>
      xml.replace('?>', '?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>');
    const main = declared(mainXml(p('&x;')));
    expect(await codeOf(pack({ 'word/document.xml': main }))).toBe('xml_entity');
    expect(
      await codeOf(
        pack({
          'word/document.xml': mainXml(p('a')),
          'docProps/core.xml': declared('<?xml version="1.0"?><a/>'),
        }),
      ),
    ).toBe('xml_entity');
  });

  test('XML that is cut off, or in bytes of no known text, is malformed', async () => {
    const xml = mainXml(p('预算'));
    expect(await codeOf(pack({ 'word/document.xml': xml.slice(0, -30) }))).toBe('xml_malformed');
    expect(
      await codeOf(pack({ 'word/document.xml': new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) })),
    ).toBe('xml_malformed');
  });

  test('a package without a main part, or a main part without a body, is incomplete', async () => {
    expect(await codeOf(pack({ 'word/styles.xml': '<a/>' }))).toBe('document_incomplete');
    expect(await codeOf(pack({ 'word/document.xml': '' }))).toBe('document_incomplete');
    expect(await codeOf(pack({ 'word/document.xml': '<w:document/>' }))).toBe(
      'document_incomplete',
    );
  });

  test('nesting and size are bounded', async () => {
    let nested = tbl(1, tr(tc('内')));
    for (let i = 0; i < 200; i++) nested = tbl(1, tr(tc(`${nested}<w:p/>`)));
    expect(await codeOf(wordFile(nested))).toBe('document_too_deep');
    expect(await codeOf(wordFile(p('a').repeat(50)), { ...defaultLimits, elements: 100 })).toBe(
      'archive_too_large',
    );
  });
});

describe('what is read all the same', () => {
  const body = p('预算') + tbl(2, tr(tc('甲', '<w:gridSpan w:val="2"/>')), tr(tc('乙'), tc('丙')));
  const rows = [
    ['甲', '←'],
    ['乙', '丙'],
  ];

  async function expectBody(members: Record<string, string | Uint8Array>): Promise<void> {
    const { value } = await read(pack(members));
    expect(paragraphs(value)).toEqual(['预算']);
    expect(grid(tables(value)[0])).toEqual(rows);
  }

  test('a part in UTF-16, either order, with a mark or without', async () => {
    const xml = mainXml(body).replace('UTF-8', 'UTF-16');
    const little = Buffer.from(xml, 'utf16le');
    const big = Buffer.from(little).swap16();
    await expectBody({ 'word/document.xml': little });
    await expectBody({ 'word/document.xml': Buffer.concat([Buffer.from([0xff, 0xfe]), little]) });
    await expectBody({ 'word/document.xml': Buffer.concat([Buffer.from([0xfe, 0xff]), big]) });
  });

  test('a part with a byte order mark', async () => {
    await expectBody({ 'word/document.xml': `\ufeff${mainXml(body)}` });
  });

  test('other prefixes, and the strict namespaces', async () => {
    const renamed = mainXml(body).replace(/\bw:/g, 'word:').replace('xmlns:w=', 'xmlns:word=');
    await expectBody({ 'word/document.xml': renamed });
    const strict = mainXml(body).replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    await expectBody({ 'word/document.xml': strict });
  });

  test('a prefix that means something else inside an element', async () => {
    const { value } = await read(
      pack({
        'word/document.xml': mainXml(
          `<w:p>${r('真')}<x:e xmlns:x="urn:x" xmlns:w="urn:not-word"><w:t>假</w:t></x:e>${r('实')}</w:p>`,
        ),
      }),
    );
    expect(paragraphs(value)).toEqual(['真实']);
  });

  test('backslashes in member names, and a main part named in the relationships', async () => {
    await expectBody({ 'word\\document.xml': mainXml(body) });
    const relations = (target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
    await expectBody({
      '_rels/.rels': relations('/word/main2.xml'),
      'word/main2.xml': mainXml(body),
    });
    await expectBody({ '_rels/.rels': relations('story/d.xml'), 'story/d.xml': mainXml(body) });
  });
});

test('a Word document is known by its main part', () => {
  const probe = { text: null, bytes: new Uint8Array(0) };
  expect(
    docx.formatOf({ ...probe, zipEntries: ['[Content_Types].xml', 'word/document.xml'] }, ''),
  ).toBe('docx');
  expect(docx.formatOf({ ...probe, zipEntries: ['xl/workbook.xml'] }, '')).toBe(null);
});
