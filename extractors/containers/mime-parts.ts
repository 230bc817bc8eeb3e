import { IngestError } from '../../schemas/ingest-error.ts';
import { decodeText } from '../text-encoding.ts';

/** A leaf of a MIME message, decoded to the bytes it carries. */
export interface MimePart {
  /** As its sender calls it; null for the body of a mail and the pages of an archive. */
  readonly name: string | null;
  /** Lower case: "text/html", "application/pdf". */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Shown in the body, a picture most often. */
  readonly inline: boolean;
}

/** A message taken apart; nothing in it is interpreted. */
export interface MimeMessage {
  readonly subject: string;
  readonly parts: readonly MimePart[];
}

/**
 * Takes a MIME message apart (RFC 2045 – 2049, 2231): parts in their order, messages inside it as
 * parts of type message/rfc822.
 *
 * @throws IngestError document_too_deep, file_unreadable
 */
export async function readMime(bytes: Uint8Array): Promise<MimeMessage> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    const mail = await PostalMime.parse(prepare(bytes), { forceRfc822Attachments: true });
    return {
      subject: mail.subject ?? '',
      parts: mail.attachments.map(({ filename, mimeType, content, related }) => ({
        name: filename,
        type: mimeType.toLowerCase().replace(/^text\/x-(html|plain)-part$/, 'text/$1'),
        bytes: restore(
          typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
          mimeType,
        ),
        inline: related === true,
      })),
    };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const code = cause.message.includes('nesting') ? 'document_too_deep' : 'file_unreadable';
    throw new IngestError(code, `MIME message: ${cause.message}`, { cause });
  }
}

const contentHeaders = /^(?:content-(?:type|disposition)|subject):[^\n]*(?:\n[ \t][^\n]*)*/gim;

/**
 * postal-mime joins all text parts to one string, decoded as they declare; pages and texts are wanted
 * as bytes here, each on its own, since many declare the wrong encoding. Under another type it gives
 * them as they are. Its headers are UTF-8; what older programs wrote raw in theirs becomes that.
 *
 * A message that says nothing of its type is plain text.
 */
function prepare(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [head = ''] = whole.trimStart().split(/\r?\n\r?\n/, 1);
  const typed = /^content-type:/im.test(head);
  const raw = typed ? whole : `Content-Type: text/plain\r\n${whole.trimStart()}`;
  const prepared = raw.replace(contentHeaders, (header) =>
    asUtf8(header).replace(/^(content-type:\s*text\/)(html|plain)\b/i, '$1x-$2-part'),
  );
  return Buffer.from(prepared, 'latin1');
}

/** Headers quoted in a text, or of a message inside the message, as they were. */
function restore(bytes: Uint8Array, type: string): Uint8Array {
  if (!/^(?:text|message)\//i.test(type)) return bytes;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const restored = raw.replace(/^(content-type:\s*text\/)x-(html|plain)-part\b/gim, '$1$2');
  return restored === raw ? bytes : Buffer.from(restored, 'latin1');
}

/** Bytes held as Latin-1, in UTF-8, held likewise. */
function asUtf8(header: string): string {
  if (!/[\u0080-\u00ff]/.test(header)) return header;
  const decoded = decodeText(Buffer.from(header, 'latin1'));
  return decoded ? Buffer.from(decoded.text, 'utf8').toString('latin1') : header;
}
