import { decodeText } from '../text-encoding.ts';

/** A part of a mail as a file. */
export interface MailFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A mail's own text as a file beside its attachments; none where it says nothing. */
export function bodyMember(bytes: Uint8Array, kind: 'html' | 'txt' | 'rtf'): MailFile[] {
  const path = `正文.${kind}`;
  return saysSomething(bytes, kind) ? [{ path, content: bytes }] : [];
}

function saysSomething(bytes: Uint8Array, kind: 'html' | 'txt' | 'rtf'): boolean {
  if (kind === 'rtf') return bytes.length > 0;
  const text = decodeText(bytes)?.text;
  // What can't be decoded is for its reader to say.
  if (text === undefined) return bytes.length > 0;
  return kind === 'html' ? hasShownText(text) : text.trim() !== '';
}

/** Text outside tags, style sheets, scripts and comments; in time linear in the page's length. */
function hasShownText(html: string): boolean {
  const shown = html
    .split(/<(?=style\b|script\b|title\b|!--)/i)
    .map((piece, index) => {
      if (index === 0) return piece;
      const close = piece.startsWith('!--') ? /-->/ : /<\/(?:style|script|title)\s*>/i;
      const end = close.exec(piece);
      return end ? piece.slice(end.index + end[0].length) : '';
    })
    .join(' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ');
  return shown.trim() !== '';
}
