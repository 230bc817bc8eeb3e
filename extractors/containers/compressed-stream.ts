import { gunzipSync, constants as zlib } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { commonSwitches } from './archive-listing.ts';
import { decodeUtf8 } from './archive-names.ts';
import { memberPath } from './member-path.ts';
import { runSevenZip } from './seven-zip.ts';
import { tarMembers } from './tar.ts';
import { isTar } from './tar-reader.ts';
import { memberTooLarge } from './unpack-budget.ts';

/** What a compressed stream held. */
interface Inflated {
  readonly bytes: Uint8Array;
  readonly cutOff: boolean;
}

/** A whole archive may be in it, but it is held in memory in one piece. */
const largestStream = 1024 ** 3;

/** As much of a stream as tells whether a tar begins it. */
const startLength = 512;

/** gzip (RFC 1952), often around a tar, whose members are given then. */
export const gzip: Container = {
  name: 'gzip',
  accepts: ({ bytes }) => startsWith(bytes, [0x1f, 0x8b, 0x08]),
  members: (bytes, limits) =>
    streamMembers(storedName(bytes), limits, async () => gunzip(bytes, limits)),
};

export const bzip2 = sevenZipStream('bzip2', [0x42, 0x5a, 0x68], isBzip2);
export const xz = sevenZipStream('xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);
export const zstd = sevenZipStream('zstd', [0x28, 0xb5, 0x2f, 0xfd]);
export const compress = sevenZipStream('Z', [0x1f, 0x9d]);

/** "BZh" may begin a text: a digit, and pi for a block or its root for the end, are no text. */
function isBzip2(bytes: Uint8Array): boolean {
  const level = bytes[3] ?? 0;
  const mark = bytes.subarray(4);
  const isBlock = startsWith(mark, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]);
  return level >= 0x31 && level <= 0x39 && (isBlock || startsWith(mark, [0x17, 0x72, 0x45, 0x38]));
}

function sevenZipStream(
  name: string,
  magic: readonly number[],
  holds: (bytes: Uint8Array) => boolean = () => true,
): Container {
  return {
    name,
    accepts: ({ bytes }) => startsWith(bytes, magic) && holds(bytes),
    members: (bytes, limits) =>
      streamMembers('', limits, () => inflateByProgram(bytes, name, limits)),
  };
}

async function* streamMembers(
  name: string,
  limits: Limits,
  inflate: () => Promise<Inflated>,
): AsyncGenerator<Member> {
  const path = name === '' ? '解压内容' : memberPath(name);
  const inflated = await inflate().catch((error: unknown) => {
    if (error instanceof IngestError && error.code === 'file_too_large') return error;
    throw error;
  });
  if (inflated instanceof IngestError) {
    yield { path, content: inflated };
    return;
  }
  const { bytes, cutOff } = inflated;
  if (isTar(bytes)) yield* tarMembers(bytes, limits);
  else if (!cutOff) {
    const tooLarge = bytes.length > limits.memberBytes;
    yield { path, content: tooLarge ? memberTooLarge(path, bytes.length) : bytes };
  }
  if (cutOff) throw new IngestError('archive_truncated', 'the stream is cut off or damaged');
}

/** A tar may be as large as memory allows; anything else is one file, and held to its size. */
function mostOf(start: Uint8Array, { inflatedBytes, memberBytes }: Limits): number {
  const whole = Math.max(1, Math.min(inflatedBytes, largestStream));
  return isTar(start) ? whole : Math.min(whole, memberBytes);
}

function tooLarge(most: number, limits: Limits, cause: unknown): IngestError {
  const oneFile = most === limits.memberBytes && most < limits.inflatedBytes;
  const code = oneFile ? 'file_too_large' : 'archive_too_large';
  return new IngestError(code, `more than ${most} bytes`, { cause });
}

function gunzip(bytes: Uint8Array, limits: Limits): Inflated {
  const most = mostOf(startOf(bytes), limits);
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: most }), cutOff: false };
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(most, limits, cause);
  }
  try {
    return { bytes: gunzipStart(bytes, most), cutOff: true };
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(most, limits, cause);
    throw new IngestError('archive_truncated', 'gzip: it does not inflate', { cause });
  }
}

/** As much as can be inflated of a stream that ends too early. */
function gunzipStart(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  return gunzipSync(bytes, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength });
}

/** The first bytes of what is compressed, none where it does not inflate. */
function startOf(bytes: Uint8Array): Uint8Array {
  // The few that are looked at come to a thousand times as many at most.
  const some = bytes.subarray(0, storedName(bytes).length + 64 * startLength);
  try {
    return gunzipStart(some, 2048 * some.length);
  } catch (error) {
    // What is wrong with it shows when all of it is inflated.
    if (error instanceof Error) return new Uint8Array();
    throw error;
  }
}

async function inflateByProgram(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): Promise<Inflated> {
  const args = ['x', ...commonSwitches, `-t${name.toLowerCase()}`, '-o/out', '/in/archive'];
  let most = 0;
  const limit = (start: Uint8Array): number => {
    most = mostOf(start, limits);
    return most;
  };
  const { files, status } = await runSevenZip(bytes, args, limit).catch((error: unknown) => {
    const full = error instanceof IngestError && error.code === 'archive_too_large';
    throw full ? tooLarge(most, limits, error) : error;
  });
  const [file] = files;
  // 1 is a warning: the stream is whole, and something else follows it.
  const cutOff = status !== 0 && status !== 1;
  if (!file) throw new IngestError('archive_truncated', `${name}: it does not inflate`);
  return { bytes: file.bytes, cutOff };
}

/** The optional file name of the header (RFC 1952, 2.3.1): Latin-1 by the letter, UTF-8 in practice. */
function storedName(bytes: Uint8Array): string {
  const flags = bytes[3] ?? 0;
  if ((flags & 0x08) === 0) return '';
  const extra = (flags & 0x04) === 0 ? 0 : 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  const start = 10 + extra;
  const raw = bytes.subarray(start, start + 1024);
  const end = raw.indexOf(0);
  if (end < 0) return '';
  const name = raw.subarray(0, end);
  return decodeUtf8(name) ?? new TextDecoder('gb18030').decode(name);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
