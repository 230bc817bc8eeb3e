import { CommanderError, Option, Command as Program } from 'commander';
import { errorText } from '../../schemas/error-texts.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Runtime } from '../runtime.ts';
import { DictionaryError } from '../vocabulary/user-dictionary.ts';
import { Exit, exitCodes } from './command.ts';
import { commands } from './commands.ts';
import { type Language, languages, message } from './messages.ts';

/**
 * Runs one command line.
 *
 * @param args without the program's own name
 * @returns the exit code
 */
export async function runProgram(args: readonly string[], runtime: Runtime): Promise<number> {
  const language = languageFlag(args) ?? runtime.language;
  const program = buildProgram({ ...runtime, language });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    return explainEnd(error, { ...runtime, language });
  }
}

/** The whole command line as commander knows it; also what the documentation is checked against. */
export function buildProgram(io: Runtime): Program {
  const program = new Program('guidang')
    .description(
      io.language === 'zh'
        ? '归档：把预算绩效文件变成可以查询的数据库'
        : 'Budget-performance documents, made a database',
    )
    .addOption(
      new Option('--lang <lang>', '界面语言 / language of messages').choices([...languages]),
    )
    .exitOverride()
    .showHelpAfterError(true)
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    });
  for (const command of commands) {
    const own = program
      .command(command.name)
      .description(command.summary[io.language])
      .addOption(
        new Option('--lang <lang>', '界面语言 / language of messages').choices([...languages]),
      );
    const title = io.language === 'zh' ? '例' : 'Examples';
    own.addHelpText(
      'after',
      `\n${title}:\n${command.examples.map((line) => `  guidang ${line}`).join('\n')}`,
    );
    command.define(own, io);
  }
  return program;
}

/** Needed before commander parses, since its own messages are in the language too. */
function languageFlag(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at]?.split('=')[1] : args[at + 1];
  return at < 0 ? undefined : languages.find((language) => language === value);
}

function explainEnd(error: unknown, io: Runtime): number {
  if (error instanceof Exit) {
    if (error.message !== '') io.err(error.message);
    return error.code;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof DictionaryError) {
    io.err(error.message);
    return exitCodes.usage;
  }
  if (error instanceof IngestError) {
    const { what, todo } = errorText(error.code, io.language);
    // No file is concerned here, so the text made for files does not fit.
    const said =
      error.code === 'warehouse_unavailable'
        ? message(io.language, 'databaseUnusable', error.message)
        : `${what} ${error.message}`;
    io.err(`[${error.code}] ${said}\n${todo}`);
    return exitCodes.runFailed;
  }
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.runFailed;
}
