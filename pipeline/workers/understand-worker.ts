import { IngestError, type IngestErrorCode } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import { type Stage, type Understood, understand } from '../understand.ts';
import { buildLabelIndex, type LabelIndex } from '../vocabulary/label-index.ts';

/** What a worker thread is asked. */
export interface UnderstandTask {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly stopAfter: Stage;
}

/** What it answers: errors cross the thread as data. */
export type UnderstandAnswer =
  | { readonly ok: true; readonly understood: Understood; readonly cpuMs: number }
  | { readonly ok: false; readonly code: IngestErrorCode; readonly detail: string };

/** Set by piscina from the pool's workerData. */
interface WorkerSetup {
  readonly vocabulary: readonly LabelConcept[];
}

let labels: LabelIndex | undefined;

/** The body of a worker thread: one file a task, nothing kept between tasks but the vocabulary. */
export default async function run(task: UnderstandTask): Promise<UnderstandAnswer> {
  labels ??= buildLabelIndex((await setup()).vocabulary);
  const started = performance.now();
  try {
    const { bytes, path, stopAfter } = task;
    const understood = await understand(bytes, path, { labels, stopAfter });
    return { ok: true, understood, cpuMs: performance.now() - started };
  } catch (error) {
    if (error instanceof IngestError) return { ok: false, code: error.code, detail: error.message };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: 'internal_error', detail };
  }
}

async function setup(): Promise<WorkerSetup> {
  const { workerData } = await import('piscina');
  return workerData as WorkerSetup;
}
