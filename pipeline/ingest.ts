import { IngestError } from '../schemas/ingest-error.ts';
import { hasDocument } from '../warehouse/documents.ts';
import { finishRun, startRun } from '../warehouse/runs.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { checkAcrossDocuments } from './cross-check.ts';
import { createLoader, type FileResult, type IngestSummary } from './loader.ts';
import { type FileInHand, readWhole, type SourceFile, sourceInside } from './source-file.ts';
import { openStage } from './stage-queue.ts';
import { createTurns } from './turns.ts';
import { walk } from './walk.ts';
import type { UnderstandPool } from './workers/pool.ts';

export interface IngestOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** How the file system knows one of them; as it is, unless told otherwise. */
  readonly fileOf?: (path: string) => string | Buffer;
  /** Absolute paths that are no part of the archive, the warehouse's own files above all. */
  readonly skipped?: ReadonlySet<string>;
  /** Threads that understand files; the queues around them hold a few times as many. */
  readonly jobs: number;
  /** Bytes of a file; a larger one is named and not read. */
  readonly largestFile: number;
  /** Files that are loaded already are read again. */
  readonly force: boolean;
  readonly runId: string;
  readonly command: string;
  readonly now: () => Date;
  readonly onFound?: (files: number) => void;
  readonly onFile?: (result: FileResult) => void;
}

/**
 * The whole way of an archive: walk → read → understand (in threads) → load, with bounded queues
 * between them, so that a slow stage holds back the ones before it. A file is one transaction, and
 * what is loaded is skipped: a run that was broken off is taken up by running it again.
 *
 * Files inside files (of archives, mails, documents) wait on disk and go the same way; the file
 * around them is written down after the last of them, so that one written down is done with.
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
  const loader = createLoader(warehouse, options);
  const { summary } = loader;
  const faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const reading = openStage(2, jobs, fault);
  const understanding = openStage(jobs, jobs, fault);
  const loading = openStage(1, jobs * 2, fault);
  const turns = createTurns();
  const inside: SourceFile[] = [];

  /** The end of a file's way: it is written down, and whoever waits for it is told. */
  const end = (source: SourceFile, write: () => void): Promise<void> =>
    loading.push(() => {
      try {
        write();
      } finally {
        source.ended();
      }
    });

  const understandOne = async (file: FileInHand): Promise<void> => {
    const { source, bytes, content } = file;
    const { path, depth } = source;
    const release = (): void => turns.release(content.documentId);
    const answer = await pool
      .prepare({ bytes, path, depth }, loader.place(path))
      .catch((error: unknown) => {
        const isOfTheFile = error instanceof IngestError && error.code !== 'warehouse_unavailable';
        if (isOfTheFile) return error;
        throw error;
      });
    if (answer instanceof IngestError) {
      return end({ ...source, ended: both(release, source.ended) }, () =>
        loader.fail(path, content, answer),
      );
    }
    const write = (): void => {
      if (answer.kind === 'container') loader.opened(path, content, answer);
      else loader.load(answer.record);
    };
    const files = answer.kind === 'container' ? answer.unpacked.files : answer.inside;
    if (files.length === 0) {
      return end({ ...source, ended: both(release, source.ended) }, write);
    }
    // Not held until the last of them: one of them may be, or wait for, the same content.
    release();
    let left = files.length;
    const ended = (): void => {
      left -= 1;
      if (left === 0) end(source, write).catch(fault);
    };
    inside.push(...files.map((one) => sourceInside(source, one, ended)));
  };

  const readOne = async (source: SourceFile): Promise<void> => {
    const file = await readWhole(source, options.largestFile);
    const { path } = source;
    if (file instanceof IngestError) return end(source, () => loader.fail(path, null, file));
    const { documentId } = file.content;
    await turns.take(documentId);
    const known = hasDocument(warehouse, documentId) === 'loaded';
    if (known && !(options.force && !loader.loadedHere(documentId))) {
      const ended = both(() => turns.release(documentId), source.ended);
      return end({ ...source, ended }, () => loader.copy(path, documentId));
    }
    return understanding.push(() => understandOne(file));
  };

  const takeIn = async (source: SourceFile): Promise<void> => {
    summary.files += 1;
    options.onFound?.(summary.files);
    await reading.push(() => readOne(source));
  };
  const takeInside = async (): Promise<void> => {
    for (let next = inside.shift(); next && faults.length === 0; next = inside.shift()) {
      await takeIn(next);
    }
  };

  for await (const found of walk(options.paths, options.fileOf, options.skipped)) {
    if (faults.length > 0) break;
    await takeIn({ ...found, depth: 0, ended() {} });
    await takeInside();
  }
  do {
    await takeInside();
    for (const stage of [reading, understanding, loading]) await stage.idle();
  } while (inside.length > 0 && faults.length === 0);
  if (faults.length > 0) throw faults[0];
  summary.anomalies += checkAcrossDocuments(warehouse);
  const { run_id: _run, ignored: _ignored, ...counts } = summary;
  finishRun(warehouse, runId, { ...counts, finished_at: options.now().toISOString() });
  return summary;
}

function both(first: () => void, second: () => void): () => void {
  return () => {
    first();
    second();
  };
}
