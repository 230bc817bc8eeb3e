import { gunzipSync, constants as zlib } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { archiveMembers } from './archive-members.ts';
import { decodeUtf8 } from './archive-names.ts';
import { memberPath } from './member-path.ts';
import { tarMembers } from './tar.ts';
import { isTar } from './tar-reader.ts';

/** What a compressed stream held. */
interface Inflated {
  readonly bytes: Uint8Array;
  /** As the stream calls it, '' where it does not. */
  readonly name: string;
  readonly cutOff: boolean;
}

/** A whole archive may be in it, but it is held in memory in one piece. */
const largestStream = 1024 ** 3;

/** gzip (RFC 1952), often around a tar, whose members are given then. */
export const gzip: Container = {
  name: 'gzip',
  accepts: ({ bytes }) => startsWith(bytes, [0x1f, 0x8b, 0x08]),
  members: (bytes, limits) => streamMembers(gunzip(bytes, limits), limits),
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
    async *members(bytes, limits, passwords) {
      for await (const { content } of archiveMembers(
        bytes,
        name.toLowerCase(),
        limits,
        passwords,
      )) {
        if (content instanceof IngestError) throw content;
        yield* streamMembers({ bytes: content, name: '', cutOff: false }, limits);
      }
    },
  };
}

async function* streamMembers(inflated: Inflated, limits: Limits): AsyncGenerator<Member> {
  const { bytes, name, cutOff } = inflated;
  if (isTar(bytes)) {
    yield* tarMembers(bytes, limits);
  } else if (!cutOff) {
    yield { path: name === '' ? '解压内容' : memberPath(name), content: bytes };
  }
  if (cutOff) throw new IngestError('archive_truncated', 'gzip: the stream is cut off or damaged');
}

function gunzip(bytes: Uint8Array, limits: Limits): Inflated {
  const maxOutputLength = Math.max(1, Math.min(limits.inflatedBytes, largestStream));
  const name = storedName(bytes);
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength }), name, cutOff: false };
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(maxOutputLength, cause);
    return { bytes: gunzipStart(bytes, maxOutputLength), name, cutOff: true };
  }
}

/** As much as can be inflated of a stream that ends too early. */
function gunzipStart(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(maxOutputLength, cause);
    throw new IngestError('archive_truncated', 'gzip: it does not inflate', { cause });
  }
}

function tooLarge(most: number, cause: unknown): IngestError {
  return new IngestError('archive_too_large', `more than ${most} bytes`, { cause });
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
