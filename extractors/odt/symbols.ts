import { isSymbolFont, readSymbols } from '../flow/symbol.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import type { Styles } from './styles.ts';

const families: Readonly<Record<string, string>> = {
  'text:p': 'paragraph',
  'text:h': 'paragraph',
  'text:span': 'text',
};

/** Tells handlers the text of a part as it shows: letters of symbol fonts are their symbols. */
export function withSymbols(
  part: string,
  styles: Styles,
  handlers: readonly XmlHandler[],
): XmlHandler {
  const fonts: (string | null)[] = [];
  return {
    open(name, attributes) {
      const family = families[name];
      const outer = fonts.at(-1) ?? null;
      const style = family ? styles.get(part, family, attributes.get('text:style-name')) : null;
      fonts.push(style?.font ?? (family === 'paragraph' ? null : outer));
      for (const handler of handlers) handler.open(name, attributes);
    },
    text(text) {
      const font = fonts.at(-1) ?? null;
      const shown = isSymbolFont(font) ? readSymbols(font, text) : text;
      for (const handler of handlers) handler.text(shown);
    },
    close(name) {
      fonts.pop();
      for (const handler of handlers) handler.close(name);
    },
  };
}
