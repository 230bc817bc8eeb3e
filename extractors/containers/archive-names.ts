import { decodeText } from '../text-encoding.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8, or undefined where the bytes are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    // A TypeError is the answer: the bytes are not UTF-8.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * A reader of names in an archive's own, undeclared encoding: UTF-8 where a name is valid in it, else
 * the one of all such names together, since a single name is too short to tell GB18030 from Big5.
 */
export function nameDecoder(names: readonly Uint8Array[]): (raw: Uint8Array) => string {
  const others = names.filter((name) => decodeUtf8(name) === undefined);
  const joined = Buffer.concat(others.flatMap((name) => [name, Buffer.from('\n')]));
  const found = joined.length === 0 ? undefined : decodeText(joined)?.encoding;
  const legacy = new TextDecoder(found === 'big5' ? 'big5' : 'gb18030');
  return (raw) => decodeUtf8(raw) ?? legacy.decode(raw);
}
