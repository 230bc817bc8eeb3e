import {
  type BookType,
  set_cptable,
  utils,
  type WorkBook,
  type WorkSheet,
  write,
} from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { describe, expect, test } from 'vitest';
import { probeFile } from '../../../extractors/probe.ts';
import { spreadsheet } from '../../../extractors/spreadsheet/spreadsheet.ts';
import { picture, read } from './workbook-file.ts';

set_cptable(codePages);

function workbook(
  rows: readonly (readonly unknown[])[],
  change?: (sheet: WorkSheet) => void,
): WorkBook {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  change?.(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '自评表');
  return book;
}

function written(book: WorkBook, bookType: BookType): Uint8Array {
  const bytes: unknown = write(book, {
    type: 'buffer',
    bookType,
    compression: true,
    codepage: 936,
  });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('no bytes');
  return new Uint8Array(bytes);
}

const form = [
  ['2024年度自评表'],
  ['项目名称', '道路养护', ''],
  ['执行率', 0.9847, 12],
  ['完成日期', 45657, true],
];

const formBook = (): WorkBook =>
  workbook(form, (sheet) => {
    sheet['!merges'] = [utils.decode_range('A1:C1'), utils.decode_range('B2:C2')];
    Object.assign(sheet['B3'], { z: '0.00%', w: '98.47%' });
    Object.assign(sheet['B4'], { z: 'yyyy"年"m"月"d"日"', w: '2024年12月31日' });
  });

const shown = [
  '2024年度自评表',
  '|项目名称|道路养护|←|',
  '|执行率|98.47%|12|',
  '|完成日期|2024年12月31日|TRUE|',
];

describe('the same form is read the same', () => {
  test.each<[BookType, string, string]>([
    ['xlsx', '表.xlsx', 'xlsx'],
    ['xlsm', '表.xlsm', 'xlsx'],
    ['xlsb', '表.xlsb', 'xlsx'],
    ['biff8', '表.xls', 'xls'],
    ['biff8', '表.et', 'et'],
    ['xlsx', '表.ET', 'et'],
    ['ods', '表.ods', 'ods'],
    ['xlsx', '表.xls', 'xlsx'],
  ])('in %s, named %s: %s', async (bookType, name, format) => {
    const bytes = written(formBook(), bookType);
    expect(spreadsheet.formatOf(await probeFile(bytes), name)).toBe(format);
    expect(picture((await read(bytes)).value)).toEqual(shown);
  });

  test.each<[BookType]>([['biff5'], ['biff2']])(
    'in %s, which has no merges of its own',
    async (bookType) => {
      const rows = [
        ['Item', 'Score'],
        ['Roads', 95.5],
        ['Rivers', 90],
      ];
      const bytes = written(workbook(rows), bookType);
      expect(spreadsheet.formatOf(await probeFile(bytes), '表.xls')).toBe('xls');
      expect(picture((await read(bytes)).value)).toEqual([
        '|Item|Score|',
        '|Roads|95.5|',
        '|Rivers|90|',
      ]);
    },
  );
});

test('other files are none of this reader’s', async () => {
  const others = [
    '<html><table><tr><td>1</td></tr></table></html>',
    'a\tb',
    '\u0009\u0000\u0004 text',
    'PK\u0003\u0004',
  ];
  for (const text of others) {
    expect(spreadsheet.formatOf(await probeFile(Buffer.from(text)), '表.xls')).toBeNull();
  }
});

describe('in .xls', () => {
  test('hidden sheets and columns are aside', async () => {
    const book = workbook(
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
      (sheet) => {
        sheet['!cols'] = [{ wch: 9 }, { hidden: true, wch: 9 }];
      },
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet([['旧']]), '旧稿');
    book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const { value, notices } = await read(written(book, 'biff8'));
    expect(picture(value)).toEqual(['|甲|丙|', '|1|3|']);
    expect(value.leftovers.map(({ text, reason }) => `${reason} ${text}`)).toEqual([
      'header 自评表',
      'hidden 乙',
      'hidden 2',
      'header 旧稿',
      'hidden 旧',
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['hidden-columns', 'hidden-sheet']);
  });

  test('numbers are read in each way they are packed, errors as they show', async () => {
    const rows = [
      ['甲', 1, 1.25, -7, 1e300, 123456789.12, -0.01],
      ['乙', 536870911, -536870912, 0.5, 2.345678901234, 100, 99.99],
    ];
    const book = workbook(rows, (sheet) => {
      sheet['H1'] = { t: 'e', v: 0x17 };
      sheet['H2'] = { t: 'e', v: 0x07 };
      sheet['!ref'] = 'A1:H2';
    });
    expect(picture((await read(written(book, 'biff8'))).value)).toEqual([
      '|甲|1|1.25|-7|1E+300|123456789.12|-0.01|#REF!|',
      '|乙|536870911|-536870912|0.5|2.3456789012|100|99.99|#DIV/0!|',
    ]);
  });
});
