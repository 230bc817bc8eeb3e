import { IngestError } from '../../schemas/ingest-error.ts';

/** What follows a file token by token (RTF 1.9.1, "Basic Entities"). */
export interface TokenSink {
  open(): void;
  close(): void;
  /** A control word, its backslash and delimiter left out: \fs24 is ("fs", 24). */
  word(name: string, parameter: number | null): void;
  /** A control symbol other than \'xx: "*", "~", "_", "-", "{" … */
  symbol(character: string): void;
  /** A byte of text, bare or as \'xx. */
  byte(value: number): void;
}

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Reads from the first brace to the one that closes it.
 *
 * @returns where that is, or null where the file ends before
 * @throws IngestError document_incomplete where binary data reaches beyond the file
 */
export function readTokens(bytes: Uint8Array, start: number, sink: TokenSink): number | null {
  const names: Names = new Map();
  let at = start;
  let depth = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === backslash) at = readControl(bytes, at + 1, sink, names);
    else {
      at++;
      if (byte === openBrace) {
        depth++;
        sink.open();
      } else if (byte === closeBrace) {
        sink.close();
        if (--depth === 0) return at;
      } else if (byte !== 0x0d && byte !== 0x0a && byte !== 0) sink.byte(byte);
    }
  }
  return null;
}

/** @param at behind the backslash */
function readControl(bytes: Uint8Array, at: number, sink: TokenSink, names: Names): number {
  const byte = bytes[at];
  if (byte === undefined) return at;
  if (isLetter(byte)) return readWord(bytes, at, sink, names);
  if (byte === 0x27) return readHex(bytes, at + 1, sink);
  // A backslash at the end of a line is a paragraph's end.
  if (byte === 0x0d || byte === 0x0a) sink.word('par', null);
  else if (byte === 0x09) sink.word('tab', null);
  else if (byte < 0x80) sink.symbol(String.fromCharCode(byte));
  else sink.byte(byte);
  return at + 1;
}

/**
 * The control words met so far, by their letters: of one string for each, all that look it up
 * later find its hash ready.
 */
type Names = Map<number, string>;

/** Letters that a number holds, 6 bits each; hardly any word has more. */
const longestKey = 8;
const mostNames = 2_000;

function nameOf(bytes: Uint8Array, start: number, end: number, names: Names): string {
  if (end - start > longestKey) return ascii(bytes, start, end);
  let key = 0;
  for (let at = start; at < end; at++) key = key * 64 + ((bytes[at] ?? 0) & 0x3f);
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = ascii(bytes, start, end);
  if (names.size < mostNames) names.set(key, name);
  return name;
}

function readWord(bytes: Uint8Array, start: number, sink: TokenSink, names: Names): number {
  let at = start;
  while (isLetter(bytes[at])) at++;
  const name = nameOf(bytes, start, at, names);
  let parameter: number | null = null;
  const signed = bytes[at] === 0x2d ? at + 1 : at;
  if (isDigit(bytes[signed])) {
    let end = signed;
    while (isDigit(bytes[end])) end++;
    parameter = Number(ascii(bytes, at, Math.min(end, signed + 10)));
    at = end;
  }
  if (bytes[at] === 0x20) at++;
  sink.word(name, parameter);
  return name === 'bin' ? skipBinary(bytes, at, parameter ?? 0) : at;
}

/** \bin: as many bytes as it says are no text, whatever they look like. */
function skipBinary(bytes: Uint8Array, at: number, length: number): number {
  const end = at + Math.max(0, length);
  if (end > bytes.length) {
    throw new IngestError('document_incomplete', `\\bin${length} reaches beyond the file`);
  }
  return end;
}

function readHex(bytes: Uint8Array, at: number, sink: TokenSink): number {
  const high = hexDigit(bytes[at]);
  const low = hexDigit(bytes[at + 1]);
  if (high < 0 || low < 0) return at;
  sink.byte(high * 16 + low);
  return at + 2;
}

/** -1 where the byte is no hexadecimal digit. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  const last = Math.min(end, start + 64);
  let text = '';
  for (let at = start; at < last; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
