import { constants, crc32, inflateRawSync } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Member } from '../container.ts';
import { nameDecoder } from './archive-names.ts';
import { isResourceFork, memberPath } from './member-path.ts';
import type { UnpackBudget } from './unpack-budget.ts';

const localMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const headerLength = 30;

/** A local file header (APPNOTE.TXT 4.3.7), which stands before each member's bytes. */
interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly rawName: Uint8Array;
  /** Where its bytes begin. */
  readonly start: number;
}

/** The first names in a zip whose directory is lost, by its local headers. */
export function localNames(bytes: Uint8Array, most: number): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at >= 0 && names.length < most; at = file.indexOf(localMark, at + 4)) {
    const header = readHeader(file, at);
    if (header) names.push(Buffer.from(header.rawName).toString('utf8'));
  }
  return names;
}

/**
 * The whole members of a zip whose directory is lost, as an upload broken off leaves it. What is
 * encrypted, compressed otherwise than by Deflate, or not whole is left out.
 */
export function* salvageZip(bytes: Uint8Array, budget: UnpackBudget): Generator<Member> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf(localMark);
  while (at >= 0) {
    const header = readHeader(file, at);
    const found = header && readContent(file, header, budget.bytes);
    if (found) {
      const name = nameDecoder([header.rawName])(header.rawName);
      budget.count();
      budget.spend(found.content.length);
      if (!name.endsWith('/') && !isResourceFork(name)) {
        yield { path: memberPath(name), content: found.content };
      }
    }
    at = file.indexOf(localMark, found ? found.end : at + 4);
  }
}

function readHeader(file: Buffer, at: number): LocalHeader | undefined {
  if (at + headerLength > file.length || !file.subarray(at, at + 4).equals(localMark))
    return undefined;
  const nameEnd = at + headerLength + file.readUInt16LE(at + 26);
  return {
    flags: file.readUInt16LE(at + 6),
    method: file.readUInt16LE(at + 8),
    crc: file.readUInt32LE(at + 14),
    packedSize: file.readUInt32LE(at + 18),
    size: file.readUInt32LE(at + 22),
    rawName: file.subarray(at + headerLength, nameEnd),
    start: nameEnd + file.readUInt16LE(at + 28),
  };
}

interface Content {
  readonly content: Uint8Array;
  readonly end: number;
}

function readContent(file: Buffer, header: LocalHeader, budget: number): Content | undefined {
  const { flags, method, start, crc, size } = header;
  if ((flags & 1) !== 0) return undefined;
  // Flag 3: sizes and checksum follow the bytes, and only Deflate knows where it ends.
  const sizesFollow = (flags & 8) !== 0;
  if (method === 0 && !sizesFollow) {
    const content = file.subarray(start, start + size);
    const whole = content.length === size && crc32(content) === crc;
    return whole ? { content: content.slice(), end: start + size } : undefined;
  }
  const found = method === 8 ? inflateFrom(file, start, budget) : undefined;
  if (!found) return undefined;
  return sizesFollow || crc32(found.content) === crc ? found : undefined;
}

/** Deflate ends itself: what follows is no part of it. */
function inflateFrom(file: Buffer, start: number, budget: number): Content | undefined {
  try {
    const { buffer, engine } = inflateRawSync(file.subarray(start), {
      maxOutputLength: Math.max(1, budget),
      finishFlush: constants.Z_FINISH,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: buffer, end: start + engine.bytesWritten };
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new IngestError('archive_too_large', `more than ${budget} bytes after inflation`, {
        cause,
      });
    }
    // Cut off or damaged: the very thing that is looked for here, and left out.
    return undefined;
  }
}
