import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraph } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';
import { errorText } from '../../schemas/error-texts.ts';
import type { IngestErrorCode } from '../../schemas/ingest-error.ts';
import { pack } from '../extractors/docx/word-file.ts';
import {
  type Ended,
  guidang,
  jsonLines,
  makeFolder,
  query,
  sampleDocuments,
  temporaryFolder,
} from './program.ts';

const word = writeWord([paragraph('一份完好的文件。')]);

const entityXml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`;

/** A program's header: MZ, then fields with zeros among them. */
const program = Uint8Array.from({ length: 512 }, (_, i) => [0x4d, 0x5a, 0x90, 0x00][i] ?? i % 7);

const poisoned: readonly (readonly [string, IngestErrorCode, Uint8Array])[] = [
  ['传输中断.docx', 'archive_truncated', word.subarray(0, Math.floor(word.length * 0.6))],
  ['空文件.docx', 'file_empty', new Uint8Array()],
  ['其实是程序.docx', 'executable_file', program],
  ['外部实体.docx', 'xml_entity', pack({ 'word/document.xml': entityXml })],
  ['图片改名.txt', 'unsupported_format', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
];

describe('an archive with files that cannot be read', () => {
  const folder = makeFolder();
  const archive = join(folder, '归档');
  const db = join(folder, 'guidang.db');
  let ended: Ended;
  let lines: Record<string, unknown>[];

  beforeAll(async () => {
    mkdirSync(archive);
    for (const [name, , bytes] of poisoned) writeFileSync(join(archive, name), bytes);
    copyFileSync(join(sampleDocuments, '附件2.docx'), join(archive, '附件2.docx'));
    writeFileSync(join(archive, '完好.docx'), word);
    ended = await guidang(['ingest', archive, '--db', db, '--json']);
    lines = jsonLines(ended.out);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is loaded but for these, and the run ends with 3', () => {
    expect(ended.code).toBe(3);
    expect(lines.at(-1)).toMatchObject({
      summary: { files: poisoned.length + 2, loaded: 2, failed: poisoned.length },
    });
    const loaded = lines.filter((line) => line['status'] === 'loaded');
    expect(loaded.map((line) => line['path']).sort()).toEqual(
      [join(archive, '完好.docx'), join(archive, '附件2.docx')].sort(),
    );
  });

  test.each(poisoned)('names %s as %s, with a sentence and what to do', (name, code) => {
    const { what, todo } = errorText(code, 'zh');
    const line = lines.find(({ path }) => path === join(archive, name));
    expect(line).toMatchObject({ status: 'failed', forms: 0, error_code: code, todo });
    expect(line?.['error_message']).toContain(what);
  });

  test('tells a person the same on standard error', async () => {
    const plain = await guidang(['ingest', archive, '--db', join(folder, 'other.db')]);
    expect(plain.code).toBe(3);
    for (const [name, code] of poisoned) {
      const { what, todo } = errorText(code, 'zh');
      expect(plain.err).toContain(`失败 ${join(archive, name)}\n  [${code}] ${what}`);
      expect(plain.err).toContain(`处理办法：${todo}`);
    }
  });

  test('lists its failures in the warehouse, without a form or a cell', async () => {
    const failed = await query(
      db,
      `SELECT file_name, error_code FROM documents WHERE status = 'failed' ORDER BY file_name`,
    );
    const byName = poisoned.map(([file_name, error_code]) => ({ file_name, error_code }));
    expect(failed).toHaveLength(poisoned.length);
    expect(failed).toEqual(expect.arrayContaining(byName));
    expect(
      await query(
        db,
        `SELECT count(*) AS n FROM raw_cells JOIN documents USING (document_id) WHERE status = 'failed'`,
      ),
    ).toEqual([{ n: 0 }]);
  });

  test('loads a file that was sent again whole', async () => {
    writeFileSync(join(archive, '传输中断.docx'), writeWord([paragraph('重新传输的文件。')]));
    const again = await guidang(['ingest', archive, '--db', db, '--json']);
    expect(jsonLines(again.out).at(-1)).toMatchObject({ summary: { loaded: 1, duplicates: 2 } });
  });
});

test('a path that is not there fails by itself and ends the run with 3', async () => {
  const folder = temporaryFolder();
  const missing = join(folder, '没有.docx');
  const { code, out } = await guidang([
    'ingest',
    missing,
    join(sampleDocuments, '附件2.docx'),
    '--json',
    '--db',
    join(folder, 'w.db'),
  ]);
  expect(code).toBe(3);
  expect(jsonLines(out)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: missing, status: 'failed', error_code: 'file_missing' }),
    ]),
  );
  expect(jsonLines(out).at(-1)).toMatchObject({ summary: { loaded: 1, failed: 1 } });
});

test('a lock file of an open document is ignored and no failure', async () => {
  const folder = temporaryFolder();
  const owner = Buffer.alloc(162, 0x20);
  owner.writeUInt8(4, 0);
  owner.write('user', 1);
  owner.writeUInt8(4, 54);
  owner.write('user', 56, 'utf16le');
  owner.fill(0, 64);
  writeFileSync(join(folder, '~$附件2.docx'), owner);
  const db = join(temporaryFolder(), 'w.db');
  const { code, out } = await guidang(['ingest', folder, '--json', '--db', db]);
  const ignored = jsonLines(out).find((line) => line['status'] === 'ignored');
  expect(ignored).toMatchObject({ error_code: 'temporary_file' });
  expect(code).toBe(0);
});

test('the warehouse itself is no document of the folder it stands in', async () => {
  const folder = temporaryFolder();
  copyFileSync(join(sampleDocuments, '附件2.docx'), join(folder, '附件2.docx'));
  for (const status of ['loaded', 'duplicate']) {
    const { code, out } = await guidang(['ingest', '.', '--json'], folder);
    const lines = jsonLines(out).slice(0, -1);
    expect(lines.map((line) => [line['path'], line['status']])).toEqual([['附件2.docx', status]]);
    expect(code).toBe(0);
  }
});

test('a file that is no warehouse is refused and left as it was', async () => {
  const folder = temporaryFolder();
  const db = join(folder, '通讯录.db');
  writeFileSync(db, 'not a database at all, but somebody’s text');
  const { code, err } = await guidang(['ingest', sampleDocuments, '--db', db]);
  expect(code).toBe(1);
  expect(err).toContain('[warehouse_unavailable]');
  expect(readFileSync(db, 'utf8')).toContain('somebody’s text');
});
