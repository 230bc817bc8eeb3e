import type { DocumentFormat } from '../schemas/codes.ts';
import type { ExtractedDocument } from '../schemas/document.ts';
import type { Outcome } from '../schemas/notice.ts';

/** What is known of a file from its bytes alone. */
export interface Probe {
  /** Names of the members of a zip container, '' for anything else. */
  readonly zipEntries: readonly string[];
  /** The file decoded as text where it is text, and the encoding found; null for binary content. */
  readonly text: { readonly encoding: string } | null;
  readonly bytes: Uint8Array;
}

/** Bounds a reader must keep; exceeding one throws an IngestError with the matching code. */
export interface Limits {
  /** Bytes of all members of a container after inflation. */
  readonly inflatedBytes: number;
  /** Bytes of one member of an archive: a larger file would not be read anyway. */
  readonly memberBytes: number;
  /** Nesting of XML elements, tables in tables. */
  readonly depth: number;
  /** Blocks, cells, glyphs or XML elements of one document. */
  readonly elements: number;
  /** Pages, or sheets, of one document. */
  readonly pages: number;
}

export const defaultLimits: Limits = {
  inflatedBytes: 200 * 1024 * 1024,
  memberBytes: 512 * 1024 * 1024,
  depth: 256,
  elements: 5_000_000,
  pages: 2_000,
};

/** A whole file inside a document: a workbook pasted into a Word file. */
export interface Attachment {
  /** As the document calls it, or its part's name; a name only, never a path to write to. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader gives. */
export interface Extraction extends Outcome<ExtractedDocument> {
  /** Documents inside this one; each is understood as a file of its own. */
  readonly attachments?: readonly Attachment[];
}

/** A page as a person sees it. */
export interface PagePicture {
  /** 1-based. */
  readonly page: number;
  /** In points, as cells' boxes are. */
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly data: Uint8Array;
}

/** A reader of files: bytes → ExtractedDocument. One folder each, listed in registry.ts. */
export interface Extractor {
  /** Also the folder's name. */
  readonly name: string;
  /** The formats it reads. */
  readonly formats: readonly DocumentFormat[];
  /**
   * What the file is, null where it is not this reader's: cheap, by content. The name decides only
   * between formats of the same content (.doc and .wps). The registry's order decides ties.
   */
  formatOf(probe: Probe, fileName: string): DocumentFormat | null;
  /**
   * @param passwords tried in turn where the file asks for one
   * @throws IngestError with a stable code where the file can't be read whole
   */
  extract(bytes: Uint8Array, limits: Limits, passwords?: readonly string[]): Promise<Extraction>;
  /**
   * The pages that cells' boxes lie on, for a person to compare; of formats that have pages.
   * @throws as extract
   */
  pictures?(
    bytes: Uint8Array,
    limits: Limits,
    passwords?: readonly string[],
  ): Promise<readonly PagePicture[]>;
}
