import { existsSync } from 'node:fs';
import { QueryError } from '../../warehouse/query-error.ts';
import { type QueryResult, queryReadOnly } from '../../warehouse/query-read-only.ts';
import { type CommandIo, Exit, exitCodes } from './command.ts';
import { message } from './messages.ts';

/** Longest a question of the command line itself may take. */
const ownLimits = { timeLimitMs: 120_000, maxRows: 100_000 };

/**
 * Rows of the public views, on a read-only connection.
 *
 * @throws Exit where there is no warehouse, or SQLite refuses the question
 */
export async function readRows(
  io: CommandIo,
  database: string,
  sql: string,
  limits = ownLimits,
): Promise<QueryResult> {
  if (!existsSync(database))
    throw new Exit(exitCodes.usage, message(io.language, 'noDatabase', database));
  try {
    return await queryReadOnly(database, sql, limits);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const code = error.code === 'query_not_readonly' ? exitCodes.usage : exitCodes.runFailed;
    throw new Exit(code, `[${error.code}] ${error.message}`);
  }
}

/** A value as an SQL literal. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
