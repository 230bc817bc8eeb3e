import PQueue from 'p-queue';

/** A stage's queue with a bound: whoever brings work waits until there is room. */
export interface StageQueue {
  /** Resolves when the task is taken in, not when it is done. */
  push(task: () => Promise<void> | void): Promise<void>;
  /** Resolves when everything taken in is done. */
  idle(): Promise<void>;
}

/**
 * @param concurrency tasks at work at once
 * @param waiting tasks that may wait before the one who brings more is held back
 * @param onError an error that is no answer of a task; nothing else is told of it
 */
export function openStage(
  concurrency: number,
  waiting: number,
  onError: (error: unknown) => void,
): StageQueue {
  const queue = new PQueue({ concurrency });
  return {
    async push(task) {
      await queue.onSizeLessThan(waiting);
      queue.add(async () => task()).catch(onError);
    },
    idle: () => queue.onIdle(),
  };
}
