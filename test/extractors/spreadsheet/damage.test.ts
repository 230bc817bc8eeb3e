import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { encrypt } from 'officecrypto-tool';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { spreadsheet } from '../../../extractors/spreadsheet/spreadsheet.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { picture, read, xlsx } from './workbook-file.ts';

function xls(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['部门', '财政局', 12.5],
    ['年度', 2024, true],
  ]);
  sheet['!merges'] = [utils.decode_range('A1:A2')];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

describe('a workbook that claims much', () => {
  test('is as large as what it holds: cells far apart, a range over everything', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const before =
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="999999999" width="9"/></cols>';
    expect(picture((await read(xlsx([{ before, rows }]))).value)).toEqual(['1', '2']);
  });

  test('has merges over the whole sheet as far as its text goes', async () => {
    const rows = [['标题'], ['甲', '乙'], [1, 2]];
    const { value } = await read(xlsx([{ rows, merges: ['A1:XFD1', 'A4:XFD1048576'] }]));
    expect(picture(value)).toEqual(['标题', '|甲|乙|', '|1|2|']);
  });

  test('of merges that overlap shows the first', async () => {
    const rows = [
      ['甲', '乙', '丙'],
      [1, 2, 3],
    ];
    const { value } = await read(xlsx([{ rows, merges: ['A1:B1', 'B1:C2', 'Z9:A1'] }]));
    expect(picture(value)).toEqual(['|甲|←|丙|', '|1|2|3|']);
  });

  test('fails where a table or its merges take more than the limit', async () => {
    const limits = { ...defaultLimits, elements: 60 };
    const wide = [['甲', '乙'], [], ['丙', ...Array.from({ length: 9 }, () => '丁')]];
    const merges = ['A1:J9'];
    await expect(read(xlsx([{ rows: wide, merges }]), limits)).rejects.toMatchObject({
      code: 'archive_too_large',
    });
  });

  test('with places that are none keeps the text where it comes', async () => {
    const rows =
      '<row r="0"><c r="A0" t="inlineStr"><is><t>甲</t></is></c><c r="ZZZZ1"><v>5</v></c>' +
      '<c t="s"><v>99</v></c><c r="A1"><v>6</v></c></row>';
    const { value } = await read(xlsx([{ rows }]));
    expect(picture(value).join()).toContain('甲');
    expect(value.leftovers.filter(({ reason }) => reason === 'hidden')).toHaveLength(1);
  });
});

describe('a workbook that is not whole fails with its code:', () => {
  test.each([
    ['xml_malformed', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></worksheet>' }],
    ['xml_entity', { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY x "y">]><sst/>' }],
  ])('%s', async (code, parts) => {
    await expect(read(xlsx([{}], [], parts))).rejects.toMatchObject({ code });
  });

  test('a sheet that is listed but missing', async () => {
    const bytes = xlsx([{}], [], {
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        '<Relationship Id="rId1" Type="http://x/worksheet" Target="gone.xml"/></Relationships>',
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'document_incomplete' });
  });

  test('one with a password, for whoever unlocks it first', async () => {
    const locked = encrypt(Buffer.from(xlsx([{ rows: [['甲']] }])), { password: '一二三' });
    await expect(read(new Uint8Array(locked))).rejects.toMatchObject({ code: 'encrypted' });
  });

  test('too many sheets', async () => {
    await expect(read(xlsx([{}, {}, {}]), { ...defaultLimits, pages: 2 })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
  });
});

describe('an .xls with bytes changed or cut off', () => {
  const whole = xls();

  test('is read whole, or fails with a code; it is never half understood in silence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await spreadsheet.extract(bytes, defaultLimits).catch((error: unknown) => {
            if (!(error instanceof IngestError)) throw error;
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('fails at every length', async () => {
    for (let length = 600; length < whole.length; length += 512) {
      const cut = spreadsheet.extract(whole.subarray(0, length), defaultLimits);
      await cut.catch((error: unknown) => {
        expect(error).toBeInstanceOf(IngestError);
      });
    }
  });

  test('is cut off where a sheet never ends', async () => {
    const bytes = Buffer.from(whole);
    const end = bytes.lastIndexOf(Buffer.from([0x0a, 0x00, 0x00, 0x00]));
    bytes.fill(0, end, end + 4);
    await expect(read(new Uint8Array(bytes))).rejects.toMatchObject({ code: 'archive_truncated' });
  });

  test('is a workbook all the same where its directory is cut off', async () => {
    const bytes = new Uint8Array(1024);
    bytes.set(whole.subarray(0, 512));
    bytes.set([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], 512);
    const probe = await probeFile(bytes);
    expect(spreadsheet.formatOf(probe, '自评表.xls')).toBe('xls');
    await expect(read(bytes)).rejects.toMatchObject({ code: 'archive_truncated' });
  });
});
