/** Comments, long style sheets of other programs and white space may stand before the first tag. */
const inspected = 65_536;

const firstTag =
  /^<(?:!doctype\s+html|html|head|body|meta|title|base|link|style|script|table|tbody|tr|td|div|span|p|h[1-6]|center|font|br|hr|b|i|u|strong|em|ul|ol|li|a|img|form|section|article|main|header|nav|frameset|iframe|pre|blockquote)\b/i;

const closingTags = /<\/(?:td|tr|table|p|div|span|li|body|html)\s*>/gi;

/**
 * Is it HTML? By its first tag, or by closing tags where text or a stray tag stands first.
 *
 * @param isText whether the whole file decodes as text
 */
export function looksLikePage(bytes: Uint8Array, isText: boolean): boolean {
  const head = Buffer.from(bytes.subarray(0, inspected))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');
  const at = contentStart(head);
  const first = head.slice(at, at + 64);
  // Any XML may have elements called like those of HTML; only its root tells.
  if (/^\s*<\?xml\b/.test(head)) return /^<(?:!doctype\s+html|html)\b/i.test(first);
  if (firstTag.test(first)) return true;
  if (!isText || /^(?:\{\\rtf|%PDF)/.test(head)) return false;
  return (head.match(closingTags)?.length ?? 0) >= 3;
}

/** Where the first tag may stand: after white space, comments and processing instructions. */
function contentStart(head: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at++;
    const close = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '>' : null;
    if (close === null) return at;
    const end = head.indexOf(close, at);
    if (end < 0) return at;
    at = end + close.length;
  }
}
