import { IngestError } from '../../schemas/ingest-error.ts';

/**
 * Is the file here to its end? A reader of PDF mends what is cut off by leaving out what is missing,
 * without a word; so what a whole file must end with is looked for first (ISO 32000-1, 7.5.5).
 *
 * @throws IngestError archive_truncated
 */
export function checkComplete(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkLength(file);
  const end = file.lastIndexOf('startxref');
  if (end < 0) throw truncated('it has no startxref');
  // An update that was cut off: objects, and no end of theirs.
  if (/\d\s+\d+\s+obj\b/.test(file.toString('latin1', end, Math.min(file.length, end + 65_536)))) {
    throw truncated('objects stand after its last startxref');
  }
}

/** A file made for reading page by page says how long it is (annex F). */
function checkLength(file: Buffer): void {
  const head = file.toString('latin1', 0, 1024);
  if (!/\/Linearized\b/.test(head)) return;
  const length = /\/L\s+(\d+)/.exec(head)?.[1];
  if (length !== undefined && Number(length) > file.length) {
    throw truncated(`${file.length} of ${length} bytes`);
  }
}

function truncated(what: string): IngestError {
  return new IngestError('archive_truncated', what);
}
