import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { IngestError } from '../schemas/ingest-error.ts';
import type { Limits } from './extractor.ts';

/** A zip held in memory; members are inflated when asked for. */
export interface ZipContainer {
  /** Member names, with forward slashes, in the order of the directory. */
  readonly names: readonly string[];
  /**
   * The member's bytes, or null where there is none of that name (letter case aside).
   * @throws IngestError archive_truncated, archive_too_large, encrypted
   */
  read(name: string): Uint8Array | null;
}

/** A member as the directory lists it, its name undecoded. */
export interface ZipMember {
  /** Decoded without regard to what the archive says of its names; see entry.fileNameRaw. */
  readonly name: string;
  readonly entry: Entry;
  /** The member's bytes as they stand in the file, or why they don't. */
  readonly packed: Uint8Array | IngestError;
}

interface Directory {
  readonly zip: ZipFile;
  readonly members: readonly Listed[];
}

interface Listed {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The names of a zip's members, with forward slashes; nothing is inflated.
 *
 * @throws IngestError archive_truncated, encrypted
 */
export async function zipMemberNames(bytes: Uint8Array): Promise<string[]> {
  const { members } = await readDirectory(bytes);
  return members.map(({ name }) => name);
}

/**
 * Opens a zip by its central directory. What the directory declares is checked before anything is
 * inflated; since it may lie, what is really inflated is held to the same limit.
 *
 * @throws IngestError archive_truncated, archive_too_large, encrypted
 */
export async function openZip(
  bytes: Uint8Array,
  limits: Pick<Limits, 'inflatedBytes'>,
): Promise<ZipContainer> {
  const { zip, members } = await readDirectory(bytes);
  const declared = members.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (declared > limits.inflatedBytes) throw tooLarge(declared, limits.inflatedBytes);

  const located = await Promise.all(members.map((listed) => locate(zip, listed, bytes)));
  const byName = new Map(located.map((member) => [member.name.toLowerCase(), member]));
  let budget = limits.inflatedBytes;
  return {
    names: members.map(({ name }) => name),
    read(name) {
      const member = byName.get(name.toLowerCase());
      if (!member) return null;
      const content = unpackMember(member, budget);
      if (content.length > budget) throw tooLarge(content.length, limits.inflatedBytes);
      budget -= content.length;
      return content;
    },
  };
}

/**
 * Every member of a zip in the order of its directory, those of the same name too; nothing is
 * inflated.
 *
 * @throws IngestError archive_truncated, encrypted
 */
export async function zipMembers(bytes: Uint8Array): Promise<ZipMember[]> {
  const { zip, members } = await readDirectory(bytes);
  return Promise.all(members.map((listed) => locate(zip, listed, bytes)));
}

async function readDirectory(bytes: Uint8Array): Promise<Directory> {
  try {
    const zip = await fromBufferPromise(withoutTrailer(bytes), { decodeStrings: false });
    const members: Listed[] = [];
    for await (const entry of zip.eachEntry()) {
      members.push({ name: decodeName(entry.fileNameRaw), entry });
    }
    return { zip, members };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const code = cause.message.includes('encryption') ? 'encrypted' : 'archive_truncated';
    throw new IngestError(code, `zip directory: ${cause.message}`, { cause });
  }
}

const endMark = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * yauzl wants the archive's comment to end with the file and to hold no end mark. A file padded by
 * a download, or with such a comment, is given to it without what follows the end record
 * (APPNOTE.TXT 4.3.16).
 */
function withoutTrailer(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = whole.length - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (whole.readUInt32LE(at) !== endMark) continue;
    if (at + endLength + whole.readUInt16LE(at + 20) > whole.length) continue;
    return at === last ? whole : Buffer.concat([whole.subarray(0, at + 20), Buffer.alloc(2)]);
  }
  return whole;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** UTF-8 where it can be (flagged or not: many writers forget the flag), else GB18030. */
function decodeName(raw: Uint8Array): string {
  return decode(raw).replaceAll('\\', '/').replace(/^\/+/, '');
}

function decode(raw: Uint8Array): string {
  try {
    return utf8.decode(raw);
  } catch (error) {
    if (error instanceof TypeError) return gb18030.decode(raw);
    throw error;
  }
}

/** A member that is not where the directory says fails only when it is read. */
async function locate(zip: ZipFile, listed: Listed, bytes: Uint8Array): Promise<ZipMember> {
  const { entry, name } = listed;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    return { ...listed, packed };
  } catch (cause) {
    return { ...listed, packed: damaged(name, 'no member where the directory says', { cause }) };
  }
}

/**
 * A member's content, inflated and checked.
 *
 * @param budget bytes it may have
 * @throws IngestError encrypted, archive_truncated, archive_too_large
 */
export function unpackMember({ name, entry, packed }: ZipMember, budget: number): Uint8Array {
  if (entry.isEncrypted()) throw new IngestError('encrypted', `${name} is encrypted`);
  if (packed instanceof IngestError) throw packed;
  const content = decompress(name, entry, packed, budget);
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw damaged(name, 'its size or checksum differs');
  }
  return content;
}

/** Inflated here and not by yauzl's streams: of a small member these cost more than inflating. */
function decompress(name: string, entry: Entry, packed: Uint8Array, budget: number): Uint8Array {
  const { compressionMethod: method, uncompressedSize } = entry;
  if (method === 0) return packed;
  if (method !== 8) throw damaged(name, `unknown compression method ${method}`);
  try {
    const maxOutputLength = Math.max(1, Math.min(budget, uncompressedSize));
    return inflateRawSync(packed, { maxOutputLength });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw damaged(name, 'it does not inflate', { cause });
    throw new IngestError('archive_too_large', `${name} is larger than declared`, { cause });
  }
}

function damaged(name: string, what: string, options?: ErrorOptions): IngestError {
  return new IngestError('archive_truncated', `${name}: ${what}`, options);
}

function tooLarge(found: number, limit: number): IngestError {
  return new IngestError('archive_too_large', `${found} bytes after inflation, limit ${limit}`);
}
