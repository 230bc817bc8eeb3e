import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { detectDocument } from '../../pipeline/stages/detect.ts';
import { IngestError } from '../../schemas/ingest-error.ts';

async function refusal(bytes: Uint8Array, fileName = 'file'): Promise<string> {
  try {
    return `accepted as ${(await detectDocument(bytes, fileName)).format}`;
  } catch (error) {
    if (error instanceof IngestError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

function archive(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`content of ${name}`)])));
}

/** A compound file of one directory sector with these entry names. */
function compound(...names: string[]): Uint8Array {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    return entry;
  });
  return Buffer.concat([header, ...entries]);
}

/** What Word and its like write beside an open document. */
function lockFile(user: string, ansiSize: number): Uint8Array {
  const ansi = iconv.encode(user, 'gbk');
  const wide = Buffer.from(user, 'utf16le');
  const narrowPart = Buffer.alloc(ansiSize, 0x20);
  narrowPart[0] = ansi.length;
  ansi.copy(narrowPart, 1);
  const widePart = Buffer.from(' '.repeat(54), 'utf16le');
  wide.copy(widePart);
  return Buffer.concat([narrowPart, Uint8Array.of(user.length, 0), widePart]);
}

describe('a file is detected by its content', () => {
  test('as a Word document, whatever its name', async () => {
    const bytes = archive('[Content_Types].xml', 'word/document.xml');
    const detected = { format: 'docx', extractor: { name: 'docx' } };
    expect(await detectDocument(bytes, '自评表.txt')).toMatchObject(detected);
    expect((await detectDocument(bytes, '自评表.doc')).format).toBe('docx');
  });

  test('as text, whatever its name and encoding', async () => {
    for (const encoding of ['utf-8', 'gbk', 'utf-16le']) {
      const bytes = iconv.encode('部门整体支出绩效自评表\n\t甲\n\t乙\n', encoding);
      expect((await detectDocument(bytes, '自评表.docx')).format).toBe('txt');
    }
  });
});

describe('what is no document is named', () => {
  test.each([
    ['file_empty', Uint8Array.of(), 'a.docx'],
    ['temporary_file', lockFile('Administrator', 54), '自评表.docx'],
    ['temporary_file', lockFile('张三', 54), '自评表.docx'],
    ['temporary_file', lockFile('Administrator', 55), '自评表.xlsx'],
    ['temporary_file', Buffer.from(',user,host,01.02.2024 08:00,file:///x;'), '.~lock.a.docx#'],
    ['temporary_file', Uint8Array.of(3, 1, 2, 3, 0, 0, 0x80, 0xff), '某处/.~自评.xlsx'],
    ['temporary_file', compound('Root Entry', 'Catalog'), 'pictures'],
    ['temporary_file', compound('damaged'), 'some/Thumbs.db'],
    ['temporary_file', Uint8Array.of(0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31, 0, 0), 'store'],
    ['temporary_file', Buffer.from('\r\n[.ShellClassInfo]\r\nIconIndex=0\r\n'), 'a.txt'],
    ['temporary_file', Buffer.from('\ufeff[.ShellClassInfo]\r\n', 'utf16le'), 'a.txt'],
    ['archive_truncated', Uint8Array.of(0xdd, 0x9e, 0x18, 0, 1, 0), '自评表.7z.002'],
    ['executable_file', Buffer.from('MZ\x90\0\x03\0\0\0'), '自评表.docx'],
    ['executable_file', Buffer.from('\x7fELF\x02\x01\x01'), '自评表.docx'],
    ['executable_file', Buffer.from('#!/bin/sh\nrm -rf /\n'), '自评表.txt'],
    ['encrypted', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'a.docx'],
    [
      'archive_truncated',
      archive('[Content_Types].xml', 'word/document.xml').subarray(0, 60),
      'a.docx',
    ],
    ['document_incomplete', archive('[Content_Types].xml', 'word/styles.xml'), 'a.docx'],
  ])('%s', async (code, bytes, fileName) => {
    expect(await refusal(bytes, fileName)).toMatch(new RegExp(`^${code}: .`));
  });

  test('a text that begins like a program is still text', async () => {
    expect(await refusal(Buffer.from('MZ 区项目支出绩效自评表\n'))).toBe('accepted as txt');
  });

  test('a document named like a lock file is still a document', async () => {
    expect(await refusal(archive('word/document.xml'), '~$自评表.docx')).toBe('accepted as docx');
  });
});

describe('what a file is, its content says, whatever its name', () => {
  const mimetype = (mime: string): Uint8Array =>
    zipSync({ mimetype: [strToU8(mime), { level: 0 }], 'content.xml': strToU8('<a/>') });

  test.each([
    ['accepted as pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3\n')],
    ['accepted as ofd', archive('OFD.xml', 'Doc_0/Document.xml')],
    ['accepted as xlsx', archive('[Content_Types].xml', 'xl/workbook.xml')],
    ['accepted as odt', mimetype('application/vnd.oasis.opendocument.text')],
    ['accepted as ods', mimetype('application/vnd.oasis.opendocument.spreadsheet')],
    ['accepted as doc', compound('Root Entry', 'WordDocument', '1Table')],
    ['accepted as xls', compound('Root Entry', 'Workbook')],
    ['accepted as rtf', Buffer.from('{\\rtf1\\ansi text}')],
    ['accepted as html', Buffer.from('\ufeff<!-- 导出 -->\n<html><body>自评表</body></html>')],
    ['accepted as html', Buffer.from('<html><body>自评表</body></html>', 'utf16le')],
    ['archive_opened: ZIP', archive('1.docx', '2.docx')],
    ['archive_opened: RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['archive_opened: 7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4)],
  ])('%s', async (what, bytes) => {
    expect(await refusal(bytes, '自评表.docx')).toBe(what);
  });

  test('but for .wps and .et, which hold what .doc and .xls hold', async () => {
    const word = compound('Root Entry', 'WordDocument', '1Table');
    expect(await refusal(word, '自评表.WPS')).toBe('accepted as wps');
    expect(await refusal(compound('Root Entry', 'Workbook'), '自评表.et')).toBe('accepted as et');
  });
});

describe('a format that is not read is named by its content', () => {
  const uncompressed = (mime: string): Uint8Array =>
    zipSync({ mimetype: [strToU8(mime), { level: 0 }], 'content.xml': strToU8('<a/>') });

  test.each([
    ['ZIP (empty)', zipSync({})],
    ['PPTX', archive('[Content_Types].xml', 'ppt/presentation.xml')],
    ['OpenDocument', uncompressed('application/vnd.oasis.opendocument.presentation')],
    ['OLE2', compound('Root Entry', 'Other')],
    ['PPT / DPS', compound('Root Entry', 'PowerPoint Document')],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>')],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['TIFF', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0)],
    ['BMP', Uint8Array.of(0x42, 0x4d, 90, 1, 0, 0, 0, 0, 0, 0, 54, 0)],
  ])('%s', async (name, bytes) => {
    expect(await refusal(bytes, '自评表.docx')).toBe(`unsupported_format: ${name}`);
  });

  test('unknown content is told from text in an unknown encoding', async () => {
    const noise = Uint8Array.from({ length: 999 }, (_, at) => (at * 7919 + (at >> 3)) % 256);
    expect(await refusal(noise, 'a.dat')).toBe(
      'unsupported_format: unknown content, extension .dat',
    );
    const damaged = iconv.encode('绩效自评表，单位基本情况'.repeat(20), 'gb18030');
    for (let at = 0; at < damaged.length; at += 9) damaged[at] = 0xff;
    expect(await refusal(damaged, 'a.txt')).toMatch(/^encoding_unknown: /);
  });
});

const evaluation = join(import.meta.dirname, '../../../shared/eval/dev');

describe.skipIf(!existsSync(evaluation))('evaluation files', () => {
  const names = existsSync(evaluation)
    ? readdirSync(evaluation).filter((name) => name.includes('.'))
    : [];

  test('that are Word or text files are detected, or refused as damaged', async () => {
    const found = names
      .filter((name) => /\.(?:docx|txt)$/.test(name))
      .map((name) => refusal(readFileSync(join(evaluation, name)), name));
    const results = await Promise.all(found);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result).toMatch(/^(?:accepted as |archive_truncated|file_empty|temporary_file)/);
    }
  });

  test('in other formats are never taken for text, and always named', async () => {
    const found = names
      .filter((name) => !/\.(?:docx|txt)$/.test(name))
      .map((name) => refusal(readFileSync(join(evaluation, name)), name));
    const results = await Promise.all(found);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(result).toMatch(
        /^(?:accepted as (?!txt)|archive_opened: ZIP|unsupported_format: (?!unknown)|temporary_file)/,
      );
    }
  });
});
