import type { Operator } from '../codes.ts';

/**
 * Words and signs that compare, before and after a figure. `weak` ones (达到, 完成) say "at least" of
 * a target but only report an outcome. Longer ones stand before the ones they contain.
 */
export const leadingComparators: readonly {
  readonly words: readonly string[];
  readonly operator: Operator;
  readonly weak?: true;
}[] = [
  {
    operator: 'gte',
    words: [
      '大于或等于',
      '大于等于',
      '不少于',
      '不低于',
      '不小于',
      '不得少于',
      '不得低于',
      '至少',
      '最少',
      '高于等于',
      '高于或等于',
      '≥',
      '≧',
      '>=',
      '=>',
      '》=',
    ],
  },
  {
    operator: 'lte',
    words: [
      '小于或等于',
      '小于等于',
      '不超过',
      '不高于',
      '不大于',
      '不多于',
      '不得超过',
      '不得高于',
      '至多',
      '最多',
      '控制在',
      '低于等于',
      '≤',
      '≦',
      '<=',
      '=<',
      '《=',
    ],
  },
  { operator: 'gt', words: ['大于', '超过', '高于', '多于', '超', '>', '》'] },
  { operator: 'lt', words: ['小于', '低于', '少于', '<', '《'] },
  { operator: 'approx', words: ['约', '大约', '近', '≈'] },
  { operator: 'eq', words: ['等于', '='] },
  { operator: 'gte', words: ['达到', '达'], weak: true },
];

export const trailingComparators: readonly {
  readonly words: readonly string[];
  readonly operator: Operator;
}[] = [
  { operator: 'gte', words: ['(含)以上', '及以上', '以上(含)', '以上', '起'] },
  {
    operator: 'lte',
    words: ['(含)以下', '及以下', '以下(含)', '以下', '及以内', '以内', '之内', '内', '封顶'],
  },
  { operator: 'approx', words: ['左右', '上下', '许'] },
];
