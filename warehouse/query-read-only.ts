import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { IngestError } from '../schemas/ingest-error.ts';
import { queryProcess } from './query/query-process.ts';
import { queryWatch } from './query/query-watch.ts';
import { statementVerb } from './query/statement-verb.ts';
import { QueryError, type QueryErrorCode } from './query-error.ts';

export interface QueryLimits {
  readonly timeLimitMs: number;
  readonly maxRows: number;
}

export interface QueryResult {
  readonly columns: readonly string[];
  /** A value a column, in the order of `columns`. */
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than maxRows, or more in them than an answer may hold. */
  readonly truncated: boolean;
}

type Answer =
  | QueryResult
  | { readonly code: QueryErrorCode | 'warehouse_unavailable'; readonly message: string };

/** Rows are collected before they are sent; a wide answer must not take the machine with it. */
const heapLimit = '--max-old-space-size=512';
/** Values of an answer, in bytes as UTF-8. */
const maxBytes = 64 * 1024 * 1024;
/** The whole process, what SQLite itself holds included. */
const maxMemoryBytes = 768 * 1024 * 1024;
/** Some 24 days, short of where a timer of Node ends at once. */
const longestTimerMs = 2 ** 31 - 10_000;
const answered: ReadonlySet<string> = new Set(['select', 'values']);
const driver = createRequire(import.meta.url).resolve('better-sqlite3');

/**
 * Runs one SELECT, WITH, VALUES or EXPLAIN on a read-only connection of its own.
 *
 * In a process, not a thread: a statement runs inside SQLite without ever coming back to JavaScript,
 * and a thread in there can't be ended. The process ends with the time limit, with too much memory,
 * and with the process that asked.
 *
 * @throws QueryError where it writes, takes too long or too much memory, or SQLite refuses it
 * @throws IngestError `warehouse_unavailable` where the file is no database or can't be read
 */
export async function queryReadOnly(
  path: string,
  sql: string,
  limits: QueryLimits,
): Promise<QueryResult> {
  const verb = statementVerb(sql);
  if (verb === null || !answered.has(verb)) {
    throw new QueryError(
      'query_not_readonly',
      'only SELECT, WITH, VALUES and EXPLAIN are answered',
    );
  }
  const child = spawn(process.execPath, [heapLimit, '-e', queryProcess], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  try {
    const guard = { watch: queryWatch, maxMemoryBytes, asker: process.pid };
    const timeLimitMs = Math.min(limits.timeLimitMs, longestTimerMs);
    child.send({ driver, path, sql, ...limits, timeLimitMs, maxBytes, ...guard });
    const answer = await firstAnswer(child, timeLimitMs);
    if (!('code' in answer)) return answer;
    if (answer.code !== 'warehouse_unavailable') throw new QueryError(answer.code, answer.message);
    throw new IngestError('warehouse_unavailable', `${path}: ${answer.message}`);
  } finally {
    child.kill('SIGKILL');
  }
}

function firstAnswer(child: ChildProcess, timeLimitMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new QueryError('query_time_limit', `no answer within ${timeLimitMs} ms`));
    }, timeLimitMs);
    const fail = (detail: string, cause?: unknown) => {
      reject(new QueryError('query_failed', detail, { cause }));
    };
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', (cause) => fail(cause.message, cause));
    child.once('exit', (code, signal) => {
      const memory = signal === 'SIGKILL' || signal === 'SIGABRT';
      const why = memory ? 'the question needs more memory than it may take, and' : '';
      fail(`${why} the query process ended: ${signal ?? code}`.trim());
    });
    child.once('message', () => clearTimeout(timer));
    child.once('exit', () => clearTimeout(timer));
  });
}
