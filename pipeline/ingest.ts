import { readFile, stat } from 'node:fs/promises';
import { IngestError } from '../schemas/ingest-error.ts';
import { hasDocument, recordCopy } from '../warehouse/documents.ts';
import { loadDocument } from '../warehouse/load-document.ts';
import type { LoadRecord } from '../warehouse/load-record.ts';
import { finishRun, startRun } from '../warehouse/runs.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { checkAcrossDocuments } from './cross-check.ts';
import { failureRecord, type LoadPlace } from './load-record.ts';
import { openStage } from './stage-queue.ts';
import { documentIdOf } from './understand.ts';
import { notAFile, readError, walk } from './walk.ts';
import type { UnderstandPool } from './workers/pool.ts';

export interface IngestOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Absolute paths that are no part of the archive, the warehouse's own files above all. */
  readonly skipped?: ReadonlySet<string>;
  /** Threads that understand files; the queues around them hold a few times as many. */
  readonly jobs: number;
  /** Files that are loaded already are read again. */
  readonly force: boolean;
  readonly runId: string;
  readonly command: string;
  readonly now: () => Date;
  readonly onFound?: (files: number) => void;
  readonly onFile?: (result: FileResult) => void;
}

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

/** Larger files are no report; the largest scans of the field stay below a tenth of it. */
const largestFile = 512 * 1024 * 1024;

interface FileInHand {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly documentId: string;
}

/**
 * The whole way of an archive: walk → read → understand (in threads) → load, with bounded queues
 * between them, so that a slow stage holds back the ones before it. A file is one transaction, and
 * what is loaded is skipped: a run that was broken off is taken up by running it again.
 *
 * @throws what no file is to blame for, a full disk say; what was loaded until then stays
 */
export async function ingest(
  warehouse: Warehouse,
  pool: UnderstandPool,
  options: IngestOptions,
): Promise<IngestSummary> {
  const { jobs, runId } = options;
  startRun(warehouse, {
    run_id: runId,
    started_at: options.now().toISOString(),
    command: options.command,
  });
  const summary = emptySummary(runId);
  const loader = createLoader(warehouse, options, summary);
  const faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const reading = openStage(2, jobs, fault);
  const understanding = openStage(jobs, jobs, fault);
  const loading = openStage(1, jobs * 2, fault);
  const inHand = new Map<string, () => void>();
  const waiting = new Map<string, Promise<void>>();

  /** A second file of the same content waits for the first, then is its copy. */
  const take = async (documentId: string): Promise<void> => {
    for (let first = waiting.get(documentId); first; first = waiting.get(documentId)) await first;
    waiting.set(documentId, new Promise((resolve) => inHand.set(documentId, resolve)));
  };
  const release = (documentId: string): void => {
    waiting.delete(documentId);
    inHand.get(documentId)?.();
    inHand.delete(documentId);
  };

  const understandOne = async (file: FileInHand): Promise<void> => {
    const answer = await pool
      .prepare(file.bytes, loader.place(file.path))
      .catch((error: unknown) => {
        if (error instanceof IngestError) return error;
        throw error;
      });
    await loading.push(() => {
      try {
        if (answer instanceof IngestError) loader.fail(file.path, file.bytes, answer);
        else loader.load(answer);
      } finally {
        release(file.documentId);
      }
    });
  };

  const readOne = async (path: string): Promise<void> => {
    const file = await readWhole(path);
    if (file instanceof IngestError) return loading.push(() => loader.fail(path, null, file));
    await take(file.documentId);
    const known = hasDocument(warehouse, file.documentId) === 'loaded';
    if (known && !(options.force && !loader.loadedHere(file.documentId))) {
      return loading.push(() => {
        loader.copy(path, file.documentId);
        release(file.documentId);
      });
    }
    return understanding.push(() => understandOne(file));
  };

  for await (const { path, error } of walk(options.paths, options.skipped)) {
    if (faults.length > 0) break;
    summary.files += 1;
    options.onFound?.(summary.files);
    await reading.push(() =>
      error ? loading.push(() => loader.fail(path, null, error)) : readOne(path),
    );
  }
  for (const stage of [reading, understanding, loading]) await stage.idle();
  if (faults.length > 0) throw faults[0];
  summary.anomalies += checkAcrossDocuments(warehouse);
  const { run_id: _run, ignored: _ignored, ...counts } = summary;
  finishRun(warehouse, runId, { ...counts, finished_at: options.now().toISOString() });
  return summary;
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

/** The last stage: what it writes, it counts and reports. */
function createLoader(warehouse: Warehouse, options: IngestOptions, summary: IngestSummary) {
  const place = (path: string): LoadPlace => ({
    path,
    runId: options.runId,
    ingestedAt: options.now().toISOString(),
  });
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
  return {
    place,
    load(record: LoadRecord): void {
      const { path, unaccounted_characters } = record.document;
      const { document_id, forms, anomalies } = loadDocument(warehouse, record);
      const result = { path, document_id, forms, anomalies, unaccounted_characters, error: null };
      report({ ...result, status: 'loaded' }, 'loaded');
    },
    fail(path: string, bytes: Uint8Array | null, error: IngestError): void {
      const record = failureRecord(bytes, error, place(path));
      const { document_id } = record.document;
      warehouse.transact(() => {
        if (hasDocument(warehouse, document_id) !== 'loaded') loadDocument(warehouse, record);
      });
      const status = error.ignorable ? 'ignored' : 'failed';
      report({ ...nothing, path, document_id, status, error }, status);
    },
    copy(path: string, documentId: string): void {
      recordCopy(warehouse, documentId, path, options.runId, options.now().toISOString());
      report({ ...nothing, path, document_id: documentId, status: 'duplicate' }, 'duplicates');
    },
    /** Whether this very run loaded the content, so that even `force` need not do it again. */
    loadedHere: (documentId: string): boolean =>
      warehouse.pluck(
        'SELECT 1 FROM document WHERE document_id = ? AND run_id = ?',
        documentId,
        options.runId,
      ).length > 0,
  };
}

async function readWhole(path: string): Promise<FileInHand | IngestError> {
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return notAFile();
    if (entry.size > largestFile) return new IngestError('file_too_large', `${entry.size} bytes`);
    const bytes = new Uint8Array(await readFile(path));
    return { path, bytes, documentId: documentIdOf(bytes) };
  } catch (cause) {
    return readError(cause);
  }
}
