import { expect, test } from 'vitest';
import type { Glyph } from '../../extractors/drawn-page.ts';
import { setApartOverprinted } from '../../extractors/overprinted.ts';

function say(text: string, x: number, y: number): Glyph[] {
  return [...text].map((character, i) => {
    const left = x + 5 * i;
    return { text: character, x0: left, y0: y - 8, x1: left + 5, y1: y + 2, size: 10 };
  });
}

function read(...glyphs: Glyph[][]) {
  const page = { page: 1, width: 600, height: 800, segments: [], glyphs: glyphs.flat() };
  const { page: clean, places } = setApartOverprinted(page);
  const kept = clean.glyphs.filter(({ aside }) => !aside).map(({ text }) => text);
  return [kept.join(''), places];
}

test('figures printed over each other are both unread', () => {
  expect(read(say('支出', 10, 50), say('98.25', 100, 50), say('57.25', 100.5, 50))).toEqual([
    '支出',
    1,
  ]);
});

test('the same text twice is a false bold or a shadow', () => {
  const twice = [say('1,008.91', 100, 50), say('1,008.91', 101.5, 51.5)];
  expect(read(...twice)).toEqual(['1,008.911,008.91', 0]);
});

test('what is written on a blank, in a box or up to a neighbour is text', () => {
  expect(read(say('______', 100, 50), say('52.5', 105, 50))).toEqual(['______52.5', 0]);
  expect(read(say('□', 100, 50), say('1', 100, 50))).toEqual(['□1', 0]);
  expect(read(say('3.25万元', 100, 50), say('3.19', 125, 50))).toEqual(['3.25万元3.19', 0]);
});

test('lines set too near to each other are lines', () => {
  expect(read(say('预算数', 100, 50), say('执行数', 100, 56))).toEqual(['预算数执行数', 0]);
});

test('words that run over a neighbouring figure stay, the figure is unread', () => {
  expect(read(say('管护机制健全率', 100, 50), say('90%', 121, 50))).toEqual(['管护机制健全率', 1]);
  expect(read(say('此件作废', 100, 50), say('98.25', 100.5, 50))).toEqual(['', 1]);
});
