import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { createRequire } from 'node:module';
import type { EncryptedPart } from './encrypted-parts.ts';

const keyLengths: Readonly<Record<EncryptedPart['cipher'], number>> = {
  'aes-128-cbc': 16,
  'aes-192-cbc': 24,
  'aes-256-cbc': 32,
  blowfish: 16,
};

/**
 * A part of an OpenDocument package as it was before it was encrypted: still deflated
 * (OpenDocument 1.3 part 2, 3.4).
 *
 * @returns null where the password is another
 */
export function decryptPart(
  part: EncryptedPart,
  packed: Uint8Array,
  password: string,
): Uint8Array | null {
  const { cipher, salt, iterations, initialisation, checksum } = part;
  const startKey = createHash(part.startKey).update(password, 'utf8').digest();
  const key = pbkdf2Sync(startKey, salt, iterations, keyLengths[cipher], 'sha1');
  const plain =
    cipher === 'blowfish'
      ? decryptBlowfish(key, initialisation, packed)
      : decryptAes(cipher, key, initialisation, packed);
  if (!plain) return null;
  if (!checksum) return plain;
  const found = createHash(checksum.kind).update(plain.subarray(0, 1024)).digest();
  return found.equals(checksum.value) ? plain : null;
}

/** The last byte tells how many were added to fill the last block (XML Encryption 1.1, 5.2). */
function decryptAes(
  cipher: string,
  key: Buffer,
  initialisation: Buffer,
  packed: Uint8Array,
): Uint8Array | null {
  if (initialisation.length !== 16 || packed.length === 0 || packed.length % 16 !== 0) return null;
  const decipher = createDecipheriv(cipher, key, initialisation).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(packed), decipher.final()]);
  const added = padded[padded.length - 1] ?? 0;
  return added >= 1 && added <= 16 ? padded.subarray(0, padded.length - added) : null;
}

/** What is used of crypto-js, which brings no types: OpenSSL 3 has no Blowfish any more. */
interface CryptoJs {
  readonly Blowfish: {
    decrypt(
      cipher: { readonly ciphertext: object },
      key: object,
      options: { readonly iv: object; readonly mode: object; readonly padding: object },
    ): { toString(encoding: object): string };
  };
  readonly lib: { readonly WordArray: { create(bytes: Uint8Array): object } };
  readonly enc: { readonly Base64: object };
  readonly mode: { readonly CFB: object };
  readonly pad: { readonly NoPadding: object };
}

function decryptBlowfish(
  key: Buffer,
  initialisation: Buffer,
  packed: Uint8Array,
): Uint8Array | null {
  if (initialisation.length !== 8) return null;
  const { Blowfish, lib, enc, mode, pad } = createRequire(import.meta.url)('crypto-js') as CryptoJs;
  const words = (bytes: Uint8Array): object => lib.WordArray.create(new Uint8Array(bytes));
  const options = { iv: words(initialisation), mode: mode.CFB, padding: pad.NoPadding };
  const plain = Blowfish.decrypt({ ciphertext: words(packed) }, words(key), options);
  return Buffer.from(plain.toString(enc.Base64), 'base64');
}
