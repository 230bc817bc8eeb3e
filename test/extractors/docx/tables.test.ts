import { describe, expect, test } from 'vitest';
import {
  grid,
  leftovers,
  p,
  paragraphs,
  r,
  read,
  tables,
  tbl,
  tc,
  tr,
  wordFile,
} from './word-file.ts';

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const goOn = '<w:vMerge/>';

async function readTables(body: string) {
  const { value, notices } = await read(wordFile(body));
  return { value, notices, found: tables(value), first: grid(tables(value)[0]) };
}

describe('grids', () => {
  test('a vertical merge goes on under the same columns, across a grid span', async () => {
    const { first } = await readTables(
      tbl(
        4,
        tr(tc('资金', span(2) + restart), tc('甲'), tc('乙')),
        tr(tc('', `${span(2)}<w:vMerge w:val="continue"/>`), tc('丙', span(2))),
        tr(tc('', span(2) + goOn), tc('丁'), tc('戊')),
        tr(tc('1'), tc('2'), tc('3'), tc('4')),
      ),
    );
    expect(first).toEqual([
      ['资金', '←', '甲', '乙'],
      ['↑', '←', '丙', '←'],
      ['↑', '←', '丁', '戊'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('a second restart below a merge begins a merge of its own', async () => {
    const { first } = await readTables(
      tbl(
        1,
        tr(tc('a', restart)),
        tr(tc('', goOn)),
        tr(tc('b', restart)),
        tr(tc('', goOn)),
        tr(tc('c')),
      ),
    );
    expect(first).toEqual([['a'], ['↑'], ['b'], ['↑'], ['c']]);
  });

  test('a continuation with nothing to continue is a cell of its own, and said', async () => {
    const { first, notices } = await readTables(
      tbl(2, tr(tc('a'), tc('b')), tr(tc('c', goOn), tc('d'))),
    );
    expect(first).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(notices.map((notice) => notice.code)).toEqual(['merge-without-start']);
  });

  test('text in a merged-away cell, which no reader sees, is kept as hidden', async () => {
    const { first, value } = await readTables(tbl(1, tr(tc('上', restart)), tr(tc('下', goOn))));
    expect(first).toEqual([['上'], ['↑']]);
    expect(leftovers(value)).toEqual([['hidden', '下']]);
    expect(value.leftovers[0]?.location).toBe('word/document.xml 表1 行2 列1');
  });

  test('gridBefore and gridAfter shift and shorten a row', async () => {
    const { first, found } = await readTables(
      tbl(
        4,
        `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('a')}${tc('b')}</w:tr>`,
        tr(tc('1'), tc('2'), tc('3'), tc('4')),
        tr(tc('x')),
      ),
    );
    expect(found[0]?.columns).toBe(4);
    expect(first).toEqual([
      [null, 'a', 'b', null],
      ['1', '2', '3', '4'],
      ['x', null, null, null],
    ]);
  });

  test('a legacy horizontal merge is one cell as wide as its parts', async () => {
    const { first } = await readTables(
      tbl(
        3,
        tr(tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')),
        tr(tc('1'), tc('2'), tc('3')),
      ),
    );
    expect(first).toEqual([
      ['a', '←', 'b'],
      ['1', '2', '3'],
    ]);
  });

  test('horizontal and vertical merges meet in one cell, and hide what lies under it', async () => {
    const across = (first: string, second: string, down: string): string =>
      tr(
        tc(first, `<w:hMerge w:val="restart"/>${down}`),
        tc(second, `<w:hMerge/>${down}`),
        tc('右'),
      );
    const { first, value } = await readTables(
      tbl(3, across('甲', '乙', restart), across('丙', '丁', goOn)),
    );
    expect(first).toEqual([
      ['甲', '←', '右'],
      ['↑', '←', '右'],
    ]);
    expect(leftovers(value).map(([, text]) => text)).toEqual(['乙', '丁', '丙']);
  });

  test('an absurd grid span is cut down, and said', async () => {
    const { found, notices } = await readTables(tbl(1, tr(tc('a', span(999999999)))));
    expect(found[0]?.columns).toBe(1000);
    expect(notices.map((notice) => notice.code)).toEqual(['grid-span-invalid']);
  });

  test('rows, cells, blocks and runs in content controls and custom XML count as if bare', async () => {
    const control = (content: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const { first, value } = await readTables(
      control(
        tbl(
          2,
          control(tr(control(tc('a')), `<w:customXml w:element="e">${tc('b')}</w:customXml>`)),
          tr(
            tc(control(p('c'))),
            tc(`<w:p>${control(r('d'))}<w:smartTag>${r('e')}</w:smartTag></w:p>`),
          ),
        ),
      ),
    );
    expect(first).toEqual([
      ['a', 'b'],
      ['c', 'de'],
    ]);
    expect(value.leftovers).toEqual([]);
  });

  test('tables with nothing between them stay two', async () => {
    const { found } = await readTables(tbl(1, tr(tc('a'))) + tbl(1, tr(tc('b'))));
    expect(found.map((table) => table.cells[0]?.text)).toEqual(['a', 'b']);
  });
});

describe('nested tables', () => {
  test('a table in a cell follows its parent, and its text is not the cell’s', async () => {
    const innermost = tbl(1, tr(tc('丙')));
    const inner = tbl(2, tr(tc('甲'), tc(`${innermost}<w:p/>`)));
    const { found } = await readTables(
      tbl(2, tr(tc('a'), tc('b')), tr(tc('c'), tc(`${p('前')}${inner}<w:p/>`))) +
        tbl(1, tr(tc('z'))),
    );
    expect(found.map(({ tableNo, parent }) => [tableNo, parent])).toEqual([
      [1, null],
      [2, { tableNo: 1, row: 1, column: 1 }],
      [3, { tableNo: 2, row: 0, column: 1 }],
      [4, null],
    ]);
    expect(found.map((table) => grid(table))).toEqual([
      [
        ['a', 'b'],
        ['c', '前'],
      ],
      [['甲', '']],
      [['丙']],
      [['z']],
    ]);
  });
});

describe('revisions in tables', () => {
  const deletedRow = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(`<w:p><w:del>${r('x').replaceAll('w:t', 'w:delText')}</w:del></w:p>`)}${tc('y')}</w:tr>`;

  test('a deleted row is gone from the grid, its text kept; an inserted row stays', async () => {
    const insertedRow = `<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>${tc(`<w:p><w:ins>${r('新')}</w:ins></w:p>`)}${tc('行')}</w:tr>`;
    const { first, value } = await readTables(
      tbl(2, tr(tc('a'), tc('b')), deletedRow, insertedRow),
    );
    expect(first).toEqual([
      ['a', 'b'],
      ['新', '行'],
    ]);
    expect(leftovers(value)).toEqual([
      ['deleted_revision', 'x'],
      ['deleted_revision', 'y'],
    ]);
  });

  test('a table of nothing but deleted rows is no table', async () => {
    const { value } = await read(wordFile(p('前') + tbl(2, deletedRow) + p('后')));
    expect(tables(value)).toEqual([]);
    expect(paragraphs(value)).toEqual(['前', '后']);
  });

  test('a deleted cell is gone, and a changed property counts as it is now', async () => {
    const { first, value } = await readTables(
      tbl(
        2,
        tr(
          tc('旧', '<w:cellDel w:id="1"/>'),
          tc('a', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange>'),
          tc('b'),
        ),
      ),
    );
    expect(first).toEqual([['a', 'b']]);
    expect(leftovers(value)).toEqual([['deleted_revision', '旧']]);
  });
});
