/** Elements that begin a new line; cells of a table are parted by TABs. */
const breaks =
  /^(?:address|article|blockquote|body|br|caption|dd|div|dl|dt|figure|footer|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul)$/;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  le: '≤',
  ge: '≥',
};

/**
 * The text of an HTML page: what stands outside its tags, comments, scripts and style sheets, a
 * line per block. No HTML parser: it builds no tree and repairs nothing, since the text is only
 * kept. It reads from mark to mark, in time linear in the page's length; markup that does not end
 * is kept as text, and so is an entity not in the list.
 */
export function htmlText(html: string): string {
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    text += plain(html.slice(at, open));
    const { end, shown } = readMark(html, open);
    text += shown;
    at = end;
  }
  text += plain(html.slice(at));
  return text
    .split('\n')
    .map((line) => line.replace(/^ +/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** What a mark shows, and where it ends. */
interface Mark {
  readonly end: number;
  readonly shown: string;
}

function readMark(html: string, open: number): Mark {
  if (html.startsWith('<!--', open)) return upTo(html, open, html.indexOf('-->', open + 4), 3);
  if (/^[!?]/.test(html.charAt(open + 1))) return upTo(html, open, html.indexOf('>', open), 1);
  const [, slash = '', raw] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
  if (raw === undefined) return { end: open + 1, shown: '<' };
  const name = raw.toLowerCase();
  const tag = upTo(html, open, tagEnd(html, open), 1);
  if (slash === '' && (name === 'script' || name === 'style')) {
    const close = new RegExp(`</${name}`, 'gi');
    close.lastIndex = tag.end;
    const found = close.exec(html);
    if (found) return { end: found.index, shown: '' };
    return { end: html.length, shown: plain(html.slice(tag.end)) };
  }
  if (tag.shown !== '') return tag;
  if (breaks.test(name)) return { ...tag, shown: '\n' };
  return { ...tag, shown: slash !== '' && (name === 'td' || name === 'th') ? '\t' : '' };
}

/** A mark ends where `found` says; one that never does is the rest of the text. */
function upTo(html: string, open: number, found: number, length: number): Mark {
  if (found >= 0) return { end: found + length, shown: '' };
  return { end: html.length, shown: plain(html.slice(open)) };
}

/** The `>` that ends a tag: one in a quoted attribute does not. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

/** Line ends of the page are spaces; entities are their characters. */
function plain(piece: string): string {
  return piece
    .replace(/\s+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (entity, decimal, hex, name) => {
      if (name !== undefined) return entities[String(name)] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : entity;
    });
}
