import { describe, expect, test } from 'vitest';
import { type Comparable, pairIndicators } from '../../../warehouse/matches/pair-indicators.ts';
import { editRatio, nameCore } from '../../../warehouse/matches/similarity.ts';

function indicator(level3: string, ordinal = 1, more: Partial<Comparable> = {}): Comparable {
  return {
    ordinal,
    level1_code: 'output',
    level2_code: 'quantity',
    level3,
    target_operator: 'gte',
    target_value: 100,
    target_unit: '%',
    ...more,
  };
}

function pairNames(now: Comparable[], before: Comparable[]): string[][] {
  return pairIndicators(now, before).map((pair) => [pair.now.level3, pair.before.level3]);
}

describe('an indicator of last year', () => {
  test.each([
    ['群众满意度', '辖区群众满意度'],
    ['维护社会稳定', '维护社会和谐稳定'],
    ['病案甲级率', '甲级病案率'],
    ['提升教育教学质量', '教育教学质量提升情况'],
    ['全镇大巡防工作', '组织全镇大巡防次数'],
    ['项目总成本', '项目成本控制'],
  ])('%s is found again as %s', (before, now) => {
    expect(pairNames([indicator(now)], [indicator(before)])).toEqual([[now, before]]);
  });

  test.each([
    ['培训合格率', '新建公路里程'],
    ['项目完成率', '资金到位率'],
  ])('%s is not taken for %s', (before, now) => {
    expect(pairNames([indicator(now)], [indicator(before)])).toEqual([]);
  });

  test('is not taken for one of another block, whatever its name', () => {
    const elsewhere = indicator('合格率', 1, { level2_code: 'quality' });
    expect(pairNames([indicator('合格率')], [elsewhere])).toEqual([]);
  });

  test('goes to its own name before it goes to a likeness', () => {
    const now = [indicator('辖区群众满意度', 1), indicator('群众满意度', 2)];
    const before = [indicator('群众满意度', 1), indicator('社会公众满意度', 2)];
    expect(pairNames(now, before)).toEqual([
      ['群众满意度', '群众满意度'],
      ['辖区群众满意度', '社会公众满意度'],
    ]);
  });

  test('is paired in order where a name repeats', () => {
    const twice = [indicator('完成率', 1), indicator('完成率', 5)];
    const pairs = pairIndicators(twice, [...twice].reverse());
    expect(pairs.map(({ now, before }) => [now.ordinal, before.ordinal])).toEqual([
      [1, 1],
      [5, 5],
    ]);
  });
});

describe('the core of a name', () => {
  test.each([
    ['培训人数', '培训'],
    ['“三公”经费控制率', '三公经费控制'],
    ['保障村（居）运转数量≥12', '保障村居运转'],
    ['情况', '情况'],
  ])('of %s is %s', (name, core) => {
    expect(nameCore(name)).toBe(core);
  });
});

test('the edit ratio counts insertions, removals and replacements', () => {
  expect(editRatio('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7, 12);
  expect(editRatio('', '三')).toBe(0);
  expect(editRatio('', '')).toBe(1);
});
