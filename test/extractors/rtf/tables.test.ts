import { describe, expect, test } from 'vitest';
import { grid, leftovers, paragraphs, tables } from '../docx/word-file.ts';
import { read, row, rtfFile } from './rtf-file.ts';

async function grids(body: string): Promise<(string | null)[][][]> {
  return tables((await read(rtfFile(body))).value).map(grid);
}

describe('the grid', () => {
  test('columns lie between the edges of all rows', async () => {
    expect(
      await grids(row([1000, 3000], 'a', 'b') + row([2000, 3000], 'c', 'd') + row([3000], 'e')),
    ).toEqual([
      [
        ['a', 'b', '←'],
        ['c', '←', 'd'],
        ['e', '←', '←'],
      ],
    ]);
  });

  test('edges a hair apart are one', async () => {
    expect(await grids(row([1000, 2000], 'a', 'b') + row([1015, 1990], 'c', 'd'))).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  test('merges down and across', async () => {
    expect(
      await grids(
        row(['\\clvmgf', 1000, '\\clmgf', 2000, '\\clmrg', 3000], 'a', 'b', '') +
          row(['\\clvmrg', 1000, 2000, 3000], '', 'c', 'd'),
      ),
    ).toEqual([
      [
        ['a', 'b', '←'],
        ['↑', 'c', 'd'],
      ],
    ]);
  });

  test('the text of a cell merged away is kept apart', async () => {
    const { value } = await read(
      rtfFile(row(['\\clvmgf', 1000, 2000], 'a', 'b') + row(['\\clvmrg', 1000, 2000], 'x', 'c')),
    );
    expect(leftovers(value)).toEqual([['hidden', 'x']]);
    expect(value.leftovers[0]?.location).toBe('正文 表1 行2 列1');
  });

  test('a row that is not shown is kept apart, also where it is the only one', async () => {
    const unseen = row([1000, 2000], 'x', 'y').replace('\\trowd', '\\trowd\\trhidden');
    const shown = row([1000, 2000], 'a', 'b');
    const { value } = await read(rtfFile(shown + unseen + row([1000, 2000], 'c', 'd')));
    expect(tables(value).map(grid)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
    expect(leftovers(value)).toEqual([
      ['hidden', 'x'],
      ['hidden', 'y'],
    ]);
    const alone = (await read(rtfFile(`${unseen}\\pard e\\par `))).value;
    expect(tables(alone)).toEqual([]);
    expect(leftovers(alone)).toHaveLength(2);
  });

  test('a row whose marks are all deleted is gone, one whose texts are is empty', async () => {
    const gone = '\\trowd\\cellx1000\\cellx2000\\pard\\intbl{\\deleted x\\cell y\\cell\\row}';
    const emptied = row([1000, 2000], '{\\deleted z}', '');
    const { value } = await read(rtfFile(row([1000, 2000], 'a', 'b') + gone + emptied));
    expect(tables(value).map(grid)).toEqual([
      [
        ['a', 'b'],
        ['', ''],
      ],
    ]);
    expect(leftovers(value).map(([reason, text]) => `${reason} ${text}`)).toEqual([
      'deleted_revision x',
      'deleted_revision y',
      'deleted_revision z',
    ]);
    const alone = await read(rtfFile(`${gone}\\pard a\\par`));
    expect(tables(alone.value)).toEqual([]);
    expect(paragraphs(alone.value)).toEqual(['a']);
    expect(leftovers(alone.value)).toEqual([
      ['deleted_revision', 'x'],
      ['deleted_revision', 'y'],
    ]);
  });

  test('a merge that nothing above begins is a cell, and noticed', async () => {
    const { value, notices } = await read(rtfFile(row(['\\clvmrg', 1000], 'a')));
    expect(tables(value).map(grid)).toEqual([[['a']]]);
    expect(notices.map(({ code }) => code)).toEqual(['merge-without-start']);
  });

  test('a row that begins further right leaves positions out', async () => {
    const indented = '\\trowd\\trleft1000\\cellx2000\\pard\\intbl c\\cell\\row';
    expect(await grids(row([1000, 2000], 'a', 'b') + indented)).toEqual([
      [
        ['a', 'b'],
        [null, 'c'],
      ],
    ]);
    const before =
      '\\trowd\\trleft0\\trftsWidthB3\\trwWidthB1000\\cellx2000\\pard\\intbl c\\cell\\row';
    expect(await grids(row([1000, 2000], 'a', 'b') + before)).toEqual([
      [
        ['a', 'b'],
        [null, 'c'],
      ],
    ]);
  });

  test('rows whose left edge differs by a margin begin together', async () => {
    const other = '\\trowd\\trleft-108\\cellx1000\\cellx2000\\pard\\intbl c\\cell d\\cell\\row';
    expect(await grids(row([1000, 2000], 'a', 'b') + other)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });
});

describe('how writers put it', () => {
  test('Word repeats the definition at the row’s end, where it holds', async () => {
    expect(
      await grids(
        '\\trowd\\cellx1000\\cellx2000\\pard\\intbl{a\\cell b\\cell}\\pard\\intbl{\\trowd\\cellx1000\\cellx3000\\row}' +
          '\\trowd\\cellx2000\\cellx3000\\pard\\intbl{c\\cell d\\cell}{\\trowd\\cellx2000\\cellx3000\\row}',
      ),
    ).toEqual([
      [
        ['a', 'b', '←'],
        ['c', '←', 'd'],
      ],
    ]);
  });

  test('a row without a definition is as the one before', async () => {
    expect(await grids(`${row([1000, 2000], 'a', 'b')}\\pard\\intbl c\\cell d\\cell\\row`)).toEqual(
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    );
  });

  test('cells without \\intbl, or without any row, are cells', async () => {
    expect(await grids('\\trowd\\cellx1000\\cellx2000 a\\par b\\cell c\\cell\\row')).toEqual([
      [['b', 'c']],
    ]);
    expect(
      await grids('\\trowd\\cellx1\\cellx2000\\intbl a\\cell\\pard b\\par c\\cell\\row'),
    ).toEqual([[['a', 'b\nc']]]);
    expect(await grids('a\\cell b\\cell')).toEqual([[['a', 'b']]]);
  });

  test('a cell whose mark is missing ends with its row; cells that do not come are empty', async () => {
    expect(await grids('\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl a\\cell b\\row')).toEqual([
      [['a', 'b', '']],
    ]);
  });

  test('marks beyond the cells defined are none, unless they hold text', async () => {
    expect(await grids('\\trowd\\cellx1000\\intbl a\\cell\\cell\\row')).toEqual([[['a']]]);
    expect(await grids('\\trowd\\cellx1000\\intbl a\\cell b\\cell\\row')).toEqual([[['a', 'b']]]);
  });

  test('tables are parted by a paragraph between them', async () => {
    const { value } = await read(
      rtfFile(`${row([1000], 'a')}\\pard x\\par${row([1000], 'b')}\\pard\\par`),
    );
    expect(value.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table']);
  });

  test('paragraphs of a cell are its lines, numbers before them', async () => {
    expect(
      await grids(row([1000], '{\\listtext\\pard\\plain 1.\\tab}a\\par\\pard\\intbl b\\par c')),
    ).toEqual([[['1.\ta\nb\nc']]]);
  });
});

describe('tables in tables', () => {
  const nested =
    '\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}';

  test('a table in a cell follows its parent, which keeps its own definition', async () => {
    const { value } = await read(
      rtfFile(
        `\\trowd\\cellx1000\\cellx2000\\pard\\intbl\\itap1 p\\par${nested}\\pard\\intbl\\itap1 q\\cell b\\cell\\row`,
      ),
    );
    const [outer, inner] = tables(value);
    expect(grid(outer)).toEqual([['p\nq', 'b']]);
    expect(grid(inner)).toEqual([['x', 'y']]);
    expect(inner?.parent).toEqual({ tableNo: 1, row: 0, column: 0 });
  });

  test('a nested table at the end of a cell adds no line', async () => {
    const [outer] = await grids(
      `\\trowd\\cellx1000\\pard\\intbl p\\par${nested}\\pard\\intbl\\itap1\\cell\\row`,
    );
    expect(outer).toEqual([['p']]);
  });
});

test('a table in a text box does not end the one around it', async () => {
  const box = `{\\shp{\\*\\shpinst{\\shptxt ${row([500], 'i')}\\pard\\par}}}`;
  const { value } = await read(rtfFile(`${row([1000, 2000], `a${box}`, 'b')}\\pard z\\par`));
  expect(tables(value).map(grid)).toEqual([[['a', 'b']], [['i']]]);
  expect(paragraphs(value)).toEqual(['z']);
});
