import { readFile, rm, stat } from 'node:fs/promises';
import { IngestError } from '../schemas/ingest-error.ts';
import type { Content } from './load-record.ts';
import type { SpooledFile } from './spool.ts';
import { documentIdOf } from './understand.ts';
import { notAFile, readError } from './walk.ts';

/** A file on its way into the warehouse: found in a folder, or inside another file. */
export interface SourceFile {
  /** How it is known: "归档/a.zip!/2023/b.doc". */
  readonly path: string;
  /** Where its bytes are. */
  readonly file: string | Buffer;
  /** How many files it lies in. */
  readonly depth: number;
  /** Why there are no bytes. */
  readonly error: IngestError | null;
  /** Told once, when the file has been loaded, copied or failed. */
  ended(): void;
}

/** A source read whole. */
export interface FileInHand {
  readonly source: SourceFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: Content;
}

/** Parts the path of a file from the path inside it. */
export const insideMark = '!/';

/** A file taken out of another one. */
export function sourceInside(outer: SourceFile, file: SpooledFile, ended: () => void): SourceFile {
  return {
    path: `${outer.path}${insideMark}${file.inside}`,
    file: file.file ?? '',
    depth: outer.depth + 1,
    error: file.error ? new IngestError(file.error.code, file.error.detail) : null,
    ended,
  };
}

/** A file as it was read, in memory of its own: of a small one a copy, which node pools. */
export function asBytes(file: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer } = file;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === file.byteLength;
  return isOwn ? new Uint8Array(buffer) : new Uint8Array(file);
}

/** Reads a source; a file of the spool is deleted, as nobody else wants it. */
export async function readWhole(
  source: SourceFile,
  largest: number,
): Promise<FileInHand | IngestError> {
  if (source.error) return source.error;
  try {
    const entry = await stat(source.file);
    if (!entry.isFile()) return notAFile();
    if (entry.size > largest) return new IngestError('file_too_large', `${entry.size} bytes`);
    const bytes = asBytes(await readFile(source.file));
    if (source.depth > 0) await rm(source.file);
    return { source, bytes, content: { documentId: documentIdOf(bytes), bytes: bytes.length } };
  } catch (cause) {
    return readError(cause);
  }
}
