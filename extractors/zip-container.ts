import { crc32, inflateRawSync } from 'node:zlib';
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

interface Member {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const absent32 = 0xffffffff;

/**
 * Opens a zip by its central directory. What the directory declares is checked before anything is
 * inflated; since it may lie, what is really inflated is held to the same limit.
 *
 * @throws IngestError archive_truncated, archive_too_large
 */
export function openZip(bytes: Uint8Array, limits: Pick<Limits, 'inflatedBytes'>): ZipContainer {
  const members = readDirectory(bytes);
  const declared = members.reduce((sum, member) => sum + member.size, 0);
  if (declared > limits.inflatedBytes) throw tooLarge(declared, limits.inflatedBytes);

  const byName = new Map<string, Member>();
  for (const member of members) byName.set(member.name.toLowerCase(), member);
  let budget = limits.inflatedBytes;
  return {
    names: members.map((member) => member.name),
    read(name) {
      const member = byName.get(name.toLowerCase());
      if (!member) return null;
      const content = inflate(bytes, member, budget, limits.inflatedBytes);
      budget -= content.length;
      return content;
    },
  };
}

function inflate(bytes: Uint8Array, member: Member, budget: number, limit: number): Uint8Array {
  if ((member.flags & 1) !== 0) throw new IngestError('encrypted', `${member.name} is encrypted`);
  const packed = packedBytes(bytes, member);
  const content = unpack(packed, member, budget);
  if (content.length > budget) throw tooLarge(content.length, limit);
  if (content.length !== member.size || crc32(content) !== member.crc) {
    throw new IngestError('archive_truncated', `${member.name} is damaged: its checksum differs`);
  }
  return content;
}

/** The local header repeats the name and may have another extra field: its lengths are its own. */
function packedBytes(bytes: Uint8Array, member: Member): Uint8Array {
  const view = viewOf(bytes);
  const header = member.offset;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== localSignature) {
    throw new IngestError('archive_truncated', `${member.name}: no member at ${header}`);
  }
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + member.packedSize > bytes.length) {
    throw new IngestError('archive_truncated', `${member.name} ends beyond the end of the file`);
  }
  return bytes.subarray(start, start + member.packedSize);
}

function unpack(packed: Uint8Array, member: Member, budget: number): Uint8Array {
  if (member.method === 0) return packed;
  if (member.method !== 8) {
    throw new IngestError(
      'archive_truncated',
      `${member.name}: unknown compression method ${member.method}`,
    );
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(budget, member.size)) });
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new IngestError('archive_too_large', `${member.name} is larger than it declares`, {
        cause,
      });
    }
    throw new IngestError('archive_truncated', `${member.name} is damaged`, { cause });
  }
}

function tooLarge(found: number, limit: number): IngestError {
  return new IngestError('archive_too_large', `${found} bytes after inflation, limit ${limit}`);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readDirectory(bytes: Uint8Array): Member[] {
  const view = viewOf(bytes);
  const { offset, size, count } = findDirectory(view);
  const end = offset + size;
  if (end > bytes.length) throw cutOff();
  const members: Member[] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature) throw cutOff();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw cutOff();
    members.push(readMember(bytes, view, at, nameLength, extraLength));
    at = next;
  }
  return members;
}

function cutOff(): IngestError {
  return new IngestError('archive_truncated', 'the directory of the zip is missing or cut off');
}

function readMember(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): Member {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const extra = new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameLength, extraLength);
  const wide = readWideSizes(extra);
  const take = (value: number): number => (value === absent32 ? (wide.shift() ?? value) : value);
  // The order in the zip64 field: size, packed size, offset; only those absent from the header.
  const size = take(view.getUint32(at + 24, true));
  const packedSize = take(view.getUint32(at + 20, true));
  const offset = take(view.getUint32(at + 42, true));
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
}

/** The 64-bit numbers of the zip64 extra field (header id 1). */
function readWideSizes(extra: DataView): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const id = extra.getUint16(at, true);
    const end = Math.min(at + 4 + extra.getUint16(at + 2, true), extra.byteLength);
    if (id === 1) {
      const numbers: number[] = [];
      for (let i = at + 4; i + 8 <= end; i += 8) numbers.push(Number(extra.getBigUint64(i, true)));
      return numbers;
    }
    at = end;
  }
  return [];
}

/** The end record stands in the last 22 bytes, or before a comment of at most 65 535. */
function findDirectory(view: DataView): { offset: number; size: number; count: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const narrow = {
      offset: view.getUint32(at + 16, true),
      size: view.getUint32(at + 12, true),
      count: view.getUint16(at + 10, true),
    };
    return findDirectory64(view, at) ?? narrow;
  }
  throw cutOff();
}

function findDirectory64(
  view: DataView,
  end: number,
): { offset: number; size: number; count: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) throw cutOff();
  return {
    offset: Number(view.getBigUint64(at + 48, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    count: Number(view.getBigUint64(at + 32, true)),
  };
}
