import { describe, expect, test } from 'vitest';
import type { DrawnPage, Glyph, Segment } from '../../extractors/drawn-page.ts';
import { strikeOut } from '../../extractors/struck-out.ts';

/** Characters 10 points wide, their baselines at y. */
function say(text: string, x: number, y: number): Glyph[] {
  return [...text].map((character, i) => {
    const left = x + 10 * i;
    return { text: character, x0: left, y0: y - 8.6, x1: left + 10, y1: y + 1.4, size: 10 };
  });
}

function level(x0: number, x1: number, y: number, width = 0.5): Segment {
  return { x0, y0: y, x1, y1: y, width };
}

function upright(x: number, y0: number, y1: number): Segment {
  return { x0: x, y0, x1: x, y1, width: 0.5 };
}

function struckOf(glyphs: Glyph[], segments: Segment[], notes: Segment[] = []) {
  const page: DrawnPage = { page: 1, width: 600, height: 800, glyphs, segments };
  const { page: struck, doubtful } = strikeOut(page, notes);
  const out = struck.glyphs.filter(({ aside }) => aside === 'struck_out');
  return {
    out: out.map(({ text }) => text).join(''),
    doubtful,
    lines: struck.segments.length,
  };
}

describe('text crossed out by a line', () => {
  test('is what the line goes through, and the line rules nothing', () => {
    const glyphs = [...say('52.5', 100, 50), ...say('5.75', 145, 50)];
    expect(struckOf(glyphs, [level(100, 141, 47)])).toEqual({ out: '52.5', doubtful: 0, lines: 0 });
  });

  test('may be crossed out piece by piece, and by two lines', () => {
    const pieces = [level(100, 120, 47), level(120, 140, 47), level(100, 140, 46)];
    expect(struckOf(say('52.5', 100, 50), pieces)).toMatchObject({ out: '52.5', lines: 0 });
  });

  test('by an annotation is so too', () => {
    const found = struckOf(say('52.5', 100, 50), [], [level(100, 140, 47)]);
    expect(found).toMatchObject({ out: '52.5' });
  });

  test('is not what a line underlines or overlines', () => {
    const under = [level(100, 140, 51), level(100, 140, 42)];
    expect(struckOf(say('52.5', 100, 50), under)).toMatchObject({ out: '', lines: 2 });
  });

  test('is not what stands between two crossed pieces', () => {
    const glyphs = [...say('123', 100, 50)];
    const found = struckOf(glyphs, [level(100, 110, 47), level(117, 130, 47)]);
    expect(found.out).toBe('13');
  });
});

describe('a ruling that cuts text set too low', () => {
  test('is longer than the text', () => {
    expect(struckOf(say('52.5', 100, 50), [level(90, 200, 47)])).toMatchObject({
      out: '',
      lines: 1,
    });
  });

  test('is in doubt where it ends at upright rulings beside the text', () => {
    const frame = [level(98, 142, 47), upright(98, 0, 100), upright(142, 0, 100)];
    expect(struckOf(say('52.5', 100, 50), frame)).toEqual({ out: '', doubtful: 1, lines: 3 });
  });

  test('is no strike where it is dashed over the whole table', () => {
    const dashes = Array.from({ length: 20 }, (_, i) => level(60 + 12 * i, 66 + 12 * i, 47));
    expect(struckOf(say('52.5', 100, 50), dashes)).toMatchObject({ out: '', lines: 20 });
  });

  test('as thick as a bar behind text is none', () => {
    expect(struckOf(say('52.5', 100, 50), [level(100, 140, 47, 4)])).toMatchObject({ out: '' });
  });
});
