import { availableParallelism } from 'node:os';
import { readFuzzOptions } from './fuzz-options.ts';
import { runFuzz } from './run-fuzz.ts';

const options = readFuzzOptions(process.argv.slice(2), availableParallelism());
const result = await runFuzz(options, (text) => void process.stderr.write(`${text}\n`));
const lines = [...result.outcomes].map(([kind, counts]) => {
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
  return `${kind.padEnd(5)} ${parts.join(', ')}`;
});
lines.push(`${result.files} files, ${result.faults.length} faults, ${result.seconds.toFixed(0)} s`);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
