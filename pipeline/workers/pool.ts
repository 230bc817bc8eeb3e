import { Piscina } from 'piscina';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import { convertOldWord } from '../convert-old-word.ts';
import type { LoadPlace } from '../load-record.ts';
import type { ReadSettings } from '../read-settings.ts';
import { documentIdOf } from '../understand.ts';
import type {
  InspectGoal,
  PreparedDocument,
  UnderstandAnswer,
  UnderstandTask,
  UnderstoodDocument,
  UnpackedContainer,
  WorkerSetup,
} from './understand-worker.ts';

export interface PoolOptions {
  /** Threads. */
  readonly jobs: number;
  readonly vocabulary: readonly LabelConcept[];
  readonly settings: ReadSettings;
  /** A file that takes longer is given up, and its thread ended. */
  readonly timeLimitMs: number;
  /** Heap of one thread; a file that needs more ends its thread only. */
  readonly memoryLimitMb: number;
  /** A folder for files taken out of others; see spool.ts. */
  readonly spool: string;
}

/** A file in memory, and how many others it was taken out of. */
export interface FileBytes {
  /** Handed over to the thread, no copy is kept: empty afterwards. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly path: string;
  readonly depth: number;
}

/** Threads that understand files. A file that hangs or crashes takes its own thread with it, no more. */
export interface UnderstandPool {
  /** A file understood up to a stage. @throws IngestError also time_limit, memory_limit and worker_crashed */
  understand(file: FileBytes, goal: InspectGoal): Promise<UnderstoodDocument | UnpackedContainer>;
  /** A file understood to the end, made ready in the thread for the warehouse. @throws as understand */
  prepare(file: FileBytes, place: LoadPlace): Promise<PreparedDocument | UnpackedContainer>;
  close(): Promise<void>;
}

/** Threads start with the first tasks. */
export function openPool(options: PoolOptions): UnderstandPool {
  const { vocabulary, settings, spool } = options;
  const pool = new Piscina<UnderstandTask, UnderstandAnswer>({
    filename: new URL('./understand-worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: options.jobs,
    idleTimeout: 30_000,
    workerData: { vocabulary, settings } satisfies WorkerSetup,
    resourceLimits: {
      maxOldGenerationSizeMb: options.memoryLimitMb,
      // A document is garbage as soon as it is handed over: a small nursery keeps a thread small.
      maxYoungGenerationSizeMb: 16,
      stackSizeMb: 8,
    },
  });
  const ask = async (task: UnderstandTask): Promise<UnderstandAnswer> => {
    const limit = AbortSignal.timeout(options.timeLimitMs);
    const transferList = [task.bytes.buffer];
    const answer = await pool.run(task, { signal: limit, transferList }).catch((cause: unknown) => {
      throw crashOf(cause, limit, options);
    });
    if (answer.kind !== 'failed') return answer;
    const { bytes } = answer;
    if (bytes) {
      const converted = await convertOldWord(bytes, spool, options.timeLimitMs);
      if (converted) {
        const { docx, by } = converted;
        const convertedFrom = { documentId: documentIdOf(bytes), bytes: bytes.length, by };
        return ask({ ...task, bytes: docx, convertedFrom });
      }
    }
    throw new IngestError(answer.code, answer.detail);
  };
  const task = (file: FileBytes, goal: UnderstandTask['goal']): UnderstandTask => ({
    ...file,
    goal,
    spool,
    convertedFrom: null,
  });
  return {
    async understand(file, goal) {
      const answer = await ask(task(file, goal));
      if (answer.kind === 'understood' || answer.kind === 'container') return answer;
      throw new TypeError(`Expected an understood file, got ${answer.kind}`);
    },
    async prepare(file, place) {
      const answer = await ask(task(file, { place }));
      if (answer.kind === 'record' || answer.kind === 'container') return answer;
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
