import { describe, expect, test } from 'vitest';
import { box, layOut, type Sheet, sheet, tables, write } from './drawing.ts';

const xs = [60, 200, 320, 420];
const height = 15;
const top = 100;
/** From line to line of one text. */
const leading = 11.5;

/** A table of five rows, one line each, drawn row by row; a row's last cell may have several lines. */
function drawn(
  last: Readonly<Record<number, readonly string[]>>,
  offset: (lines: number) => number,
) {
  const page: Sheet = sheet(1);
  for (let row = 0; row < 5; row += 1) {
    const y = top + row * height;
    [`指标${row}`, `${row}2.5`].forEach((text, column) => {
      box(page, xs[column] ?? 0, y, xs[column + 1] ?? 0, y + height);
      write(page, text, (xs[column] ?? 0) + 3, y + 2.5);
    });
    box(page, xs[2] ?? 0, y, xs[3] ?? 0, y + height);
    const lines = last[row] ?? [];
    lines.forEach((text, i) => {
      write(page, text, (xs[2] ?? 0) + 3, y + 2.5 + (i + offset(lines.length)) * leading);
    });
  }
  return layOut(page);
}

function lastColumn(layout: ReturnType<typeof layOut>): string[] {
  const [table] = tables(layout);
  return (table?.cells ?? []).filter(({ column }) => column === 2).map(({ text }) => text);
}

const reason = ['受汛期影响部分', '管网施工延后', '下年安排'];
const whole = '受汛期影响部分管网施工延后\n下年安排';

describe('text of more lines than its row has room for', () => {
  test.each([
    ['its middle', 2, (lines: number) => (1 - lines) / 2],
    ['its bottom', 3, (lines: number) => 1 - lines],
    ['its top', 1, () => 0],
  ])('stands whole in the row that %s is level with', (_, row, offset) => {
    const layout = drawn({ [row]: reason }, offset);
    const expected = ['', '', '', '', ''].map((_, at) => (at === row ? whole : ''));
    expect(lastColumn(layout).map((text) => text.replaceAll('\n', ''))).toEqual(
      expected.map((text) => text.replaceAll('\n', '')),
    );
    expect(layout.notices).toEqual([]);
  });

  test('is doubtful where it is level with no row, or may be figures of several', () => {
    const between = drawn({ 2: reason }, (lines) => (1 - lines) / 2 + 0.15);
    expect(between.notices.map(({ code }) => code)).toEqual(['text-over-rows']);
    const figures = drawn({ 2: ['12.5', '13.5', '14.5'] }, (lines) => (1 - lines) / 2);
    expect(figures.notices.map(({ code }) => code)).toEqual(['text-over-rows']);
    expect(lastColumn(figures)).toEqual(['', '12.5', '13.5', '14.5', '']);
  });

  test('is not seen where every row has its own line, in whatever order they are drawn', () => {
    const rows = drawn({ 1: ['一线'], 2: ['二线'], 3: ['三线'] }, () => 0);
    expect(lastColumn(rows)).toEqual(['', '一线', '二线', '三线', '']);
    const page = sheet(1);
    for (const column of [0, 1, 2]) {
      for (let row = 0; row < 5; row += 1) {
        const y = top + row * height;
        box(page, xs[column] ?? 0, y, xs[column + 1] ?? 0, y + height);
        write(page, `第${column}${row}`, (xs[column] ?? 0) + 3, y + 1);
      }
    }
    const layout = layOut(page);
    expect(lastColumn(layout)).toEqual(['第20', '第21', '第22', '第23', '第24']);
    expect([...rows.notices, ...layout.notices]).toEqual([]);
  });
});
