import type { ExtractedDocument } from '../schemas/document.ts';
import { normalizeText } from '../schemas/text.ts';
import type { CellRecord, DocumentRecord, LoadRecord } from '../warehouse/load-record.ts';
import type { Understood } from './understand.ts';

/** Which run loads, when, and under which path a file is known. */
export interface LoadPlace {
  readonly path: string;
  readonly runId: string;
  readonly ingestedAt: string;
}

/** What the warehouse takes, of a file understood to the end. */
export function loadRecordOf(understood: Understood, place: LoadPlace): LoadRecord {
  const { document, forms, anomalies } = understood;
  if (!document || !forms || !anomalies)
    throw new TypeError('Expected a file understood to the end');
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
