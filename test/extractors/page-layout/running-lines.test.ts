import { describe, expect, test } from 'vitest';
import { drawRows, layOut, paragraphs, sheet, tables, write, writeCentred } from './drawing.ts';

const xs = [60, 200, 340, 535];
const rows = [
  ['指标', '目标', '实际'],
  ['数量', '12', '13'],
];

describe('page numbers', () => {
  test.each(['- 1 -', '—1—', '第1页 共1页', '1/1', 'Page 1 of 1', '1'])(
    '"%s" alone at the bottom of a page is a page number',
    (text) => {
      const page = sheet(1);
      drawRows(page, xs, 100, rows);
      writeCentred(page, text, 790);
      const { leftovers, blocks } = layOut(page);
      expect(leftovers.map(({ reason }) => reason)).toEqual(['page_number']);
      expect(blocks).toHaveLength(1);
    },
  );

  test('a number right below a table is no page number', () => {
    const page = sheet(1);
    const bottom = drawRows(page, xs, 740, rows);
    writeCentred(page, '1', bottom + 3);
    expect(layOut(page).leftovers).toEqual([]);
  });

  test('a figure that does not count the pages is none', () => {
    const pages = [sheet(1), sheet(2)];
    pages.forEach((page, i) => {
      drawRows(page, xs, 100, rows);
      write(page, i === 0 ? '56' : '80', 480, 780);
    });
    const layout = layOut(...pages);
    expect(layout.leftovers).toEqual([]);
    expect(paragraphs(layout)).toEqual(['56', '80']);
  });

  test('numbers that count on from an earlier part are page numbers', () => {
    const pages = [sheet(1), sheet(2)];
    pages.forEach((page, i) => {
      drawRows(page, i === 0 ? xs : [60, 100, 200, 300], 100, rows);
      write(page, String(17 + i), i === 0 ? 500 : 60, 790);
    });
    expect(layOut(...pages).leftovers.map(({ text }) => text)).toEqual(['17', '18']);
  });
});

describe('headers and footers', () => {
  test('the same small line at the top of all pages is a header', () => {
    const pages = [sheet(1), sheet(2), sheet(3)];
    for (const page of pages) {
      write(page, '某县部门决算', 400, 44, 9);
      write(page, '正文一行，到此为止。', 80, 100);
    }
    const layout = layOut(...pages);
    expect(layout.leftovers.map(({ reason }) => reason)).toEqual(['header', 'header', 'header']);
    expect(paragraphs(layout)).toHaveLength(3);
  });

  test('right and left pages have headers of their own', () => {
    const pages = [sheet(1), sheet(2), sheet(3), sheet(4)];
    pages.forEach((page, i) => {
      write(page, i % 2 === 0 ? '某县财政局' : '部门决算公开', 60, 44, 9);
      write(page, `正文第${'甲乙丙丁'[i]}行。`, 80, 100);
    });
    expect(layOut(...pages).leftovers).toHaveLength(4);
  });

  test('a title that every page has is no header', () => {
    const pages = [sheet(1), sheet(2)];
    pages.forEach((page, i) => {
      writeCentred(page, '项目支出绩效自评表', 60, 16);
      drawRows(page, xs, 100, [['项目名称', i === 0 ? '公路' : '桥梁', ''], ...rows]);
    });
    const layout = layOut(...pages);
    expect(layout.leftovers).toEqual([]);
    expect(paragraphs(layout)).toEqual(['项目支出绩效自评表', '项目支出绩效自评表']);
    expect(tables(layout)).toHaveLength(2);
  });

  test('a mark above the title of every form is no header', () => {
    const pages = [sheet(1), sheet(2)];
    for (const page of pages) {
      write(page, '附件3', 60, 56);
      writeCentred(page, '项目支出绩效自评表', 80, 16);
      drawRows(page, xs, 120, rows);
    }
    expect(layOut(...pages).leftovers).toEqual([]);
  });

  test('the line of signatures below every form is no footer', () => {
    const pages = [sheet(1), sheet(2)];
    for (const page of pages) {
      writeCentred(page, '项目支出绩效自评表', 80, 16);
      const bottom = drawRows(page, xs, 744, rows);
      write(page, '填报人：    联系电话：', 60, bottom + 4);
    }
    expect(layOut(...pages).leftovers).toEqual([]);
  });

  test('a header row of a table is never a header', () => {
    const pages = [sheet(1), sheet(2)];
    drawRows(pages[0] ?? sheet(1), xs, 40, rows);
    drawRows(pages[1] ?? sheet(2), [60, 300, 535], 40, [['指标', '目标']]);
    expect(layOut(...pages).leftovers).toEqual([]);
  });

  test('a line of the same words is a header though its figures change', () => {
    const pages = [sheet(1), sheet(2), sheet(3)];
    pages.forEach((page, i) => {
      write(page, `某县财政局 2023年度材料 执行数 ${(998.5 + i).toFixed(2)}`, 60, 22, 9);
      const items = Array.from({ length: 45 }, (_, row) => [`第${i}-${row}项`, `${i}2`, `${row}3`]);
      drawRows(page, xs, 60, items);
      write(page, `2024-03-1${i} 打印 批次 2024030${i + 1}`, 60, 805, 9);
    });
    const layout = layOut(...pages);
    expect(tables(layout)).toHaveLength(1);
    expect(paragraphs(layout)).toEqual([]);
    expect(layout.leftovers).toHaveLength(6);
    expect(layout.leftovers.map(({ text }) => text).join()).toContain('1000.50');
    const notices = layout.notices.filter(({ code }) => code === 'running-figures');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toContain('执行数998.50');
    expect(notices[0]?.message).not.toContain('打印');
  });

  test('a header of the same figures on every page, or of a count of pages and a date, is no doubt', () => {
    const pages = [sheet(1), sheet(2), sheet(3)];
    pages.forEach((page, i) => {
      write(page, '某县财政局 文号12.5', 60, 22, 9);
      write(page, '正文一行，到此为止。', 80, 100);
      write(page, `2024年3月${i + 11}日打印 10:2${i * 3} 第${i + 1}页`, 60, 805, 9);
    });
    const layout = layOut(...pages);
    expect(layout.leftovers).toHaveLength(6);
    expect(layout.notices).toEqual([]);
  });

  test.each([
    ['the year of its form', '某县财政局2023年度材料', '某县财政局2022年度材料', 22],
    ['the number of its form', '附表1', '附表2', 22],
    ['a figure, and stands where the text may begin', '某某经费合计12.5', '某某经费合计13.5', 60],
  ])('a line whose words come again stays if it says %s', (_, one, other, y) => {
    const pages = [sheet(1), sheet(2)];
    pages.forEach((page, i) => {
      write(page, i === 0 ? one : other, 60, y);
      drawRows(page, xs, 100, rows);
    });
    const layout = layOut(...pages);
    expect(layout.leftovers).toEqual([]);
    expect(paragraphs(layout)).toEqual([one, other]);
  });

  test('the first row of figures on every page is none, without rulings too', () => {
    const pages = [sheet(1), sheet(2), sheet(3)];
    pages.forEach((page, i) => {
      for (let row = 0; row < 6; row++) {
        write(page, `某某项目支出${i}${row}`, 60, 40 + 20 * row);
        write(page, `${i}0${row}.50`, 300, 40 + 20 * row);
      }
    });
    expect(layOut(...pages).leftovers).toEqual([]);
  });

  test('pages are counted in Roman numerals too', () => {
    const pages = [sheet(1), sheet(2), sheet(3), sheet(4)];
    pages.forEach((page, i) => {
      write(page, '正文一行，到此为止。', 80, 100);
      writeCentred(page, ['i', 'ii', 'iii', 'iv'][i] ?? '', 790);
    });
    expect(layOut(...pages).leftovers.map(({ text }) => text)).toEqual(['i', 'ii', 'iii', 'iv']);
  });
});
