import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Files of the large run; the small one has a tenth of them. */
  readonly files: number;
  /** How often floor and pipeline take turns. */
  readonly rounds: number;
  /** Threads of the pipeline. */
  readonly jobs: number;
}

const usage = 'npm run bench -- [--quick] [--files N] [--rounds N] [--jobs N]';
const usual = 2_000;
const quick = 200;

/**
 * Arguments before environment (BENCH_FILES, BENCH_ROUNDS, BENCH_JOBS) before what is usual.
 *
 * @throws TypeError for an argument that is unknown or no positive whole number
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cores: number,
): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      files: { type: 'string' },
      rounds: { type: 'string' },
      jobs: { type: 'string' },
    },
  });
  const number = (name: 'files' | 'rounds' | 'jobs', otherwise: number): number => {
    const text = values[name] ?? env[`BENCH_${name.toUpperCase()}`];
    if (text === undefined) return otherwise;
    if (!/^[1-9]\d{0,6}$/.test(text)) {
      throw new TypeError(`Expected --${name} to be 1, 2, 3 …, got ${text}. Usage: ${usage}`);
    }
    return Number(text);
  };
  return {
    files: number('files', values.quick ? quick : usual),
    rounds: number('rounds', 3),
    jobs: number('jobs', cores),
  };
}
