import { readFileSync } from 'node:fs';
import { insideMark } from '../source-file.ts';
import { nameOf } from '../walk.ts';

/** What the command line was given, names as people read them. */
export interface GivenArguments {
  readonly args: readonly string[];
  /** How the file system knows a path among them: as it is, or by its bytes. */
  readonly fileOf: (path: string) => string | Buffer;
}

/**
 * Arguments need not be UTF-8: on a disk of an older Chinese system a name is GBK, and Node has put
 * U+FFFD for what it could not read. Linux still tells the bytes.
 *
 * @param args without the program's own name
 */
export function givenArguments(args: readonly string[]): GivenArguments {
  const raw = args.some((arg) => arg.includes('\ufffd')) ? rawArguments(args) : null;
  if (!raw) return { args, fileOf: (path) => path };
  const files = new Map<string, Buffer>();
  for (const bytes of raw) {
    const name = nameOf(bytes);
    // "a.zip!/b.doc" is read out of a.zip.
    const mark = bytes.indexOf(insideMark);
    files.set(name, bytes);
    if (mark > 0) files.set(nameOf(bytes.subarray(0, mark)), bytes.subarray(0, mark));
  }
  return { args: raw.map(nameOf), fileOf: (path) => files.get(path) ?? path };
}

/** The same arguments by their bytes; null where this system does not tell them. */
function rawArguments(args: readonly string[]): Buffer[] | null {
  if (process.platform !== 'linux') return null;
  const line = readFileSync('/proc/self/cmdline');
  const all: Buffer[] = [];
  for (let from = 0; from < line.length; ) {
    const end = line.indexOf(0, from);
    if (end < 0) break;
    all.push(line.subarray(from, end));
    from = end + 1;
  }
  const raw = all.slice(-args.length);
  // A process may rewrite its command line: what does not agree is not it.
  const same = raw.length === args.length && raw.every((one, at) => one.toString() === args[at]);
  return same ? raw : null;
}
