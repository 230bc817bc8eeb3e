import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Member } from '../extractors/container.ts';
import { IngestError, type IngestErrorCode } from '../schemas/ingest-error.ts';

/** A file taken out of another one, waiting on disk until its turn comes. */
export interface SpooledFile {
  /** Where it stood in the other: "2023/自评表.doc". For people; nothing is written there. */
  readonly inside: string;
  /** Where its bytes are; null where they could not be had. */
  readonly file: string | null;
  readonly error: { readonly code: IngestErrorCode; readonly detail: string } | null;
}

/** What a container gave: its files, and the trouble that ended it early, if any. */
export interface Unpacked {
  readonly files: readonly SpooledFile[];
  readonly error: SpooledFile['error'];
}

/** A folder for files taken out of others, gone with the run. */
export interface Spool {
  readonly path: string;
  close(): Promise<void>;
}

const prefix = 'guidang-';
const dayMs = 24 * 3600 * 1000;

/**
 * A folder for the files taken out of others during a run, in the system's temporary folder. Those
 * that processes killed before have left there are removed.
 */
export async function openSpool(now: Date): Promise<Spool> {
  await sweep(now);
  const path = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Writes members below the spool under names of its own making, so that no name in an archive ever
 * becomes a path. What stood before an error is kept.
 */
export async function spoolMembers(
  members: AsyncIterable<Member> | Iterable<Member>,
  spool: string,
): Promise<Unpacked> {
  const folder = await mkdtemp(join(spool, 'files-'));
  const files: SpooledFile[] = [];
  try {
    for await (const { path, content } of members) {
      if (content instanceof IngestError) {
        files.push({ inside: path, file: null, error: asData(content) });
        continue;
      }
      const file = join(folder, String(files.length));
      await writeFile(file, content);
      files.push({ inside: path, file, error: null });
    }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { files, error: asData(error) };
  }
  return { files, error: null };
}

function asData({ code, message }: IngestError): SpooledFile['error'] {
  return { code, detail: message };
}

async function sweep(now: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const path = join(tmpdir(), name);
    // A process of another container may own it, whose number means nothing here: it is left a day.
    const used = await stat(path);
    if (used && now.getTime() - used.mtimeMs > dayMs)
      await rm(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
