import { codePoint as unicodeOf } from 'dingbat-to-unicode';

/** Stands for a symbol whose meaning only its font knows. */
export const unknownSymbol = '□';

const symbolFonts: ReadonlyMap<string, string> = new Map(
  ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3', 'ZapfDingbats'].map((font) => [
    font.toLowerCase(),
    font,
  ]),
);

/**
 * Boxes, ticks and bullets of Wingdings by their everyday character; the exact one ("🞎", a box
 * with a light frame) is in few fonts and means the same.
 */
const everyday: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  117: '◆',
  168: '□',
  216: '➢',
  253: '☒',
  254: '☑',
};

/** Whether text in this font shows as symbols, not as letters. */
export function isSymbolFont(font: string | null): font is string {
  return font !== null && symbolFonts.has(font.toLowerCase());
}

/**
 * The Unicode character a font's symbol shows, or null where that is unknown. A symbol font's
 * code may be given shifted into the private use area F000–F0FF (ECMA-376 part 1, 17.3.3.30).
 */
export function symbolCharacter(font: string | null, code: number): string | null {
  const shifted = code >= 0xf000 && code <= 0xf0ff;
  const typeface = font === null ? undefined : symbolFonts.get(font.toLowerCase());
  if (typeface !== undefined && (shifted || code < 0x100)) {
    const plain = typeface === 'Wingdings' ? everyday[code & 0xff] : undefined;
    return plain ?? unicodeOf(typeface, code & 0xff)?.string ?? null;
  }
  const privateUse = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  return privateUse || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0
    ? null
    : String.fromCodePoint(code);
}

/** The character of a w:sym or w16se:symEx, by its hexadecimal code; null where unknown. */
export function readSymbol(font: string | undefined, hex: string | undefined): string | null {
  if (hex === undefined || !/^[0-9a-f]{1,6}$/i.test(hex)) return null;
  return symbolCharacter(font ?? null, Number.parseInt(hex, 16));
}

/** Text typed in a symbol font, as it shows: "þ" in Wingdings is ☑. Other text is untouched. */
export function readSymbols(font: string | null, text: string): string {
  if (!isSymbolFont(font)) return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20) return character;
    const coded = code < 0x100 || (code >= 0xf000 && code <= 0xf0ff);
    return coded ? (symbolCharacter(font, code) ?? unknownSymbol) : character;
  }).join('');
}
