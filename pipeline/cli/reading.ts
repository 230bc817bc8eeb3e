import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command as Program } from 'commander';
import { decodeText } from '../../extractors/text-encoding.ts';
import { defaultReadSettings, type ReadSettings } from '../read-settings.ts';
import { openSpool } from '../spool.ts';
import { loadVocabulary } from '../vocabulary/user-dictionary.ts';
import { readError } from '../walk.ts';
import { openPool, type UnderstandPool } from '../workers/pool.ts';
import { type CommandIo, Exit, exitCodes } from './command.ts';
import { message } from './messages.ts';

/** Options of every command that reads documents. */
export interface ReadingFlags {
  readonly db: string;
  readonly passwordFile?: string;
  readonly timeLimit: number;
  readonly memoryLimit: number;
  readonly fileLimit: number;
  readonly inflateLimit: number;
  readonly archiveLimit: number;
  readonly pageLimit: number;
  readonly nestingLimit: number;
}

const megabyte = 1024 ** 2;

/** A whole number from 1 up, as an option takes it. */
export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return value;
}

/** Adds the options of ReadingFlags, but for --db. */
export function addReadingOptions(program: Program): void {
  const { limits, archiveLimits, nesting } = defaultReadSettings;
  const inflated = limits.inflatedBytes / megabyte;
  const archive = archiveLimits.inflatedBytes / megabyte;
  program
    .option('--password-file <file>', '密码文件，一行一个 / passwords to try, one a line')
    .option('--time-limit <s>', '单个文件的时间上限（秒） / seconds a file may take', count, 120)
    .option('--memory-limit <mb>', '单个线程的内存上限（MB） / heap of a thread', count, 2048)
    .option('--file-limit <mb>', '单个文件的大小上限（MB） / size of a file', count, 512)
    .option('--inflate-limit <mb>', '文档解压上限（MB） / a document inflated', count, inflated)
    .option('--archive-limit <mb>', '压缩包解压上限（MB） / an archive inflated', count, archive)
    .option('--page-limit <n>', '文档页数上限 / pages of a document', count, limits.pages)
    .option('--nesting-limit <n>', '压缩包嵌套上限 / files inside files', count, nesting);
}

/** Threads that read as the flags say, and the folder they take files apart in. */
export async function openReading(
  flags: ReadingFlags,
  jobs: number,
  io: CommandIo,
): Promise<{ pool: UnderstandPool; largestFile: number; close(): Promise<void> }> {
  const settings = await readSettings(flags, io);
  const vocabulary = loadVocabulary(flags.db);
  const spool = await openSpool(io.now());
  const pool = openPool({
    jobs,
    vocabulary,
    settings,
    timeLimitMs: flags.timeLimit * 1000,
    memoryLimitMb: flags.memoryLimit,
    spool: spool.path,
  });
  return {
    pool,
    largestFile: flags.fileLimit * megabyte,
    async close() {
      await pool.close();
      await spool.close();
    },
  };
}

async function readSettings(flags: ReadingFlags, io: CommandIo): Promise<ReadSettings> {
  const { limits, archiveLimits } = defaultReadSettings;
  return {
    limits: {
      ...limits,
      inflatedBytes: flags.inflateLimit * megabyte,
      pages: flags.pageLimit,
    },
    archiveLimits: {
      ...archiveLimits,
      inflatedBytes: flags.archiveLimit * megabyte,
      memberBytes: flags.fileLimit * megabyte,
    },
    nesting: flags.nestingLimit,
    passwords: flags.passwordFile === undefined ? [] : await passwordsOf(flags.passwordFile, io),
  };
}

/** Spaces may belong to a password; the line's end does not. */
async function passwordsOf(file: string, io: CommandIo): Promise<string[]> {
  const bytes = await readFile(io.fileOf(file)).catch((cause: unknown) => {
    const { message: detail } = readError(cause);
    throw new Exit(exitCodes.usage, message(io.language, 'noPasswordFile', file, detail));
  });
  const text = decodeText(bytes)?.text ?? '';
  return text.split(/\r?\n/).filter((line) => line !== '');
}
