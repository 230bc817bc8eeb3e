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
  /** Nesting of XML elements, tables in tables. */
  readonly depth: number;
  /** Blocks, cells or XML elements of one document. */
  readonly elements: number;
}

export const defaultLimits: Limits = {
  inflatedBytes: 200 * 1024 * 1024,
  depth: 256,
  elements: 5_000_000,
};

/** A file format: bytes → ExtractedDocument. One folder each, listed in registry.ts. */
export interface Extractor {
  /** Also the folder's name. */
  readonly format: DocumentFormat;
  /** Cheap, by content; the registry's order decides ties. */
  accepts(probe: Probe): boolean;
  /** @throws IngestError with a stable code where the file can't be read whole */
  extract(bytes: Uint8Array, limits: Limits): Promise<Outcome<ExtractedDocument>>;
}
