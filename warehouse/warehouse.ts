import { setTimeout as sleep } from 'node:timers/promises';
import SQLite, { type Database, type Statement } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { IngestError } from '../schemas/ingest-error.ts';
import { migrate, migrationCount } from './migrations.ts';
import { createViews, viewsAreCurrent } from './views.ts';

/** Written into the file's header, so that another program's database is never taken for ours. */
const applicationId = 0x67_75_69_64;
/** Longest a writer waits for others; a warehouse that several write to is seldom held this long. */
const busyTimeoutMs = 30_000;
const openAttempts = 10;
const writeAttempts = 2;

/** An open warehouse. Statements are prepared once and kept until it is closed. */
export class Warehouse {
  readonly path: string;
  /** For the files of this folder. */
  readonly sqlite: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(path: string, sqlite: Database) {
    this.path = path;
    this.sqlite = sqlite;
  }

  /** The statement of a text, prepared on first use. */
  prepare(text: string): Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.sqlite.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  /** One value a row: the first column. */
  pluck<T>(text: string, ...parameters: unknown[]): T[] {
    return this.prepare(text).pluck().all(parameters) as T[];
  }

  /**
   * Runs all of it or nothing, as the only writer; inside another transact, as a part of that one.
   *
   * @param work may be run again where others held the warehouse, so it leaves nothing behind but rows
   * @throws IngestError `warehouse_unavailable` where the file can't be written; what work throws
   */
  transact<T>(work: () => T): T {
    const whole = this.sqlite.transaction(work);
    if (this.sqlite.inTransaction) return whole();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return whole.immediate();
      } catch (cause) {
        if (!isOfTheFile(cause)) throw cause;
        if (!isBusy(cause) || attempt === writeAttempts) throw unavailable(this.path, cause);
      }
    }
  }

  /** Runs reads on one state of the warehouse, without keeping writers out. */
  readTogether<T>(work: () => T): T {
    return this.sqlite.transaction(work).deferred();
  }

  /** A number that is another one after every commit of another connection. */
  foreignCommits(): unknown {
    return this.sqlite.pragma('data_version', { simple: true });
  }

  /** All content goes into the main file: no `-wal` stays behind. */
  close(): void {
    this.sqlite.close();
  }
}

export interface OpenOptions {
  /** Neither creates nor migrates; the file must be a warehouse of this version. */
  readonly readOnly?: boolean;
  /** The path a person knows it by, where this one is a copy: what errors name. */
  readonly knownAs?: string;
}

/**
 * Opens a warehouse, creating and migrating it as needed.
 *
 * @param path a file, or `:memory:`
 * @throws IngestError `warehouse_unavailable` for a locked, corrupt or foreign file
 */
export async function openWarehouse(path: string, options: OpenOptions = {}): Promise<Warehouse> {
  const readOnly = options.readOnly ?? false;
  let sqlite: Database | undefined;
  try {
    sqlite = new SQLite(path, { readonly: readOnly, timeout: busyTimeoutMs });
    requireOwn(sqlite);
    if (readOnly) requireCurrent(sqlite);
    else await bringUpToDate(sqlite);
    sqlite.pragma('foreign_keys = ON');
    return new Warehouse(path, sqlite);
  } catch (cause) {
    sqlite?.close();
    throw unavailable(options.knownAs ?? path, cause);
  }
}

function unavailable(path: string, cause: unknown): IngestError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new IngestError('warehouse_unavailable', `${path}: ${detail}`, { cause });
}

/** Both are read from one state: another process may be creating the warehouse just now. */
function requireOwn(sqlite: Database): void {
  const [id, empty] = sqlite.transaction(() => [
    sqlite.pragma('application_id', { simple: true }),
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0,
  ])();
  if (id !== applicationId && !(id === 0 && empty)) {
    throw new Error('a SQLite database of another program');
  }
}

function requireCurrent(sqlite: Database): void {
  if (migrationsDone(sqlite) !== migrationCount || !viewsAreCurrent(sqlite)) {
    throw new Error('written by another version; open it to write');
  }
}

function migrationsDone(sqlite: Database): number {
  const known = sqlite
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'kysely_migration'")
    .pluck()
    .get();
  if (known === 0) return 0;
  return sqlite.prepare('SELECT count(*) FROM kysely_migration').pluck().get() as number;
}

/** Two processes may create the same warehouse: the slower one finds it made and goes on. */
async function bringUpToDate(sqlite: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      configure(sqlite);
      const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
      if (migrationsDone(sqlite) !== migrationCount) await migrate(kysely);
      createViews(sqlite);
      return;
    } catch (cause) {
      if (attempt === openAttempts || isHopeless(cause)) throw cause;
      await sleep(100 * attempt);
    }
  }
}

/**
 * A crash of the program loses nothing under synchronous = NORMAL; a power cut may lose the last
 * commits (never the file), and the same files can be ingested again, so that an fsync for every
 * document buys nothing.
 */
function configure(sqlite: Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma(`application_id = ${applicationId}`);
}

function codeOf(cause: unknown): string {
  return cause instanceof SQLite.SqliteError ? cause.code : '';
}

function isBusy(cause: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause));
}

/** What waiting does not help against. */
function isHopeless(cause: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|FULL|IOERR)/.test(codeOf(cause));
}

/** The file or its disk is at fault, not what was to be written. */
function isOfTheFile(cause: unknown): boolean {
  return isBusy(cause) || isHopeless(cause);
}
