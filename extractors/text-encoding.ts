import { createRequire } from 'node:module';

/** Bytes read as text. */
export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  /** U+FFFD in the text: characters that could not be read, or that an earlier program lost. */
  readonly replaced: number;
}

const byteOrderMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Enough to tell an encoding by; statistics over more change nothing. */
const sampleBytes = 65_536;

/** A text without a byte order mark may hold this share of unreadable characters, and no more. */
const lostShare = 0.01;

/**
 * Finds the encoding of a text and decodes it: byte order mark, strict UTF-8, UTF-16 by the places
 * of its NULs, GB18030, and Big5 where the GB18030 reading is unlikely. A text that no encoding
 * reads whole is read with replacement characters, counted, while they are few.
 *
 * @returns undefined for binary content and for text in no known encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeMarked(bytes, marked[0]);
  if (hasNul(bytes)) {
    const encoding = utf16ByNuls(bytes);
    return encoding ? accept(decodeStrict(bytes, encoding), isChineseOrLatin) : undefined;
  }
  return (
    accept(decodeStrict(bytes, 'utf-8'), isTextual) ??
    decodeDoubleByte(bytes) ??
    decodeDamaged(bytes)
  );
}

/**
 * Two bytes of a mark may begin a binary file by chance, the three of UTF-8 hardly. Yet a mark may
 * be wrong: some programs put that of UTF-8 before text in another encoding.
 */
function decodeMarked(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  if (encoding !== 'utf-8') return accept(decodeLossy(bytes, encoding), isChineseOrLatin);
  const rest = bytes.subarray(3);
  return (
    accept(decodeStrict(bytes, encoding), isTextual) ??
    acceptDamaged(decodeLossy(bytes, encoding), isTextual) ??
    (hasNul(rest) ? undefined : decodeDoubleByte(rest))
  );
}

/** No NUL and hardly a control character: text of some kind, even where no encoding fits. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return (
    !hasNul(bytes) && isTextual(Buffer.from(bytes.subarray(0, sampleBytes)).toString('latin1'))
  );
}

/**
 * GB18030 also "reads" most Big5 text, as rare characters: Big5 trail bytes lie below 0xA1 about
 * half of the time, those of simplified text practically never (GB 2312 rows have none).
 */
function decodeDoubleByte(bytes: Uint8Array): DecodedText | undefined {
  const gb = accept(decodeStrict(bytes, 'gb18030'), isChineseOrLatin);
  if (gb && shareInGb2312(bytes) >= 0.85) return gb;
  const big5 = isGuessedBig5(bytes) ? decodeStrict(bytes, 'big5') : undefined;
  return accept(big5, isChineseOrLatin) ?? gb;
}

function decodeDamaged(bytes: Uint8Array): DecodedText | undefined {
  const [best] = ['utf-8', 'gb18030']
    .map((encoding) => decodeLossy(bytes, encoding))
    .sort((a, b) => a.replaced - b.replaced);
  return acceptDamaged(best, isChineseOrLatin);
}

/** With few characters lost. */
function acceptDamaged(
  decoded: DecodedText | undefined,
  isPlausible: (text: string) => boolean,
): DecodedText | undefined {
  if (!decoded || decoded.replaced > Math.max(1, decoded.text.length * lostShare)) return undefined;
  return accept(decoded, isPlausible);
}

function decodeStrict(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, encoding, replaced: countReplaced(text) };
  } catch (error) {
    // A TypeError says that the bytes are not in this encoding, the very question asked.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decodeLossy(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, replaced: countReplaced(text) };
}

function accept(
  decoded: DecodedText | undefined,
  isPlausible: (text: string) => boolean,
): DecodedText | undefined {
  return decoded && isPlausible(decoded.text) ? decoded : undefined;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

function hasNul(bytes: Uint8Array): boolean {
  return bytes.includes(0);
}

/** Line ends and digits have a zero high byte: at odd places in little-endian text, else at even. */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  const places = [0, 0] as [number, number];
  bytes.subarray(0, sampleBytes).forEach((byte, at) => {
    if (byte === 0) places[at % 2 === 0 ? 0 : 1]++;
  });
  const [even, odd] = places;
  if (odd >= 9 * even && odd > 0) return 'utf-16le';
  return even >= 9 * odd && even > 0 ? 'utf-16be' : undefined;
}

function shareInGb2312(bytes: Uint8Array): number {
  let pairs = 0;
  let inGb2312 = 0;
  const end = Math.min(bytes.length, sampleBytes) - 1;
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++at] ?? 0;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) inGb2312++;
  }
  return pairs === 0 ? 1 : inGb2312 / pairs;
}

function isGuessedBig5(bytes: Uint8Array): boolean {
  // Large and seldom needed, so loaded here; the probe is synchronous, so by require.
  const jschardet = createRequire(import.meta.url)('jschardet') as typeof import('jschardet');
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, sampleBytes)));
  return /^big5/i.test(guess.encoding ?? '');
}

/** C0 controls other than white space; U+001A is the end mark of old DOS text files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/g;

function isTextual(text: string): boolean {
  const sample = text.slice(0, sampleBytes);
  return (sample.match(controls)?.length ?? 0) <= sample.length * 0.01;
}

const likely =
  /[\p{Script=Han}\x20-\x7e\s\u00a0-\u017f\u2010-\u27bf\u3000-\u303f\u3100-\u312f\uff01-\uff5e\uffe0-\uffe6]/gu;

function isChineseOrLatin(text: string): boolean {
  const sample = text.slice(0, sampleBytes);
  return isTextual(sample) && (sample.match(likely)?.length ?? 0) >= sample.length * 0.85;
}
