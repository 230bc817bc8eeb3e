import { IngestError } from '../../schemas/ingest-error.ts';
import { type ByteView, viewBytes } from '../byte-view.ts';
import type { Limits } from '../extractor.ts';
import { quickSprm } from './quick-sprm.ts';
import { readSprms, type Sprm } from './sprm.ts';

/** A stretch of text that lies together in the WordDocument stream ([MS-DOC] 2.8.35). */
export interface Piece {
  /** Its character positions: from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  /** Where its first character's bytes are. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Changed since the whole was last saved: to apply after all else. */
  readonly sprms: readonly Sprm[];
}

/** A document's whole text, its parts one after another: one UTF-16 unit a position. */
export interface PieceText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The piece that holds a position. */
  pieceAt(position: number): Piece | undefined;
}

/**
 * Reads the piece table and puts the text together.
 *
 * @param clx [MS-DOC] 2.9.38
 * @throws IngestError document_incomplete, archive_truncated, archive_too_large
 */
export function readPieceText(
  wordDocument: Uint8Array,
  clx: Uint8Array,
  limits: Pick<Limits, 'elements'>,
): PieceText {
  const { table, modifiers } = readClx(viewBytes(clx, 'piece table'));
  const count = Math.max(0, Math.floor((table.length - 4) / 12));
  const pieces: Piece[] = [];
  let text = '';
  for (let i = 0; i < count; i++) {
    const start = table.u32(i * 4);
    const end = table.u32(i * 4 + 4);
    if (start !== text.length || end < start) {
      throw new IngestError('document_incomplete', `piece ${i} is from ${start} to ${end}`);
    }
    if (end > limits.elements) throw new IngestError('archive_too_large', `${end} characters`);
    const piece = readPiece(table, (count + 1) * 4 + i * 8, start, end, modifiers);
    text += decodePiece(wordDocument, piece);
    if (end > start) pieces.push(piece);
  }
  return { text, pieces, pieceAt: (position) => findPiece(pieces, position) };
}

function readClx(clx: ByteView): { table: ByteView; modifiers: Uint8Array[] } {
  const modifiers: Uint8Array[] = [];
  let at = 0;
  while (at < clx.length) {
    const kind = clx.u8(at);
    if (kind === 2) {
      const length = Math.min(clx.u32(at + 1), clx.length - at - 5);
      return { table: viewBytes(clx.slice(at + 5, length), 'piece table'), modifiers };
    }
    if (kind !== 1) break;
    const length = clx.u16(at + 1);
    modifiers.push(clx.slice(at + 3, length));
    at += 3 + length;
  }
  throw new IngestError('document_incomplete', 'no piece table');
}

/** [MS-DOC] 2.9.177: bit 30 of the offset says that a character is a byte, at half of it. */
function readPiece(
  table: ByteView,
  at: number,
  start: number,
  end: number,
  modifiers: readonly Uint8Array[],
): Piece {
  const offset = table.u32(at + 2) & 0x3fffffff;
  const single = (table.u32(at + 2) & 0x40000000) !== 0;
  const modifier = table.u16(at + 6);
  return {
    start,
    end,
    offset: single ? offset >>> 1 : offset,
    bytesPerCharacter: single ? 1 : 2,
    sprms:
      (modifier & 1) === 0
        ? quickSprm(modifier)
        : readSprms(modifiers[modifier >>> 1] ?? new Uint8Array(0)),
  };
}

const windows1252 = new TextDecoder('windows-1252');

function decodePiece(wordDocument: Uint8Array, piece: Piece): string {
  const length = (piece.end - piece.start) * piece.bytesPerCharacter;
  if (piece.offset + length > wordDocument.length) {
    throw new IngestError('archive_truncated', `text at ${piece.offset} is not in WordDocument`);
  }
  const bytes = wordDocument.subarray(piece.offset, piece.offset + length);
  // Not by TextDecoder: a surrogate pair may stand in two pieces, each half of which must stay.
  return piece.bytesPerCharacter === 2
    ? Buffer.from(bytes).toString('utf16le')
    : windows1252.decode(bytes);
}

function findPiece(pieces: readonly Piece[], position: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
