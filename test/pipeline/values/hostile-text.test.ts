import { expect, test } from 'vitest';
import { readMarker } from '../../../pipeline/outline/headings.ts';
import { findFiscalYear, readTitle } from '../../../pipeline/recognition/titles.ts';
import { findMoneyUnit, readAmount } from '../../../pipeline/values/amount.ts';
import { isBlank } from '../../../pipeline/values/blank.ts';
import { readChineseNumber } from '../../../pipeline/values/chinese-number.ts';
import { readDate } from '../../../pipeline/values/date.ts';
import { readIndicatorValue } from '../../../pipeline/values/indicator-value.ts';
import { readNumber, readRate } from '../../../pipeline/values/number.ts';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { readLabel } from '../../../pipeline/vocabulary/label-text.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import { joinLines, normalizeText, squeeze } from '../../../schemas/text.ts';
import { nameForms } from '../../../schemas/unit-name.ts';
import { headingNouns, level1Headings } from '../../../schemas/vocabulary/report-outline.ts';

const length = 100_000;
/** Where a pattern that backtracks takes minutes, all of these together take a second or two. */
const enough = 15_000;

const pieces = [
  ...['1', '1 ', '1,', '1,111', '1.', '1-', '1\n', '1/', '1个', '1个、', '1年', '1月', '2024年'],
  ...[
    ' ',
    '\n',
    'a ',
    'a\n',
    '中 ',
    '中',
    '(',
    ')',
    '((1',
    '(1)',
    '(2024年',
    '-',
    '—',
    '…',
    '*',
    '★',
  ],
  ...[
    '、',
    '。',
    ':',
    '其中:',
    '一',
    '百',
    '零',
    '一百',
    '百分之',
    '千分之九',
    '≥',
    '≥1',
    '不',
    '不低于',
  ],
  ...[
    '《',
    '《中',
    '“',
    '"',
    '省',
    '甲省',
    '市',
    '部门',
    '第',
    '①',
    '约',
    '单位:',
    '元/人',
    '支出',
    'm',
  ],
];
const hostile = pieces.flatMap((piece) => {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  return [text, `${text}x`, `一、中1${text}中`];
});

const labels = buildLabelIndex(builtInVocabulary);
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  isBlank,
  readAmount: (text) => readAmount(text, '万元'),
  findMoneyUnit,
  readNumber,
  readRate,
  readDate: (text) => readDate(text, 2024),
  readIndicatorValue: (text) => readIndicatorValue(text, { role: 'target', fiscalYear: 2024 }),
  readChineseNumber,
  readLabel,
  findLabel: (text) => labels.find('identity', text),
  suggestLabel: (text) => labels.suggest('level2', text),
  readTitle,
  findFiscalYear,
  readMarker: (text) => readMarker(text, null),
  headings: (text) => [...level1Headings, headingNouns].map((heading) => heading.test(text)),
  normalizeText,
  squeeze,
  joinLines,
  nameForms,
};

test.each(Object.keys(readers))(
  '%s comes to an end on every hostile text',
  (name) => {
    const read = readers[name];
    if (!read) throw new TypeError(`Expected a reader named ${name}`);
    for (const text of hostile) expect(() => read(text)).not.toThrow();
  },
  enough,
);
