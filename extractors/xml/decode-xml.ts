import { IngestError } from '../../schemas/ingest-error.ts';

/**
 * Bytes decoded at a time. The text of a whole part would outlive the young generation of the heap
 * and pile up, a part a document, until the next full collection.
 */
const pieceSize = 32 * 1024;

/**
 * A part's bytes as text, piece by piece: by byte order mark, by the zero bytes of UTF-16 without
 * one, or by the encoding its declaration names (XML 1.0, appendix F).
 *
 * @throws IngestError xml_malformed where the bytes are not in the encoding they claim
 */
export function* decodeXml(bytes: Uint8Array, part: string): Generator<string, void> {
  const encoding = findEncoding(bytes);
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let start = 0; start < bytes.length; start += pieceSize) {
      const end = start + pieceSize;
      yield decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
    }
  } catch (cause) {
    throw new IngestError('xml_malformed', `${part} is not in ${encoding}`, { cause });
  }
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(
    head,
  )?.[1];
  // Bytes that can be read as ASCII are not UTF-16, whatever the declaration says.
  return declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8';
}
