import { countCharacters } from '../accounting.ts';
import { readSymbols, symbolCharacter, unknownSymbol } from '../flow/symbol.ts';
import { type DocSource, looksAt } from './source.ts';

/** What is no text: controls, which stand for marks, breaks and objects. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
const controls = /[\0-\x1f]/g;
const nonBreakingHyphen = '\u001e';

/**
 * Counts the characters a document holds as text in all its parts. It knows nothing of paragraphs,
 * tables, parts or revisions, so that what the reader loses shows in the comparison.
 *
 * @param length positions that belong to the document
 */
export function countSource(source: DocSource, length: number): Record<string, number> {
  const counts: Record<string, number> = {};
  const { text } = source.text;
  let at = 0;
  while (at < length) {
    const { end, looks } = looksAt(source, at);
    const stop = Math.min(length, end);
    let held = '';
    for (let i = at; i < stop; i++) if (!source.fields.isCode(i)) held += text.charAt(i);
    at = stop;
    if (looks.symbol) {
      const font = source.fonts[looks.symbol.font] ?? null;
      const symbol = symbolCharacter(font, looks.symbol.code) ?? unknownSymbol;
      for (const _ of held.matchAll(/\(/g)) countCharacters(symbol, counts);
      held = held.replaceAll('(', '');
    }
    if (looks.special) held = held.replace(/[<>]/g, '');
    const shown = held.replaceAll(nonBreakingHyphen, '-').replace(controls, '');
    const font = looks.font === null ? null : (source.fonts[looks.font] ?? null);
    countCharacters(readSymbols(font, shown), counts);
  }
  return counts;
}
