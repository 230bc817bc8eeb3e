import type { Container } from '../../extractors/container.ts';
import { containerOf } from '../../extractors/containers.ts';
import type { Probe } from '../../extractors/extractor.ts';
import { probeFile, startsAsZip } from '../../extractors/probe.ts';
import { type Reading, readingOf } from '../../extractors/registry.ts';
import {
  formatBySignature,
  hasStream,
  headOf,
  isCompoundFile,
} from '../../extractors/signatures.ts';
import { looksLikeText } from '../../extractors/text-encoding.ts';
import { IngestError } from '../../schemas/ingest-error.ts';

/** What a file is: a document and who reads it, or a container of files. */
export type Detected = DetectedDocument | DetectedContainer;

export interface DetectedDocument extends Reading {
  readonly kind: 'document';
}

export interface DetectedContainer {
  readonly kind: 'container';
  readonly container: Container;
}

/**
 * Finds who reads a file, by its content. The name only helps where the content says nothing.
 *
 * @throws IngestError file_empty, temporary_file, executable_file, encrypted, archive_truncated,
 *   document_incomplete, encoding_unknown or unsupported_format
 */
export async function detect(bytes: Uint8Array, fileName: string): Promise<Detected> {
  if (bytes.length === 0) throw new IngestError('file_empty', '0 bytes');
  refuseByContent(bytes);
  const probe = await probeFile(bytes);
  const container = containerOf(probe);
  if (container) return { kind: 'container', container };
  const reading = readingOf(probe, fileName);
  if (reading) return { kind: 'document', ...reading };
  throw whyUnread(probe, fileName);
}

/**
 * As detect, of a file that must be a document.
 *
 * @throws IngestError also archive_opened, of a container
 */
export async function detectDocument(
  bytes: Uint8Array,
  fileName: string,
): Promise<DetectedDocument> {
  return asDocument(await detect(bytes, fileName));
}

/** @throws IngestError archive_opened: a container's members are documents, it is none itself */
export function asDocument(detected: Detected): DetectedDocument {
  if (detected.kind === 'document') return detected;
  throw new IngestError('archive_opened', detected.container.name);
}

/** What another program left behind, or is run rather than read: known by its first bytes. */
const refused: readonly {
  readonly code: 'temporary_file' | 'executable_file';
  readonly what: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}[] = [
  { code: 'temporary_file', what: 'lock file of an open document', matches: isLockFile },
  { code: 'temporary_file', what: 'lock file of an open document', matches: isTextLock },
  { code: 'temporary_file', what: 'Thumbs.db', matches: isThumbnailCache },
  {
    code: 'temporary_file',
    what: '.DS_Store',
    matches: startsWith(0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31),
  },
  { code: 'temporary_file', what: 'AppleDouble', matches: startsWith(0x00, 0x05, 0x16, 0x07) },
  { code: 'temporary_file', what: 'desktop.ini', matches: isFolderSettings },
  { code: 'executable_file', what: 'Windows program', matches: isWindowsProgram },
  { code: 'executable_file', what: 'ELF program', matches: startsWith(0x7f, 0x45, 0x4c, 0x46) },
  { code: 'executable_file', what: 'Mach-O program', matches: startsWith(0xcf, 0xfa, 0xed, 0xfe) },
  { code: 'executable_file', what: 'Java class', matches: startsWith(0xca, 0xfe, 0xba, 0xbe) },
  { code: 'executable_file', what: 'script', matches: startsWith(0x23, 0x21) },
];

function refuseByContent(bytes: Uint8Array): void {
  const found = refused.find(({ matches }) => matches(bytes));
  if (found) throw new IngestError(found.code, found.what);
  if (isCompoundFile(bytes) && hasStream(bytes, 'EncryptedPackage')) {
    throw new IngestError('encrypted', 'Office document with a password to open');
  }
}

function whyUnread(probe: Probe, fileName: string): IngestError {
  const { bytes, zipEntries } = probe;
  if (startsAsZip(bytes) && zipEntries.length === 0 && bytes[2] === 3) {
    return new IngestError('archive_truncated', 'zip container without a whole central directory');
  }
  if (zipEntries.some((name) => name.startsWith('word/'))) {
    return new IngestError('document_incomplete', 'DOCX without word/document.xml');
  }
  if (zipEntries.includes('encrypted-package')) {
    throw new IngestError('encrypted', 'OpenDocument package encrypted as a whole');
  }
  const format = formatBySignature(probe);
  const temporary = temporaryByName(fileName);
  if (temporary && (format === undefined || format === 'OLE2')) {
    return new IngestError('temporary_file', temporary);
  }
  if (format) return new IngestError('unsupported_format', format);
  if (looksLikeText(bytes)) {
    return new IngestError('encoding_unknown', 'no known encoding reads this text');
  }
  if (isPartName(fileName)) {
    return new IngestError(
      'archive_truncated',
      'one part of an archive in several; join them first',
    );
  }
  const extension = /\.\w{1,8}$/.exec(fileName)?.[0] ?? 'none';
  return new IngestError('unsupported_format', `unknown content, extension ${extension}`);
}

/** ".7z.002", ".zip.003", ".z01", ".r00": only the first part of an archive bears its mark. */
function isPartName(fileName: string): boolean {
  return /\.(?:\d{3}|[zr]\d{2})$/i.test(fileName);
}

/** For damaged leftovers of other programs, whose content says nothing any more. */
function temporaryByName(fileName: string): string | undefined {
  const name = fileName.replace(/^.*[\\/]/, '');
  if (/^(?:~\$|\.~)/.test(name)) return 'lock file of an open document';
  return /(?:thumbs\.db|\.ds_store|desktop\.ini)$/i.test(name) ? name : undefined;
}

function startsWith(...magic: readonly number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => magic.every((byte, at) => bytes[at] === byte);
}

/**
 * `~$…`, written beside an open document: the length of the user's name, the name padded by spaces
 * or NULs to over 50 bytes, and the same in UTF-16. Word writes 162 bytes, Excel and PowerPoint
 * 165, other suites about as many.
 */
function isLockFile(bytes: Uint8Array): boolean {
  const length = bytes[0] ?? 0;
  if (bytes.length < 150 || bytes.length > 180 || length === 0 || length > 54) return false;
  const padding = bytes.subarray(1 + length, 54);
  const wide = bytes.subarray(55);
  const isPad = (byte: number): boolean => byte === 0x20 || byte === 0;
  return padding.every(isPad) && wide.includes(0) && wide.subarray(-8).every(isPad);
}

/**
 * `.~lock.…#`, as LibreOffice writes it: one line of the user's names, the machine, the time and the
 * user's folder, ended by a semicolon.
 */
function isTextLock(bytes: Uint8Array): boolean {
  if (bytes.length > 4096) return false;
  const text = Buffer.from(bytes).toString('utf8');
  return /^(?:[^,\n]*,){3}\d\d\.\d\d\.\d{4} \d\d:\d\d,[^,\n]*;\s*$/.test(text);
}

function isThumbnailCache(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes)) return false;
  return hasStream(bytes, 'Catalog') && !hasStream(bytes, 'WordDocument');
}

function isFolderSettings(bytes: Uint8Array): boolean {
  return /^\s*\[(?:\.ShellClassInfo|ViewState|LocalizedFileNames)\]/i.test(headOf(bytes));
}

/** MZ alone could begin a text; a program has NULs in its header. */
function isWindowsProgram(bytes: Uint8Array): boolean {
  return bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.subarray(0, 64).includes(0);
}
