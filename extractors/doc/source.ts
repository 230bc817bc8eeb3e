import type { ByteView } from '../byte-view.ts';
import type { Limits } from '../extractor.ts';
import type { FieldCodes } from './fields.ts';
import type { FormattedPages } from './formatted-pages.ts';
import type { List } from './lists.ts';
import { type Looks, readLooks } from './looks.ts';
import { type ParagraphFormat, readParagraphFormat } from './paragraph-format.ts';
import type { PieceText } from './piece-table.ts';
import { readSprms, type Sprm } from './sprm.ts';
import type { StyleSheet } from './style-sheet.ts';

/** A document's structures, before its text is read. */
export interface DocSource {
  readonly text: PieceText;
  readonly fields: FieldCodes;
  readonly characterPages: FormattedPages;
  readonly paragraphPages: FormattedPages;
  readonly styles: StyleSheet;
  readonly lists: ReadonlyMap<number, List>;
  readonly fonts: readonly string[];
  /** The Data stream: pictures, form fields, properties too long for a page. */
  readonly data: ByteView;
  readonly limits: Limits;
}

/** Text whose characters look the same: from a position up to `end`. */
export interface LooksRun {
  readonly end: number;
  readonly looks: Looks;
  readonly sprms: readonly Sprm[];
}

const plain = readLooks([]);

/** How the text looks at a position, and how far it does. */
export function looksAt(source: DocSource, position: number): LooksRun {
  const piece = source.text.pieceAt(position);
  if (!piece) return { end: position + 1, looks: plain, sprms: [] };
  const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
  const run = source.characterPages(offset);
  if (!run) return { end: position + 1, looks: readLooks(piece.sprms), sprms: [] };
  const characters = Math.ceil((run.end - offset) / piece.bytesPerCharacter);
  const end = Math.min(piece.end, position + Math.max(1, characters));
  return {
    end: end + (cutsPair(source.text.text, end) ? 1 : 0),
    looks: readLooks(piece.sprms.length === 0 ? run.sprms : [...run.sprms, ...piece.sprms]),
    sprms: run.sprms,
  };
}

/** Whether the two halves of a character stand before and behind a position. */
function cutsPair(text: string, position: number): boolean {
  return isHalf(text.charCodeAt(position - 1), 0xd800) && isHalf(text.charCodeAt(position), 0xdc00);
}

function isHalf(code: number, first: number): boolean {
  return (code & 0xfc00) === first;
}

/** The format of the paragraph whose mark stands at a position. */
export function paragraphFormatAt(source: DocSource, position: number): ParagraphFormat {
  const piece = source.text.pieceAt(position);
  if (!piece) return readParagraphFormat(0, []);
  const run = source.paragraphPages(
    piece.offset + (position - piece.start) * piece.bytesPerCharacter,
  );
  return readParagraphFormat(run?.style ?? 0, [
    ...expand(source.data, run?.sprms ?? []),
    ...piece.sprms,
  ]);
}

/** Whether a stretch of paragraph formatting ends behind a position. */
export function endsParagraphFormat(source: DocSource, position: number): boolean {
  const piece = source.text.pieceAt(position);
  if (!piece) return false;
  const behind = piece.offset + (position + 1 - piece.start) * piece.bytesPerCharacter;
  return source.paragraphPages(behind - piece.bytesPerCharacter)?.end === behind;
}

/** sprmPHugePapx, as Word 97 and as later ones call it, and sprmPTableProps ([MS-DOC] 2.6.2). */
const elsewhere: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b]);

/** Modifiers too long for a page stand in the Data stream; none of these lead on. */
function expand(data: ByteView, sprms: readonly Sprm[]): readonly Sprm[] {
  if (!sprms.some(({ code }) => elsewhere.has(code))) return sprms;
  return sprms.flatMap((sprm) => {
    if (!elsewhere.has(sprm.code)) return [sprm];
    const [a = 0, b = 0, c = 0, d = 0] = sprm.operand;
    const at = a + b * 0x100 + c * 0x10000 + d * 0x1000000;
    if (at + 2 > data.length) return [];
    return readSprms(data.slice(at + 2, Math.min(data.u16(at), data.length - at - 2)));
  });
}
