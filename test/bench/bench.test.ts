import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { median } from '../../bench/median.ts';
import { readOptions } from '../../bench/options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Expected ${args.join(' ')} to end well:\n${stdout}${stderr}`);
  return stdout;
}

describe('a benchmark of five files', () => {
  let report = '';

  beforeAll(() => {
    run(compiler, '-p', 'tsconfig.build.json');
    report = run('--expose-gc', 'dist/bench/main.js', '--files', '5', '--rounds', '1');
  }, 120_000);

  test('loads every one of them', () => {
    expect(report).toContain('5 files (5 loaded)');
  });

  test.each(['wall time', 'CPU time', 'extract', 'recognise', 'map', 'check', 'load', 'across'])(
    'prints the ratio of %s to the floor',
    (name) => {
      expect(report).toMatch(new RegExp(`^  ${name} +\\d+\\.\\d\\d×`, 'm'));
    },
  );

  test('prints speed, the growth of memory, and the ratio to another reader', () => {
    expect(report).toMatch(/^ {2}pipeline +\d+\.\d documents\/s/m);
    expect(report).toMatch(/^ {2}\d+\.\d\d× +\d+ MB for 1 files, \d+ MB for 5$/m);
    expect(report).toMatch(/^ {2}\d+\.\d\d× +extract .* mammoth /m);
  });

  test('compares with a floor that inserts rows and reads elements', () => {
    const [, rows, elements] = /(\d+) rows, (\d+) XML elements/.exec(report) ?? [];
    expect(Number(rows)).toBeGreaterThan(100);
    expect(Number(elements)).toBeGreaterThan(1_000);
  });
});

describe('the options of a benchmark', () => {
  test('are two thousand files and as many threads as cores unless told otherwise', () => {
    expect(readOptions([], {}, 4)).toEqual({ files: 2_000, rounds: 3, jobs: 4 });
    expect(readOptions(['--quick'], {}, 4).files).toBe(200);
  });

  test('come from the arguments before the environment', () => {
    const env = { BENCH_FILES: '30', BENCH_JOBS: '1' };
    const options = readOptions(['--files', '20'], env, 4);
    expect(options).toEqual({ files: 20, rounds: 3, jobs: 1 });
  });

  test.each(['0', '-1', 'many', '1.5'])('refuse %s files', (text) => {
    expect(() => readOptions([`--files=${text}`], {}, 4)).toThrow(TypeError);
  });
});

describe('a median', () => {
  test('is the middle value, or between the two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  test('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
