import { expect, test } from 'vitest';
import { editRatio, jaccard } from '../../../pipeline/vocabulary/similarity.ts';
import { wordsOf } from '../../../pipeline/vocabulary/words.ts';

test('a label is cut into its words, and nothing of it is lost', () => {
  const words = wordsOf('偏差原因分析及改进措施');
  expect(words.join('')).toBe('偏差原因分析及改进措施');
  expect(words).toContain('原因');
  expect(wordsOf('')).toEqual([]);
});

test('two texts are as alike as few edits make them', () => {
  expect(editRatio('', '')).toBe(1);
  expect(editRatio('年初预算数', '年初预算数')).toBe(1);
  expect(editRatio('年初预算数', '年初预算')).toBeCloseTo(0.8);
  expect(editRatio('甲乙', '丙丁')).toBe(0);
});

test('two sets are as alike as what they share', () => {
  expect(jaccard(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3);
  expect(jaccard(new Set(), new Set())).toBe(0);
});
