import { availableParallelism, cpus } from 'node:os';
import { readPeersOptions } from './peers-options.ts';
import { peersReport } from './peers-report.ts';
import { runPeers } from './run-peers.ts';

const args = process.argv.slice(2);
const options = readPeersOptions(args);
const result = await runPeers(options, (text) => void process.stderr.write(`${text}\n`));
const quoted = args.map((arg) => (/^[\w./=-]+$/.test(arg) ? arg : `'${arg}'`));
const command = ['npm run peers', ...(quoted.length > 0 ? ['--', ...quoted] : [])].join(' ');
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
process.stdout.write(`${machine}\n${peersReport(command, result)}\n`);
