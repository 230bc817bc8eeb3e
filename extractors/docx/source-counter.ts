import { countCharacters } from '../accounting.ts';
import { readSymbol, readSymbols, unknownSymbol } from '../flow/symbol.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import { createAlternateContent } from './alternate-content.ts';

const textElements: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t', 'a:t', 'c:v']);

/**
 * Counts the characters a part holds as text, wherever they stand. It knows nothing of paragraphs,
 * tables or revisions, so that what the reader loses shows in the comparison.
 */
export function countSource(into: Record<string, number>): XmlHandler {
  const alternate = createAlternateContent();
  const fonts: (string | null)[] = [];
  let reading = false;
  let runProperties = false;
  let skipped = 0;
  return {
    open(name, attributes) {
      // A run's properties before a revision would pass for its own.
      if (skipped > 0 || name === 'w:rPrChange' || alternate.skips(name)) {
        skipped++;
        return;
      }
      if (textElements.has(name)) reading = true;
      else if (name === 'w:r' || name === 'm:r') fonts.push(null);
      else if (name === 'w:rPr') runProperties = true;
      else if (name === 'w:rFonts' && runProperties && fonts.length > 0) {
        fonts[fonts.length - 1] = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? null;
      } else if (name === 'w:noBreakHyphen') countCharacters('-', into);
      else if (name === 'w:sym') {
        const symbol = readSymbol(attributes.get('w:font'), attributes.get('w:char'));
        countCharacters(symbol ?? unknownSymbol, into);
      } else if (name === 'w16se:symEx') {
        const symbol = readSymbol(attributes.get('w16se:font'), attributes.get('w16se:char'));
        countCharacters(symbol ?? unknownSymbol, into);
      } else if (name === 'v:textpath') countCharacters(attributes.get('string') ?? '', into);
    },
    text(text) {
      if (reading && skipped === 0) countCharacters(readSymbols(fonts.at(-1) ?? null, text), into);
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      alternate.close(name);
      if (textElements.has(name)) reading = false;
      else if (name === 'w:r' || name === 'm:r') fonts.pop();
      else if (name === 'w:rPr') runProperties = false;
    },
  };
}
