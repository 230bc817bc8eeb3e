import { constants, inflateRawSync } from 'node:zlib';
import type { DocumentFormat } from '../../schemas/codes.ts';
import type { Probe } from '../extractor.ts';
import { startsAsZip } from '../probe.ts';
import { hasStream, isCompoundFile } from '../signatures.ts';
import { zipMemberNames } from '../zip-container.ts';
import { isWorkbookPart } from './xlsx/workbook-part.ts';

/** How a workbook is written down. */
export type SpreadsheetKind =
  | 'xlsx'
  /** Excel's binary package. */
  | 'xlsb'
  | 'ods'
  /** BIFF5 to BIFF8 in a compound file. */
  | 'xls'
  /** BIFF2 to BIFF4: records and nothing around them. */
  | 'records'
  /** An Office package in a compound file that a password opens. */
  | 'encrypted';

/** What a workbook counts as; by its content, the name only tells WPS's own ending. */
export function formatOf(probe: Probe, fileName: string): DocumentFormat | null {
  const kind = kindBy(probe.bytes, probe.zipEntries);
  if (kind === null || kind === 'encrypted') return null;
  if (kind === 'ods') return 'ods';
  if (/\.ett?$/i.test(fileName)) return 'et';
  return kind === 'xlsx' || kind === 'xlsb' ? 'xlsx' : 'xls';
}

/** How the bytes of a workbook are to be read; null where they are none. */
export async function kindOf(bytes: Uint8Array): Promise<SpreadsheetKind | null> {
  const names = startsAsZip(bytes) ? await zipMemberNames(bytes) : [];
  return kindBy(bytes, names);
}

function kindBy(bytes: Uint8Array, names: readonly string[]): SpreadsheetKind | null {
  if (names.some(isWorkbookPart)) return 'xlsx';
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return 'xlsb';
  if (names.includes('content.xml') && isSpreadsheetMime(bytes)) return 'ods';
  if (isCompoundFile(bytes)) {
    // A Word document may hold a workbook of its own; its main stream says what the file is.
    if (hasStream(bytes, 'WordDocument')) return null;
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
    if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted';
    return isCutWorkbook(bytes) ? 'xls' : null;
  }
  return isRecordStream(bytes) ? 'records' : null;
}

/** BOF of a BIFF8 workbook ([MS-XLS] 2.4.21). */
const workbookBegins = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);

/**
 * A compound file whose directory is cut off, where a workbook begins a sector, or one of the 64
 * bytes for short streams ([MS-CFB] 2.2).
 */
function isCutWorkbook(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf(workbookBegins, 512);
  while (at >= 0 && at % 64 !== 0) at = file.indexOf(workbookBegins, at + 1);
  return at >= 0;
}

/**
 * The member "mimetype" is to stand first and as it is (OpenDocument 1.3 part 2, 3.3); some writers
 * put it elsewhere or compress it all the same.
 */
function isSpreadsheetMime(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = view.indexOf('mimetype'); at >= 0; at = view.indexOf('mimetype', at + 1)) {
    if (at < 30 || view.readUInt32LE(at - 30) !== localHeader) continue;
    const start = at + 'mimetype'.length + view.readUInt16LE(at - 2);
    const content = view.subarray(start, start + 200);
    return content.toString('latin1').startsWith(mime) || inflatesToMime(content);
  }
  return false;
}

const localHeader = 0x04034b50;
const mime = 'application/vnd.oasis.opendocument.spreadsheet';

function inflatesToMime(content: Uint8Array): boolean {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 200 };
    return inflateRawSync(content, options).toString('latin1').startsWith(mime);
  } catch (error) {
    // What does not inflate to so little is no mimetype.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** A BOF record of BIFF2, 3 or 4 of a sheet or a workspace ([MS-XLS] 2.4.21 and its forerunners). */
function isRecordStream(bytes: Uint8Array): boolean {
  const [low, version, length, high] = bytes;
  const types = [0x10, 0x20, 0x40, 0x00];
  return (
    low === 0x09 &&
    (version === 0 || version === 2 || version === 4) &&
    high === 0 &&
    (length === 4 || length === 6) &&
    types.includes(bytes[6] ?? -1)
  );
}
