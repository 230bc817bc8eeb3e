import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Language, languageOf } from './cli/messages.ts';

/** What the process is given from outside, read once and passed down. */
export interface Runtime {
  readonly language: Language;
  readonly cores: number;
  readonly now: () => Date;
  readonly newRunId: () => string;
  /** Standard error is a terminal, so that a bar can be drawn on it. */
  readonly terminal: boolean;
  /** How the file system knows a path that was given: its bytes, where they are no UTF-8. */
  readonly fileOf: (path: string) => string | Buffer;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The only reader of clock, environment and terminal. */
export function systemRuntime(env: NodeJS.ProcessEnv = process.env): Runtime {
  return {
    language: languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''),
    cores: availableParallelism(),
    now: () => new Date(),
    newRunId: () => randomUUID(),
    terminal: process.stderr.isTTY === true,
    fileOf: (path) => path,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  };
}
