import { isMultiByte } from './code-pages.ts';

/**
 * The text of bytes in a font's encoding. Writers give double-byte text in fonts that claim to be
 * Western: where the bytes are such text in another encoding at hand, they are read so.
 */
export function decodeBytes(bytes: Uint8Array, own: string, others: readonly string[]): string {
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
  if (isMultiByte(own)) return decoder(own).decode(bytes);
  for (const other of others) {
    if (!isMultiByte(other)) continue;
    const text = readAsDoubleByte(bytes, other);
    if (text !== null) return text;
  }
  return own === 'windows-1252' ? decodeWestern(bytes) : decoder(own).decode(bytes);
}

/** Windows code page 1252 from 0x80 on; the TextDecoder of Node 20 leaves these as controls. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWestern(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => western.charAt(control.charCodeAt(0) - 0x80));
}

/** Whether the last byte only begins a character, whose rest the next run may hold. */
export function endsInsideCharacter(bytes: Uint8Array, encoding: string): boolean {
  if (!isMultiByte(encoding) || encoding === 'utf-8') return false;
  let at = 0;
  while (at < bytes.length) at += isLead(bytes[at] ?? 0, encoding) ? 2 : 1;
  return at > bytes.length;
}

function isLead(byte: number, encoding: string): boolean {
  if (encoding === 'shift_jis') return (byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0;
  return byte >= 0x81 && byte < 0xff;
}

/** What stands in Chinese, Japanese and Korean text beside ASCII. */
const eastAsian =
  /^[\u0020-\u007e\u00b7\u00d7\u2010-\u2027\u2030-\u203b\u2100-\u27bf\u3000-\u30ff\u3220-\u33ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffee]*$/;

function readAsDoubleByte(bytes: Uint8Array, encoding: string): string | null {
  // Quotation marks and dashes of Western code pages: alone they are no double-byte text.
  if (bytes.every((byte) => byte < 0xa0)) return null;
  try {
    const text = decoder(encoding, true).decode(bytes);
    return eastAsian.test(text.replace(/[\t\n]/g, '')) ? text : null;
  } catch (error) {
    // A TypeError says that the bytes are not in this encoding, the very question asked.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(encoding: string, fatal = false): InstanceType<typeof TextDecoder> {
  const key = `${encoding}/${fatal}`;
  let found = decoders.get(key);
  if (!found) {
    found = new TextDecoder(encoding, { fatal, ignoreBOM: true });
    decoders.set(key, found);
  }
  return found;
}
