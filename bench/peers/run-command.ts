import { type ChildProcess, spawn } from 'node:child_process';

/** What a program gave, and how long it took from start to end. */
export interface CommandResult {
  readonly stdout: string;
  readonly ms: number;
}

/** Programs that still run; none outlives this one. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) killGroup(child);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/**
 * Runs a program in a process group of its own, which is killed when the time is up.
 *
 * @throws Error where it isn't installed (code ENOENT), takes too long or ends with an error
 */
export function runCommand(
  program: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = keep(
      spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const pieces: Buffer[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    const timer = setTimeout(() => killGroup(child), timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const ms = performance.now() - started;
      if (code === 0) resolve({ stdout: Buffer.concat(pieces).toString('utf8'), ms });
      else reject(new Error(`${program} ended with ${signal ?? code} after ${Math.round(ms)} ms`));
    });
  });
}

/** Remembers a process that leads a group, so that the group ends with this program. */
export function keep<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends a process and whatever it started. */
export function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether a program can be started at all, whatever it then says. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await runCommand(program, ['--version'], 30_000);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
