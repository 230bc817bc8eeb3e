import { describe, expect, test } from 'vitest';
import { readLabel } from '../../../pipeline/vocabulary/label-text.ts';

test.each([
  ['三 级\n指 标', '三级指标'],
  ['一、主管部门：', '主管部门'],
  ['（一）产出指标', '产出指标'],
  ['(2)上年结转', '上年结转'],
  ['1.数量指标', '数量指标'],
  ['其中：（1）上年结转资金', '上年结转资金'],
  ['其中:财政拨款', '财政拨款'],
  ['执行率（B/A）', '执行率'],
  ['年度指标值（A）', '年度指标值'],
  ['实有人数（人）', '实有人数'],
  ['填报单位（盖章）', '填报单位'],
  ['★三级指标', '三级指标'],
  ['*主管部门', '主管部门'],
  ['5G覆盖率', '5G覆盖率'],
  ['5.5万元以下项目', '5.5万元以下项目'],
])('a label is compared by its name alone: %j', (raw, name) => {
  expect(readLabel(raw).name).toBe(name);
});

test.each([
  ['产出指标(50分)', '产出指标', 50],
  ['效益指标（30分）　', '效益指标', 30],
  ['满意度指标（10%）', '满意度指标', 10],
  ['数量指标20', '数量指标', 20],
  ['质量指标 (20.5分)', '质量指标', 20.5],
  ['部门决策(25 分)', '部门决策', 25],
  ['得分（满分10分）', '得分', 10],
])('points printed in a label are taken off and kept: %s', (raw, name, points) => {
  expect(readLabel(raw)).toMatchObject({ name, points });
});

describe('a label', () => {
  test('of a year keeps the year', () => {
    expect(readLabel('2024年决算数')).toMatchObject({ name: '决算数', year: 2024 });
    expect(readLabel('楼堂馆所控制情况（2023年完工项目）')).toMatchObject({
      name: '楼堂馆所控制情况',
      year: 2023,
    });
  });

  test('of money keeps the unit', () => {
    expect(readLabel('全年预算数（A，万元）')).toMatchObject({
      name: '全年预算数',
      moneyUnit: '万元',
    });
    expect(readLabel('资金总额（元）').moneyUnit).toBe('元');
    expect(readLabel('资金总额').moneyUnit).toBeNull();
  });

  test('that is only a figure has no points', () => {
    expect(readLabel('90')).toMatchObject({ name: '90', points: null });
  });

  test('that is prose stays whole', () => {
    const prose = '产出指标(50分)'.repeat(30);
    expect(readLabel(prose)).toEqual({ name: prose, year: null, moneyUnit: null, points: null });
  });
});
