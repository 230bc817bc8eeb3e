import { probeFile, startsAsZip } from '../probe.ts';
import { formatBySignature } from '../signatures.ts';
import { htmlText } from './html-text.ts';

/**
 * The text of a file embedded as an alternative format (ECMA-376 part 1, 17.17.2.1): of a page its
 * text, of a text the whole; told by its bytes, whatever it is called.
 *
 * @returns null where it is in another format: a document, a picture
 */
export async function readEmbeddedChunk(bytes: Uint8Array): Promise<string | null> {
  if (startsAsZip(bytes)) return null;
  const probe = await probeFile(bytes);
  if (!probe.text) return null;
  const format = formatBySignature(probe);
  if (format !== undefined && format !== 'HTML') return null;
  const text = new TextDecoder(probe.text.encoding).decode(bytes);
  return format === 'HTML' ? htmlText(text) : text;
}
