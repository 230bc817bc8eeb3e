import { describe, expect, test } from 'vitest';
import { grid, leftovers, tables } from '../docx/word-file.ts';
import { cell, covered, odtFile, p, read, table } from './odt-file.ts';

async function grids(body: string): Promise<(string | null)[][][]> {
  return tables((await read(odtFile(body))).value).map(grid);
}

const wide = (span: number): string => `table:number-columns-spanned="${span}"`;
const tall = (span: number): string => `table:number-rows-spanned="${span}"`;

describe('the grid', () => {
  const rows = [
    ['a', '←', 'b'],
    ['↑', '←', 'c'],
  ];

  test('spans cover positions, whether covered cells are written or left out', async () => {
    const a = cell('a', `${wide(2)} ${tall(2)}`);
    expect(await grids(table(3, a + covered + cell('b'), covered + covered + cell('c')))).toEqual([
      rows,
    ]);
    expect(await grids(table(3, a + cell('b'), cell('c')))).toEqual([rows]);
  });

  test('groups of rows and columns say nothing of the grid', async () => {
    const body = `<table:table><table:table-columns><table:table-column/></table:table-columns><table:table-header-rows><table:table-row>${cell('a')}</table:table-row></table:table-header-rows><table:table-rows><table:table-row>${cell('b')}</table:table-row></table:table-rows></table:table>`;
    expect(await grids(body)).toEqual([[['a'], ['b']]]);
  });

  test('repeated cells and rows stand there as often', async () => {
    const repeated = `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row table:number-rows-repeated="2">${cell('a')}${cell('b', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`;
    expect(await grids(repeated)).toEqual([
      [
        ['a', 'b', 'b'],
        ['a', 'b', 'b'],
      ],
    ]);
  });

  test('columns that no row reaches are columns; spans end with the table', async () => {
    expect(await grids(table(3, cell('a', tall(9)) + cell('b')))).toEqual([[['a', 'b', null]]]);
  });

  test('a cell does not cover what another covers', async () => {
    expect(
      await grids(table(3, cell('a') + cell('b', tall(2)) + cell('c'), cell('d', wide(3)))),
    ).toEqual([
      [
        ['a', 'b', 'c'],
        ['d', '↑', null],
      ],
    ]);
  });

  test('the text of a covered cell is kept apart', async () => {
    const hidden = `<table:covered-table-cell>${p('x')}</table:covered-table-cell>`;
    const { value } = await read(odtFile(table(2, cell('a', wide(2)) + hidden)));
    expect(tables(value).map(grid)).toEqual([[['a', '←']]]);
    expect(leftovers(value)).toEqual([['hidden', 'x']]);
    expect(value.leftovers[0]?.location).toBe('content.xml 表1 行1 列2');
  });
});

test('a table in a cell follows its parent; the paragraph that closes the cell is no line', async () => {
  const inner = table(2, cell('x') + cell('y'));
  const { value } = await read(odtFile(table(2, cell(p('a') + inner + p('')) + cell('b'))));
  const [outer, nested] = tables(value);
  expect(grid(outer)).toEqual([['a', 'b']]);
  expect(grid(nested)).toEqual([['x', 'y']]);
  expect(nested?.parent).toEqual({ tableNo: 1, row: 0, column: 0 });
});
