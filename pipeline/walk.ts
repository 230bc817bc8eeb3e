import { opendir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { IngestError } from '../schemas/ingest-error.ts';

/** A file met on the way, or a place that could not be entered. */
export interface Found {
  readonly path: string;
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
 * @param skipped absolute paths that are no part of the archive: the warehouse's own files
 */
export async function* walk(
  paths: readonly string[],
  skipped: ReadonlySet<string> = new Set(),
): AsyncGenerator<Found> {
  for (const path of paths) {
    for await (const found of walkOne(path)) if (!skipped.has(resolve(found.path))) yield found;
  }
}

async function* walkOne(path: string): AsyncGenerator<Found> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (cause) {
    yield { path, error: readError(cause) };
    return;
  }
  if (folder) yield* walkFolder(path);
  else yield { path, error: null };
}

async function* walkFolder(folder: string): AsyncGenerator<Found> {
  const files: string[] = [];
  const folders: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) folders.push(entry.name);
      } else files.push(entry.name);
    }
  } catch (cause) {
    yield { path: folder, error: readError(cause) };
    return;
  }
  for (const name of files.sort()) {
    const path = join(folder, name);
    // A link may point to a folder or nowhere: only a link to a file is a file.
    const target = await stat(path).catch((cause: unknown) => readError(cause));
    if (target instanceof IngestError) yield { path, error: target };
    else if (!target.isDirectory()) yield { path, error: target.isFile() ? null : notAFile() };
  }
  for (const name of folders.sort()) yield* walkFolder(join(folder, name));
}

/** A pipe, a socket or a device: reading from one may wait for ever. */
export function notAFile(): IngestError {
  return new IngestError('file_unreadable', 'not a regular file');
}

/** A file system's error as a stable code. */
export function readError(cause: unknown): IngestError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new IngestError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', detail, { cause });
}
