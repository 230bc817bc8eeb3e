import { crc32, inflateRawSync } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { startsAsZip } from '../probe.ts';
import { type WrittenMember, writeZip } from '../write-zip.ts';
import { unpackMember, type ZipMember, zipMembers } from '../zip-container.ts';
import { decryptPart } from './decrypt-part.ts';
import { type EncryptedPart, encryptedParts } from './encrypted-parts.ts';

const manifestPath = 'META-INF/manifest.xml';

/** The manifest of what is encrypted no longer: a reader looks for nothing else in it. */
const plainManifest = Buffer.from(
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
);

/**
 * An OpenDocument package (.odt, .ods) with a password to open, decrypted by the first that fits:
 * AES as OpenDocument 1.2 and LibreOffice write it, Blowfish as OpenOffice did.
 *
 * @returns null where none fits, or the bytes are no such package
 * @throws IngestError encrypted where it is so in a way not known; archive_truncated,
 *   archive_too_large of a damaged package
 */
export async function unlockPackage(
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): Promise<Uint8Array | null> {
  if (!startsAsZip(bytes)) return null;
  const members = await zipMembers(bytes);
  const manifest = members.find(({ name }) => name === manifestPath);
  if (!manifest) return null;
  const { parts, unknown } = encryptedParts(unpackMember(manifest, limits.inflatedBytes), limits);
  if (unknown !== null) throw new IngestError('encrypted', `encrypted by ${unknown}: not read`);
  const sealed = new Map(parts.map((part) => [part.path, part]));
  const smallest = members
    .filter(({ name }) => sealed.has(name))
    .sort((a, b) => a.entry.compressedSize - b.entry.compressedSize)[0];
  const probe = smallest && sealed.get(smallest.name);
  if (!probe) return null;
  const password = passwords.find((one) => decryptPart(probe, packedOf(smallest), one));
  return password === undefined ? null : rewrite(members, sealed, password, limits);
}

function packedOf({ packed }: ZipMember): Uint8Array {
  if (packed instanceof IngestError) throw packed;
  return packed;
}

function rewrite(
  members: readonly ZipMember[],
  sealed: ReadonlyMap<string, EncryptedPart>,
  password: string,
  limits: Limits,
): Uint8Array {
  let budget = limits.inflatedBytes;
  const written = members.map((member): WrittenMember => {
    const { name, entry } = member;
    const part = sealed.get(name);
    const { compressionMethod: method, crc32: crc, uncompressedSize: size } = entry;
    if (name === manifestPath) return stored(name, plainManifest);
    if (!part) return { name, method, crc, size, packed: packedOf(member) };
    const plain = decryptPart(part, packedOf(member), password);
    if (!plain) throw new IngestError('archive_truncated', `${name} does not decrypt`);
    if (part.size === 0) return stored(name, new Uint8Array());
    const content = inflate(name, plain, budget);
    budget -= content.length;
    return { name, method: 8, crc: crc32(content), size: content.length, packed: plain };
  });
  return writeZip(written);
}

function stored(name: string, packed: Uint8Array): WrittenMember {
  return { name, method: 0, crc: crc32(packed), size: packed.length, packed };
}

function inflate(name: string, packed: Uint8Array, budget: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (cause) {
    const code = cause instanceof RangeError ? 'archive_too_large' : 'archive_truncated';
    throw new IngestError(code, `${name} does not inflate`, { cause });
  }
}
