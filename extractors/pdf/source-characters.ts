import { countCharacters } from '../accounting.ts';
import { readableText } from '../readable-text.ts';
import type { OperatorList } from './read-page.ts';

/**
 * Counts the characters of a page, with no regard to where they stand, in two ways: the glyphs that
 * its operators and annotations show, and the text that pdf.js itself makes of its content. The
 * second leaves out what lies off the page and in annotations, so a character counts as often as
 * the way that has it more often.
 *
 * @param showText the number of that operator
 */
export function countPage(
  { fnArray, argsArray }: OperatorList,
  showText: number,
  items: readonly unknown[],
  into: Record<string, number>,
): void {
  const shown: Record<string, number> = {};
  for (const [i, code] of fnArray.entries()) {
    const args = argsArray[i];
    if (code !== showText || !Array.isArray(args) || !Array.isArray(args[0])) continue;
    for (const glyph of args[0]) countCharacters(readableText(textOf(glyph, 'unicode')), shown);
  }
  const told: Record<string, number> = {};
  for (const item of items) countCharacters(readableText(textOf(item, 'str')), told);
  for (const character of new Set([...Object.keys(shown), ...Object.keys(told)])) {
    const count = Math.max(shown[character] ?? 0, told[character] ?? 0);
    into[character] = (into[character] ?? 0) + count;
  }
}

/** Takes out the codes that symbols stand for: they are no text, and what they show is none of the file's. */
export function discount(texts: Iterable<string>, from: Record<string, number>): void {
  const codes: Record<string, number> = {};
  for (const text of texts) countCharacters(readableText(text), codes);
  for (const [character, count] of Object.entries(codes)) {
    from[character] = Math.max(0, (from[character] ?? 0) - count);
  }
}

function textOf(value: unknown, key: 'unicode' | 'str'): string {
  if (typeof value !== 'object' || value === null) return '';
  const text = (value as Record<string, unknown>)[key];
  return typeof text === 'string' ? text : '';
}
