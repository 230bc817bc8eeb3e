import { IngestError } from '../schemas/ingest-error.ts';
import type { Probe } from './extractor.ts';
import { decodeText } from './text-encoding.ts';
import { zipMemberNames } from './zip-container.ts';

/**
 * What a file is, as far as its bytes alone say: nothing is inflated and no name is asked.
 *
 * @throws IngestError encrypted, where that keeps even the names of a zip's members unread
 */
export async function probeFile(bytes: Uint8Array): Promise<Probe> {
  const isZip = startsAsZip(bytes);
  const decoded = isZip ? undefined : decodeText(bytes);
  return {
    zipEntries: isZip ? await entriesOf(bytes) : [],
    text: decoded ? { encoding: decoded.encoding } : null,
    bytes,
  };
}

/** A zip cut off has lost its directory: there are no names to know its format by. */
async function entriesOf(bytes: Uint8Array): Promise<string[]> {
  try {
    return await zipMemberNames(bytes);
  } catch (error) {
    if (error instanceof IngestError && error.code === 'archive_truncated') return [];
    throw error;
  }
}

/** A local file header first, or the end record of an empty archive. */
export function startsAsZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  if (p !== 0x50 || k !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}
