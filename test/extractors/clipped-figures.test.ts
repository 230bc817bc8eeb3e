import { describe, expect, test } from 'vitest';
import { setApartClipped } from '../../extractors/clipped-figures.ts';
import type { DrawnPage, Glyph } from '../../extractors/drawn-page.ts';

/** A page of one line of text per entry; what stands between braces is clipped. */
function pageOf(...texts: readonly string[]): DrawnPage {
  const glyphs = texts.flatMap((text, at): Glyph[] => {
    let clipped = false;
    let x = 50;
    return [...text].flatMap((character): Glyph[] => {
      if (character === '{' || character === '}') {
        clipped = character === '{';
        return [];
      }
      x += 5;
      const box = { x0: x - 5, y0: 50 + 20 * at, x1: x, y1: 60 + 20 * at };
      const marks = clipped ? ({ aside: 'hidden', clipped } as const) : {};
      return [{ text: character, ...box, size: 10, ...marks }];
    });
  });
  return { page: 1, width: 595, height: 842, glyphs, segments: [] };
}

function read({ glyphs }: DrawnPage): string {
  return glyphs.flatMap(({ text, aside }) => (aside ? [] : [text])).join('');
}

describe('a figure', () => {
  test.each(['1234{56.78}', '{12}3456.78', '{-}3456.78', '1{234}56.78', '123{元}'])(
    'that a clip cuts is set apart: %s',
    (text) => {
      const { page, figures } = setApartClipped(pageOf(text, '99'));
      expect(read(page)).toBe('99');
      expect(figures).toEqual([text.replace(/[{}]/g, '')]);
    },
  );

  test.each([
    ['{1234}', ''],
    ['某县12.5万元{，其中本级}', '某县12.5万元'],
    ['{某县本级}12.5', '12.5'],
    ['12个{项目}', '12个'],
  ])('that it leaves whole, or nothing of, is as it was: %s', (text, seen) => {
    const { page, figures } = setApartClipped(pageOf(text));
    expect([read(page), figures]).toEqual([seen, []]);
  });

  test('drawn twice, each time with another part seen, is whole', () => {
    const [one, other] = [pageOf('12{34}'), pageOf('{12}34')];
    const { page, figures } = setApartClipped({ ...one, glyphs: [...one.glyphs, ...other.glyphs] });
    expect([read(page), figures]).toEqual(['1234', []]);
  });
});
