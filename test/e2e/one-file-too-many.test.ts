import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declarations, pack, tc, tr } from '../extractors/docx/word-file.ts';
import { type Ended, guidang, jsonLines, makeFolder, query, sampleDocuments } from './program.ts';

const samples = ['附件2.docx', '自评表.docx', '目标申报表2024.docx'];

/** A table of one row repeated: 60 MB of XML in some hundred kilobytes. */
function hugeTable(): Uint8Array {
  const line = tr(...Array.from({ length: 8 }, (_, i) => tc(`第${i}格`)));
  const rows = line.repeat(Math.ceil((60 * 1024 * 1024) / line.length));
  const table = `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;
  return pack({
    'word/document.xml': `<w:document ${declarations}><w:body>${table}</w:body></w:document>`,
  });
}

describe('a file that needs more memory than it may take', () => {
  const folder = makeFolder();
  const archive = join(folder, '归档');
  const db = join(folder, 'w.db');
  let ended: Ended;

  beforeAll(async () => {
    mkdirSync(archive);
    writeFileSync(join(archive, '巨表.docx'), hugeTable());
    for (const name of samples) copyFileSync(join(sampleDocuments, name), join(archive, name));
    const limits = ['--memory-limit', '96', '--jobs', '1'];
    ended = await guidang(['ingest', archive, '--db', db, '--json', ...limits]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is small on disk', () => {
    expect(statSync(join(archive, '巨表.docx')).size).toBeLessThan(1024 * 1024);
  });

  test('fails alone, by its name, and the others are loaded', async () => {
    expect(ended.code).toBe(3);
    const lines = jsonLines(ended.out).slice(0, -1);
    const ends = lines.map(({ path, status, error_code }) => [path, status, error_code]);
    expect(ends.sort()).toEqual(
      [
        [join(archive, '巨表.docx'), 'failed', 'memory_limit'],
        ...samples.map((name) => [join(archive, name), 'loaded', null]),
      ].sort(),
    );
    const failed = `SELECT file_name FROM documents WHERE error_code = 'memory_limit'`;
    expect(await query(db, failed)).toEqual([{ file_name: '巨表.docx' }]);
  });
});
