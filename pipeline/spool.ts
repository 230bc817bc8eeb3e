import { mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
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

const dayMs = 24 * 3600 * 1000;

/**
 * A folder for the files taken out of others during a run, in the system's temporary folder. Those
 * that processes killed before have left there are removed.
 */
export async function openSpool(now: Date): Promise<Spool> {
  const here = await processSpace();
  await sweep(here, now);
  const path = await mkdtemp(join(tmpdir(), `guidang-${process.pid}-${here}-`));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

/** Where the number of a process means the same process: a Linux PID namespace, else a machine. */
async function processSpace(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => hostname());
  return namespace.replace(/\W/g, '');
}

/**
 * Writes members below the spool under names of its own making, so that no name in an archive ever
 * becomes a path. What stood before an error is kept.
 */
export async function spoolMembers(
  members: AsyncIterable<Member> | Iterable<Member>,
  spool: string,
): Promise<Unpacked> {
  const folder = await mkdtemp(join(spool, 'files-')).catch(noPlace);
  const files: SpooledFile[] = [];
  try {
    for await (const { path, content } of members) {
      if (content instanceof IngestError) {
        files.push({ inside: path, file: null, error: asData(content) });
        continue;
      }
      const file = join(folder, String(files.length));
      await writeFile(file, content).catch(noPlace);
      files.push({ inside: path, file, error: null });
    }
  } catch (error) {
    const isOfTheArchive = error instanceof IngestError && error.code !== 'warehouse_unavailable';
    if (!isOfTheArchive) throw error;
    return { files, error: asData(error) };
  }
  return { files, error: null };
}

/** A disk that is full is no fault of the file at hand: the run can't go on. */
function noPlace(cause: unknown): never {
  const detail = cause instanceof Error ? cause.message : String(cause);
  throw new IngestError('warehouse_unavailable', `temporary folder: ${detail}`, { cause });
}

function asData({ code, message }: IngestError): SpooledFile['error'] {
  return { code, detail: message };
}

/** Of a run, or of a dry run, which keeps copies of the warehouse. */
const folderName = /^guidang-(?:(\d+)(?:-(\w+))?|dry-run)-\w{6}$/;

async function sweep(here: string, now: Date): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [known, owner = '', space] = folderName.exec(name) ?? [];
    if (known === undefined) continue;
    const path = join(tmpdir(), name);
    if (space === here ? hasEnded(Number(owner)) : await isOld(path, now)) await remove(path);
  }
}

/** Of another container that shares the folder, or another machine, only the age tells anything. */
async function isOld(path: string, now: Date): Promise<boolean> {
  const used = await stat(path).catch(gone);
  return used !== null && now.getTime() - used.mtimeMs > dayMs;
}

/** Another run may have swept it first; another user's is that user's to remove. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(gone);
}

function gone(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTEMPTY')
    return null;
  throw error;
}

/** Our own number on a folder from before: whoever had it has ended. */
function hasEnded(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it runs, as another user.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}
