import { IngestError } from '../../schemas/ingest-error.ts';
import { type DecodedText, decodeText } from '../text-encoding.ts';

/** A declaration stands near the start (HTML 13.2.3.2 reads 1024 bytes; saved pages need more). */
const prescanned = 8192;

/** Labels that decode anything: what they declare proves nothing. */
const singleByte = /^(?:iso-?8859|latin|windows-125|us-ascii|ascii|cp125|x-mac|macintosh)/i;

/**
 * A page as text: by its byte order mark, as strict UTF-8, as it declares itself, or else by what its
 * bytes look like. A page of one encoding often declares another, so a declaration is believed only
 * where it reads the whole page.
 *
 * @param declared the encoding its carrier names, such as a MIME header
 * @throws IngestError encoding_unknown
 */
export function decodePage(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = (bytes[0] ?? 0) >= 0xef || bytes.subarray(0, prescanned).includes(0);
  const found =
    (marked ? decodeText(bytes) : undefined) ??
    decodeAs(bytes, 'utf-8') ??
    decodeAs(bytes, declared) ??
    decodeAs(bytes, declaredEncoding(bytes)) ??
    decodeText(bytes) ??
    decodeLossy(bytes, declared ?? declaredEncoding(bytes));
  if (!found) throw new IngestError('encoding_unknown', 'no known encoding reads this page');
  return found;
}

/** The encoding a page's own meta element or XML declaration names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, prescanned)).toString('latin1');
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return (meta ?? xml)?.[1];
}

function decodeAs(bytes: Uint8Array, label: string | undefined): DecodedText | undefined {
  if (label === undefined || singleByte.test(label) || /^utf-?16/i.test(label)) return undefined;
  try {
    const decoder = new TextDecoder(wider(label), { fatal: true });
    const text = decoder.decode(bytes);
    return { text, encoding: decoder.encoding, replaced: text.split('\ufffd').length - 1 };
  } catch (error) {
    // A label that no one knows (RangeError), or bytes that are not in it (TypeError).
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Last resort for a damaged page: one character in a hundred may be lost. */
function decodeLossy(bytes: Uint8Array, label: string | undefined): DecodedText | undefined {
  if (label === undefined || /^utf-?16/i.test(label)) return undefined;
  try {
    const decoder = new TextDecoder(wider(label));
    const text = decoder.decode(bytes);
    const replaced = text.split('\ufffd').length - 1;
    return replaced <= text.length * 0.01
      ? { text, encoding: decoder.encoding, replaced }
      : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** GB 2312 and GBK pages use characters of the larger set. */
function wider(label: string): string {
  return /^(?:gb|x-gbk|cp936|ms936|euc-cn|chinese)/i.test(label) ? 'gb18030' : label;
}
