import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LibraryName } from './libraries.ts';
import type { TimedOutput } from './output.ts';
import { keep, killGroup } from './run-command.ts';
import type { ToolAnswer, ToolRequest } from './tool-protocol.ts';

const program = fileURLToPath(new URL('./tool-process.js', import.meta.url));

/** A library that reads files in a process of its own: a heap and a compiler that it shares with no other. */
export interface LibraryTool {
  /** @throws Error where the library can't read the file, or takes too long */
  read(path: string): Promise<TimedOutput>;
  doubts(path: string): Promise<readonly string[]>;
  close(): void;
}

/** @returns null where the package isn't installed */
export async function openLibraryTool(
  name: LibraryName,
  timeoutMs: number,
): Promise<LibraryTool | null> {
  let child: ChildProcess | undefined;
  const ask = async <Value>(request: ToolRequest): Promise<Value> => {
    // After a file that took too long, the next one gets a new process.
    if (child === undefined || !child.connected) {
      child = start();
      await exchange(child, { open: name }, timeoutMs);
    }
    return (await exchange(child, request, timeoutMs)) as Value;
  };
  try {
    child = start();
    await exchange(child, { open: name }, timeoutMs);
  } catch (error) {
    if (child) killGroup(child);
    if (/MODULE_NOT_FOUND/.test((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  return {
    read: (path) => ask({ read: path }),
    doubts: (path) => ask({ doubts: path }),
    close: () => void (child && killGroup(child)),
  };
}

function start(): ChildProcess {
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
  return keep(fork(program, { serialization: 'advanced', detached: true, stdio: [...stdio] }));
}

function exchange(child: ChildProcess, request: ToolRequest, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => killGroup(child), timeoutMs);
    const done = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: unknown): void => {
      done();
      const answer = message as ToolAnswer;
      if ('value' in answer) resolve(answer.value);
      else reject(Object.assign(new Error(answer.error), { code: answer.code }));
    };
    const onExit = (code: number | null, signal: string | null): void => {
      done();
      reject(new Error(`The process ended: ${signal ?? code}`));
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(request);
  });
}
