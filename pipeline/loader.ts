import { IngestError } from '../schemas/ingest-error.ts';
import { hasDocument, recordCopy } from '../warehouse/documents.ts';
import { loadDocument } from '../warehouse/load-document.ts';
import type { LoadRecord } from '../warehouse/load-record.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { type Content, failureRecord, type LoadPlace } from './load-record.ts';
import type { UnpackedContainer } from './workers/understand-worker.ts';

/** What became of one file. */
export interface FileResult {
  readonly path: string;
  readonly document_id: string;
  readonly status: 'loaded' | 'duplicate' | 'failed' | 'ignored';
  readonly forms: number;
  readonly anomalies: number;
  readonly unaccounted_characters: number | null;
  readonly error: IngestError | null;
}

/** Counts of a run. */
export interface IngestSummary {
  run_id: string;
  files: number;
  loaded: number;
  duplicates: number;
  failed: number;
  ignored: number;
  forms: number;
  anomalies: number;
}

export interface LoaderOptions {
  readonly runId: string;
  readonly now: () => Date;
  readonly onFile?: (result: FileResult) => void;
}

/** The last stage: what it writes, it counts and reports. */
export interface Loader {
  readonly summary: IngestSummary;
  place(path: string): LoadPlace;
  load(record: LoadRecord): void;
  /** @param content null where nothing of it was seen */
  fail(path: string, content: Content | null, error: IngestError): void;
  /** A container whose files have all been loaded, or have failed. */
  opened(path: string, content: Content, container: UnpackedContainer): void;
  /** A known content met at another path. */
  copy(path: string, documentId: string): void;
  /** Whether this very run loaded the content, so that even `force` need not do it again. */
  loadedHere(documentId: string): boolean;
}

export function createLoader(warehouse: Warehouse, options: LoaderOptions): Loader {
  const { runId, now } = options;
  const summary = emptySummary(runId);
  const place = (path: string): LoadPlace => ({ path, runId, ingestedAt: now().toISOString() });
  const report = (
    result: FileResult,
    counter: 'loaded' | 'duplicates' | 'failed' | 'ignored',
  ): void => {
    summary[counter] += 1;
    summary.forms += result.forms;
    summary.anomalies += result.anomalies;
    options.onFile?.(result);
  };
  const nothing = { forms: 0, anomalies: 0, unaccounted_characters: null, error: null };
  const loadedHere = (documentId: string): boolean =>
    warehouse.pluck(
      'SELECT 1 FROM document WHERE document_id = ? AND run_id = ?',
      documentId,
      runId,
    ).length > 0;
  const copy = (path: string, documentId: string): void => {
    recordCopy(warehouse, documentId, path, runId, now().toISOString());
    report({ ...nothing, path, document_id: documentId, status: 'duplicate' }, 'duplicates');
  };
  const fail = (path: string, content: Content | null, error: IngestError): void => {
    const record = failureRecord(content, error, place(path));
    const { document_id } = record.document;
    warehouse.transact(() => {
      if (hasDocument(warehouse, document_id) !== 'loaded') loadDocument(warehouse, record);
    });
    const status = error.ignorable ? 'ignored' : 'failed';
    report({ ...nothing, path, document_id, status, error }, status);
  };
  return {
    summary,
    place,
    fail,
    copy,
    loadedHere,
    load(record) {
      const { path, unaccounted_characters, document_id: id } = record.document;
      // The same content may have gone its way while the documents inside this one were read.
      if (hasDocument(warehouse, id) === 'loaded' && loadedHere(id)) return copy(path, id);
      const { document_id, forms, anomalies } = loadDocument(warehouse, record);
      const result = { path, document_id, forms, anomalies, unaccounted_characters, error: null };
      report({ ...result, status: 'loaded' }, 'loaded');
    },
    opened(path, content, { name, unpacked }) {
      const { files, error } = unpacked;
      const ending = error
        ? new IngestError(error.code, `${error.detail}; ${files.length} files before`)
        : new IngestError('archive_opened', `${name}, ${files.length} files`);
      fail(path, content, ending);
    },
  };
}

function emptySummary(runId: string): IngestSummary {
  return {
    run_id: runId,
    files: 0,
    loaded: 0,
    duplicates: 0,
    failed: 0,
    ignored: 0,
    forms: 0,
    anomalies: 0,
  };
}
