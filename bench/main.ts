import { availableParallelism, cpus } from 'node:os';
import { readOptions } from './options.ts';
import { reportLines } from './report.ts';
import { runBench } from './run-bench.ts';

const options = readOptions(process.argv.slice(2), process.env, availableParallelism());
const result = await runBench(options, (text) => void process.stderr.write(`${text}\n`));
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${options.jobs} threads`;
process.stdout.write(`${[machine, '', ...reportLines(result)].join('\n')}\n`);
