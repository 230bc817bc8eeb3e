import { constants, inflateSync } from 'node:zlib';
import { IngestError } from '../../schemas/ingest-error.ts';

/** A Type 1 font's clear text, which names its codes, is some ten kilobytes long. */
const clearText = 65_536;
const clearTextDeflated = 16_384;

/** Codes of a font are bytes; no damage that leaves a font of use makes them longer than two. */
const highestCode = 65_535;

/**
 * Refuses a Type 1 font (ISO 32000-1, 9.9) whose encoding names a code beyond all codes: pdf.js
 * makes a list as long as that, and goes through it once for every glyph, which has no end.
 *
 * @param dictionary of a stream
 * @throws IngestError document_incomplete
 */
export function checkFontProgram(dictionary: string, data: Buffer, isDeflated: boolean): void {
  if (!/\/Length1\b/.test(dictionary) || !/\/Length2\b/.test(dictionary)) return;
  const head = isDeflated ? inflatedHead(data) : data.subarray(0, clearText);
  const text = head?.toString('latin1', 0, clearText) ?? '';
  const from = text.indexOf('/Encoding');
  const end = text.indexOf('eexec', from);
  if (from < 0) return;
  for (const [, code = ''] of text
    .slice(from, end < 0 ? undefined : end)
    .matchAll(/\bdup\s+([^\s/[\]{}()]+)/g)) {
    // As pdf.js reads it: what is too long for 32 bits goes round.
    if ((Number.parseInt(code, 10) | 0) > highestCode) {
      throw new IngestError('document_incomplete', 'a font of the file is damaged');
    }
  }
}

/** The beginning of deflated data; null where it is none. The stream itself is judged elsewhere. */
function inflatedHead(data: Buffer): Buffer | null {
  try {
    return inflateSync(data.subarray(0, clearTextDeflated), {
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}
