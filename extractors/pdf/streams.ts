import { constants, inflateSync } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { checkFontProgram } from './font-programs.ts';

/** The most that a byte of deflated data can become. */
const largestGrowth = 1032;

/** More filters than any writer puts on a stream. */
const mostTimes = 8;

/** A dictionary this long before its stream is looked through. */
const dictionaryLength = 4096;

/**
 * Inflates every deflated stream but images, before pdf.js does, to know two things it won't say:
 * that they don't grow beyond the limit, and that none is broken (pdf.js goes on with as much as it
 * could read). Streams of an encrypted file can't be looked into, nor those with another filter
 * outside; a worker's memory and time bound them.
 *
 * @throws IngestError archive_too_large, document_incomplete
 */
export function checkStreams(bytes: Uint8Array, limits: Limits): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return;
  let left = limits.inflatedBytes;
  let from = 0;
  for (;;) {
    const stream = nextStream(file, from);
    if (!stream) return;
    from = stream.end;
    const data = file.subarray(stream.start, stream.end);
    const deflated = isDeflated(stream.dictionary);
    checkFontProgram(stream.dictionary, data, deflated);
    if (!deflated) continue;
    left -= inflatedLength(data, stream.dictionary, left);
    if (left < 0) throw tooLarge(limits);
  }
}

interface Stream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

/** The next stream's dictionary, and where its data begin and end (ISO 32000-1, 7.3.8). */
function nextStream(file: Buffer, from: number): Stream | null {
  for (let at = file.indexOf('stream', from); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(from, at - dictionaryLength), at);
    if (!/>>\s*$/.test(before.slice(-16))) continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + lineFeed(file, at + 6);
    const end = file.indexOf('endstream', start);
    const object = Math.max(before.lastIndexOf(' obj'), 0);
    return { dictionary: before.slice(object), start, end: end < 0 ? file.length : end };
  }
  return null;
}

function lineFeed(file: Buffer, at: number): number {
  return file[at] === 0x0a || (file[at] === 0x0d && file[at + 1] === 0x0a) ? 1 : 0;
}

/** Is deflate the outermost filter, and are the data no picture? */
function isDeflated(dictionary: string): boolean {
  return (
    /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary) &&
    !/\/Subtype\s*\/Image\b/.test(dictionary)
  );
}

/** How many filters, from the outermost on, are deflate. */
function deflatedTimes(dictionary: string): number {
  const [filters = ''] = /\/Filter\s*\[?(?:\s*\/(?:FlateDecode|Fl)\b)+/.exec(dictionary) ?? [];
  return Math.min(mostTimes, filters.split(/\/Fl/).length - 1);
}

function inflatedLength(data: Buffer, dictionary: string, left: number): number {
  // Fonts, colour profiles and metadata say nothing of the text; images inside the text do.
  const matters =
    !/\/(?:Length[123]|N|Alternate|Metadata)\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType|XML)/.test(
      dictionary,
    );
  if (!matters && data.length * largestGrowth <= left) return 0;
  try {
    let content = data;
    let length = 0;
    // Deflated over again, a kilobyte may come to gigabytes.
    for (let times = deflatedTimes(dictionary); times > 0; times--) {
      content = inflateSync(content, {
        maxOutputLength: Math.max(1, left - length),
        // The checksum at the end is missing in many a sound file.
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      length += content.length;
    }
    return length;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return left + 1;
    if (!matters || isOnlyChecksum(cause)) return data.length;
    throw new IngestError('document_incomplete', 'a stream of the file is damaged', { cause });
  }
}

function isOnlyChecksum(cause: unknown): boolean {
  return cause instanceof Error && /incorrect (?:data|length) check/.test(cause.message);
}

function tooLarge({ inflatedBytes }: Limits): IngestError {
  return new IngestError('archive_too_large', `streams of more than ${inflatedBytes} bytes`);
}
