import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { unaccounted } from '../extractors/accounting.ts';
import type { Attachment, Extraction, PagePicture } from '../extractors/extractor.ts';
import { unlock } from '../extractors/unlock.ts';
import type { Anomaly } from '../schemas/anomaly.ts';
import type { DocumentFormat } from '../schemas/codes.ts';
import type { ExtractedDocument } from '../schemas/document.ts';
import type { MappedForm } from '../schemas/form.ts';
import { IngestError } from '../schemas/ingest-error.ts';
import type { Notice } from '../schemas/notice.ts';
import type { RecognizedForm } from '../schemas/recognized.ts';
import { defaultReadSettings, type ReadSettings } from './read-settings.ts';
import { checkDocument } from './stages/check.ts';
import { asDocument, type Detected, type DetectedDocument, detect } from './stages/detect.ts';
import { mapForms } from './stages/map.ts';
import { recognize } from './stages/recognize.ts';
import type { LabelIndex } from './vocabulary/label-index.ts';

/** Characters of one document: a shelf of books has fewer. What follows keeps them several times. */
const mostCharacters = 20_000_000;

/** Paragraphs and tables of one document: a thousand pages have fewer. */
const mostBlocks = 200_000;

/** The stages before loading, in their order. */
export const stages = ['detect', 'extract', 'recognize', 'map', 'check'] as const;
export type Stage = (typeof stages)[number];

/** A file understood as far as it was asked for; what a later stage gives is null. */
export interface Understood {
  readonly documentId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly format: DocumentFormat;
  readonly document: ExtractedDocument | null;
  /** Documents inside it; each is a file of its own. */
  readonly attachments: readonly Attachment[];
  readonly recognized: readonly RecognizedForm[] | null;
  readonly forms: readonly MappedForm[] | null;
  readonly anomalies: readonly Anomaly[] | null;
  readonly notices: readonly Notice[];
  /** Non-space characters of the source, and how many of them nothing holds; null before `map`. */
  readonly characters: number | null;
  readonly unaccountedCharacters: number | null;
}

export interface UnderstandOptions {
  readonly labels: LabelIndex;
  readonly settings?: ReadSettings;
  readonly stopAfter?: Stage;
}

/** A file detected, and its bytes as they are read: decrypted where it had a password. */
export interface OpenedFile {
  readonly detected: Detected;
  readonly plain: Uint8Array;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** An opened file that is a document. */
export interface OpenedDocument extends OpenedFile {
  readonly detected: DetectedDocument;
  readonly convertedFrom?: ConvertedFrom | null;
}

/** The file that another program rewrote before it was read: it is what the warehouse knows. */
export interface ConvertedFrom {
  readonly documentId: string;
  readonly bytes: number;
  /** "LibreOffice 7.4.7.2" */
  readonly by: string;
}

/** sha256 of a file's bytes, hex: its document_id. */
export function documentIdOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What a file is; one that only a password opens is opened by one of the settings.
 *
 * @param path its last part is the file's name
 * @throws IngestError as detect does
 */
export async function openFile(
  bytes: Uint8Array,
  path: string,
  settings: ReadSettings = defaultReadSettings,
): Promise<OpenedFile> {
  const fileName = basename(path);
  return unlocking(bytes, settings, async (plain) => ({
    detected: await detect(plain, fileName),
    plain,
    bytes,
    fileName,
  }));
}

/**
 * The whole way of one document up to loading: detect → extract → recognise → map → check.
 *
 * @throws IngestError where the file can't be read whole; archive_opened of a container, whose
 *   members have this way to go each
 */
export async function understand(
  bytes: Uint8Array,
  path: string,
  options: UnderstandOptions,
): Promise<Understood> {
  const file = await openFile(bytes, path, options.settings);
  return understandOpened({ ...file, detected: asDocument(file.detected) }, options);
}

/** As understand does, of a document opened already. */
export async function understandOpened(
  file: OpenedDocument,
  options: UnderstandOptions,
): Promise<Understood> {
  const stopAfter = options.stopAfter ?? 'check';
  const reached = (stage: Stage) => stages.indexOf(stopAfter) >= stages.indexOf(stage);
  const { detected, bytes, fileName, convertedFrom } = file;
  const documentId = convertedFrom?.documentId ?? documentIdOf(bytes);
  const format: DocumentFormat = convertedFrom ? 'doc' : detected.format;
  const size = convertedFrom?.bytes ?? bytes.length;
  const start = { documentId, fileName, bytes: size, format };
  const nothing = {
    document: null,
    attachments: [],
    recognized: null,
    forms: null,
    anomalies: null,
  };
  const uncounted = { characters: null, unaccountedCharacters: null };
  if (!reached('extract')) return { ...start, ...nothing, notices: [], ...uncounted };

  const extracted = await extract(file, options.settings ?? defaultReadSettings);
  refuseTooLong(extracted.value);
  refuseTextless(extracted);
  const { extractor } = extracted.value;
  const by = convertedFrom ? `${extractor} (${convertedFrom.by})` : extractor;
  const document = { ...extracted.value, format, extractor: by };
  const read = { ...start, ...nothing, document, attachments: extracted.attachments ?? [] };
  if (!reached('recognize')) return { ...read, notices: extracted.notices, ...uncounted };

  const recognized = recognize(document, options.labels);
  const notices = [...extracted.notices, ...recognized.notices];
  const found = { ...read, recognized: recognized.value };
  if (!reached('map')) return { ...found, notices, ...uncounted };

  const input = { document, forms: recognized.value, documentId, fileName };
  const mapped = mapForms(input, options.labels);
  const forms = mapped.value;
  const accounts = account(document, forms);
  notices.push(...mapped.notices, ...accounts.notices);
  const { unreadPages = [] } = document;
  const anomalies = reached('check')
    ? checkDocument({ fileName, forms, unreadPages, notices })
    : null;
  return { ...found, forms, anomalies, notices, ...accounts.counts };
}

/** The document's pages as a person sees them; none of a format without pages. */
export async function picturesOf(
  { detected, plain }: OpenedDocument,
  { limits, passwords }: ReadSettings,
): Promise<readonly PagePicture[]> {
  const { extractor } = detected;
  return (await extractor.pictures?.(plain, limits, passwords)) ?? [];
}

function extract({ detected, plain }: OpenedDocument, settings: ReadSettings): Promise<Extraction> {
  const { extractor } = detected;
  const { limits, passwords } = settings;
  return unlocking(plain, settings, (bytes) => extractor.extract(bytes, limits, passwords));
}

/** Does something with a file's bytes; where they turn out to be encrypted, with them decrypted. */
async function unlocking<T>(
  bytes: Uint8Array,
  { passwords, limits }: ReadSettings,
  use: (plain: Uint8Array) => Promise<T>,
): Promise<T> {
  try {
    return await use(bytes);
  } catch (error) {
    const locked = error instanceof IngestError && error.code === 'encrypted';
    const plain = locked ? await unlock(bytes, passwords, limits) : null;
    if (!plain) throw error;
    return use(plain);
  }
}

/** A few kilobytes of a zip may come to hundreds of millions of letters. */
function refuseTooLong({ sourceCharacters, blocks }: ExtractedDocument): void {
  if (blocks.length > mostBlocks) {
    const detail = `${blocks.length} paragraphs and tables, limit ${mostBlocks}`;
    throw new IngestError('archive_too_large', detail);
  }
  const characters = sum(Object.values(sourceCharacters));
  if (characters > mostCharacters) {
    const detail = `${characters} characters, limit ${mostCharacters}`;
    throw new IngestError('archive_too_large', detail);
  }
}

/** What stands at a page's or sheet's edge says nothing of what is on it. */
const edges: ReadonlySet<string> = new Set(['header', 'footer', 'page_number', 'decoration']);

/** A document of pictures only, or of nothing: not read, not empty. Those inside it may have text. */
function refuseTextless({ value, attachments = [] }: Extraction): void {
  const { blocks, leftovers } = value;
  const inBlocks = blocks.some((block) =>
    block.kind === 'table'
      ? block.cells.some(({ text }) => text.trim() !== '')
      : block.text.trim() !== '',
  );
  if (inBlocks || attachments.length > 0) return;
  if (leftovers.some(({ reason }) => !edges.has(reason))) return;
  throw new IngestError('no_text', 'no text in the body; what it shows are pictures, if anything');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Compares the source's characters with what is about to be loaded. */
function account(document: ExtractedDocument, forms: readonly MappedForm[]) {
  const { missing, surplus, sample } = unaccounted(
    document.sourceCharacters,
    heldTexts(document, forms),
    document.generated,
  );
  const characters = sum(Object.values(document.sourceCharacters));
  const notices: Notice[] = [];
  if (missing > 0) {
    const message = `原文中有 ${missing} 个字符没有归入任何章节、单元格或剩余文本：${sample}`;
    notices.push({ code: 'characters-unaccounted', message, at: null });
  }
  if (surplus > 0) {
    notices.push({
      code: 'characters-surplus',
      message: `多出 ${surplus} 个原文没有的字符：${sample}`,
      at: null,
    });
  }
  return { counts: { characters, unaccountedCharacters: missing }, notices };
}

/** Every text that will stand in sections, raw_cells or leftovers. */
function* heldTexts(document: ExtractedDocument, forms: readonly MappedForm[]): Iterable<string> {
  for (const block of document.blocks) {
    if (block.kind === 'table') for (const cell of block.cells) yield cell.text;
  }
  for (const leftover of document.leftovers) yield leftover.text;
  for (const form of forms) {
    for (const { number_raw, heading, text } of form.sections) {
      for (const part of [number_raw, heading, text]) if (part !== null) yield part;
    }
  }
}
