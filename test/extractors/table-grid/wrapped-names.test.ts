import { describe, expect, it } from 'vitest';
import type { Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { alignedGrid } from '../../../extractors/table-grid/aligned-grid.ts';
import { textLines } from '../../../extractors/table-grid/text-lines.ts';
import { segment, writtenLines } from './drawing.ts';

type Alignment = 'top' | 'middle' | 'bottom';

const lefts = [50, 80, 160, 300];
const pitch = 13;
const body: readonly (readonly (readonly string[])[])[] = [
  [['1'], ['县教育局'], ['校园维修'], ['107.35']],
  [['2'], ['水利局农村', '供水中心'], ['饮水安全工程巩固', '提升及后续管护'], ['114.70']],
  [['3'], ['县文旅局'], ['公共文化服务体系', '建设和免费开放', '补助资金'], ['122.05']],
  [['4'], ['卫生健康局', '基层卫生股'], ['设备购置'], ['129.40']],
  [['5'], ['城关镇'], ['人居环境'], ['136.75']],
];
const head = [[['序号'], ['单位名称'], ['项目名称'], ['预算数']]];
const texts = (rows: typeof body): string[][] => rows.map((row) => row.map((l) => l.join('')));

/** Rows as high as their longest cell, from `top` on, and where each begins and the last ends. */
function drawnRows(
  rows: typeof body,
  how: Alignment,
  top: number,
): { glyphs: Glyph[]; ys: number[] } {
  const ys = [top];
  const glyphs: Glyph[] = [];
  for (const row of rows) {
    const y = ys.at(-1) ?? top;
    const most = Math.max(...row.map(({ length }) => length));
    for (const [i, lines] of row.entries()) {
      const free = (most - lines.length) * pitch;
      const shift = { top: 0, middle: free / 2, bottom: free }[how];
      glyphs.push(...writtenLines(lines, lefts[i] ?? 0, y + 4 + shift));
    }
    ys.push(y + most * pitch + 7);
  }
  return { glyphs, ys };
}

function read(glyphs: readonly Glyph[], rules: readonly Segment[] = []) {
  return alignedGrid(textLines(glyphs), rules);
}

function asRows(found: ReturnType<typeof read>): string[][] | undefined {
  return found?.grid.ys
    .slice(1)
    .map((_, row) =>
      found.cells
        .filter((_, i) => found.grid.cells[i]?.row === row)
        .map(({ text }) => text.replaceAll('\n', '')),
    );
}

const alignments = ['top', 'middle', 'bottom'] as const;

describe('names of several lines belong to the row of their figures', () => {
  it.each(alignments)('without any rule, cells at the %s', (how) => {
    const { glyphs } = drawnRows([...head, ...body], how, 100);
    expect(asRows(read(glyphs))).toEqual(texts([...head, ...body]));
  });

  it.each(alignments)(
    'on a page without a head, where the first or last row is wrapped, at the %s',
    (how) => {
      const rest = [body[1] ?? [], body[0] ?? [], body[4] ?? [], body[2] ?? []];
      const { glyphs } = drawnRows(rest, how, 100);
      expect(asRows(read(glyphs))).toEqual(texts(rest));
    },
  );

  it.each(alignments)(
    'below a head that two rules enclose and the page’s end leaves open, at the %s',
    (how) => {
      const { glyphs, ys } = drawnRows([...head, ...body], how, 100);
      const rules = ys.slice(0, 2).map((y) => segment(45, y, 345, y));
      const found = read(glyphs, rules);
      expect(asRows(found)).toEqual(texts([...head, ...body]));
      expect([found?.grid.xs[0], found?.grid.xs.at(-1)]).toEqual([45, 345]);
    },
  );

  it('where one figure is missing, and where a word stands for it', () => {
    const rows = body.map((row, i) => (i === 2 ? [...row.slice(0, 3), ['未安排']] : row));
    const { glyphs } = drawnRows([...head, ...rows], 'middle', 100);
    expect(asRows(read(glyphs))).toEqual(texts([...head, ...rows]));
  });

  it('and a line of its own, as far from the others as rows are, is a row', () => {
    const rows = [...body.slice(0, 2), [[], ['二、农林水'], [], []], ...body.slice(2)];
    for (const how of alignments) {
      const { glyphs } = drawnRows([...head, ...rows], how, 100);
      expect(asRows(read(glyphs))).toEqual(texts([...head, ...rows]));
    }
  });
});

describe('what follows a head between two rules is no body', () => {
  it('where it is prose, or labels with a colon', () => {
    const { glyphs, ys } = drawnRows(head, 'top', 100);
    const rules = ys.map((y) => segment(45, y, 345, y));
    for (const text of [
      '本表所列各项资金共计107.35万元，均已拨付到位。',
      '填报人：张三    2024    电话：123',
    ]) {
      const below = writtenLines([text, text], 50, 125);
      expect(read([...glyphs, ...below], rules)).toBeNull();
    }
  });
});

describe('a heading as wide as its column', () => {
  it('is parted from the one beside it where the columns of figures below are', () => {
    const rows = [0, 1, 2].map((i) => [
      [`${i + 1}`],
      ['县教育局'],
      [`${100 + i}.35`],
      [`9${i}.20`],
    ]);
    const { glyphs, ys } = drawnRows([...head, ...rows], 'top', 100);
    const body = glyphs.filter(({ y0 }) => y0 > (ys[1] ?? 0));
    const wide = [
      ...writtenLines(['序号', '单位名称'], 50, 104).slice(0, 2),
      ...writtenLines(['单位名称'], 80, 104),
      ...writtenLines(['全年预算数（万元）各项合计'], 160, 104),
      ...writtenLines(['全年执行数'], 292, 104),
    ];
    const rules = [ys[0], ys[1], ys.at(-1)].map((y) => segment(45, y ?? 0, 345, y ?? 0));
    expect(asRows(read([...wide, ...body], rules))?.[0]).toEqual([
      '序号',
      '单位名称',
      '全年预算数（万元）各项合计',
      '全年执行数',
    ]);
  });
});
