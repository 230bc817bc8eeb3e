import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters, unaccounted } from '../../extractors/accounting.ts';

function count(...texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) countCharacters(text, counts);
  return counts;
}

describe('counting', () => {
  test('compatibility forms fold, what no reader sees does not count', () => {
    expect(count('（１２）㎡ \u3000\u00a0\t\n\u200b\ufeff\u00ad\u200e\u0003\ufe0f')).toEqual(
      count('(12)m2'),
    );
    expect(count('𠮷𠮷')).toEqual({ 𠮷: 2 });
  });

  test('a text cut anywhere counts as the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const points = [...text];
        const cut = at % (points.length + 1);
        const parts = [points.slice(0, cut).join(''), points.slice(cut).join('')];
        expect(count(...parts)).toEqual(count(text));
      }),
    );
  });
});

describe('comparing', () => {
  test('what is held and was generated counts for nothing', () => {
    expect(unaccounted(count('预算100'), ['一、预算', '1００'], '一、')).toEqual({
      missing: 0,
      surplus: 0,
      sample: '',
    });
  });

  test('what is lost and what is doubled are told apart, lost first', () => {
    expect(unaccounted(count('预算执行'), ['预算算'], '')).toEqual({
      missing: 2,
      surplus: 1,
      sample: '执行算',
    });
  });

  test('generated text that is nowhere held is missed', () => {
    expect(unaccounted(count('一'), ['一'], '一')).toMatchObject({ missing: 1, surplus: 0 });
  });
});
