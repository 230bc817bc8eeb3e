import { IngestError } from '../../schemas/ingest-error.ts';
import type { ZipMember } from '../zip-container.ts';
import { asksForPassword, commonSwitches, passwordSwitch } from './archive-listing.ts';
import { runSevenZip } from './seven-zip.ts';

/**
 * A member that needs a password, or is compressed otherwise than by Deflate: given to 7-Zip as an
 * archive of its own, so that it costs no more than itself.
 *
 * @returns its content and the password that opened it
 * @throws IngestError encrypted, archive_truncated, archive_too_large, unsupported_format
 */
export async function unpackByProgram(
  member: ZipMember,
  budget: number,
  passwords: readonly string[],
): Promise<{ content: Uint8Array; password?: string | undefined }> {
  const { entry, name, packed } = member;
  if (packed instanceof IngestError) throw packed;
  const encrypted = entry.isEncrypted();
  const archive = archiveOf(member, packed);
  const most = Math.min(budget, entry.uncompressedSize);
  for (const password of encrypted ? passwords : [undefined]) {
    const switches = [...commonSwitches, ...passwordSwitch(password), '-tzip', '-o/out'];
    const run = await runSevenZip(archive, ['x', ...switches, '/in/archive'], most);
    const content = run.files[0]?.bytes;
    const whole = content?.length === entry.uncompressedSize && run.errors.length === 0;
    if (content && whole && run.status === 0) return { content, password };
    // ZipCrypto takes one wrong password in 256 for right: the data is then damaged.
    if (encrypted || asksForPassword(run)) continue;
    const unread = run.errors.some((line) => /unsupported/i.test(line));
    const code = unread ? 'unsupported_format' : 'archive_truncated';
    throw new IngestError(code, `${name}: compression method ${entry.compressionMethod}`);
  }
  throw new IngestError('encrypted', `${name} is encrypted`);
}

const memberName = Buffer.from('member');

/** A zip with one member (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), packed as it is. */
function archiveOf({ entry }: ZipMember, packed: Uint8Array): Buffer {
  // Sizes are in the headers; the fields for larger ones and for names are left out.
  const extra = Buffer.concat(
    entry.extraFields
      .filter(({ id }) => id === aesField)
      .map(({ id, data }) => Buffer.concat([uint16(id), uint16(data.length), data])),
  );
  const shared = Buffer.concat([
    uint16(63),
    uint16(entry.generalPurposeBitFlag & ~utf8Flag),
    uint16(entry.compressionMethod),
    uint16(entry.lastModFileTime),
    uint16(entry.lastModFileDate),
    uint32(entry.crc32),
    uint32(packed.length),
    uint32(entry.uncompressedSize),
    uint16(memberName.length),
    uint16(extra.length),
  ]);
  const local = Buffer.concat([uint32(0x04034b50), shared, memberName, extra]);
  // Made by, comment length, disk, attributes, place of the local header.
  const central = Buffer.concat([
    uint32(0x02014b50),
    uint16(63),
    shared,
    Buffer.alloc(14),
    memberName,
    extra,
  ]);
  const end = Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    uint16(1),
    uint16(1),
    uint32(central.length),
    uint32(local.length + packed.length),
    uint16(0),
  ]);
  return Buffer.concat([local, packed, central, end]);
}

/** How WinZip's AES keeps its key length and the true method (its AE-1 and AE-2). */
const aesField = 0x9901;
const utf8Flag = 0x0800;

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
