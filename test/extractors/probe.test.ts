import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { probeFile } from '../../extractors/probe.ts';

const archive = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8('<w:document/>'),
  '附件/说明.txt': strToU8('无'),
});
const names = ['[Content_Types].xml', 'word/document.xml', '附件/说明.txt'];

/** An archive with one empty stored member whose name is given in bytes and not flagged as UTF-8. */
function withRawName(name: Uint8Array): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length, 16);
  return Buffer.concat([local, name, central, name, end]);
}

describe('the members of a zip container', () => {
  test('are named from the central directory, in its order', async () => {
    expect(await probeFile(archive)).toEqual({ zipEntries: names, text: null, bytes: archive });
  });

  test('are found behind a comment that holds another end mark', async () => {
    const comment = Buffer.from('PK\x05\x06 a comment of the archive');
    const commented = Buffer.concat([archive, comment]);
    commented.writeUInt16LE(comment.length, archive.length - 2);
    expect((await probeFile(commented)).zipEntries).toEqual(names);
  });

  test('are found in a view that begins inside its buffer', async () => {
    const padded = Buffer.concat([Buffer.alloc(7), archive]);
    expect((await probeFile(padded.subarray(7))).zipEntries).toEqual(names);
  });

  test('have names in UTF-8 or GB18030, flagged or not', async () => {
    for (const encoding of ['utf-8', 'gb18030']) {
      const bytes = withRawName(iconv.encode('绩效自评表.docx', encoding));
      expect((await probeFile(bytes)).zipEntries).toEqual(['绩效自评表.docx']);
    }
  });

  test('are none where the archive is cut off anywhere', async () => {
    for (let length = 4; length < archive.length; length += 13) {
      const probe = await probeFile(archive.subarray(0, length));
      expect(probe).toMatchObject({ zipEntries: [], text: null });
    }
  });

  test('are none where the end record counts more than the directory holds', async () => {
    const lying = Buffer.from(archive);
    lying.writeUInt16LE(0xffff, lying.length - 12);
    expect((await probeFile(lying)).zipEntries).toEqual([]);
  });

  test('are none where the end record leads beyond the end of the file', async () => {
    const lying = Buffer.from(archive);
    lying.writeUInt32LE(0xffffffff, lying.length - 6);
    expect((await probeFile(lying)).zipEntries).toEqual([]);
  });
});

describe('text', () => {
  test('is told by its bytes, with its encoding', async () => {
    const text = '部门整体支出绩效自评表\n';
    expect((await probeFile(Buffer.from(text))).text).toEqual({ encoding: 'utf-8' });
    expect((await probeFile(iconv.encode(text, 'gbk'))).text).toEqual({ encoding: 'gb18030' });
  });

  test('is not what has NULs or control characters', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect((await probeFile(png)).text).toBeNull();
    const controls = Uint8Array.from({ length: 30 }, (_, at) => at + 1);
    expect((await probeFile(controls)).text).toBeNull();
  });
});
