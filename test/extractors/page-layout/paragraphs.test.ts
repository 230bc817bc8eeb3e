import { describe, expect, test } from 'vitest';
import {
  drawRows,
  layOut,
  paragraphs,
  sheet,
  size,
  tables,
  write,
  writeCentred,
} from './drawing.ts';

const left = 80;
/** Sets a paragraph as wide as 40 characters, its first line set in by two. */
function set(on: ReturnType<typeof sheet>, text: string, top: number, indent = 2): number {
  let y = top;
  let rest = text;
  let set = indent;
  while (rest !== '') {
    write(on, rest.slice(0, 40 - set), left + set * size, y);
    rest = rest.slice(40 - set);
    set = 0;
    y += 16;
  }
  return y;
}

const long = (seed: string, length: number): string => seed.repeat(length).slice(0, length);

describe('lines of one paragraph', () => {
  test('are joined where they are full, and parted where the next is set in', () => {
    const page = sheet(1);
    const first = `${long('部门职责与工作', 90)}。`;
    const second = `${long('绩效目标完成情', 70)}。`;
    set(page, second, set(page, first, 100));
    expect(paragraphs(layOut(page))).toEqual([first, second]);
  });

  test('are joined over the end of a page, not after a full stop', () => {
    const [one, two] = [sheet(1), sheet(2)];
    const text = long('部门职责与工作', 78);
    set(one, text, 700);
    set(two, '直到下页为止。', 80, 0);
    set(two, long('另起一段的文字', 60), 96);
    expect(paragraphs(layOut(one, two))).toEqual([
      `${text}直到下页为止。`,
      long('另起一段的文字', 60),
    ]);
  });

  test('headings and numbered lines stand alone', () => {
    const page = sheet(1);
    let y = set(page, '一、部门基本情况', 100);
    y = set(page, `${long('部门职责与工作', 77)}：`, y);
    y = set(page, `1.${long('按时完成各项任务', 75)}。`, y, 0);
    set(page, `2.${long('资金拨付到位情况', 50)}。`, y, 0);
    expect(paragraphs(layOut(page)).map((text) => text.slice(0, 3))).toEqual([
      '一、部',
      '部门职',
      '1.按',
      '2.资',
    ]);
  });

  test('a centred title of several lines keeps them', () => {
    const page = sheet(1);
    writeCentred(page, '某县财政局', 80, 18);
    writeCentred(page, '部门整体支出绩效自评报告', 110, 18);
    writeCentred(page, '（2024年度）', 140, 12);
    set(page, `${long('部门职责与工作', 90)}。`, 180);
    expect(paragraphs(layOut(page)).slice(0, 3)).toEqual([
      '某县财政局',
      '部门整体支出绩效自评报告',
      '（2024年度）',
    ]);
  });

  test('a title that had to be broken is one', () => {
    const page = sheet(1);
    const y = set(page, `${long('部门职责与工作', 110)}。`, 200);
    set(page, `${long('部门职责与工作', 110)}。`, y);
    write(page, long('某县人民政府项目支', 22), left + 2, 100, 18);
    writeCentred(page, '绩效自评报告', 126, 18);
    expect(paragraphs(layOut(page))[0]).toBe(`${long('某县人民政府项目支', 22)}绩效自评报告`);
  });

  test('blanks to fill in are no full line', () => {
    const page = sheet(1);
    drawRows(page, [left, 300, 480], 100, [['指标', '12']]);
    write(page, '填报人：', left, 160);
    write(page, '单位负责人签字：', 400, 160);
    write(page, '附件二', left, 180);
    expect(paragraphs(layOut(page))).toHaveLength(2);
  });
});

describe('what stands in two columns', () => {
  test('text is read column by column', () => {
    const page = sheet(1);
    writeCentred(page, '题目横跨两栏文字', 60, 16);
    for (let i = 0; i < 10; i++) {
      write(page, `左${long('栏文字一行到底', 19)}`, 60, 100 + i * 16);
      write(page, `右${long('栏文字一行到底', 19)}`, 320, 100 + i * 16);
    }
    const text = paragraphs(layOut(page)).join('');
    expect(text.indexOf('题目')).toBe(0);
    expect(text.lastIndexOf('左')).toBeLessThan(text.indexOf('右'));
  });

  test('two sheets printed side by side are read one after the other', () => {
    const page = sheet(1, 1190, 842);
    const rows = Array.from({ length: 12 }, (_, i) => [
      `指标${'甲乙丙丁戊己庚辛壬癸子丑'[i]}`,
      `${i}`,
    ]);
    write(page, '左表题目', 200, 80, 16);
    write(page, '右表题目', 800, 80, 16);
    drawRows(page, [60, 300, 535], 110, rows);
    drawRows(page, [655, 900, 1130], 110, rows);
    const { blocks } = layOut(page);
    expect(blocks.map((block) => (block.kind === 'table' ? '表' : block.text))).toEqual([
      '左表题目',
      '表',
      '右表题目',
      '表',
    ]);
  });

  test('lines of signatures are no columns', () => {
    const page = sheet(1);
    for (let i = 0; i < 8; i++) {
      write(page, '填报人：', 60, 100 + i * 20);
      write(page, '联系电话：', 320, 100 + i * 20);
    }
    expect(paragraphs(layOut(page))[0]).toMatch(/^填报人：\s+联系电话：$/);
  });
});

test('text in a frame is a paragraph; a box to tick belongs to its cell', () => {
  const page = sheet(1);
  drawRows(page, [60, 500], 100, [['框内的文字']]);
  drawRows(page, [60, 300, 500], 300, [
    ['是否公开', '  是'],
    ['数量', '1'],
  ]);
  for (const [x, y] of [[304, 303]] as const) drawRows(page, [x, x + 8], y, [['']]);
  const layout = layOut(page);
  expect(paragraphs(layout)).toEqual(['框内的文字']);
  expect(tables(layout)).toHaveLength(1);
});

test('a table inside a cell hangs on that cell', () => {
  const page = sheet(1);
  drawRows(page, [60, 150, 500], 100, [
    ['说明', '\n\n\n\n\n'],
    ['数量', '1'],
  ]);
  drawRows(page, [180, 300, 460], 110, [
    ['甲', '1'],
    ['乙', '2'],
  ]);
  const [outer, inner] = tables(layOut(page));
  expect(outer?.parent).toBeNull();
  expect(inner?.parent).toEqual({ tableNo: outer?.tableNo, row: 0, column: 1 });
  expect(inner?.cells.map(({ text }) => text)).toEqual(['甲', '1', '乙', '2']);
});
