import { describe, expect, test } from 'vitest';
import { createMask, maskText } from '../../pipeline/personal-data.ts';

describe('maskText', () => {
  test.each([
    ['填报人：王小明    联系电话：13800001111', '填报人：王**    联系电话：138****1111'],
    ['填报人：王 明', '填报人：王*'],
    ['单位负责人签字：欧阳静', '单位负责人签字：欧**'],
    ['电话：07154201234', '电话：0715-*****34'],
    ['咨询0715-4201234', '咨询0715-*****34'],
    ['联系电话：4201234', '联系电话：*****34'],
    ['身份证430212199001011234', '身份证430212********1234'],
  ])('covers persons in "%s"', (text, masked) => {
    const found = maskText(text);
    expect(found.replace(/\*+/g, '*')).toBe(masked.replace(/\*+/g, '*'));
    expect(found).not.toContain('小明');
  });

  test.each([
    '年度资金总额1981.63万元',
    '2024年12月31日',
    '填报人：        联系电话：',
    '10000户、13500人',
  ])('leaves "%s" as it is', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe('createMask', () => {
  test('covers a cell whose label stands in the cell before it, in the same row only', () => {
    const mask = createMask(['document_id', 'table_no', 'row_no', 'column_no', 'text']);
    const texts = [
      ['d', 1, 1, 1, '项目负责人'],
      ['d', 1, 1, 2, '王小明'],
      ['d', 1, 1, 3, '联系电话'],
      ['d', 1, 1, 4, '4201234'],
      ['d', 1, 2, 1, '李家村'],
    ].map((row) => mask(row)[4]);
    expect(texts).toEqual(['项目负责人', '王**', '联系电话', '*****34', '李家村']);
  });
});
