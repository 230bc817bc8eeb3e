import { Piscina } from 'piscina';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import type { Understood } from '../understand.ts';
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
  /** @throws IngestError also time_limit, memory_limit and worker_crashed */
  understand(task: UnderstandTask): Promise<Understood>;
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
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb, stackSizeMb: 8 },
  });
  return {
    async understand(task) {
      const limit = AbortSignal.timeout(options.timeLimitMs);
      let answer: UnderstandAnswer;
      try {
        answer = await pool.run(task, { signal: limit });
      } catch (cause) {
        throw crashOf(cause, limit, options);
      }
      if (answer.ok) return answer.understood;
      throw new IngestError(answer.code, answer.detail);
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
