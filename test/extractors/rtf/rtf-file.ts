import { expect } from 'vitest';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { rtf } from '../../../extractors/rtf/rtf.ts';
import { account } from '../docx/word-file.ts';

const fonts =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\fnil\\fcharset128 MS Mincho;}{\\f4\\fnil\\fcharset136 PMingLiU;}}";

/** A document with these words in its body, as one byte for each character. */
export function rtfFile(body: string, head = ''): Uint8Array {
  return bytesOf(`{\\rtf1\\ansi\\ansicpg936\\deff0${fonts}${head}${body}}`);
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** Text as \u writes it, a question mark for readers that don't know it. */
export function u(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    return unit < 0x80 ? text.charAt(at) : `\\u${unit > 32767 ? unit - 65536 : unit}?`;
  }).join('');
}

/** A row: its definition with the edges of its cells, then the cells, each ended. */
export function row(edges: readonly (number | string)[], ...cells: readonly string[]): string {
  const definition = edges
    .map((edge) => (typeof edge === 'number' ? `\\cellx${edge}` : edge))
    .join('');
  const texts = cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('');
  return `\\trowd\\trgaph108\\trleft0${definition}${texts}\\row`;
}

/** Extracts a file and proves that every character of it is held exactly once. */
export async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Extraction> {
  const extraction = await rtf.extract(bytes, limits);
  expect(account(extraction.value)).toMatchObject({ missing: 0, surplus: 0 });
  return extraction;
}
