import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../pipeline/rules/direction.ts';
import { indicator } from './form-builder.ts';

const unknown = { target_value: 5, target_unit: '个', level1_code: null, level2_code: null };

describe('directionOf', () => {
  it.each([
    ['成本控制情况', 'lower'],
    ['成本节约率', 'higher'],
    ['投诉次数', 'lower'],
    ['投诉办结率', 'higher'],
    ['合格率', 'higher'],
    ['不合格率', 'lower'],
    ['空气质量优良天数', 'higher'],
    ['场馆开放时间', 'higher'],
    ['审批时间', 'lower'],
    ['失业率下降', 'higher'],
    ['支出进度', 'higher'],
    ['项目成本(万元)', 'lower'],
    ['降低失业率', undefined],
    ['村庄', undefined],
  ])('takes the head of %s for %s', (name, direction) => {
    expect(directionOf(indicator(name, unknown))).toBe(direction);
  });

  it('asks the level where the name says nothing', () => {
    const level = (parts: object) => directionOf(indicator('村庄', { ...unknown, ...parts }));
    expect(level({ level2_code: 'economic_cost' })).toBe('lower');
    expect(level({ level1_code: 'satisfaction' })).toBe('higher');
    expect(level({ level2_code: 'timeliness', target_unit: '个工作日' })).toBe('lower');
    expect(level({ level2_code: 'timeliness', target_unit: '年' })).toBeUndefined();
  });

  it('takes none for the least and all for the most', () => {
    const bound = (value: number, unit: string) =>
      directionOf(indicator('村庄', { ...unknown, target_value: value, target_unit: unit }));
    expect([bound(0, '起'), bound(100, '%'), bound(100, '个')]).toEqual([
      'lower',
      'higher',
      undefined,
    ]);
  });
});
