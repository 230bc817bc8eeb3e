import { symbolCharacter } from '../flow/symbol.ts';

const families: readonly (readonly [RegExp, string])[] = [
  [/^wingdings ?2/i, 'Wingdings 2'],
  [/^wingdings ?3/i, 'Wingdings 3'],
  [/^wingdings/i, 'Wingdings'],
  [/^webdings/i, 'Webdings'],
  [/^symbol/i, 'Symbol'],
];

/** The symbol font that a font of a PDF is a part of ("ABCDEF+Wingdings-Regular"), or null. */
export function symbolFontOf(name: string): string | null {
  const family = name.replace(/^[A-Z]{6}\+/, '');
  return families.find(([pattern]) => pattern.test(family))?.[1] ?? null;
}

/**
 * What a symbol font shows for a text of private use: office programs write ☑ of Wingdings as
 * U+F0FE. Null for any other text.
 */
export function symbolText(font: string | null, text: string): string | null {
  const code = text.codePointAt(0) ?? 0;
  if (font === null || text.length !== 1 || code < 0xf000 || code > 0xf0ff) return null;
  return symbolCharacter(font, code);
}
