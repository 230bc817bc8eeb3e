import { describe, expect, test } from 'vitest';
import { paragraphs } from '../docx/word-file.ts';
import { read, rtfFile, u } from './rtf-file.ts';

describe('numbers of lists', () => {
  test('given as text they are the paragraph’s number, and not counted again', async () => {
    const item = (number: string, text: string): string =>
      `{\\listtext\\pard\\plain ${u(number)}\\tab}\\pard\\ls1 ${text}\\par`;
    const { value } = await read(rtfFile(`${item('一、', 'a') + item('', 'b')}\\pard\\ls1 c\\par`));
    expect(value.blocks).toMatchObject([
      { number: '一、', text: 'a' },
      { number: null, text: 'b' },
      { number: null, text: 'c' },
    ]);
    expect(value.generated).toBe('');
  });

  test('of an older writer as well', async () => {
    const { value } = await read(
      rtfFile(
        "{\\*\\pn\\pnlvlbody\\pnstart1{\\pntxta .}}{\\pntext\\f0 1.\\tab}a\\par{\\pntext\\f0\\'b7\\tab}b\\par",
      ),
    );
    expect(paragraphs(value)).toEqual(['1.a', '·b']);
  });

  const level = (format: number, text: string, numbers = ''): string =>
    `{\\listlevel\\levelnfc${format}\\levelnfcn${format}\\levelstartat1\\levelfollow2{\\leveltext${text};}{\\levelnumbers${numbers};}}`;
  const lists =
    `{\\*\\listtable{\\list\\listtemplateid1${level(37, `\\'02\\'00${u('、')}`)}${level(0, "\\'04(\\'00.\\'01")}{\\listname x;}\\listid7}}` +
    '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}' +
    '{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls2}}';

  test('left to the reader they are counted by the tables of lists', async () => {
    const { value } = await read(
      rtfFile(
        '\\pard\\ls1\\ilvl0 a\\par\\ilvl1 b\\par c\\par\\ilvl0 d\\par\\pard e\\par\\pard\\ls2 f\\par g\\par',
        lists,
      ),
    );
    expect(paragraphs(value)).toEqual([
      '一、a',
      '(一.1b',
      '(一.2c',
      '二、d',
      'e',
      '五、f',
      '六、g',
    ]);
  });

  test('a list of a number nobody defined shows none', async () => {
    const { value } = await read(rtfFile('\\pard\\ls9 a\\par'));
    expect(paragraphs(value)).toEqual(['a']);
  });
});
