import { describe, expect, test } from 'vitest';
import { createMask, findNames, maskText } from '../../pipeline/personal-data.ts';

describe('maskText', () => {
  test.each([
    ['填报人：王小明    联系电话：13800001111', '填报人：王**    联系电话：138****1111'],
    ['填报人：王 明', '填报人：王*'],
    ['填报人:王小明联系电话:4201234', '填报人:王**联系电话:*****34'],
    ['制表人：欧阳若兰审核人：李四', '制表人：欧***审核人：李*'],
    ['负责人：买买提·吐尔逊', '负责人：买******'],
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
    '项目负责人：单位名称：',
    '10000户、13500人',
  ])('leaves "%s" as it is', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

const cellColumns = ['document_id', 'table_no', 'row_no', 'column_no', 'text'];

describe('createMask', () => {
  test('covers a cell whose label stands in the cell before it, in the same row only', () => {
    const mask = createMask(cellColumns, findNames([]));
    const texts = [
      ['d', 1, 1, 1, '项目负责人'],
      ['d', 1, 1, 2, '王小明'],
      ['d', 1, 1, 3, '联系电话'],
      ['d', 1, 1, 4, '4201234'],
      ['d', 1, 2, 1, '李家村'],
      ['d', 1, 3, 1, '负责人'],
      ['d', 1, 3, 2, '联系电话'],
    ].map((row) => mask(row)[4]);
    const masked = ['项目负责人', '王**', '联系电话', '*****34', '李家村', '负责人', '联系电话'];
    expect(texts).toEqual(masked);
  });
});

describe('names that a document labels', () => {
  const cells = [
    ['d', 1, 1, 1, '项目负责人'],
    ['d', 1, 1, 2, '欧阳若兰'],
    ['d', 1, 2, 1, '负责人'],
    ['d', 1, 2, 2, '单位'],
    ['d', 1, 3, 1, '审核人签字：高明'],
    ['e', 1, 1, 1, '联系人'],
    ['e', 2, 1, 2, '张家村'],
  ];
  const sections = [['d', null, '填报人：王小明联系电话：13800001111']];
  const names = findNames([
    [cellColumns, cells],
    [['document_id', 'heading', 'text'], sections],
  ]);

  test('are those behind a label, in a cell or a text, and nothing else', () => {
    expect([...names.of('d')].sort()).toEqual(['欧阳若兰', '王小明', '高明'].sort());
    expect([...names.of('e')]).toEqual([]);
  });

  test.each([
    ['联系欧阳若兰13812345678', '联系欧***138****5678'],
    ['由王小明、欧阳若兰负责，王小明牵头', '由王**、欧***负责，王**牵头'],
    ['请与高明联系', '请与高*联系'],
    ['高明区单位数量', '高明区单位数量'],
  ])('are covered in "%s" of the same document', (text, masked) => {
    const mask = createMask(['document_id', 'deviation_reason'], names);
    expect(mask(['d', text])).toEqual(['d', masked]);
    expect(mask(['e', text])[1]).toBe(maskText(text));
  });

  test('are covered in rows that belong to no document', () => {
    expect(createMask(['level3'], names)(['欧阳若兰到岗率'])).toEqual(['欧***到岗率']);
  });
});
