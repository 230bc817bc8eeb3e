import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ExtractedDocument } from '../schemas/document.ts';
import { errorText } from '../schemas/error-texts.ts';
import type { MappedForm } from '../schemas/form.ts';
import { IngestError } from '../schemas/ingest-error.ts';
import { normalizeText } from '../schemas/text.ts';
import type { CellRecord, DocumentRecord, LoadRecord } from '../warehouse/load-record.ts';
import { valuesPerDocument } from '../warehouse/tables.ts';
import type { Understood } from './understand.ts';

/** Which run loads, when, and under which path a file is known. */
export interface LoadPlace {
  readonly path: string;
  readonly runId: string;
  readonly ingestedAt: string;
}

/** A file's bytes by their hash and number. */
export interface Content {
  readonly documentId: string;
  readonly bytes: number;
}

/** No genuine document comes near; one made to must not end the run that loads it. */
function guardValues(forms: readonly MappedForm[]): void {
  let values = forms.length;
  for (const form of forms) {
    for (const field of Object.values(form)) if (Array.isArray(field)) values += field.length;
  }
  if (values >= valuesPerDocument) {
    throw new IngestError('archive_too_large', `${values} values, limit ${valuesPerDocument}`);
  }
}

/**
 * What the warehouse takes, of a file understood to the end.
 *
 * @throws IngestError archive_too_large
 */
export function loadRecordOf(understood: Understood, place: LoadPlace): LoadRecord {
  const { document, forms, anomalies } = understood;
  if (!document || !forms || !anomalies)
    throw new TypeError('Expected a file understood to the end');
  guardValues(forms);
  const record: DocumentRecord = {
    document_id: understood.documentId,
    path: place.path,
    file_name: understood.fileName,
    format: understood.format,
    bytes: understood.bytes,
    pages: document.pages,
    status: 'loaded',
    error_code: null,
    error_message: null,
    characters: understood.characters,
    unaccounted_characters: understood.unaccountedCharacters,
    extractor: document.extractor,
    ocr_engine: null,
    modified_at: document.modifiedAt,
    notices_json: JSON.stringify(understood.notices),
  };
  return {
    document: record,
    forms,
    cells: cellRecords(document),
    leftovers: document.leftovers,
    anomalies,
    run_id: place.runId,
    ingested_at: place.ingestedAt,
  };
}

/**
 * A file that could not be read, by name and reason. Content that was never seen has no hash, so
 * the file is known by its path's.
 */
export function failureRecord(
  content: Content | null,
  error: IngestError,
  place: LoadPlace,
): LoadRecord {
  const documentId =
    content?.documentId ?? createHash('sha256').update(`path:${place.path}`).digest('hex');
  const document: DocumentRecord = {
    document_id: documentId,
    path: place.path,
    file_name: basename(place.path),
    format: null,
    bytes: content?.bytes ?? null,
    pages: null,
    status: error.ignorable ? 'ignored' : 'failed',
    error_code: error.code,
    error_message: `${errorText(error.code, 'zh').what}（${error.message.split('\n')[0]}）`,
    characters: null,
    unaccounted_characters: null,
    extractor: null,
    ocr_engine: null,
    modified_at: null,
    notices_json: '[]',
  };
  const { runId: run_id, ingestedAt: ingested_at } = place;
  return { document, forms: [], cells: [], leftovers: [], anomalies: [], run_id, ingested_at };
}

function cellRecords(document: ExtractedDocument): CellRecord[] {
  const records: CellRecord[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const cell of block.cells) {
      records.push({
        table_no: block.tableNo,
        page: cell.page,
        row_no: cell.row + 1,
        column_no: cell.column + 1,
        row_span: cell.rowSpan,
        column_span: cell.columnSpan,
        text: normalizeText(cell.text),
        confidence: cell.confidence,
        box: cell.box,
      });
    }
  }
  return records;
}
