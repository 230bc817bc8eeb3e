import { describe, expect, test } from 'vitest';
import { findFiscalYear, readSplitTitle, readTitle } from '../../../pipeline/recognition/titles.ts';

describe('a title', () => {
  test.each([
    ['2024年度部门整体支出绩效自评表', 'overall_self_evaluation'],
    ['部 门 整 体 支 出 绩 效 自 评 表', 'overall_self_evaluation'],
    ['甲县乙局项目支出绩效自评表（2024年度）', 'project_self_evaluation'],
    ['附件1：部门整体支出绩效评价基础数据表', 'overall_base_data'],
    ['附件2-1 2024年度项目支出绩效目标申报表', 'project_target'],
    ['2023年部门整体支出绩效目标表', 'overall_target'],
    ['2024年度甲县乙局部门整体支出绩效自评报告', 'overall_report'],
    ['某某专项资金绩效自评报告', 'special_fund_report'],
    ['中央对地方转移支付（项目）绩效自评表', 'transfer_self_evaluation'],
    ['道路养护项目支出绩效自评报告', 'project_report'],
  ])('tells the type: %s', (line, type) => {
    expect(readTitle(line)?.type).toBe(type);
  });

  test.each([
    '关于报送2024年度项目支出绩效自评报告的通知',
    '我局完成了项目支出绩效自评表。',
    '绩效',
    '填报单位：甲县乙局',
    '请各单位认真填写本单位2024年度项目支出绩效自评表！',
    `${'甲'.repeat(90)}项目支出绩效自评表`,
  ])('is none of these: %s', (line) => {
    expect(readTitle(line)).toBeUndefined();
  });

  test('over two lines is one, where the second alone says too little', () => {
    expect(readSplitTitle('甲县乙局2024年度部门整体支出', '绩效自评报告')).toEqual({
      type: 'overall_report',
      text: '甲县乙局2024年度部门整体支出绩效自评报告',
    });
    expect(readSplitTitle('填报单位：甲县乙局', '绩效自评报告')).toBeUndefined();
  });
});

test.each([
  ['2024年度部门整体支出绩效自评表', 2024],
  ['（ 2023 年度）', 2023],
  ['二〇二四年度自评报告', 2024],
  ['二O二四年', 2024],
  ['根据2025年通知开展2024年度自评', 2024],
])('the fiscal year is the one said to be a 年度: %s', (text, year) => {
  expect(findFiscalYear(text)).toBe(year);
});

test('a text without a year has none', () => {
  expect(findFiscalYear('部门整体支出绩效自评表')).toBeUndefined();
  expect(findFiscalYear('20241231')).toBeUndefined();
});
