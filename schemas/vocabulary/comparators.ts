import type { Operator } from '../codes.ts';

/** Words and signs that compare, and what they say. */
export interface Comparator {
  readonly operator: Operator;
  readonly words: readonly string[];
  /** Says "at least" of a target, but only reports an outcome: 达到. */
  readonly weak?: true;
}

/** 不超过, 不得超过, 未超过: what turns "more than" into "at most". */
const negations = [
  '不',
  '未',
  '不得',
  '不能',
  '不应',
  '不可',
  '不会',
  '不宜',
  '不要',
  '没有',
  '不准',
];
const more = ['超过', '超出', '突破', '高于', '大于', '多于'];
const less = ['低于', '少于', '小于'];
const negated = (words: readonly string[]) =>
  negations.flatMap((negation) => words.map((word) => negation + word));

/** Before a figure. */
export const leadingComparators: readonly Comparator[] = [
  {
    operator: 'gte',
    words: [
      ...negated(less),
      '大于或等于',
      '大于等于',
      '高于等于',
      '高于或等于',
      '多于等于',
      '至少',
      '最少',
      '最低',
      '≥',
      '≧',
      '⩾',
      '≮',
      '>=',
      '=>',
      '>或=',
      '》=',
    ],
  },
  {
    operator: 'lte',
    words: [
      ...negated(more),
      '小于或等于',
      '小于等于',
      '低于等于',
      '低于或等于',
      '少于等于',
      '至多',
      '最多',
      '最高',
      '控制在',
      '≤',
      '≦',
      '⩽',
      '≯',
      '<=',
      '=<',
      '<或=',
      '《=',
    ],
  },
  { operator: 'gt', words: [...more, '超', '>', '》', '〉'] },
  {
    operator: 'lt',
    words: [...less, '不足', '不到', '不满', '未达到', '未达', '未到', '<', '《', '〈'],
  },
  { operator: 'approx', words: ['大约', '接近', '将近', '约', '近', '≈'] },
  { operator: 'eq', words: ['等于', '='] },
  { operator: 'gte', words: ['达到', '达'], weak: true },
];

/** After a figure. */
export const trailingComparators: readonly Comparator[] = [
  { operator: 'gte', words: ['(含)以上', '及以上', '以上(含)', '以上', '起'] },
  {
    operator: 'lte',
    words: ['(含)以下', '及以下', '以下(含)', '以下', '及以内', '以内', '之内', '内', '封顶'],
  },
  { operator: 'approx', words: ['左右', '上下'] },
];

/**
 * Single characters that compare only where they end no longer word, and the characters before them
 * that make one: 节约, 签约, 附近, 传达, 高超.
 */
export const endsOfWords: Readonly<Record<string, string>> = {
  约: '节预签合制条契公违履解协失盟简缩特租续集俭邀',
  近: '附最邻临远靠逼毗亲',
  达: '传送下发到表抵转通直雷畅上',
  超: '高反赶',
};
