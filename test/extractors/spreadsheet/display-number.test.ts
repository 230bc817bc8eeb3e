import { describe, expect, test } from 'vitest';
import { builtinFormat } from '../../../extractors/spreadsheet/builtin-formats.ts';
import {
  createNumberDisplay,
  displayNumber,
  displayText,
} from '../../../extractors/spreadsheet/display-number.ts';

const shown = (format: string, value: number): string =>
  displayNumber(createNumberDisplay(), format, value);

describe('a number shows', () => {
  test.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 2346.805, '2346.805'],
    ['General', 1 / 3, '0.33333333333'],
    ['General', 1250123456.55, '1250123456.55'],
    ['General', 123456789012.34, '123456789012.34'],
    ['General', 1234567890123.45, '1234567890123.45'],
    ['General', 123456.789012, '123456.789012'],
    ['General', 98765432.1000001, '98765432.1'],
    ['General', 1234567 / 7 / 3, '58788.9047619'],
    ['General', 12345678901234, '12345678901234'],
    ['General', 1e20, '1E+20'],
    ['General', 1.5e-10, '1.5E-10'],
    ['General', -0, '0'],
    ['G/通用格式', 3.5, '3.5'],
    ['G/通用格式"万元"', 1234.5, '1234.5万元'],
    ['General"元"', -2, '-2元'],
    ['[Red]', -2, '-2'],
    ['[蓝色];[红色]', -2, '-2'],
    ['[$-804]', 3, '3'],
    ['[DBNum2]', 3, '叁'],
    [';;', 3, ''],
    ['0;[Red]', -2, '-2'],
  ])('as %s says: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    ['0.00', 1.005, '1.01'],
    ['0.00', 2.675, '2.68'],
    ['0.00', -0.001, '0.00'],
    ['#,##0.00_ ', 1234567.5, '1,234,567.50'],
    ['#,##0', 999999.5, '1,000,000'],
    ['0.0#', 2.5, '2.5'],
    ['#.##', 0.5, '.5'],
    ['00000', 42, '00042'],
    ['000-0000', 1234567, '123-4567'],
    ['0.00%', 0.98473, '98.47%'],
    ['0%', 1, '100%'],
    ['0.0‰', 0.9, '0.9‰'],
    ['￥#,##0.00', 5.5, '￥5.50'],
    ['[$¥-804]#,##0.00', 1005.5, '¥1,005.50'],
    ['"第"0"名"', 3, '第3名'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['# ?/?', 1.5, '1 1/2'],
    ['# ?/8', 0.25, '2/8'],
  ])('with the places of %s: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    ['0!.0,', 123456, '12.3'],
    ['0!.0000', 1234567, '123.4567'],
    ['0\\.0,"万元"', 123456, '12.3万元'],
    ['0.00,,"百万"', 1234567, '1.23百万'],
    ['#,##0.00,', 1234567, '1,234.57'],
    ['[>=10000]0!.0,"万";0', 123456, '12.3万'],
    ['[>=10000]0!.0,"万";0', 999, '999'],
  ])('in ten thousands by %s: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    ['#,##0.00;[Red]-#,##0.00', -5, '-5.00'],
    ['0.00;[Red]0.00', -5, '-5.00'],
    ['0.00_ ;[Red]0.00', -5, '-5.00'],
    ['¥#,##0.0;[红色]¥#,##0.0', -5, '-¥5.0'],
    ['0.00_);[Red](0.00)', -5, '(5.00)'],
    ['0.00;"超支"0.00', -5, '超支5.00'],
    ['#,##0_);(#,##0)', -1234, '(1,234)'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 12, '12.00'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', -12, '-12.00'],
    ['0;-0;;@', 0, ''],
    [';;;', 5, ''],
    ['@', 3.5, '3.5'],
    ['"盈";"亏";"平"', -1, '亏'],
  ])('by the sections of %s: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    ['[DBNum1][$-804]General', 12, '一十二'],
    ['[DBNum1][$-804]G/通用格式', 101, '一百〇一'],
    ['[DBNum1]General', 0, '〇'],
    ['[DBNum1]General', -12.05, '-一十二.〇五'],
    ['[DBNum2][$-804]General', 12, '壹拾贰'],
    ['[DBNum2]General"元"', 20_000_300, '贰仟万零叁佰元'],
    ['[DBNum2]General', 107_000, '壹拾万柒仟'],
    ['[DBNum2]General', 10_010, '壹万零壹拾'],
    ['[DBNum2]General', 1_234_500_000_000, '壹万贰仟叁佰肆拾伍亿'],
    ['[DBNum1]"第2批"General"项"', 3, '第2批三项'],
    ['[DBNum2]0', 12, '壹贰'],
    ['[DBNum1]0.00', 12.5, '一二.五〇'],
  ])('in Chinese digits by %s: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test.each([
    ['yyyy"年"m"月"d"日";@', 45657, '2024年12月31日'],
    ['[$-804]yyyy"年"m"月"', 45657, '2024年12月'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45293, '二〇二四年一月二日'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 45657, '二〇二四年十二月三十一日'],
    ['[DBNum2][$-804]yyyy"年"mm"月"dd"日"', 45302, '贰零贰肆年零壹月壹拾壹日'],
    ['[DBNum1]h"时"mm"分"', 45657.5, '十二时〇〇分'],
    ['yyyy/m/d h:mm', 45657.6, '2024/12/31 14:24'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy.m.d', 45657, '2024.12.31'],
    ['d-mmm-yy', 45657, '31-Dec-24'],
    ['aaaa', 45657, '星期二'],
    ['上午/下午h"时"mm"分"', 45657.6, '下午2时24分'],
    ['h:mm AM/PM', 0.25, '6:00 AM'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.000012, '00:01.0'],
    ['[$-F800]dddd, mmmm dd, yyyy', 45657, '2024年12月31日'],
    ['yyyy/m/d', -4, '-4'],
    ['yyyy/m/d', 1e9, '1000000000'],
  ])('as a date by %s: %d', (format, value, text) => {
    expect(shown(format, value)).toBe(text);
  });

  test('as the Chinese version has it where a file gives a format by number alone', () => {
    expect(shown(builtinFormat(14), 45657)).toBe('2024/12/31');
    expect(shown(builtinFormat(31), 45657)).toBe('2024年12月31日');
    expect(shown(builtinFormat(57), 45657)).toBe('2024年12月');
    expect(shown(builtinFormat(10), 0.5)).toBe('50.00%');
    expect(shown(builtinFormat(999), 0.5)).toBe('0.5');
  });

  test('four years later where days are counted from 1904', () => {
    const display = createNumberDisplay();
    display.date1904 = true;
    expect(displayNumber(display, 'yyyy/m/d', 0)).toBe('1904/1/1');
  });
});

test('a text shows as it is, or within its format', () => {
  const display = createNumberDisplay();
  expect(displayText(display, '@', '12')).toBe('12');
  expect(displayText(display, '0.00', '文字')).toBe('文字');
  expect(displayText(display, '@"元"', '三')).toBe('三元');
  expect(displayText(display, '0;0;0;"单位："@', '财政局')).toBe('单位：财政局');
});
