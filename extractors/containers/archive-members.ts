import { IngestError } from '../../schemas/ingest-error.ts';
import type { Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import {
  type ArchiveEntry,
  asksForPassword,
  commonSwitches,
  listArchive,
  passwordSwitch,
} from './archive-listing.ts';
import { isResourceFork, memberPath } from './member-path.ts';
import { runSevenZip, type SevenZipRun, type WrittenFile } from './seven-zip.ts';
import { createUnpackBudget, memberTooLarge, type UnpackBudget } from './unpack-budget.ts';

/** Members are taken out together up to this size: a solid archive is read from its start each time. */
const batchBytes = 64 * 1024 * 1024;

/**
 * The members of an archive that 7-Zip reads, some at a time.
 *
 * @param type the format by 7-Zip's name
 * @throws IngestError encrypted, archive_truncated, archive_too_large, memory_limit
 */
export async function* archiveMembers(
  bytes: Uint8Array,
  type: string,
  limits: Limits,
  passwords: readonly string[],
): AsyncGenerator<Member> {
  const budget = createUnpackBudget(limits);
  const listing = await listArchive(bytes, type, passwords);
  const files = listing.entries.filter(
    ({ kind, path }) => kind === 'file' && !isResourceFork(path),
  );
  const declared = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  if (declared > limits.inflatedBytes) budget.spend(declared);

  const taken = files.filter(({ size }) => (size ?? 0) <= limits.memberBytes);
  for (const { path, size } of files) {
    if ((size ?? 0) <= limits.memberBytes) continue;
    budget.count();
    yield { path: memberPath(path), content: memberTooLarge(path, size ?? 0) };
  }
  const groups = batches(taken);
  const whole = groups.length === 1 && taken.length === files.length;
  const archive: OpenArchive = { bytes, type, whole };
  const tried = listing.password === undefined ? passwords : [listing.password];
  let damaged = listing.damaged;
  for (const batch of groups) {
    for (const member of await takeOut(archive, batch, budget, tried)) {
      budget.count();
      const { content } = member;
      damaged ||= content instanceof IngestError && content.code === 'archive_truncated';
      if (!(content instanceof IngestError)) budget.spend(content.length);
      yield member;
    }
  }
  if (damaged) throw new IngestError('archive_truncated', 'the archive is cut off or damaged');
}

interface OpenArchive {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Everything in it is taken out at once. */
  readonly whole: boolean;
}

function batches(files: readonly ArchiveEntry[]): ArchiveEntry[][] {
  const found: ArchiveEntry[][] = [];
  let bytes = 0;
  for (const file of files) {
    const size = file.size ?? 0;
    const batch = found.at(-1);
    if (batch && bytes + size <= batchBytes) batch.push(file);
    else {
      found.push([file]);
      bytes = 0;
    }
    bytes += size;
  }
  return found;
}

async function takeOut(
  archive: OpenArchive,
  batch: readonly ArchiveEntry[],
  budget: UnpackBudget,
  passwords: readonly string[],
): Promise<Member[]> {
  const needsPassword = batch.some(({ encrypted }) => encrypted);
  const candidates = needsPassword && passwords.length > 0 ? passwords : [undefined];
  let best: Member[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const password of candidates) {
    const run = await extract(archive, batch, budget.together, password);
    const members = matchMembers(batch, run);
    const failed = members.filter(({ content }) => content instanceof IngestError).length;
    if (failed < fewest) {
      best = members;
      fewest = failed;
    }
    if (failed === 0 || !asksForPassword(run)) break;
  }
  return best;
}

function extract(
  { bytes, type, whole }: OpenArchive,
  batch: readonly ArchiveEntry[],
  most: number,
  password: string | undefined,
): Promise<SevenZipRun> {
  const switches = [...commonSwitches, ...passwordSwitch(password), `-t${type}`, '-aou', '-o/out'];
  const names = whole ? null : batch.map(({ path }) => path).join('\n');
  const chosen = names === null ? [] : ['-i@/in/names'];
  return runSevenZip(bytes, ['x', ...switches, ...chosen, '/in/archive'], most, names);
}

/**
 * Which file is which entry: by its path where that was kept and is the only one, else by the order
 * of writing, which is the order of the directory.
 */
function matchMembers(batch: readonly ArchiveEntry[], run: SevenZipRun): Member[] {
  const byPath = new Map(run.files.map((file) => [file.path, file]));
  const times = new Map<string, number>();
  for (const { path } of batch) times.set(path, (times.get(path) ?? 0) + 1);
  const found = new Map<ArchiveEntry, WrittenFile>();
  for (const entry of batch) {
    const file = times.get(entry.path) === 1 ? byPath.get(entry.path) : undefined;
    if (file) found.set(entry, file);
  }
  const taken = new Set(found.values());
  const others = run.files.filter((file) => !taken.has(file));
  const open = batch.filter((entry) => !found.has(entry));
  if (others.length === open.length) {
    open.forEach((entry, index) => {
      const file = others[index];
      if (file) found.set(entry, file);
    });
  }
  return batch.map((entry) => toMember(entry, found.get(entry), run));
}

function toMember(entry: ArchiveEntry, file: WrittenFile | undefined, run: SevenZipRun): Member {
  const path = memberPath(entry.path);
  const trouble = troubleOf(entry, run);
  if (trouble) return { path, content: trouble };
  if (!file || (entry.size !== null && file.bytes.length !== entry.size)) {
    const code = entry.encrypted ? 'encrypted' : 'archive_truncated';
    return { path, content: new IngestError(code, `${path} is not whole in the archive`) };
  }
  return { path, content: file.bytes };
}

/** 7-Zip names each entry it could not take out: "ERROR: CRC Failed : 自评表.doc". */
function troubleOf({ path, encrypted }: ArchiveEntry, run: SevenZipRun): IngestError | undefined {
  const ending = ` : ${path}`;
  const line = run.errors.find((error) => error.startsWith('ERROR: ') && error.endsWith(ending));
  if (line === undefined) return undefined;
  const what = line.slice('ERROR: '.length, -ending.length);
  const locked = encrypted || /password/i.test(what);
  const unread = /unsupported/i.test(what);
  const code = locked ? 'encrypted' : unread ? 'unsupported_format' : 'archive_truncated';
  return new IngestError(code, `${memberPath(path)}: ${what}`);
}
