/** Adds up the time spent under a name. */
export interface Stopwatch<Name extends string> {
  time<T>(name: Name, work: () => T): T;
  timeAsync<T>(name: Name, work: () => Promise<T>): Promise<T>;
  /** Milliseconds by name. */
  totals(): Record<Name, number>;
}

export function createStopwatch<Name extends string>(names: readonly Name[]): Stopwatch<Name> {
  const totals = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  return {
    time(name, work) {
      const started = performance.now();
      const result = work();
      totals[name] += performance.now() - started;
      return result;
    },
    async timeAsync(name, work) {
      const started = performance.now();
      const result = await work();
      totals[name] += performance.now() - started;
      return result;
    },
    totals: () => ({ ...totals }),
  };
}
