import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import { viewBytes } from '../byte-view.ts';
import type { Limits } from '../extractor.ts';
import { type CompoundStorage, openCompoundFile } from '../ole/compound-file.ts';
import { type Fib, fibPlaces, readFib } from './fib.ts';
import { findFieldCodes } from './fields.ts';
import { readFonts } from './font-table.ts';
import { openCharacterPages, openParagraphPages } from './formatted-pages.ts';
import { type List, readLists } from './lists.ts';
import { locateParts, type PartRanges } from './parts.ts';
import { readPieceText } from './piece-table.ts';
import type { DocSource } from './source.ts';
import { readStyleSheet } from './style-sheet.ts';

/** A Word document opened: its storage, and what its text is read with. */
export interface OpenedDocument {
  readonly root: CompoundStorage;
  readonly fib: Fib;
  /** The streams "WordDocument", and "0Table" or "1Table". */
  readonly document: Uint8Array;
  readonly table: Uint8Array;
  readonly source: DocSource;
  readonly parts: PartRanges;
  readonly notices: readonly Notice[];
}

/**
 * Opens a document in the binary format of Word 97 and later.
 *
 * @throws IngestError encrypted, format_too_old, document_incomplete, archive_truncated,
 *   archive_too_large
 */
export function openDocument(bytes: Uint8Array, limits: Limits): OpenedDocument {
  const root = openCompoundFile(bytes);
  const fib = readFib(streamOf(root, 'worddocument', limits));
  if (fib.encrypted) throw new IngestError('encrypted', 'the Word document has a password');
  return readStructures(root, fib, limits);
}

function streamOf(root: CompoundStorage, name: string, limits: Limits): Uint8Array {
  const stream = root.streams.get(name);
  if (!stream) throw new IngestError('document_incomplete', `no stream ${name}`);
  if (stream.size > limits.inflatedBytes) {
    throw new IngestError('archive_too_large', `stream ${name} of ${stream.size} bytes`);
  }
  return stream.read();
}

function readStructures(root: CompoundStorage, fib: Fib, limits: Limits): OpenedDocument {
  const document = streamOf(root, 'worddocument', limits);
  const table = streamOf(root, fib.tableStream, limits);
  const part = (index: number): Uint8Array => cut({ table, fib }, index);
  const text = readPieceText(document, part(fibPlaces.clx), limits);
  const parts = locateParts(fib.lengths, text.text.length);
  const fonts = readFonts(part(fibPlaces.fonts));
  const { lists, notices } = readListsIfWhole(table, fib, fonts);
  const source: DocSource = {
    text,
    fields: findFieldCodes(
      text.text,
      Object.values(parts).map(({ start }) => start),
    ),
    characterPages: openCharacterPages(document, part(fibPlaces.characterPages)),
    paragraphPages: openParagraphPages(document, part(fibPlaces.paragraphPages)),
    styles: readStyleSheet(part(fibPlaces.styleSheet)),
    lists,
    fonts,
    data: viewBytes(root.streams.has('data') ? streamOf(root, 'data', limits) : empty, 'Data'),
    limits,
  };
  return { root, fib, document, table, source, parts, notices };
}

/** Without its lists a document has all its text still: only what counts it is missing. */
function readListsIfWhole(
  table: Uint8Array,
  fib: Fib,
  fonts: readonly string[],
): { lists: ReadonlyMap<number, List>; notices: Notice[] } {
  const { at, length } = fib.place(fibPlaces.lists);
  try {
    const overrides = cut({ table, fib }, fibPlaces.listOverrides);
    return { lists: readLists(table, length > 0 ? at : -1, overrides, fonts), notices: [] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    const message = `自动编号的定义已损坏，编号未读出（${error.message}）`;
    return {
      lists: new Map(),
      notices: [{ code: 'numbering-unread', message, at: fib.tableStream }],
    };
  }
}

const empty = new Uint8Array(0);

/** A structure of the table stream; nothing where the document has none. */
export function cut(
  { table, fib }: Pick<OpenedDocument, 'table' | 'fib'>,
  index: number,
): Uint8Array {
  const { at, length } = fib.place(index);
  if (length === 0) return empty;
  return viewBytes(table, 'table stream').slice(at, length);
}
