import { IngestError, type IngestErrorCode } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import type { LoadRecord } from '../../warehouse/load-record.ts';
import { type LoadPlace, loadRecordOf } from '../load-record.ts';
import { type Stage, type Understood, understand } from '../understand.ts';
import { buildLabelIndex, type LabelIndex } from '../vocabulary/label-index.ts';

/** What a worker thread is asked: how far to understand a file, or to make it ready to load. */
export interface UnderstandTask {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly goal: { readonly stopAfter: Stage } | { readonly place: LoadPlace };
}

/** What it answers: errors cross the thread as data. */
export type UnderstandAnswer =
  | { readonly kind: 'understood'; readonly understood: Understood }
  | { readonly kind: 'record'; readonly record: LoadRecord }
  | { readonly kind: 'failed'; readonly code: IngestErrorCode; readonly detail: string };

/** Set by piscina from the pool's workerData. */
interface WorkerSetup {
  readonly vocabulary: readonly LabelConcept[];
}

let labels: LabelIndex | undefined;

/** The body of a worker thread: one file a task, nothing kept between tasks but the vocabulary. */
export default async function run(task: UnderstandTask): Promise<UnderstandAnswer> {
  labels ??= buildLabelIndex((await setup()).vocabulary);
  const { bytes, path, goal } = task;
  try {
    if ('stopAfter' in goal) {
      const understood = await understand(bytes, path, { labels, stopAfter: goal.stopAfter });
      return { kind: 'understood', understood };
    }
    const understood = await understand(bytes, path, { labels });
    return { kind: 'record', record: loadRecordOf(understood, goal.place) };
  } catch (error) {
    if (error instanceof IngestError) {
      return { kind: 'failed', code: error.code, detail: error.message };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', code: 'internal_error', detail };
  }
}

async function setup(): Promise<WorkerSetup> {
  const { workerData } = await import('piscina');
  return workerData as WorkerSetup;
}
