import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measures, MeasureTask } from './measures.ts';

const program = fileURLToPath(new URL('./measure-process.js', import.meta.url));

/**
 * Measures in a process of its own: a fresh heap, and a peak of memory that is nobody else's.
 *
 * @throws Error where that process ends without an answer
 */
export function measureApart<Kind extends keyof Measures>(
  kind: Kind,
  task: MeasureTask,
): Promise<Measures[Kind]> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { serialization: 'advanced' });
    child.once('message', (answer) => resolve(answer as Measures[Kind]));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`Expected a measure of ${kind}, but its process ended: ${signal ?? code}`)),
    );
    child.send({ kind, task });
  });
}
