import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../pipeline/values/amount.ts';
import { readIndicatorValue } from '../../../pipeline/values/indicator-value.ts';
import { readNumber, readRate } from '../../../pipeline/values/number.ts';
import { mayBeListNumber, separateFigures } from '../../../pipeline/values/spaced-figures.ts';

const target = (raw: string) => {
  const { operator, value, unit, date } = readIndicatorValue(raw, {
    role: 'target',
    fiscalYear: 2024,
  });
  return { operator, value: value ?? date, unit };
};

describe('note marks and list numbers', () => {
  test.each(['100①', '100¹', '100 ②', '100[¹]', '100（¹²）'])(
    'are no digits of the amount "%s"',
    (raw) => {
      expect(readAmount(raw, '万元')).toMatchObject({ fen: 100_000_000 });
    },
  );

  test.each([
    ['①10个；②20公里', 'eq', 10, '个'],
    ['①520人', 'eq', 520, '人'],
    ['1、30人\n2、20人', 'eq', 30, '人'],
    ['1.新增30人；2.培训20人', 'eq', 30, '人'],
    ['≥10场\n≥500人', 'gte', 10, '场'],
  ])('leave the first item of "%s"', (raw, operator, value, unit) => {
    expect(target(raw)).toEqual({ operator, value, unit });
  });

  test('a fraction sign is no figure', () => {
    expect(target('≥½')).toEqual({ operator: 'text', value: null, unit: null });
  });
});

describe('the number of a list', () => {
  test.each([
    ['3.\t98%', 98],
    ['2. 98%', 98],
    ['1.\t98%\n2.\t95%', 98],
    ['1.1.\t98%', 98],
    ['12.\t≥98%', 98],
    ['0. 98', 0.98],
    ['98. 5%', 98.5],
  ])('is no digit of the outcome %j', (raw, value) => {
    expect(target(raw).value).toBe(value);
  });

  test('is dropped from money and points with its tab; before a blank it may be their whole part', () => {
    expect(readAmount('1.\t235', '万元')).toMatchObject({ fen: 235_000_000 });
    expect(readNumber('2.\t24')).toBe(24);
    expect(readRate('3.\t95%')).toBe(0.95);
    expect(readAmount('1. 235', '万元')).toEqual({ kind: 'unparsed' });
    expect(readNumber('2. 24')).toBeUndefined();
    expect(readRate('3. 95%')).toBeUndefined();
  });

  test.each([
    ['2. 98%', true],
    ['1．93%', true],
    ['3.\t98%', false],
    ['9.5', false],
    ['０．９５', false],
    ['98．5', false],
  ])('%j may be one: %s', (raw, doubt) => {
    expect(mayBeListNumber(raw)).toBe(doubt);
  });
});

describe('a figure spread over its cell', () => {
  test.each([
    ['9 3 %', 93],
    ['≥9 5 . 5 %', 95.5],
    ['1 2 0公里', 120],
    ['1 235.5', 1235.5],
  ])('%s is one', (raw, value) => {
    expect(target(raw).value).toBe(value);
  });

  test.each(['≥9 5%', '2 4'])('%s may be two, and is not guessed', (raw) => {
    expect(target(raw)).toEqual({ operator: 'text', value: null, unit: null });
    expect(readNumber(raw)).toBeUndefined();
  });
});

describe('line breaks', () => {
  test.each([
    ['≥\n95%', 'gte', 95, '%'],
    ['全年召开\n2次会议', 'eq', 2, '次'],
    ['2024年\n12月31日前', 'lte', '2024-12-31', null],
  ])('inside "%s" are a reader’s to join', (raw, operator, value, unit) => {
    expect(target(raw)).toEqual({ operator, value, unit });
  });

  test('inside a figure leave it unread, since it may be one figure or two', () => {
    expect(target('≥9\n5%')).toEqual({ operator: 'text', value: null, unit: null });
  });

  test.each(['\n', '1\n', ' ', '①', '1 '])(
    '%j a hundred thousand times over are read at once',
    (piece) => {
      expect(separateFigures(piece.repeat(100_000 / piece.length)).length).toBeLessThan(200_001);
    },
  );
});
