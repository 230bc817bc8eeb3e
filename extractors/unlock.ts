import type { Limits } from './extractor.ts';
import { unlockPackage } from './odt/unlock-package.ts';
import { openCompoundFile } from './ole/compound-file.ts';
import { copyStorage } from './ole/copy-storage.ts';
import { isCompoundFile } from './signatures.ts';

/** What Excel writes where a workbook is protected but opens without asking ([MS-OFFCRYPTO] 2.4.2). */
const openToAll = 'VelvetSweatshop';

/**
 * A document with a password to open, of Office or OpenDocument, decrypted by the first that fits.
 *
 * @returns null where none does, or the bytes are no such document
 * @throws IngestError as unlockOffice and unlockPackage do
 */
export async function unlock(
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): Promise<Uint8Array | null> {
  return (await unlockOffice(bytes, passwords, limits)) ?? unlockPackage(bytes, passwords, limits);
}

/**
 * An Office document with a password to open ([MS-OFFCRYPTO]: ECMA-376 standard and agile, RC4,
 * RC4 CryptoAPI, XOR), decrypted by the first password that fits.
 *
 * @returns null where none does, or the bytes are no encrypted compound file
 * @throws IngestError archive_truncated, archive_too_large of a damaged compound file
 */
export async function unlockOffice(
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): Promise<Uint8Array | null> {
  if (!isCompoundFile(bytes)) return null;
  const { default: crypto } = await import('officecrypto-tool');
  // Rewritten first: what decrypts it is not made for a directory that runs in circles.
  const buffer = Buffer.from(await copyStorage(openCompoundFile(bytes), limits));
  for (const password of [openToAll, ...passwords]) {
    const plain = await crypto.decrypt(buffer, { password }).catch((error: unknown) => {
      // A password that does not fit and a structure that can't be decrypted end alike: unread.
      if (error instanceof Error) return null;
      throw error;
    });
    if (plain) return new Uint8Array(plain);
  }
  return null;
}
