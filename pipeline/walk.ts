import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { IngestError } from '../schemas/ingest-error.ts';

/** A file met on the way, or a place that could not be entered. */
export interface Found {
  /** How it is known. */
  readonly path: string;
  /** How the file system knows it: a name need not be text in UTF-8, and is opened by its bytes. */
  readonly file: string | Buffer;
  readonly error: IngestError | null;
}

/** Folders of programs, not of an archive. */
const skippedFolders: ReadonlySet<string> = new Set([
  '.git',
  '.svn',
  'node_modules',
  '__MACOSX',
  '$RECYCLE.BIN',
]);

/**
 * Every file below the given paths, lazily: a folder's entries in the order of their names, one
 * folder in memory at a time. Links to folders are not followed, so that a loop can't be walked. What
 * is neither file nor folder, a pipe or a device, is named and never opened.
 *
 * @param fileOf how the file system knows a path given
 * @param skipped absolute paths that are no part of the archive: the warehouse's own files
 */
export async function* walk(
  paths: readonly string[],
  fileOf: (path: string) => string | Buffer = (path) => path,
  skipped: ReadonlySet<string> = new Set(),
): AsyncGenerator<Found> {
  for (const path of paths) {
    for await (const found of walkOne(path, fileOf(path))) {
      if (!skipped.has(resolve(found.path))) yield found;
    }
  }
}

async function* walkOne(path: string, file: string | Buffer): AsyncGenerator<Found> {
  let folder: boolean;
  try {
    folder = (await stat(file)).isDirectory();
  } catch (cause) {
    yield { path, file, error: readError(cause) };
    return;
  }
  if (folder) yield* walkFolder({ path, file: Buffer.from(file) });
  else yield { path, file, error: null };
}

/** A path as people read it, and as the bytes that the file system holds. */
interface Place {
  readonly path: string;
  readonly file: Buffer;
}

async function* walkFolder(folder: Place): AsyncGenerator<Found> {
  const files: Place[] = [];
  const folders: Place[] = [];
  try {
    const entries = await readdir(folder.file, { encoding: 'buffer', withFileTypes: true });
    for (const entry of entries) {
      const name = nameOf(entry.name);
      const place = {
        path: join(folder.path, name),
        file: Buffer.concat([folder.file, Buffer.from(sep), entry.name]),
      };
      if (!entry.isDirectory()) files.push(place);
      else if (!skippedFolders.has(name)) folders.push(place);
    }
  } catch (cause) {
    yield { ...folder, error: readError(cause) };
    return;
  }
  for (const place of files.sort(byPath)) {
    // A link may point to a folder or nowhere: only a link to a file is a file.
    const target = await stat(place.file).catch((cause: unknown) => readError(cause));
    if (target instanceof IngestError) yield { ...place, error: target };
    else if (!target.isDirectory()) yield { ...place, error: target.isFile() ? null : notAFile() };
  }
  for (const place of folders.sort(byPath)) yield* walkFolder(place);
}

const gb18030 = new TextDecoder('gb18030');

/** Disks written by older Chinese systems hold names in GBK. */
export function nameOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : gb18030.decode(bytes);
}

function byPath(a: Place, b: Place): number {
  if (a.path === b.path) return Buffer.compare(a.file, b.file);
  return a.path < b.path ? -1 : 1;
}

/** A pipe, a socket or a device: reading from one may wait for ever. */
export function notAFile(): IngestError {
  return new IngestError('file_unreadable', 'not a regular file');
}

/** A file system's error as a stable code. */
export function readError(cause: unknown): IngestError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  // The path is told beside it, and readably: here it may be bytes that are no text.
  const detail = message.replace(/, \w+ '.*'$/s, '');
  return new IngestError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', detail, { cause });
}
