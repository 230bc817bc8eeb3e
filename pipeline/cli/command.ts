import type { Command as Program } from 'commander';
import type { Runtime } from '../runtime.ts';
import type { Language } from './messages.ts';

/** A command's end that is no success: its exit code, after it has said why. */
export class Exit extends Error {
  override readonly name = 'Exit';
  readonly code: number;

  constructor(code: number, text: string) {
    super(text);
    this.code = code;
  }
}

/** Exit codes of the contract. */
export const exitCodes = { ok: 0, runFailed: 1, usage: 2, someFilesFailed: 3 } as const;

/** A command of the command line: a file in commands/, a line in commands.ts. */
export interface Command {
  readonly name: string;
  readonly summary: Readonly<Record<Language, string>>;
  /** Shown in its help: a line each, without the leading `guidang `. */
  readonly examples: readonly string[];
  /** Adds arguments, options and the action to a program named already. */
  define(program: Program, io: CommandIo): void;
}

/** What a command is lent. */
export interface CommandIo extends Runtime {
  readonly language: Language;
}

/** Options that every command with a warehouse takes. */
export const defaultDatabase = './guidang.db';
