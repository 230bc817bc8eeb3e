/** Headers end within this many bytes; those that tell a mail from a page stand among the first. */
const inspected = 65_536;

/** Headers of a message that was sent; a saved page has none of them. */
const sent = ['to', 'cc', 'received', 'message-id', 'delivered-to', 'return-path', 'x-mailer'];

/**
 * Is it a message (RFC 5322) or a page saved as one (MHTML, RFC 2557)? Both are MIME: what tells them
 * apart is that a page is multipart/related or HTML and was sent to nobody. A message forwarded inside
 * another may have kept little more than its subject.
 */
export function mailKind(bytes: Uint8Array): 'mail' | 'page' | null {
  const headers = readHeaders(bytes);
  if (headers.size < 2) return null;
  const type = headers.get('content-type') ?? '';
  const wasSent = sent.some((name) => headers.has(name));
  const isMime = headers.has('mime-version') || type !== '';
  if (isMime && !wasSent && /^(?:multipart\/related|text\/html)\b/i.test(type)) return 'page';
  const isMixed = isMime && /^multipart\/mixed\b/i.test(type);
  if (isMixed || (headers.has('mime-version') && headers.has('subject'))) return 'mail';
  const known = ['from', 'date', 'subject', ...sent].filter((name) => headers.has(name)).length;
  return known >= (isMime ? 1 : 3) && (wasSent || headers.has('from')) ? 'mail' : null;
}

/** The headers of a message by lower-case name; empty where it does not begin with one. */
function readHeaders(bytes: Uint8Array): ReadonlyMap<string, string> {
  const text = Buffer.from(bytes.subarray(0, inspected)).toString('latin1');
  const start = text.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '').replace(/^From [^\n]*\n/, '');
  const [head = ''] = start.split(/\r?\n\r?\n/, 1);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value = ''] = /^([!-9;-~]{1,60}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined) return headers;
    headers.set(name.toLowerCase(), value);
  }
  return headers;
}
