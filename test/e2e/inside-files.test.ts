import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraph } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';
import { zipFile } from '../extractors/containers/zip-file.ts';
import { pack } from '../extractors/docx/word-file.ts';
import { contentOf } from './content.ts';
import {
  guidang,
  jsonLines,
  makeFolder,
  query,
  sampleDocuments,
  temporaryFolder,
} from './program.ts';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const word = (text: string): Uint8Array => writeWord([paragraph(text)]);
const sample = new Uint8Array(readFileSync(join(sampleDocuments, '附件2.docx')));

describe('an archive with archives, documents and trouble inside', () => {
  const folder = makeFolder();
  const archive = join(folder, '汇总.zip');
  const db = join(folder, 'guidang.db');
  let lines: Record<string, unknown>[];

  beforeAll(async () => {
    const inner = zipSync({ '2023/自评表.docx': sample, '再一份.docx': word('里层的一份。') });
    writeFileSync(
      archive,
      zipSync({
        '甲/里层.zip': inner,
        '坏的.docx': sample.subarray(0, 3000),
        '../../越界.docx': word('路径想跑到外面去。'),
        '甲/重复.docx': sample,
      }),
    );
    const { out } = await guidang(['ingest', archive, '--db', db, '--json']);
    lines = jsonLines(out);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('gives each file of its own, by the way to it', () => {
    const results = lines
      .slice(0, -1)
      .map((line) => [
        String(line['path']).slice(archive.length),
        line['status'],
        line['error_code'],
      ]);
    expect(results).toEqual(
      expect.arrayContaining([
        ['', 'ignored', 'archive_opened'],
        ['!/甲/里层.zip', 'ignored', 'archive_opened'],
        ['!/坏的.docx', 'failed', 'archive_truncated'],
        ['!/甲/里层.zip!/再一份.docx', 'loaded', null],
        ['!/越界.docx', 'loaded', null],
      ]),
    );
    expect(results.map(([, status]) => status).toSorted()).toEqual(
      ['duplicate', 'failed', 'ignored', 'ignored', 'loaded', 'loaded', 'loaded'].toSorted(),
    );
    expect(lines.at(-1)).toMatchObject({
      summary: { files: 7, loaded: 3, duplicates: 1, failed: 1, ignored: 2 },
    });
  });

  test('writes nothing outside, and nothing is left of the taking apart', () => {
    expect(existsSync(join(folder, '..', '..', '越界.docx'))).toBe(false);
    expect(existsSync(join(folder, '越界.docx'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(
      expect.arrayContaining(['guidang.db', '汇总.zip']),
    );
    const own = new RegExp(`^guidang-${process.pid}-`);
    expect(readdirSync(tmpdir()).filter((name) => own.test(name))).toEqual([]);
  });

  test('is loaded once: the same command again finds nothing new', async () => {
    const before = await contentOf(db);
    const { code, out } = await guidang(['ingest', archive, '--db', db, '--json']);
    expect(code).toBe(3);
    expect(jsonLines(out).at(-1)).toMatchObject({
      summary: { loaded: 0, duplicates: 4, failed: 1 },
    });
    expect(await contentOf(db)).toEqual(before);
  });

  test('lets a value be traced to the file inside', async () => {
    const [row] = await query(
      db,
      "SELECT path FROM documents WHERE path LIKE '%自评表.docx' OR path LIKE '%重复.docx'",
    );
    expect(String(row?.['path'])).toMatch(
      /汇总\.zip!\/甲\/(?:里层\.zip!\/2023\/自评表|重复)\.docx$/,
    );
  });

  test('is shown by inspect, and so is a file inside', async () => {
    const listed = await guidang(['inspect', archive]);
    expect(listed.out).toContain(`${archive}!/甲/里层.zip`);
    const one = await guidang([
      'inspect',
      `${archive}!/甲/里层.zip!/再一份.docx`,
      '--stop-after',
      'extract',
    ]);
    expect(one.out).toContain('里层的一份。');
    expect((await guidang(['inspect', `${archive}!/没有.docx`])).code).toBe(2);
  });
});

test('names in GBK are read, though the archive does not say what they are', async () => {
  const folder = temporaryFolder();
  const name = iconv.encode('二〇二三年/自评报告.txt', 'gbk');
  const content = utf8('二〇二三年度部门整体支出绩效自评报告');
  writeFileSync(join(folder, 'a.zip'), zipFile({ name, content }));
  const { out } = await guidang(['ingest', folder, '--db', join(folder, 'g.db'), '--json']);
  expect(jsonLines(out)[0]).toMatchObject({
    path: `${join(folder, 'a.zip')}!/二〇二三年/自评报告.txt`,
    status: 'loaded',
  });
});

test('archives in archives end at the nesting limit, by name', async () => {
  const folder = temporaryFolder();
  let nested = zipSync({ '里面.docx': word('最里面。') });
  for (let depth = 0; depth < 5; depth++) nested = zipSync({ '内.zip': nested });
  writeFileSync(join(folder, '外.zip'), nested);
  const args = ['ingest', folder, '--db', join(folder, 'g.db'), '--json'];
  const shallow = await guidang([...args, '--nesting-limit', '3']);
  expect(shallow.code).toBe(3);
  expect(jsonLines(shallow.out).map((line) => line['error_code'])).toContain('archive_too_deep');
  const deep = await guidang(args);
  expect(deep.code).toBe(0);
  expect(jsonLines(deep.out).at(-1)).toMatchObject({ summary: { loaded: 1, failed: 0 } });
});

test('an archive that inflates beyond its limit fails alone', async () => {
  const folder = temporaryFolder();
  const zeros = zipSync({ '零.txt': new Uint8Array(3 * 1024 ** 2) }, { level: 9 });
  writeFileSync(join(folder, '炸弹.zip'), zeros);
  writeFileSync(join(folder, '好的.docx'), word('好的。'));
  const { code, out } = await guidang([
    'ingest',
    folder,
    '--db',
    join(folder, 'g.db'),
    '--json',
    '--archive-limit',
    '2',
  ]);
  expect(code).toBe(3);
  const ends = Object.fromEntries(
    jsonLines(out)
      .slice(0, -1)
      .map((line) => [String(line['path']).slice(folder.length + 1), line['error_code']]),
  );
  expect(ends).toEqual({ '炸弹.zip': 'archive_too_large', '好的.docx': null });
});

test('a document with one inside loads both', async () => {
  const folder = temporaryFolder();
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const body = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>外面的报告。</w:t></w:r></w:p></w:body></w:document>`;
  const outer = pack({
    'word/document.xml': body,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/package" Target="embeddings/附表.docx"/></Relationships>`,
    'word/embeddings/附表.docx': sample,
  });
  writeFileSync(join(folder, '报告.docx'), outer);
  const { out } = await guidang(['ingest', folder, '--db', join(folder, 'g.db'), '--json']);
  const ends = jsonLines(out)
    .slice(0, -1)
    .map((line) => `${String(line['path']).slice(folder.length + 1)} ${line['status']}`);
  expect(ends.toSorted()).toEqual(['报告.docx loaded', '报告.docx!/附表.docx loaded'].toSorted());
});
