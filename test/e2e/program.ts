import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program, built. */
export const mainProgram = fileURLToPath(
  new URL('../../dist/pipeline/cli/main.js', import.meta.url),
);

/** The documents a person may try. */
export const sampleDocuments = fileURLToPath(new URL('../../samples/documents', import.meta.url));

/** How a run of the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `guidang …` as a user of a Chinese system does, without a terminal. */
export function start(args: readonly string[], cwd?: string): ChildProcess {
  return spawn(process.execPath, [mainProgram, ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `guidang …` to its end. */
export async function guidang(args: readonly string[], cwd?: string): Promise<Ended> {
  const child = start(args, cwd);
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [out, err] = await texts;
  return { code, out, err };
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  stream?.setEncoding('utf8');
  for await (const piece of stream ?? []) text += piece;
  return text;
}

/** Rows of a view, through `guidang query`. */
export async function query(db: string, sql: string): Promise<Record<string, unknown>[]> {
  const { code, out, err } = await guidang(['query', sql, '--db', db, '--format', 'json']);
  if (code !== 0) throw new Error(`query ended with ${code}: ${err}`);
  return JSON.parse(out) as Record<string, unknown>[];
}

/** The lines of `--json`. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A new folder; the one who asks removes it. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'guidang-e2e-'));
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
