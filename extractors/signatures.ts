import type { Probe } from './extractor.ts';

/** How a format shows itself. All that is given must hold. */
interface Signature {
  /** What a person calls it. */
  readonly name: string;
  /** Bytes at the start of the file, or at `offset`. */
  readonly bytes?: readonly number[];
  readonly offset?: number;
  /** On the first kilobyte as Latin-1, NULs and byte order marks dropped. */
  readonly head?: RegExp;
  /** A member of the zip container. */
  readonly entry?: RegExp;
  /** A stream or storage of the OLE2 compound file. */
  readonly stream?: string;
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const pk = [0x50, 0x4b];

/** First match wins: the special before the general. */
const signatures: readonly Signature[] = [
  { name: 'PDF', head: /^.{0,1000}?%PDF-\d/s },
  { name: 'OFD', bytes: pk, entry: /^OFD\.xml$/i },
  { name: 'XLSX', bytes: pk, entry: /^xl\// },
  { name: 'PPTX', bytes: pk, entry: /^ppt\// },
  { name: 'ODT', bytes: pk, head: /mimetypeapplication\/vnd\.oasis\.opendocument\.text/ },
  { name: 'ODS', bytes: pk, head: /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/ },
  { name: 'OpenDocument', bytes: pk, head: /mimetypeapplication\/vnd\.oasis\.opendocument\./ },
  { name: 'ZIP', bytes: pk, entry: /./ },
  { name: 'ZIP (empty)', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'DOC / WPS', bytes: compoundFile, stream: 'WordDocument' },
  { name: 'XLS / ET', bytes: compoundFile, stream: 'Workbook' },
  { name: 'XLS', bytes: compoundFile, stream: 'Book' },
  { name: 'PPT / DPS', bytes: compoundFile, stream: 'PowerPoint Document' },
  { name: 'MSG', bytes: compoundFile, stream: '__properties_version1.0' },
  { name: 'OLE2', bytes: compoundFile },
  { name: 'RTF', head: /^\s*\{\\rtf/ },
  { name: 'MHTML', head: /^\s*(?:MIME-Version:|From:[^\n]*\n(?:[^\n]*\n)*?MIME-Version:)/i },
  {
    name: 'HTML',
    head: /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p)\b/is,
  },
  { name: 'XML', head: /^\s*<\?xml\b/ },
  { name: 'JSON', head: /^\s*(?:\{\s*"|\[\s*[[{"])/ },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'GIF', head: /^GIF8[79]a/ },
  { name: 'WebP', bytes: [0x57, 0x45, 0x42, 0x50], offset: 8, head: /^RIFF/ },
  { name: 'HEIC', head: /^.{0,4}ftyp(?:hei[cxs]|mif1)/s },
  { name: 'BMP', bytes: [0, 0, 0, 0], offset: 6, head: /^BM/ },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { name: 'SQLite', head: /^SQLite format 3/ },
];

/** The name of the format whose signature the file bears; undefined for plain text and unknowns. */
export function formatBySignature(probe: Probe): string | undefined {
  const head = headOf(probe.bytes);
  return signatures.find((signature) => matches(signature, probe, head))?.name;
}

/** The first kilobyte as Latin-1 without NULs and byte order marks, so that UTF-16 reads as well. */
export function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');
}

/** Is it an OLE2 compound file (MS-CFB), with or without documents inside? */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return compoundFile.every((byte, at) => bytes[at] === byte);
}

/**
 * Has a compound file an entry of this name? A directory entry (MS-CFB 2.6.1) has 128 bytes, is
 * aligned to them, and begins with its name in UTF-16LE, ended by a NUL.
 */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const needle = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = view.indexOf(needle); at >= 0; at = view.indexOf(needle, at + 1)) {
    if (at % 128 === 0) return true;
  }
  return false;
}

function matches(signature: Signature, probe: Probe, head: string): boolean {
  const { bytes = [], offset = 0, entry, stream } = signature;
  return (
    bytes.every((byte, at) => probe.bytes[offset + at] === byte) &&
    (!signature.head || signature.head.test(head)) &&
    (!entry || probe.zipEntries.some((name) => entry.test(name))) &&
    (!stream || hasStream(probe.bytes, stream))
  );
}
