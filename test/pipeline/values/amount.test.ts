import { describe, expect, test } from 'vitest';
import { findMoneyUnit, type MoneyUnit, readAmount } from '../../../pipeline/values/amount.ts';

function fen(raw: string, unit: MoneyUnit): number | string {
  const reading = readAmount(raw, unit);
  return reading.kind === 'amount' ? reading.fen : reading.kind;
}

describe('an amount', () => {
  test.each([
    ['1981.63', '万元', 1_981_630_000],
    ['215457.6', '元', 21_545_760],
    ['1.5', '亿元', 15_000_000_000],
    ['12', '千元', 1_200_000],
    ['3', '百万元', 300_000_000],
    ['0', '万元', 0],
    ['.5', '元', 50],
  ] as const)('of %s is in the unit of its header, %s', (raw, unit, expected) => {
    expect(fen(raw, unit)).toBe(expected);
  });

  test.each([
    ['8万', '万元', 8_000_000],
    ['8万', '元', 8_000_000],
    ['8万', '千元', 8_000_000],
    ['0万', '万元', 0],
    ['147384元', '万元', 14_738_400],
    ['1.6亿元', '万元', 16_000_000_000],
    ['3千元', '万元', 300_000],
    ['5百万元', '元', 500_000_000],
    ['2千万', '元', 2_000_000_000],
    ['5（万元）', '元', 5_000_000],
  ] as const)('of %s keeps its own unit below %s', (raw, unit, expected) => {
    expect(fen(raw, unit)).toBe(expected);
  });

  test.each([
    ['12,345.67', 1_234_567],
    ['12，345.67', 1_234_567],
    ['１２，３４５．６７', 1_234_567],
    ['￥1,234', 123_400],
    ['人民币 5 万元整', 5_000_000],
    ['合计：5万元。', 5_000_000],
    ['约5万元', 5_000_000],
    ['1 068 669.50', 106_866_950],
    ['1,068,\n669.50', 106_866_950],
    ['5\n万元', 5_000_000],
  ])('is read from %j', (raw, expected) => {
    expect(fen(raw, '元')).toBe(expected);
  });

  test.each([['-5'], ['−5'], ['－5'], ['(5)'], ['（5.00）']])(
    'printed as %s is negative',
    (raw) => {
      expect(fen(raw, '元')).toBe(-500);
    },
  );

  test('of nothing is zero without a sign', () => {
    expect(Object.is(fen('-0', '元'), 0)).toBe(true);
  });

  test.each([
    ['三万元', 3_000_000],
    ['三万五千元整', 3_500_000],
    ['壹拾万元整', 10_000_000],
    ['一百二十万元', 120_000_000],
  ])('in Chinese numerals is read: %s', (raw, expected) => {
    expect(fen(raw, '元')).toBe(expected);
  });

  test.each(['', '  ', '-', '—', '——', '－', '/', '*', '***', '……', '#DIV/0!', 'N/A', '‐', '―'])(
    'is blank where the cell is %j',
    (raw) => {
      expect(fen(raw, '万元')).toBe('blank');
    },
  );

  test.each([
    '万元',
    '百万元',
    '无',
    '见附表',
    '5\n3',
    '1068\n67',
    '10 20',
    '5、3',
    '12,34',
    '1,2345.67',
    '5.5.5',
    '5万8千',
    '5/3',
    '10-5',
    '10%',
    '(5',
    '5)',
    '5美元',
    '1e5',
    '10万元20万元10',
    '46.00 45.60T46.00',
    '9007199254740993',
    '百元',
  ])('is not guessed at: %j', (raw) => {
    expect(fen(raw, '万元')).toBe('unparsed');
  });

  test('finer than 分 is rounded half up and says so', () => {
    expect(readAmount('5.1234565', '万元')).toEqual({
      kind: 'amount',
      fen: 5_123_457,
      unit: '万元',
      rounded: true,
    });
    expect(readAmount('9265.353442', '万元')).toMatchObject({ fen: 9_265_353_442, rounded: false });
  });
});

describe('a money unit', () => {
  test.each([
    ['单位：元', '元'],
    ['（万元）', '万元'],
    ['金额单位：人民币万元', '万元'],
    ['年初预算数（单位：万元）', '万元'],
    ['全年预算数（A，万元）', '万元'],
    ['单位：人、万元', '万元'],
    ['亿元', '亿元'],
  ])('is found in %s', (text, unit) => {
    expect(findMoneyUnit(text)).toBe(unit);
  });

  test.each(['单位：万元、元', '单位：美元', '元旦慰问', '单位名称', '', '（人）'])(
    'is not found in %j',
    (text) => {
      expect(findMoneyUnit(text)).toBeUndefined();
    },
  );
});
