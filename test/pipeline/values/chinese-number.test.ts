import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChineseNumber } from '../../../pipeline/values/chinese-number.ts';

const digits = '零一二三四五六七八九';

/** A number below 10 000 as it is read aloud; 零 stands for skipped places inside. */
function spellSection(value: number, leading: boolean): string {
  let text = '';
  let skipped = false;
  for (const [place, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) {
      skipped ||= text !== '' || !leading;
      continue;
    }
    text += (skipped ? '零' : '') + digits[digit] + unit;
    skipped = false;
  }
  return text;
}

/** A number as it is written in Chinese: 120003 → 十二万零三. */
function spell(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [place, unit] of [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / place) % 10_000;
    if (section > 0) text += spellSection(section, text === '') + unit;
  }
  return text.replace(/^一十/, '十');
}

test('a number that is written out is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(readChineseNumber(spell(value))).toBe(value);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
      expect(readChineseNumber(spell(value))).toBe(value);
    }),
  );
});

test.each([
  ['十', 10],
  ['二十三', 23],
  ['一百零五', 105],
  ['一百二', 120],
  ['一万二', 12_000],
  ['两百五', 250],
  ['一亿三千万', 130_000_000],
  ['一万亿', 1_000_000_000_000],
  ['二〇二四', 2024],
  ['二零二四', 2024],
  ['五零零', 500],
  ['九十五点五', 95.5],
  ['零点零五', 0.05],
  ['壹仟贰佰', 1200],
])('%s is a number', (text, expected) => {
  expect(readChineseNumber(text)).toBe(expected);
});

test.each([
  ['', 'nothing'],
  ['百', 'a scale without a figure'],
  ['万', 'a scale without a figure'],
  ['三五', 'three to five'],
  ['七八', 'seven or eight'],
  ['三十百', 'scales that grow'],
  ['二百三百', 'a scale twice'],
  ['万万', 'a scale twice'],
  ['一百零', 'a figure that does not end'],
  ['十点', 'a time of day'],
  ['一点五点五', 'two points'],
  ['三个', 'a count'],
  ['数十', 'some'],
])('%j is %s, no number', (text) => {
  expect(readChineseNumber(text)).toBeUndefined();
});
