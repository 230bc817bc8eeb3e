import type { Probe } from './extractor.ts';
import { decodeText } from './txt/decode.ts';
import { zipEntryNames } from './zip-entry-names.ts';

/** What a file is, as far as its bytes alone say: nothing is inflated and no name is asked. */
export function probeFile(bytes: Uint8Array): Probe {
  const isZip = startsAsZip(bytes);
  const decoded = isZip ? undefined : decodeText(bytes);
  return {
    zipEntries: isZip ? zipEntryNames(bytes) : [],
    text: decoded ? { encoding: decoded.encoding } : null,
    bytes,
  };
}

/** A local file header first, or the end record of an empty archive. */
export function startsAsZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  if (p !== 0x50 || k !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}
