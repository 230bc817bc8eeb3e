import { crc32 } from 'node:zlib';
import type { ZipMember } from '../zip-container.ts';
import { decodeUtf8, nameDecoder } from './archive-names.ts';

/** Folders and links are no files (APPNOTE.TXT 4.4.15: the upper half is the Unix mode). */
export function isFile({ name, entry }: ZipMember): boolean {
  const madeOn = entry.versionMadeBy >>> 8;
  const type = (entry.externalFileAttributes >>> 28) & 0xf;
  const isLink = (madeOn === 3 || madeOn === 19) && type === 0xa;
  return !isLink && !name.endsWith('/') && name !== '';
}

/**
 * The members' names: as a Unicode field or the UTF-8 flag says, else UTF-8 where valid, else in the
 * one legacy encoding of the archive. Many writers set no flag, and some set it on GBK names.
 */
export function decodeZipNames(members: readonly ZipMember[]): string[] {
  const decode = nameDecoder(members.map(({ entry }) => entry.fileNameRaw));
  return members.map(({ entry }) => unicodePath(entry) ?? decode(entry.fileNameRaw));
}

const unicodePathField = 0x7075;

/** The Info-ZIP Unicode Path field (APPNOTE.TXT 4.6.9); stale where the name has changed since. */
function unicodePath({ extraFields, fileNameRaw }: ZipMember['entry']): string | undefined {
  const data = extraFields.find(({ id }) => id === unicodePathField)?.data;
  if (!data || data.length < 6 || data[0] !== 1) return undefined;
  return data.readUInt32LE(1) === crc32(fileNameRaw) ? decodeUtf8(data.subarray(5)) : undefined;
}
