import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { queryProcess } from './query/query-process.ts';
import { QueryError, type QueryErrorCode } from './query-error.ts';

export interface QueryLimits {
  readonly timeLimitMs: number;
  readonly maxRows: number;
}

export interface QueryResult {
  readonly columns: readonly string[];
  /** A value a column, in the order of `columns`. */
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than maxRows. */
  readonly truncated: boolean;
}

type Answer = QueryResult | { readonly code: QueryErrorCode; readonly message: string };

/** Rows are collected before they are sent; a wide answer must not take the machine with it. */
const heapLimit = '--max-old-space-size=512';
const driver = createRequire(import.meta.url).resolve('better-sqlite3');

/**
 * Runs one SELECT, WITH, VALUES or EXPLAIN on a read-only connection of its own.
 *
 * In a process, not a thread: a statement runs inside SQLite without ever coming back to JavaScript,
 * and a thread in there can't be ended.
 *
 * @throws QueryError where it writes, takes too long, or SQLite refuses it
 */
export async function queryReadOnly(
  path: string,
  sql: string,
  limits: QueryLimits,
): Promise<QueryResult> {
  const child = spawn(process.execPath, [heapLimit, '-e', queryProcess], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  try {
    child.send({ driver, path, sql, maxRows: limits.maxRows });
    const answer = await firstAnswer(child, limits.timeLimitMs);
    if ('code' in answer) throw new QueryError(answer.code, answer.message);
    return answer;
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
    child.once('exit', (code, signal) => fail(`the query process ended: ${signal ?? code}`));
    child.once('message', () => clearTimeout(timer));
    child.once('exit', () => clearTimeout(timer));
  });
}
