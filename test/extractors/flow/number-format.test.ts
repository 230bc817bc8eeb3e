import { expect, test } from 'vitest';
import { formatNumber } from '../../../extractors/flow/number-format.ts';

test.each([
  [
    'chineseCountingThousand',
    [1, 10, 11, 20, 21, 100, 101, 110, 111, 1001, 1010],
    '一 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十',
  ],
  ['chineseCounting', [10, 19, 99, 100, 123], '十 十九 九十九 一○○ 一二三'],
  ['taiwaneseCountingThousand', [12, 105], '十二 一百零五'],
  ['japaneseCounting', [10, 11, 20, 100, 101], '十 十一 二十 百 百一'],
  ['chineseLegalSimplified', [1, 10, 15, 208], '壹 壹拾 壹拾伍 贰佰零捌'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographDigital', [10, 25], '一〇 二五'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [3, 12], '03 12'],
  ['decimalEnclosedCircleChinese', [1, 10, 11], '① ⑩ 11'],
  ['decimalEnclosedCircle', [20, 21], '⑳ 21'],
  ['decimalEnclosedParen', [3], '⑶'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [2], 'b'],
  ['upperRoman', [4, 9, 1994], 'IV IX MCMXCIV'],
  ['lowerRoman', [3], 'iii'],
  ['none', [5], ''],
  ['unheardOf', [5], '5'],
] as const)('%s counts as its readers do', (format, values, expected) => {
  expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
});
