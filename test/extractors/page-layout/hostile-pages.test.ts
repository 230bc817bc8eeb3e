import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { layOutPages } from '../../../extractors/page-layout.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { box, layOut, sheet, write } from './drawing.ts';

describe('pages drawn to do harm', () => {
  test('more pages or glyphs than allowed are refused', () => {
    const page = sheet(1);
    write(page, '甲'.repeat(20), 60, 60);
    const refuse = (limits: Partial<typeof defaultLimits>): unknown => {
      try {
        return layOutPages([page, sheet(2)], { ...defaultLimits, ...limits });
      } catch (error) {
        return error instanceof IngestError ? error.code : error;
      }
    };
    expect(refuse({ pages: 1 })).toBe('file_too_large');
    expect(refuse({ elements: 10 })).toBe('file_too_large');
  });

  test('thousands of frames, side by side and one in another, end', () => {
    const page = sheet(1);
    for (let i = 0; i < 3000; i++) {
      box(
        page,
        10 + (i % 60) * 9,
        10 + Math.floor(i / 60) * 9,
        17 + (i % 60) * 9,
        17 + Math.floor(i / 60) * 9,
      );
    }
    for (let i = 0; i < 130; i++) box(page, i * 2, 500 + i, 590 - i * 2, 830 - i);
    write(page, '仍有文字', 60, 300);
    expect(JSON.stringify(layOut(page).blocks)).toContain('仍有文字');
  });

  test('tens of thousands of glyphs at one place, and places that are no numbers, end', () => {
    const page = sheet(1);
    for (let i = 0; i < 20_000; i++) write(page, '甲', 60, 60);
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, -1e300]) write(page, '乙', at, at);
    const { blocks, leftovers } = layOut(page);
    const texts = [
      ...blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')),
      ...leftovers.map(({ text }) => text),
    ].join('');
    expect(texts.match(/甲/g)).toHaveLength(20_000);
    expect(texts.match(/乙/g)).toHaveLength(3);
  });

  test('a page without anything gives nothing', () => {
    expect(layOut(sheet(1))).toEqual({ blocks: [], leftovers: [], generated: '', notices: [] });
  });
});
