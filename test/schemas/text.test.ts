import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinLines, normalizeText, squeeze } from '../../schemas/text.ts';

describe('normalized text', () => {
  test.each([
    ['１２，３４５．６％', '12,345.6%'],
    ['（万元）：', '(万元):'],
    ['部 门 名　称', '部门名称'],
    ['a  b\tc', 'a b c'],
    ['预算\u200b数\ufeff', '预算数'],
    ['\u202a480.5\u202c\u200e万\u0003元', '480.5万元'],
    ['第一行 \n 第二行', '第一行\n第二行'],
    ['  两端  ', '两端'],
    ['共 12 个 村', '共 12 个村'],
    ['㎡', 'm2'],
  ])('of %j', (text, expected) => {
    expect(normalizeText(text)).toBe(expected);
  });

  test('stays as it is when normalized again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...' \n\t　中文ab12，（）％\u200b\u00a0') }),
        (text) => {
          const once = normalizeText(text);
          expect(normalizeText(once)).toBe(once);
        },
      ),
    );
  });
});

test('squeezed text has no white space at all', () => {
  expect(squeeze('部 门\n名　称 （A）\u200b')).toBe('部门名称(A)');
  expect(squeeze('1 000\u00a0元')).toBe('1000元');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(squeeze(text)).not.toMatch(/\s/u);
    }),
  );
});

test.each([
  ['偏差原因分析\n及改进措施', '偏差原因分析及改进措施'],
  ['Word\nCount', 'Word Count'],
  ['共\n12\n个', '共12个'],
  ['第一\n\n  第二', '第一第二'],
  ['GB 50300\n2013', 'GB 50300 2013'],
  ['\n', ''],
])('soft line breaks are joined as a reader would: %j', (text, expected) => {
  expect(joinLines(text)).toBe(expected);
});
