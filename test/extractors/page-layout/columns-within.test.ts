import { expect, test } from 'vitest';
import { box, layOut, rule, sheet, tables, texts, write } from './drawing.ts';

test('a frame with level rules alone has the columns its text shows, merged labels included', () => {
  const page = sheet(1);
  box(page, 50, 100, 450, 200);
  for (const y of [120, 160]) rule(page, 50, y, 450, y);
  for (const y of [140, 180]) rule(page, 150, y, 450, y);
  write(page, '部门支出', 60, 136);
  write(page, '投入指标', 60, 176);
  const rows = [
    ['指标', '名称', '分值', '得分'],
    ['', '基本', '1,008.91', '5'],
    ['', '项目', '283.32', '4.95'],
    ['', '预算', '10', '10'],
    ['', '目标', '20', '8.5'],
  ];
  rows.forEach((row, i) => {
    row.forEach((text, column) => {
      write(page, text, 60 + 100 * column, 105 + 20 * i);
    });
  });
  const [table] = tables(layOut(page));
  expect(texts(table)).toEqual([
    ['指标', '名称', '分值', '得分'],
    ['部门支出', '基本', '1,008.91', '5'],
    ['项目', '283.32', '4.95'],
    ['投入指标', '预算', '10', '10'],
    ['目标', '20', '8.5'],
  ]);
});

test('a frame of rows of prose stays one column', () => {
  const page = sheet(1);
  box(page, 50, 100, 450, 160);
  rule(page, 50, 130, 450, 130);
  write(page, '本年度各项工作按计划完成，资金使用规范。', 60, 110);
  write(page, '下年度继续加强预算绩效管理。', 60, 140);
  expect(texts(tables(layOut(page))[0])).toHaveLength(2);
});
