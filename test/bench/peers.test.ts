import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeersOptions } from '../../bench/peers/peers-options.ts';
import { runCommand } from '../../bench/peers/run-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

function run(temporary: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });
  if (status !== 0) throw new Error(`Expected ${args.join(' ')} to end well:\n${stdout}${stderr}`);
  return stdout;
}

describe('a comparison with other tools', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'peers-test-'));
  const program = ['dist/bench/peers/main.js', '--rounds', '1', '--tool', 'guidang'];

  beforeAll(() => run(temporary, compiler, '-p', 'tsconfig.build.json'), 120_000);
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  test('finds every figure of the samples in Word files and workbooks', () => {
    const options = ['--generate', '1', '--format', 'docx', '--format', 'xlsx'];
    const report = run(temporary, ...program, ...options, '--tool', 'mammoth');
    expect(report).toContain(
      'npm run peers -- --rounds 1 --tool guidang --generate 1 --format docx --format xlsx --tool mammoth',
    );
    expect(report).toMatch(/^\| docx \| guidang \| 100\.00 % \| 0\.00 % \| 0\.00 % \| 0\.00 % \|/m);
    expect(report).toMatch(/^\| xlsx \| guidang \| 100\.00 % \|/m);
    expect(report).toMatch(/^\| docx \| mammoth \| .*\d+\.\d \| \d+\.\d\d× \|/m);
    expect(report).not.toContain('| xlsx | mammoth');
  }, 120_000);

  test('scores a given file by the tables beside it, and counts one it cannot read as lost', () => {
    const folder = mkdtempSync(join(temporary, 'given-'));
    const cell = (row: number, column: number, text: string) => ({
      ...{ row, column, rowSpan: 1, columnSpan: 1, text },
    });
    const rows = [
      ['项目', '预算数'],
      ['三公经费', '12.5'],
    ];
    const tables = [rows.flatMap((texts, row) => texts.map((text, at) => cell(row, at, text)))];
    const html = rows.map((texts) => `<tr>${texts.map((t) => `<td>${t}</td>`).join('')}</tr>`);
    writeFileSync(join(folder, 'a.html'), `<html><table>${html.join('')}</table></html>`);
    writeFileSync(join(folder, 'a.tables.json'), JSON.stringify({ tables, prose: '' }));
    writeFileSync(join(folder, 'b.html'), '');
    writeFileSync(join(folder, 'b.tables.json'), JSON.stringify({ tables, prose: '' }));
    const report = run(temporary, ...program, folder);
    expect(report).toMatch(
      /^\| html \| guidang \(1 of 2 not read\) \| 50\.00 % \| 0\.00 % \| 0\.00 % \| 50\.00 % \| 50\.00 % \|/m,
    );
  }, 60_000);
});

describe('the options of a comparison', () => {
  test('are forty generated documents, three rounds and everything there is unless told otherwise', () => {
    expect(readPeersOptions([])).toEqual({
      generate: 40,
      rounds: 3,
      formats: [],
      tools: [],
      folders: [],
    });
  });

  test.each(['--generate=-1', '--rounds=0', '--format=pfd', '--tool=word', '--fast'])(
    'refuse %s',
    (arg) => {
      expect(() => readPeersOptions([arg])).toThrow(TypeError);
    },
  );
});

describe.skipIf(!existsSync('/bin/sh'))('a program of others', () => {
  test('gives what it prints', async () => {
    const { stdout } = await runCommand('/bin/sh', ['-c', 'echo 绩效'], 10_000);
    expect(stdout).toBe('绩效\n');
  });

  test('that takes too long is ended, and what it started with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peers-test-'));
    const mark = join(folder, 'late');
    try {
      const script = `(sleep 1; touch '${mark}') & wait`;
      await expect(runCommand('/bin/sh', ['-c', script], 100)).rejects.toThrow('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect(existsSync(mark)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('that fails or is not installed is an error', async () => {
    await expect(runCommand('/bin/sh', ['-c', 'exit 3'], 10_000)).rejects.toThrow('ended with 3');
    await expect(runCommand('no-such-program', [], 10_000)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
