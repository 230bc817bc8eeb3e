import { describe, expect, test } from 'vitest';
import { readNumber, readRate } from '../../../pipeline/values/number.ts';

describe('points and head counts', () => {
  test.each([
    ['10', 10],
    ['9.76', 9.76],
    ['20分', 20],
    ['（15）', 15],
    ['(15分)', 15],
    ['10（分）', 10],
    ['１０', 10],
    ['1,000', 1000],
    ['51人', 51],
    ['-5', -5],
    ['−5', -5],
    ['.5', 0.5],
  ])('are read from %s', (raw, expected) => {
    expect(readNumber(raw)).toBe(expected);
  });

  test.each([
    '',
    '—',
    '无',
    '10/10',
    '10-2',
    '8+2',
    '1,00',
    '(15',
    '15)',
    '5\n3',
    '5 3',
    '100%',
    '十分',
  ])('are not guessed from %j', (raw) => {
    expect(readNumber(raw)).toBeUndefined();
  });
});

describe('a rate', () => {
  test.each([
    ['98.47%', 0.9847],
    ['98.47％', 0.9847],
    ['98.47', 0.9847],
    ['0.9847', 0.9847],
    ['98.5（%）', 0.985],
    ['100', 1],
    ['1', 1],
    ['1.5', 1.5],
    ['150%', 1.5],
    ['0.5%', 0.005],
    ['5‰', 0.005],
    ['-3%', -0.03],
    ['-5', -0.05],
    ['.98', 0.98],
    ['1,234%', 12.34],
  ])('is a fraction, exact in decimals: %s', (raw, expected) => {
    expect(readRate(raw)).toBe(expected);
  });

  test.each([
    '',
    '/',
    '#DIV/0!',
    '≥90%',
    '98.47%%',
    '12,34%',
    '1,2',
    '5\n3',
    '50:50',
    '1/1',
    '百分之百',
  ])('is not guessed from %j', (raw) => {
    expect(readRate(raw)).toBeUndefined();
  });
});
