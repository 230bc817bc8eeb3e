import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../median.ts';
import type { PeerFile } from './formats.ts';
import { openLibraryTool } from './library-tool.ts';
import { convertByOffice } from './office.ts';
import type { Output, TimedOutput } from './output.ts';
import { isInstalled, runCommand } from './run-command.ts';
import type { Tool } from './tools.ts';

/** A tool ready to read. */
export interface OpenTool {
  readonly name: string;
  /** Milliseconds to start the program; no part of the times where it reads one by one. */
  readonly startMs: number;
  /** Files one by one, or all in one call, where that is how the tool is best used. */
  readonly reads: 'one' | 'all';
  read(files: readonly PeerFile[]): Promise<(TimedOutput | Error)[]>;
  /** Places in a file that guidang's later stages doubt; none of other tools. */
  doubts(path: string): Promise<readonly string[]>;
  close(): void;
}

const timeoutMs = 60_000;

/** @returns null where the tool isn't installed */
export async function openTool({ name, use }: Tool): Promise<OpenTool | null> {
  const shared = { name, doubts: async () => [], close() {} };
  if (use.kind === 'library') {
    const library = await openLibraryTool(use.name, timeoutMs);
    if (!library) return null;
    const doubts = use.name === 'guidang' ? library.doubts : shared.doubts;
    const read = oneByOne((path) => library.read(path));
    return { ...shared, startMs: 0, reads: 'one', read, doubts, close: library.close };
  }
  if (!(await isInstalled(use.program))) return null;
  if (use.kind === 'batch') {
    const startMs = await medianOf(timeOfficeStart);
    return { ...shared, startMs, reads: 'all', read: convertAll };
  }
  const { program, args, idle, gives } = use;
  const startMs = await medianOf(() => timeIdle(program, idle));
  const read = oneByOne(async (path) => {
    const { stdout, ms } = await runCommand(program, args(path), timeoutMs);
    return { output: { kind: gives, content: stdout } as Output, ms: Math.max(0, ms - startMs) };
  });
  return { ...shared, startMs, reads: 'one', read };
}

function oneByOne(read: (path: string) => Promise<TimedOutput>): OpenTool['read'] {
  return async (files) => {
    const outputs: (TimedOutput | Error)[] = [];
    for (const { path } of files) outputs.push(await read(path).catch(asError));
    return outputs;
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) times.push(await measure());
  return median(times);
}

/** A program that says how it is used may end with any code. */
async function timeIdle(program: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  await runCommand(program, args, timeoutMs).catch(asError);
  return performance.now() - started;
}

/** Files of every kind end up as HTML; the time of the call, its start included, is shared out evenly. */
async function convertAll(files: readonly PeerFile[]): Promise<(TimedOutput | Error)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-peers-'));
  try {
    const paths = files.map(({ path }) => path);
    const { written, ms } = await convertByOffice(paths, 'html', folder);
    const each = ms / files.length;
    return written.map((path) =>
      path === null
        ? new Error('not converted')
        : { output: { kind: 'html', content: readFileSync(path, 'utf8') }, ms: each },
    );
  } catch (error) {
    return files.map(() => asError(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeOfficeStart(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-peers-'));
  try {
    writeFileSync(join(folder, 'line.txt'), 'line');
    return (await convertByOffice([join(folder, 'line.txt')], 'html', folder)).ms;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
