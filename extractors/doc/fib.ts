import { IngestError } from '../../schemas/ingest-error.ts';
import { type ByteView, viewBytes } from '../byte-view.ts';

/** Where a structure stands in the table stream. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Characters of each part of a document, one part after another ([MS-DOC] 2.3). */
export interface PartLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

/** The file information block at the start of the WordDocument stream ([MS-DOC] 2.5). */
export interface Fib {
  readonly tableStream: '0table' | '1table';
  readonly encrypted: boolean;
  readonly lengths: PartLengths;
  /** @param index of the pair in FibRgFcLcb97 (2.5.6) and what follows it */
  place(index: number): Place;
}

/** Indexes of pairs in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
export const fibPlaces = {
  styleSheet: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentTexts: 5,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  clx: 33,
  shapeAnchors: 40,
  endnoteTexts: 47,
  drawings: 50,
  textBoxTexts: 56,
  headerTextBoxTexts: 58,
  lists: 73,
  listOverrides: 74,
} as const;

/** Word 97; 0x00C0 is a build of it. Word 6 and 95 have 0x65 to 0x69. */
const firstVersion = 0x00c0;

/** Word 6, Word 95 and older: other structures, which this reader does not know. */
export function isOldWord(wordDocument: Uint8Array): boolean {
  const [, , low = 0, high = 0] = wordDocument;
  return (low | (high << 8)) < firstVersion;
}

/**
 * @throws IngestError format_too_old, archive_truncated
 */
export function readFib(wordDocument: Uint8Array): Fib {
  const view = viewBytes(wordDocument, 'WordDocument');
  if (view.length < 32) throw new IngestError('archive_truncated', 'WordDocument has no header');
  if (isOldWord(wordDocument)) {
    throw new IngestError('format_too_old', `Word document of version ${view.u16(2)}`);
  }
  const flags = view.u16(10);
  const numbers = 34 + view.u16(32) * 2 + 2;
  const pairs = numbers + view.u16(numbers - 2) * 4 + 2;
  const pairCount = view.u16(pairs - 2);
  return {
    tableStream: (flags & 0x0200) !== 0 ? '1table' : '0table',
    encrypted: (flags & 0x0100) !== 0,
    lengths: readLengths(view, numbers),
    place(index) {
      if (index >= pairCount) return { at: 0, length: 0 };
      return { at: view.u32(pairs + index * 8), length: view.u32(pairs + index * 8 + 4) };
    },
  };
}

/** FibRgLw97 ([MS-DOC] 2.5.4). */
function readLengths(view: ByteView, numbers: number): PartLengths {
  const read = (index: number): number => Math.max(0, view.i32(numbers + index * 4));
  return {
    main: read(3),
    footnotes: read(4),
    headers: read(5),
    comments: read(7),
    endnotes: read(8),
    textBoxes: read(9),
    headerTextBoxes: read(10),
  };
}
