import { Piscina } from 'piscina';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import type { LoadRecord } from '../../warehouse/load-record.ts';
import type { LoadPlace } from '../load-record.ts';
import type { Stage, Understood } from '../understand.ts';
import type { UnderstandAnswer, UnderstandTask } from './understand-worker.ts';

export interface PoolOptions {
  /** Threads. */
  readonly jobs: number;
  readonly vocabulary: readonly LabelConcept[];
  /** A file that takes longer is given up, and its thread ended. */
  readonly timeLimitMs: number;
  /** Heap of one thread; a file that needs more ends its thread only. */
  readonly memoryLimitMb: number;
}

/** Threads that understand files. A file that hangs or crashes takes its own thread with it, no more. */
export interface UnderstandPool {
  /** A file understood up to a stage. @throws IngestError also time_limit, memory_limit and worker_crashed */
  understand(bytes: Uint8Array, path: string, stopAfter: Stage): Promise<Understood>;
  /** A file understood to the end, made ready in the thread for the warehouse. @throws as understand */
  prepare(bytes: Uint8Array, place: LoadPlace): Promise<LoadRecord>;
  close(): Promise<void>;
}

/** Threads start with the first tasks. */
export function openPool(options: PoolOptions): UnderstandPool {
  const pool = new Piscina<UnderstandTask, UnderstandAnswer>({
    filename: new URL('./understand-worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: options.jobs,
    idleTimeout: 30_000,
    workerData: { vocabulary: options.vocabulary },
    resourceLimits: {
      maxOldGenerationSizeMb: options.memoryLimitMb,
      // A document is garbage as soon as it is handed over: a small nursery keeps a thread small.
      maxYoungGenerationSizeMb: 16,
      stackSizeMb: 8,
    },
  });
  const ask = async (task: UnderstandTask): Promise<UnderstandAnswer> => {
    const limit = AbortSignal.timeout(options.timeLimitMs);
    const answer = await pool.run(task, { signal: limit }).catch((cause: unknown) => {
      throw crashOf(cause, limit, options);
    });
    if (answer.kind === 'failed') throw new IngestError(answer.code, answer.detail);
    return answer;
  };
  return {
    async understand(bytes, path, stopAfter) {
      const answer = await ask({ bytes, path, goal: { stopAfter } });
      if (answer.kind === 'understood') return answer.understood;
      throw new TypeError(`Expected an understood file, got ${answer.kind}`);
    },
    async prepare(bytes, place) {
      const answer = await ask({ bytes, path: place.path, goal: { place } });
      if (answer.kind === 'record') return answer.record;
      throw new TypeError(`Expected a record, got ${answer.kind}`);
    },
    close: () => pool.destroy(),
  };
}

function crashOf(cause: unknown, limit: AbortSignal, options: PoolOptions): IngestError {
  if (limit.aborted) {
    return new IngestError('time_limit', `more than ${options.timeLimitMs / 1000} s`, { cause });
  }
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new IngestError('memory_limit', `more than ${options.memoryLimitMb} MB`, { cause });
  }
  return new IngestError('worker_crashed', cause instanceof Error ? cause.message : String(cause), {
    cause,
  });
}
