import { describe, expect, test } from 'vitest';
import { box, drawRows, layOut, type Sheet, sheet, tables, texts, write } from './drawing.ts';

const xs = [60, 160, 300, 400, 535];
const header = ['一级指标', '三级指标', '指标值', '得分'];

describe('the frame of a cell around a table', () => {
  /** A table whose only cell holds another, an empty line above it. */
  function framed(on: Sheet, top: number, rows: readonly string[][]): void {
    const bottom = drawRows(on, xs, top, rows);
    box(on, 54.5, top - 14, 535, bottom + 0.5);
  }

  test('is no row of it', () => {
    const page = sheet(1);
    framed(page, 100, [header, ['产出', '道路', '12', '10'], ['产出', '桥梁', '13', '9']]);
    const [table] = tables(layOut(page));
    expect(table?.rows).toBe(3);
    expect(table?.columns).toBe(4);
  });

  test('keeps what is written in it beside the table', () => {
    const page = sheet(1);
    framed(page, 100, [header, ['产出', '道路', '12', '10']]);
    write(page, '（横向打印）', 66, 88);
    const { blocks } = layOut(page);
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      '（横向打印）',
      2,
    ]);
  });

  test('is a column where text stands in it', () => {
    const page = sheet(1);
    drawRows(page, xs, 100, [header, ['产出', '道路', '12', '10']]);
    box(page, 52, 100, 535, 132);
    write(page, '一', 52.5, 110, 6);
    expect(tables(layOut(page))[0]?.columns).toBe(5);
  });
});

describe('columns of other widths', () => {
  const plain = (name: string, value: string): string[] => [name, '道路', value, '10'];

  test('are the same by their number below 续表, with a notice', () => {
    const [one, two] = [sheet(1), sheet(2)];
    drawRows(one, xs, 740, [header, plain('甲', '12')]);
    write(two, '（续上表）', 60, 50);
    drawRows(two, [60, 240, 420, 480, 535], 70, [plain('乙', '13'), plain('丙', '14')]);
    const layout = layOut(one, two);
    expect(texts(tables(layout)[0])).toEqual([
      header,
      plain('甲', '12'),
      plain('乙', '13'),
      plain('丙', '14'),
    ]);
    expect(layout.notices.map(({ code }) => code)).toEqual(['table-columns-moved']);
  });

  test('are others where one holds figures and the other texts', () => {
    const [one, two] = [sheet(1), sheet(2)];
    const rows = (cells: string[]) => [cells, cells, cells, cells];
    drawRows(one, xs, 700, rows(['甲', '12', '13', '14']));
    write(two, '续表', 60, 50);
    drawRows(two, [60, 240, 420, 480, 535], 70, rows(['乙', '公路', '桥梁', '15']));
    expect(tables(layOut(one, two))[0]?.columns).toBeGreaterThan(4);
  });
});

test('a header alone on its page heads the table on the next', () => {
  const [one, two] = [sheet(1), sheet(2)];
  drawRows(one, xs, 100, [header]);
  drawRows(two, xs, 40, [['产出', '道路', '12', '10']]);
  expect(texts(tables(layOut(one, two))[0])).toEqual([header, ['产出', '道路', '12', '10']]);
});

describe('a table without lines', () => {
  const columns = [60, 220, 360, 460];
  const rows = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, i) => [
    `${name}单位`,
    `${i}1.5`,
    `${i}2.5`,
    `${i}3.5`,
  ]);
  function line(on: Sheet, y: number, cells: readonly string[]): void {
    cells.forEach((text, i) => {
      write(on, text, columns[i] ?? 0, y);
    });
  }
  /** The page that ends with all rows but the last. */
  function first(): Sheet {
    const one = sheet(1);
    [['单位', '年初', '年中', '年末'], ...rows.slice(0, -1)].forEach((cells, i) => {
      line(one, 660 + i * 20, cells);
    });
    return one;
  }

  test('has its last row on the next page', () => {
    const two = sheet(2);
    line(two, 60, rows.at(-1) ?? []);
    write(two, '以上各单位的经费均已按规定公开。', 60, 100);
    const layout = layOut(first(), two);
    expect(texts(tables(layout)[0]).slice(1)).toEqual(rows);
    expect(layout.blocks.slice(-1).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('ends where the next page begins with text that is in no column', () => {
    const two = sheet(2);
    write(two, '二、以上各单位的经费共计 312.5 万元，均已按规定在网站公开。', 60, 60);
    expect(tables(layOut(first(), two))[0]?.rows).toBe(6);
  });
});
