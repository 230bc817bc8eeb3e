import { availableParallelism } from 'node:os';
import { readFuzzOptions } from './fuzz-options.ts';
import { runFuzz } from './run-fuzz.ts';

const options = readFuzzOptions(process.argv.slice(2), availableParallelism());
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const stop = new AbortController();
// The first Ctrl-C ends the run after its batch and reports it; the second ends it at once.
process.once('SIGINT', () => {
  stop.abort();
  say('ends after this batch');
});
const result = await runFuzz(options, say, stop.signal);
const lines = [...result.outcomes].map(([kind, counts]) => {
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
  return `${kind.padEnd(5)} ${parts.join(', ')}`;
});
const slow = result.slowest.map(
  ({ seconds, kind, path }) => `${kind.padEnd(5)} ${seconds.toFixed(1)} s  ${path}`,
);
lines.push('slowest:', ...slow.sort());
lines.push(`${result.files} files, ${result.faults.length} faults, ${result.seconds.toFixed(0)} s`);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
