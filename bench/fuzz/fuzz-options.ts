import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface FuzzOptions {
  /** Files to damage. */
  readonly files: number;
  readonly seed: number;
  readonly jobs: number;
  readonly timeLimitMs: number;
  /** Folders of whole files. */
  readonly seeds: readonly string[];
  /** Where files that must not happen are put. */
  readonly kept: string;
}

/** @throws TypeError for an argument that is unknown or no positive whole number */
export function readFuzzOptions(args: readonly string[], cores: number): FuzzOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      files: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(cores) },
      'time-limit': { type: 'string', default: '30' },
      kept: { type: 'string', default: join(tmpdir(), 'fuzz-kept') },
    },
  });
  const number = (name: 'files' | 'seed' | 'jobs' | 'time-limit'): number => {
    const text = values[name];
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new TypeError(`Expected --${name} to be 1, 2, 3 …`);
    return Number(text);
  };
  return {
    files: number('files'),
    seed: number('seed'),
    jobs: number('jobs'),
    timeLimitMs: number('time-limit') * 1_000,
    seeds: positionals.length > 0 ? positionals : ['samples/documents', 'samples/formats'],
    kept: values.kept,
  };
}
