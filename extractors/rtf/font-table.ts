import { encodingOfCharset, encodingOfCodePage } from './code-pages.ts';

/** What of a font tells how its text reads. */
export interface Font {
  name: string;
  /** Of its text; null where it leaves that to the document. */
  encoding: string | null;
}

/** The font table being read, and the fonts read of it (RTF 1.9.1, "Font Table"). */
export interface FontTable {
  get(number: number): Font | undefined;
  begin(number: number): void;
  charset(value: number): void;
  codePage(value: number): void;
  /** A piece of the font's name; a semicolon ends the font. */
  name(text: string): void;
  /** The font whose name is being read. */
  current(): Font | null;
}

export function createFontTable(): FontTable {
  const fonts = new Map<number, Font>();
  let font: Font | null = null;
  return {
    get: (number) => fonts.get(number),
    begin(number) {
      font = { name: '', encoding: null };
      fonts.set(number, font);
    },
    charset(value) {
      if (font) font.encoding ??= encodingOfCharset(value);
    },
    codePage(value) {
      // \cpg is nearer than \fcharset; 0 says nothing.
      if (font && value !== 0) font.encoding = encodingOfCodePage(value);
    },
    name(text) {
      if (font === null) return;
      const end = text.indexOf(';');
      font.name = (font.name + (end < 0 ? text : text.slice(0, end))).trim();
      if (end >= 0) font = null;
    },
    current: () => font,
  };
}
