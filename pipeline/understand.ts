import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { unaccounted } from '../extractors/accounting.ts';
import { defaultLimits, type Limits } from '../extractors/extractor.ts';
import type { Anomaly } from '../schemas/anomaly.ts';
import type { DocumentFormat } from '../schemas/codes.ts';
import type { ExtractedDocument } from '../schemas/document.ts';
import type { MappedForm } from '../schemas/form.ts';
import type { Notice } from '../schemas/notice.ts';
import type { RecognizedForm } from '../schemas/recognized.ts';
import { checkDocument } from './stages/check.ts';
import { detect } from './stages/detect.ts';
import { mapForms } from './stages/map.ts';
import { recognize } from './stages/recognize.ts';
import type { LabelIndex } from './vocabulary/label-index.ts';

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
  readonly limits?: Limits;
  readonly stopAfter?: Stage;
}

/** sha256 of a file's bytes, hex: its document_id. */
export function documentIdOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The whole way of one file up to loading: detect → extract → recognise → map → check.
 *
 * @throws IngestError where the file can't be read whole
 */
export async function understand(
  bytes: Uint8Array,
  path: string,
  options: UnderstandOptions,
): Promise<Understood> {
  const stopAfter = options.stopAfter ?? 'check';
  const reached = (stage: Stage) => stages.indexOf(stopAfter) >= stages.indexOf(stage);
  const documentId = documentIdOf(bytes);
  const fileName = basename(path);
  const detected = await detect(bytes, fileName);
  const start = { documentId, fileName, bytes: bytes.length, format: detected.format };
  const nothing = { document: null, recognized: null, forms: null, anomalies: null };
  const uncounted = { characters: null, unaccountedCharacters: null };
  if (!reached('extract')) return { ...start, ...nothing, notices: [], ...uncounted };

  const extracted = await detected.extractor.extract(bytes, options.limits ?? defaultLimits);
  const document = extracted.value;
  const read = { ...start, ...nothing, document };
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
  const anomalies = reached('check') ? checkDocument({ fileName, forms }) : null;
  return { ...found, forms, anomalies, notices, ...accounts.counts };
}

/** Compares the source's characters with what is about to be loaded. */
function account(document: ExtractedDocument, forms: readonly MappedForm[]) {
  const { missing, surplus, sample } = unaccounted(
    document.sourceCharacters,
    heldTexts(document, forms),
    document.generated,
  );
  let characters = 0;
  for (const count of Object.values(document.sourceCharacters)) characters += count;
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
