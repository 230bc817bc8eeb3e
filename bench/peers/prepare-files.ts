import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWord } from '../../samples/generator/word.ts';
import { extensionOf, type PeerFile, type PeerFormat } from './formats.ts';
import { generatePeerDocuments, samplePeerDocuments } from './generate-documents.ts';
import { convertByOffice } from './office.ts';
import { type PageSize, withPageSize } from './page-size.ts';
import { isInstalled } from './run-command.ts';
import { type Truth, truthOf } from './truth.ts';
import { writeWorkbook } from './workbook-file.ts';

/** How the files of a format come about. */
type Making =
  | { readonly kind: 'written' }
  | { readonly kind: 'converted'; readonly from: 'docx' | 'xlsx'; readonly target: string }
  /** From Word files with pages of this size. */
  | { readonly kind: 'printed'; readonly page: PageSize };

const makings: Readonly<Record<PeerFormat, Making>> = {
  docx: { kind: 'written' },
  xlsx: { kind: 'written' },
  doc: { kind: 'converted', from: 'docx', target: 'doc:MS Word 97' },
  rtf: { kind: 'converted', from: 'docx', target: 'rtf:Rich Text Format' },
  odt: { kind: 'converted', from: 'docx', target: 'odt:writer8' },
  html: { kind: 'converted', from: 'docx', target: 'html:HTML (StarWriter)' },
  xls: { kind: 'converted', from: 'xlsx', target: 'xls:MS Excel 97' },
  ods: { kind: 'converted', from: 'xlsx', target: 'ods:calc8' },
  pdf: { kind: 'printed', page: { width: 11_906, height: 16_838 } },
  'pdf landscape': { kind: 'printed', page: { width: 16_838, height: 11_906 } },
  // So low that every table goes on over leaves.
  'pdf short': { kind: 'printed', page: { width: 11_906, height: 8_391 } },
};

/** A document as the two files that all others are made of. */
interface Original {
  readonly name: string;
  readonly truth: Truth;
  readonly docx: Uint8Array;
  /** Null of a document without a table. */
  readonly xlsx: Uint8Array | null;
}

/**
 * The samples and `count` generated documents in these formats, in a temporary folder that later
 * runs use again. Without LibreOffice only .docx and .xlsx can be written.
 */
export async function prepareFiles(
  count: number,
  formats: readonly PeerFormat[],
  say: (text: string) => void,
): Promise<PeerFile[]> {
  const originals = originalsOf(count);
  const folder = join(tmpdir(), 'guidang-peers', hashOf(originals));
  const office = await isInstalled('soffice');
  for (const format of ['docx', 'xlsx'] as const) writeOriginals(folder, format, originals);
  for (const format of formats) {
    const making = makings[format];
    // Written last: without it the files are a rest of a run that was broken off.
    const mark = join(folder, `${folderName(format)}.complete`);
    if (making.kind === 'written' || !office || existsSync(mark)) continue;
    say(`writing ${format}`);
    await make(folder, format, making, originals);
    writeFileSync(mark, '');
  }
  return formats.flatMap((format) =>
    originals
      .map(({ name, truth }) => ({
        path: pathOf(folder, format, name),
        format,
        truth: heldBy(format, truth),
      }))
      .filter(({ path }) => existsSync(path)),
  );
}

function originalsOf(count: number): Original[] {
  return [...samplePeerDocuments(), ...generatePeerDocuments(count)].map(
    ({ name, blocks, word }) => {
      const truth = truthOf(blocks);
      const xlsx = truth.tables.length > 0 ? writeWorkbook(truth.tables) : null;
      return { name, truth, docx: writeWord(blocks, word), xlsx };
    },
  );
}

/** Other files, and other writers of them, have a folder of their own. */
function hashOf(originals: readonly Original[]): string {
  const hash = createHash('sha256').update(JSON.stringify(makings));
  for (const { docx, truth } of originals) hash.update(docx).update(JSON.stringify(truth));
  return hash.digest('hex').slice(0, 16);
}

/** A workbook holds the tables alone. */
function heldBy(format: PeerFormat, truth: Truth): Truth {
  const making = makings[format];
  const isSheet = format === 'xlsx' || (making.kind === 'converted' && making.from === 'xlsx');
  return isSheet ? { ...truth, prose: '' } : truth;
}

function folderName(format: PeerFormat): string {
  return format.replace(' ', '-');
}

function pathOf(folder: string, format: PeerFormat, name: string): string {
  return join(folder, folderName(format), `${name}.${extensionOf(format)}`);
}

function writeOriginals(
  folder: string,
  format: 'docx' | 'xlsx',
  originals: readonly Original[],
): void {
  mkdirSync(join(folder, format), { recursive: true });
  for (const original of originals) {
    const bytes = original[format];
    if (bytes) writeFileSync(pathOf(folder, format, original.name), bytes);
  }
}

async function make(
  folder: string,
  format: PeerFormat,
  making: Exclude<Making, { kind: 'written' }>,
  originals: readonly Original[],
): Promise<void> {
  const target = join(folder, folderName(format));
  mkdirSync(target, { recursive: true });
  if (making.kind === 'converted') {
    const sources = originals
      .map(({ name }) => pathOf(folder, making.from, name))
      .filter((path) => existsSync(path));
    await convertByOffice(sources, making.target, target);
    return;
  }
  const sources = originals.map(({ name, docx }) => {
    const path = join(target, `${name}.docx`);
    writeFileSync(path, withPageSize(docx, making.page));
    return path;
  });
  await convertByOffice(sources, 'pdf', target);
}
