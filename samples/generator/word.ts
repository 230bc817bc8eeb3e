import { strToU8, zipSync } from 'fflate';
import type { Block } from './blocks.ts';
import { bodyXml, sectionXml, type WordNotes } from './word-body.ts';
import {
  contentTypesPart,
  corePart,
  documentPart,
  documentRelationsPart,
  footerPart,
  footnotesPart,
  headerPart,
  numberingPart,
  packageRelationsPart,
  stylesPart,
} from './word-parts.ts';

export interface WordOptions {
  /** Text at the top of each page; '' for none. */
  readonly header: string;
  readonly pageNumbers: boolean;
  readonly orientation: 'portrait' | 'landscape';
  /** ISO time of the last change the file claims. */
  readonly modifiedAt: string;
  /** 0 to 9, as deflate's. */
  readonly compression: 1 | 6;
}

export const plainWord: WordOptions = {
  header: '',
  pageNumbers: false,
  orientation: 'portrait',
  modifiedAt: '2025-03-10T01:30:00Z',
  compression: 6,
};

const references =
  '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>';

// Zip times are local times without a zone, so local parts give the same bytes everywhere.
const mtime = new Date(2025, 2, 10, 9, 30, 0);

function listsOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (highest, block) =>
      block.kind === 'paragraph' ? Math.max(highest, block.number?.list ?? 0) : highest,
    1,
  );
}

/** A .docx with these blocks. The same blocks and options always give the same bytes. */
export function writeWord(
  blocks: readonly Block[],
  options: WordOptions = plainWord,
): Uint8Array<ArrayBufferLike> {
  const notes: WordNotes = { footnotes: [], nextId: 1 };
  const body = bodyXml(blocks, notes, references) + sectionXml(options.orientation, references);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesPart(),
    '_rels/.rels': packageRelationsPart(),
    'word/document.xml': documentPart(body),
    'word/_rels/document.xml.rels': documentRelationsPart(),
    'word/styles.xml': stylesPart(),
    'word/numbering.xml': numberingPart(listsOf(blocks)),
    'word/footnotes.xml': footnotesPart(notes.footnotes),
    'word/header1.xml': headerPart(options.header),
    'word/footer1.xml': footerPart(options.pageNumbers),
    'docProps/core.xml': corePart(options.modifiedAt),
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
  );
  return zipSync(files, { level: options.compression, mtime });
}
