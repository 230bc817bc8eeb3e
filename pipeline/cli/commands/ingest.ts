import { resolve } from 'node:path';
import { Option } from 'commander';
import { errorText } from '../../../schemas/error-texts.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { withDryRun } from '../../../warehouse/dry-run.ts';
import { openWarehouse, type Warehouse } from '../../../warehouse/warehouse.ts';
import { ingest } from '../../ingest.ts';
import type { FileResult, IngestSummary } from '../../loader.ts';
import { dictionaryPath } from '../../vocabulary/user-dictionary.ts';
import { type Command, type CommandIo, defaultDatabase, Exit, exitCodes } from '../command.ts';
import { message } from '../messages.ts';
import { openProgress } from '../progress.ts';
import { addReadingOptions, count, openReading, type ReadingFlags } from '../reading.ts';
import { formatRows } from '../table.ts';

interface IngestFlags extends ReadingFlags {
  readonly jobs?: number;
  readonly ocr: 'auto' | 'off' | 'force';
  readonly json?: true;
  readonly dryRun?: true;
  readonly force?: true;
}

export const ingestCommand: Command = {
  name: 'ingest',
  summary: {
    zh: '将文件、文件夹读入数据库（压缩包、邮件逐个展开）；已入库的内容自动跳过',
    en: 'Read files, folders and archives into the warehouse; what is loaded already is skipped',
  },
  examples: [
    'ingest 归档/2024',
    'ingest 自评表.docx --db 县财政局.db',
    'ingest 归档 --dry-run',
    'ingest 归档 --json > 结果.jsonl',
  ],
  define(program, io) {
    program
      .argument('<path...>', '文件或文件夹 / files or folders')
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .option('--jobs <n>', '并行处理的文件数 / files understood at once', count)
      .addOption(
        new Option('--ocr <mode>', '扫描件识别 / reading of scans')
          .choices(['auto', 'off', 'force'])
          .default('auto'),
      )
      .option('--json', '每个文件输出一行 JSON / one JSON line a file')
      .option('--dry-run', '只说明会改变什么，不写入 / say what would change, write nothing')
      .option('--force', '已入库的文件重新读取 / read loaded files again')
      .action((paths: string[], flags: IngestFlags) => runIngest(paths, flags, io));
    addReadingOptions(program);
  },
};

async function runIngest(
  paths: readonly string[],
  flags: IngestFlags,
  io: CommandIo,
): Promise<void> {
  const jobs = flags.jobs ?? io.cores;
  const { pool, largestFile, close } = await openReading(flags, jobs, io);
  const progress = openProgress(io);
  const onFile = (result: FileResult): void => {
    progress.done(result);
    if (flags.json) io.out(JSON.stringify(jsonLine(result, io)));
    else note(result, io, progress.note);
  };
  const run = (warehouse: Warehouse): Promise<IngestSummary> =>
    ingest(warehouse, pool, {
      paths,
      fileOf: io.fileOf,
      skipped: ownFiles(flags.db),
      jobs,
      largestFile,
      force: flags.force === true,
      runId: io.newRunId(),
      command: `ingest ${paths.join(' ')}`,
      now: io.now,
      onFound: progress.found,
      onFile,
    });
  let failed: number;
  try {
    failed = flags.dryRun
      ? await dryRun(flags, io, run, progress.stop)
      : await realRun(flags, io, run, progress.stop);
  } finally {
    progress.stop();
    await close();
  }
  if (failed > 0) throw new Exit(exitCodes.someFilesFailed, '');
}

/** The warehouse may stand in the folder that is read: its files are no documents. */
function ownFiles(database: string): ReadonlySet<string> {
  const own = ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`);
  return new Set([...own, dictionaryPath(database)].map((path) => resolve(path)));
}

type Run = (warehouse: Warehouse) => Promise<IngestSummary>;

async function realRun(
  flags: IngestFlags,
  io: CommandIo,
  run: Run,
  stop: () => void,
): Promise<number> {
  const warehouse = await openWarehouse(flags.db);
  try {
    const summary = await run(warehouse);
    stop();
    if (flags.json) io.out(JSON.stringify({ summary }));
    else sayLoaded(warehouse, summary, io);
    return summary.failed;
  } finally {
    warehouse.close();
  }
}

function sayLoaded(warehouse: Warehouse, summary: IngestSummary, io: CommandIo): void {
  const { files, loaded, duplicates, failed, ignored, forms, anomalies } = summary;
  io.out(
    message(
      io.language,
      'ingestDone',
      files,
      loaded,
      duplicates,
      failed,
      ignored,
      forms,
      anomalies,
    ),
  );
  const rows = warehouse
    .prepare(
      `SELECT fiscal_year, form_type, count(*) AS forms, count(DISTINCT unit_name) AS units
       FROM forms WHERE form_type <> 'unknown_form' GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .raw()
    .all() as unknown[][];
  if (rows.length === 0) return;
  io.out(`\n${message(io.language, 'formsLoaded')}`);
  io.out(formatRows({ columns: ['fiscal_year', 'form_type', 'forms', 'units'], rows }, 'table'));
}

async function dryRun(
  flags: IngestFlags,
  io: CommandIo,
  run: Run,
  stop: () => void,
): Promise<number> {
  const { result, differences } = await withDryRun(flags.db, run);
  stop();
  if (flags.json) {
    io.out(JSON.stringify({ summary: result, differences }));
    return result.failed;
  }
  const { files, loaded, duplicates, failed, ignored } = result;
  io.out(message(io.language, 'dryRunDone', files, loaded, duplicates, failed, ignored));
  if (differences.length === 0) io.out(message(io.language, 'dryRunSame'));
  else {
    const columns = ['view', 'added', 'removed', 'changed'] as const;
    io.out(
      formatRows({ columns, rows: differences.map((d) => columns.map((c) => d[c])) }, 'table'),
    );
  }
  return failed;
}

/** One line a file, for other programs. */
function jsonLine(result: FileResult, io: CommandIo) {
  const { error, ...rest } = result;
  if (!error) return { ...rest, error_code: null, error_message: null, todo: null };
  const { what, todo } = errorText(error.code, io.language);
  return { ...rest, error_code: error.code, error_message: `${what} (${error.message})`, todo };
}

/** What a person must know of a file at once: that it failed, or that something of it is not held. */
function note(result: FileResult, io: CommandIo, say: (text: string) => void): void {
  if (result.status === 'failed' && result.error instanceof IngestError) {
    const { what, todo } = errorText(result.error.code, io.language);
    const detail =
      result.error.code === 'internal_error'
        ? result.error.message.split('\n')[0]
        : result.error.message;
    say(
      message(io.language, 'failure', result.path, result.error.code, `${what}（${detail}）`, todo),
    );
  } else if (result.unaccounted_characters) {
    say(message(io.language, 'doubtful', result.path, result.unaccounted_characters));
  }
}
