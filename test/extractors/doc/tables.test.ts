import { describe, expect, test } from 'vitest';
import type { Table } from '../../../schemas/document.ts';
import { grid, leftovers, paragraphs, tables } from '../docx/word-file.ts';
import {
  type DocParagraph,
  defineTable,
  docFile,
  endsRow,
  inTable,
  para,
  read,
  row,
  sprm,
  u16,
  u32,
} from './doc-file.ts';

async function gridsOf(...paragraphs: readonly DocParagraph[]): Promise<(string | null)[][][]> {
  const { value } = await read(docFile([...paragraphs, para('末')]));
  return tables(value).map(grid);
}

const restarts = 0x60;
const continues = 0x20;

describe('columns', () => {
  test('a cell spans the columns between its edges', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '乙'], [0, 3000, 4000]),
      ...row(['丙', '丁', '戊'], [0, 1000, 3000, 4000]),
    );
    expect(found).toEqual([
      ['甲', '←', '乙'],
      ['丙', '丁', '戊'],
    ]);
  });

  test('edges that lie together to the eye are one, wherever the drift begins', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '乙'], [-108, 1000, 2000]),
      ...row(['丙', '丁'], [-100, 1012, 1990]),
      ...row(['戊'], [-108, 2004]),
    );
    expect(found).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
      ['戊', '←'],
    ]);
  });

  test('a line that drifts from row to row is one, as far as a millimetre', async () => {
    const [found] = await gridsOf(
      ...[1000, 1018, 1036, 1054, 1072].flatMap((edge) => row(['甲', '乙'], [0, edge, 2000])),
    );
    expect(found?.map((cells) => cells.indexOf('乙'))).toEqual([1, 1, 1, 1, 2]);
  });

  test('two edges of one row are never one, however near', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '', '乙'], [0, 1000, 1000, 2000]),
      ...row(['丙', '丁'], [0, 1000, 2000]),
    );
    expect(found).toEqual([
      ['甲', '', '乙'],
      ['丙', '丁', '←'],
    ]);
  });

  test('a row that begins further right, or ends before the others, leaves columns out', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '乙', '丙'], [0, 1000, 2000, 3000]),
      ...row(['丁'], [1000, 2000]),
    );
    expect(found).toEqual([
      ['甲', '乙', '丙'],
      [null, '丁', null],
    ]);
  });
});

describe('merges', () => {
  test.each([
    ['Word 97 marks them', [1, 2, 2, 0]],
    ['[MS-DOC] marks them', [2, 1, 1, 0]],
    ['a first is marked 3', [3, 1, 1, 0]],
  ])('cells merged horizontally, as %s', async (_, flags) => {
    const [found] = await gridsOf(
      ...row(['甲', '', '', '乙'], [0, 1000, 2000, 3000, 4000], flags),
      ...row(['1', '2', '3', '4'], [0, 1000, 2000, 3000, 4000]),
    );
    expect(found).toEqual([
      ['甲', '←', '←', '乙'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('modifiers after the definition merge, split, widen, insert and delete cells', async () => {
    const edges = [0, 1000, 2000, 3000];
    const plain = row(['1', '2', '3'], edges);
    const merged = await gridsOf(...row(['甲', '', '乙'], edges, [], sprm(0x5624, 0, 2)), ...plain);
    expect(merged[0]?.[0]).toEqual(['甲', '←', '乙']);
    const unmerged = await gridsOf(
      ...row(['甲', '丙', '乙'], edges, [1, 2, 0], sprm(0x5625, 0, 2)),
      ...plain,
    );
    expect(unmerged[0]?.[0]).toEqual(['甲', '丙', '乙']);
    const wide = await gridsOf(
      ...row(['甲', '乙'], [0, 1000, 2000], [], sprm(0x7623, 0, 1, ...u16(2000))),
      ...plain,
    );
    expect(wide[0]?.[0]).toEqual(['甲', '←', '乙']);
    const inserted = await gridsOf(
      ...row(['甲', '乙', '丙'], [0, 1000, 2000], [], sprm(0x7621, 1, 1, ...u16(1000))),
      ...plain,
    );
    expect(inserted[0]?.[0]).toEqual(['甲', '乙', '丙']);
    const deleted = await gridsOf(
      ...row(['甲', '乙', '丙'], [0, 1000, 1500, 2500, 3500], [], sprm(0x5622, 1, 2)),
      ...plain,
    );
    expect(deleted[0]?.[0]).toEqual(['甲', '乙', '丙']);
    const moved = await gridsOf(
      ...row(['甲', '乙'], [0, 1000, 2000], [], sprm(0x9601, ...u16(1108))),
      ...plain,
    );
    expect(moved[0]?.[0]).toEqual([null, '甲', '乙']);
  });

  test('a cell goes on downwards where the one above has the same edges', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '1'], [0, 1000, 2000], [restarts]),
      ...row(['', '2'], [6, 1004, 2000], [continues]),
      ...row(['', '3'], [0, 1000, 2000], [], sprm(0xd62b, 0, 1)),
      ...row(['乙', '4'], [0, 1000, 2000], [restarts]),
    );
    expect(found).toEqual([
      ['甲', '1'],
      ['↑', '2'],
      ['↑', '3'],
      ['乙', '4'],
    ]);
  });

  test('one that goes on a merge of other edges, or none, stands for itself with a notice', async () => {
    const { value, notices } = await read(
      docFile([
        ...row(['甲', '1'], [0, 1000, 2000], [restarts]),
        ...row(['乙', '2'], [0, 1500, 2000], [continues]),
      ]),
    );
    expect(grid(tables(value)[0])).toEqual([
      ['甲', '1', '←'],
      ['乙', '←', '2'],
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['merge-without-start']);
  });

  test('what stands in a merged-away cell is hidden, and does not count in a list', async () => {
    const { value } = await read(
      docFile([
        ...row(['甲', '1'], [0, 1000, 2000], [restarts]),
        ...row(['盖住', '2'], [0, 1000, 2000], [continues]),
      ]),
    );
    expect(grid(tables(value)[0])).toEqual([
      ['甲', '1'],
      ['↑', '2'],
    ]);
    expect(leftovers(value)).toEqual([['hidden', '盖住']]);
    expect(value.leftovers[0]?.location).toBe('WordDocument 表1 行2 列1');
  });
});

describe('rows', () => {
  test('paragraphs of a cell are its lines', async () => {
    const [found] = await gridsOf(
      { runs: [{ text: '一\r' }], sprms: inTable },
      ...row(['二', '乙'], [0, 1000, 2000]),
    );
    expect(found).toEqual([['一\n二', '乙']]);
  });

  test('a table inside a cell follows it', async () => {
    const inside = (text: string, ...sprms: readonly number[]): DocParagraph => ({
      runs: [{ text }],
      sprms: [...inTable, ...sprm(0x6649, ...u32(2)), ...sprms],
    });
    const { value } = await read(
      docFile([
        { runs: [{ text: '前\r' }], sprms: inTable },
        inside('内1\r', ...sprm(0x244b, 1)),
        inside('内2\r', ...sprm(0x244b, 1)),
        inside('\r', ...sprm(0x244b, 1), ...sprm(0x244c, 1), ...defineTable([0, 500, 900])),
        ...row(['', '乙'], [0, 1000, 2000]),
      ]),
    );
    const [outer, inner] = tables(value) as [Table, Table];
    expect(grid(outer)).toEqual([['前', '乙']]);
    expect(grid(inner)).toEqual([['内1', '内2']]);
    expect(inner.parent).toEqual({ tableNo: 1, row: 0, column: 0 });
  });

  test('a definition too long for a page stands in the Data stream', async () => {
    const long = [...endsRow, ...defineTable([0, 3000, 4000])];
    const { value } = await read(
      docFile(
        [
          { runs: [{ text: '甲\u0007' }], sprms: inTable },
          { runs: [{ text: '乙\u0007' }], sprms: inTable },
          { runs: [{ text: '\u0007' }], sprms: sprm(0x6646, ...u32(2)) },
          ...row(['1', '2', '3'], [0, 1000, 3000, 4000]),
        ],
        { data: [0, 0, ...u16(long.length), ...long] },
      ),
    );
    expect(grid(tables(value)[0])).toEqual([
      ['甲', '←', '乙'],
      ['1', '2', '3'],
    ]);
  });

  test('a row without a definition, or with fewer cells in it than it has, keeps its cells', async () => {
    const [undefinedRow, short] = await Promise.all([
      gridsOf(
        ...row(['甲', '乙'], [0, 1000, 2000]),
        { runs: [{ text: '丙\u0007' }], sprms: inTable },
        { runs: [{ text: '丁\u0007' }], sprms: inTable },
        { runs: [{ text: '\u0007' }], sprms: endsRow },
      ),
      gridsOf(...row(['甲', '乙', '丙'], [0, 1000, 2000])),
    ]);
    expect(undefinedRow).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ]);
    expect(short).toEqual([[['甲', '乙', '丙']]]);
  });

  test('a table whose last row does not end keeps what is in it', async () => {
    const [found] = await gridsOf(
      ...row(['甲', '乙'], [0, 1000, 2000]),
      { runs: [{ text: '丙\u0007' }], sprms: inTable },
      { runs: [{ text: '丁\r' }], sprms: inTable },
    );
    expect(found).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  test('a row all of whose marks are deleted is gone; one with its end alone marked is not', async () => {
    const marked = (all: boolean): DocParagraph[] =>
      row(['旧', '行'], [0, 1000, 2000]).map(({ runs, sprms = [] }, index) => ({
        runs: runs.map(({ text }) => ({
          text,
          sprms: all || index === 2 ? sprm(0x0800, 1) : [],
        })),
        sprms,
      }));
    const { value } = await read(
      docFile([...row(['甲', '乙'], [0, 1000, 2000]), ...marked(true), ...marked(false)]),
    );
    expect(grid(tables(value)[0])).toEqual([
      ['甲', '乙'],
      ['旧', '行'],
    ]);
    expect(leftovers(value)).toEqual([
      ['deleted_revision', '旧'],
      ['deleted_revision', '行'],
    ]);
  });

  test('tables are parted by a paragraph between them', async () => {
    const { value } = await read(
      docFile([...row(['甲'], [0, 1000]), para('之间'), ...row(['乙'], [0, 900]), para('末')]),
    );
    expect(tables(value).map(grid)).toEqual([[['甲']], [['乙']]]);
    expect(paragraphs(value)).toEqual(['之间', '末']);
  });
});
