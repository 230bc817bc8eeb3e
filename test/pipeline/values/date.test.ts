import { describe, expect, test } from 'vitest';
import { readDate } from '../../../pipeline/values/date.ts';

describe('a date', () => {
  test.each([
    ['2024年12月31日', '2024-12-31'],
    ['2024-12-31', '2024-12-31'],
    ['2024/6/30', '2024-06-30'],
    ['2021.12.20', '2021-12-20'],
    ['20241231', '2024-12-31'],
    ['2024年2月', '2024-02-29'],
    ['2024年2月底', '2024-02-29'],
    ['2024年6月上旬', '2024-06-10'],
    ['2024.12', '2024-12-31'],
    ['2024年底', '2024-12-31'],
    ['2024年年底', '2024-12-31'],
    ['于2024年11月5日完成', '2024-11-05'],
  ])('is read from %s', (text, date) => {
    expect(readDate(text, null)).toMatchObject({ date, deadline: false });
  });

  test.each([
    ['2024年12月31日前', '2024-12-31'],
    ['2024年12月31日之前完成', '2024-12-31'],
    ['2024年12月底前', '2024-12-31'],
    ['2024年底前完成', '2024-12-31'],
    ['不晚于2024年12月31日', '2024-12-31'],
    ['≤2024-12-31', '2024-12-31'],
  ])('with a word for "by" is a deadline: %s', (text, date) => {
    expect(readDate(text, null)).toMatchObject({ date, deadline: true });
  });

  test.each([
    ['12月底前', '2023-12-31'],
    ['12月31日前完成', '2023-12-31'],
    ['项目于6月底前完工', '2023-06-30'],
    ['年底前', '2023-12-31'],
    ['本年底前完成', '2023-12-31'],
    ['6月', '2023-06-30'],
  ])('without a year is of the fiscal year: %s', (text, date) => {
    expect(readDate(text, 2023)?.date).toBe(date);
    expect(readDate(text, null)).toBeUndefined();
  });

  test.each([
    '2024年1月-12月',
    '2024年1月1日至2024年12月31日',
    '2024.1-2024.12',
    '2022年6月--2023年6月',
    '6月1日-8月31日',
  ])('is no span of time: %s', (text) => {
    expect(readDate(text, 2024)).toBeUndefined();
  });

  test.each([
    '2024年2月30日',
    '2024年13月1日',
    '202年1月11日',
    '23年12月31日',
    '次年3月底前',
    '每月15日前',
    '2024年12月31日起',
    '不早于2024年12月31日',
    '2024年6月初',
    '2024年',
    '12024年12月31日',
    '第三季度',
    '6月至8月',
  ])('is not guessed from %s', (text) => {
    expect(readDate(text, 2024)).toBeUndefined();
  });
});
