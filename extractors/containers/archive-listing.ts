import { IngestError } from '../../schemas/ingest-error.ts';
import { runSevenZip, type SevenZipRun } from './seven-zip.ts';

/** An entry as 7-Zip lists it. */
export interface ArchiveEntry {
  readonly path: string;
  /** null where the format does not say: the one member of a compressed stream. */
  readonly size: number | null;
  readonly encrypted: boolean;
  readonly kind: 'file' | 'folder' | 'link';
}

export interface ArchiveListing {
  readonly entries: readonly ArchiveEntry[];
  /** What opened the directory, where that is encrypted too. */
  readonly password: string | undefined;
  /** The archive ends before its directory says. */
  readonly damaged: boolean;
}

/** The switches of every call: answer yes, no progress, UTF-8, names are no patterns. */
export const commonSwitches = ['-y', '-bd', '-sccUTF-8', '-scsUTF-8', '-spd'] as const;

/**
 * The directory of an archive.
 *
 * @throws IngestError encrypted, archive_truncated, memory_limit
 */
export async function listArchive(
  bytes: Uint8Array,
  type: string,
  passwords: readonly string[],
): Promise<ArchiveListing> {
  for (const password of [undefined, ...passwords]) {
    const run = await runSevenZip(
      bytes,
      ['l', '-slt', ...commonSwitches, ...passwordSwitch(password), `-t${type}`, '/in/archive'],
      0,
    );
    // A wrong password may leave a directory that the program breaks over.
    const broke = run.status === null && hasEncryptedDirectory(bytes);
    if (broke || asksForPassword(run)) continue;
    return readListing(run, password);
  }
  throw new IngestError('encrypted', 'even the names in the archive are encrypted');
}

/** 7zAES among the methods of the directory itself, which lies at the archive's end (7zFormat.txt). */
const encryption = Buffer.from([0x06, 0xf1, 0x07, 0x01]);

/** Of a 7z: are its names encrypted too? The signature header says where its directory lies. */
function hasEncryptedDirectory(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 32 || file[0] !== 0x37 || file[1] !== 0x7a) return false;
  const start = 32 + Number(file.readBigUInt64LE(12));
  const end = start + Number(file.readBigUInt64LE(20));
  return file.subarray(start, end).includes(encryption);
}

/** Without the switch the program would ask; no real password is a lone control character. */
export function passwordSwitch(password: string | undefined): string[] {
  return [`-p${password ?? '\u0001'}`];
}

/** Does the program's message say that a password is missing or wrong? */
export function asksForPassword({ errors, output }: SevenZipRun): boolean {
  return [...errors, ...output].some((line) => /Wrong password|Enter password/.test(line));
}

function readListing(run: SevenZipRun, password: string | undefined): ArchiveListing {
  const start = run.output.lastIndexOf('----------');
  const head = run.output.slice(0, start < 0 ? undefined : start);
  if (
    head.some((line) => /^(?:Multivolume = \+|Volume Index = [1-9]|Volumes = [2-9])/.test(line))
  ) {
    throw new IngestError(
      'archive_truncated',
      'one part of an archive in several; join them first',
    );
  }
  const problems = [...run.errors, ...head].filter((line) =>
    /ERROR|Unexpected end|Errors:/.test(line),
  );
  if (start < 0) throw new IngestError('archive_truncated', whatIsWrong(run));
  const entries = splitEntries(run.output.slice(start + 1)).flatMap(readEntry);
  return { entries, password, damaged: problems.length > 0 || run.status !== 0 };
}

/** The program's first message that says something, without its words for our file. */
function whatIsWrong({ errors, status }: SevenZipRun): string {
  const said = errors.map((line) =>
    line.replace(/ERROR|\/in\/archive|[:\s]+$|^[:\s]+/g, '').trim(),
  );
  const message = said.map((line) => line.replace(/^[:\s]+/, '')).find((line) => line !== '');
  return `archive: ${message ?? `it does not open (7-Zip status ${status})`}`;
}

function splitEntries(lines: readonly string[]): Map<string, string>[] {
  const entries: Map<string, string>[] = [];
  let entry = new Map<string, string>();
  for (const line of lines) {
    const [, key, value = ''] = /^([A-Z][\w ]*) = ?(.*)$/.exec(line) ?? [];
    if (line === '') {
      if (entry.size > 0) entries.push(entry);
      entry = new Map();
    } else if (key !== undefined && !entry.has(key)) entry.set(key, value);
  }
  if (entry.size > 0) entries.push(entry);
  return entries;
}

/** A block of the listing without a size or name of a member is a total or a message. */
function readEntry(fields: ReadonlyMap<string, string>): ArchiveEntry[] {
  if (!fields.has('Path') && !fields.has('Size')) return [];
  const size = fields.get('Size') ?? '';
  const attributes = fields.get('Attributes') ?? fields.get('Mode') ?? '';
  const isFolder = fields.get('Folder') === '+' || /^D|\bd[r-][w-]/.test(attributes);
  // A pipe ("p") is a file: what was packed from a program's output has its letter, and its bytes.
  const isLink =
    Boolean(fields.get('Symbolic Link')) ||
    Boolean(fields.get('Hard Link')) ||
    /\b[lbcs][r-][w-][x-]/.test(attributes);
  return [
    {
      path: fields.get('Path') ?? '',
      size: /^\d+$/.test(size) ? Number(size) : null,
      encrypted: fields.get('Encrypted') === '+',
      kind: isFolder ? 'folder' : isLink ? 'link' : 'file',
    },
  ];
}
