import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeltas } from '../../../extractors/ofd/deltas.ts';

describe('the steps between characters', () => {
  test('are listed one by one, or repeated after a g', () => {
    expect(readDeltas('3 g 2 1.5 -4', 4)).toEqual([3, 1.5, 1.5, -4]);
    expect(readDeltas('g 3 2', 3)).toEqual([2, 2, 2]);
    expect(readDeltas('G 1 2, 5', 2)).toEqual([2, 5]);
  });

  test('go on with the last one where the list is too short', () => {
    expect(readDeltas('1.59', 4)).toEqual([1.59, 1.59, 1.59, 1.59]);
    expect(readDeltas('1 g 1 2', 4)).toEqual([1, 2, 2, 2]);
  });

  test('are null where there are none', () => {
    expect([undefined, '', ' ', 'g', 'g 5', 'x'].map((value) => readDeltas(value, 3))).toEqual(
      new Array(6).fill(null),
    );
  });

  test('are never more than wanted, whatever a repetition claims', () => {
    expect(readDeltas('g 1000000000 1', 3)).toEqual([1, 1, 1]);
    expect(readDeltas('g 1e300 1 g -5 2 g NaN 3', 2)).toEqual([1, 1]);
  });

  test('are the same in short and in full', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer()), { minLength: 1 });
    fc.assert(
      fc.property(runs, (pieces) => {
        const full = pieces.flatMap(([times, step]) => new Array<number>(times).fill(step));
        const short = pieces.map(([times, step]) => `g ${times} ${step}`).join(' ');
        const expected = full.map((step) => Math.max(-1e6, Math.min(1e6, step)));
        expect(readDeltas(short, full.length)).toEqual(expected);
        expect(readDeltas(full.join(' '), full.length)).toEqual(expected);
      }),
    );
  });
});
