import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters, unaccounted } from '../../../extractors/accounting.ts';
import type { DrawnPage, Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { layOut } from './drawing.ts';

const place = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.constantFrom(60, 100, 200, 300, 400, 500, 770, 790),
  fc.constantFrom(-50, 5000, 1e9),
);

const glyph: fc.Arbitrary<Glyph> = fc
  .record({
    text: fc.constantFrom(
      '预',
      '算',
      '1',
      '2',
      '.',
      '-',
      '（',
      '）',
      '第',
      '页',
      '续',
      '表',
      ' ',
      'fi',
    ),
    x: place,
    y: place,
    size: fc.constantFrom(8, 10, 10.5, 16),
    aside: fc.option(fc.constantFrom('watermark' as const, 'hidden' as const, 'seal' as const), {
      freq: 8,
    }),
  })
  .map(({ text, x, y, size, aside }) => ({
    text,
    x0: x,
    y0: y,
    x1: x + size,
    y1: y + size,
    size,
    ...(aside ? { aside } : {}),
  }));

const segment: fc.Arbitrary<Segment> = fc
  .record({ x: place, y: place, length: fc.integer({ min: 0, max: 500 }), down: fc.boolean() })
  .map(({ x, y, length, down }) => ({
    x0: x,
    y0: y,
    x1: down ? x : x + length,
    y1: down ? y + length : y,
    width: 0.5,
  }));

const drawnPages: fc.Arbitrary<DrawnPage[]> = fc
  .array(
    fc.record({
      glyphs: fc.array(glyph, { maxLength: 120 }),
      // Fake bold: everything of a piece drawn again.
      again: fc.integer({ min: 0, max: 20 }),
      segments: fc.array(segment, { maxLength: 40 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((pages) =>
    pages.map(({ glyphs, again, segments }, i) => ({
      page: i + 1,
      width: 595,
      height: 842,
      glyphs: [...glyphs, ...glyphs.slice(0, again).map((one) => ({ ...one, x0: one.x0 + 0.2 }))],
      segments,
    })),
  );

test('every character drawn stands in blocks or leftovers exactly once', () => {
  fc.assert(
    fc.property(drawnPages, (pages) => {
      const source: Record<string, number> = {};
      for (const { glyphs } of pages) for (const { text } of glyphs) countCharacters(text, source);
      const { blocks, leftovers, generated } = layOut(...pages);
      const held = [
        ...blocks.flatMap((block) =>
          block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
        ),
        ...leftovers.map(({ text }) => text),
      ];
      expect(unaccounted(source, held, generated)).toEqual({ missing: 0, surplus: 0, sample: '' });
    }),
    { numRuns: 300 },
  );
});
