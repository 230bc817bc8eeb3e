import type { UnderstandPool } from '../../pipeline/workers/pool.ts';

/** A pool that notes how long each file took. */
export interface TimedPool {
  readonly pool: UnderstandPool;
  /** Seconds by path; the one who reads them clears them. */
  readonly seconds: Map<string, number>;
}

export function timedPool(pool: UnderstandPool): TimedPool {
  const seconds = new Map<string, number>();
  return {
    seconds,
    pool: {
      ...pool,
      async prepare(file, place) {
        const started = performance.now();
        try {
          return await pool.prepare(file, place);
        } finally {
          seconds.set(file.path, (performance.now() - started) / 1_000);
        }
      },
    },
  };
}
