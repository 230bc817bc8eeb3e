import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../pipeline/values/amount.ts';
import { readIndicatorValue } from '../../../pipeline/values/indicator-value.ts';
import { foldMagnitudes, hasOpenMagnitude } from '../../../pipeline/values/magnitudes.ts';

describe('a figure of several magnitudes', () => {
  test.each([
    ['≥1亿2千万人', '≥1.2亿人'],
    ['3万2千人', '3.2万人'],
    ['3万2千余人', '3.2万余人'],
    ['1千2百35个', '1235个'],
    ['1百18公里', '118公里'],
    ['1亿190万', '1.019亿'],
    ['2千1百万元', '2100万元'],
    ['1万2345户', '1.2345万户'],
  ])('%s is %s', (text, folded) => {
    expect(foldMagnitudes(text)).toBe(folded);
  });

  test.each(['3万5', '1千5', '1.2亿3千万元', '2千3千人', '1亿2千余万人', '1万3亿'])(
    '%s is left open',
    (text) => {
      expect(foldMagnitudes(text)).toBe(text);
      expect(hasOpenMagnitude(text)).toBe(true);
    },
  );

  test.each(['2千万', '3万元', '10万-20万', '2023年12月'])('%s is none', (text) => {
    expect(foldMagnitudes(text)).toBe(text);
    expect(hasOpenMagnitude(text)).toBe(false);
  });
});

test('an indicator of several magnitudes keeps its comparator, and one that is open has no value', () => {
  const context = { role: 'target', fiscalYear: null } as const;
  expect(readIndicatorValue('≥1亿2千万人', context)).toMatchObject({
    operator: 'gte',
    value: 1.2,
    unit: '亿人',
  });
  expect(readIndicatorValue('≥1.2亿3千万人', context)).toMatchObject({
    operator: 'text',
    value: null,
    several: true,
  });
});

test('money of several magnitudes is one amount; without a unit of its own it is not guessed', () => {
  expect(readAmount('3万2千元', '万元')).toMatchObject({ fen: 3_200_000 });
  expect(readAmount('1亿190万元', '元')).toMatchObject({ fen: 10_190_000_000 });
  expect(readAmount('1千2百', '万元')).toEqual({ kind: 'unparsed' });
});
