import { describe, expect, test } from 'vitest';
import { strikeOut } from '../../../extractors/struck-out.ts';
import {
  box,
  layOut,
  paragraphs,
  rule,
  type Sheet,
  sheet,
  tables,
  texts,
  write,
} from './drawing.ts';

/** A line through, or under, text that begins at x. */
function lineAt(on: Sheet, x0: number, x1: number, y: number): void {
  rule(on, x0, y, x1, y);
}

describe('text that a line strikes out', () => {
  test('is no part of its cell, but kept with its reason', () => {
    const page = sheet(1);
    box(page, 50, 100, 150, 130);
    box(page, 150, 100, 250, 130);
    write(page, '82.5100%', 55, 110);
    write(page, '9', 160, 110);
    lineAt(page, 55, 75, 115.5);
    const layout = layOut(strikeOut(page).page);
    expect(texts(tables(layout)[0])).toEqual([['100%', '9']]);
    expect(layout.leftovers.map(({ text, reason }) => [text, reason])).toEqual([
      ['82.5', 'struck_out'],
    ]);
  });

  test('is not what a line underlines', () => {
    const page = sheet(1);
    write(page, '82.5100%', 55, 110);
    lineAt(page, 55, 75, 119);
    expect(paragraphs(layOut(strikeOut(page).page))).toEqual(['82.5100%']);
  });

  test("is not what a table's ruling runs through", () => {
    const page = sheet(1);
    write(page, '自评得分', 55, 110);
    lineAt(page, 40, 300, 115);
    expect(paragraphs(layOut(strikeOut(page).page))).toEqual(['自评得分']);
  });
});
