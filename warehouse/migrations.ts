import { type Kysely, type Migration, Migrator } from 'kysely';
import * as records from './migrations/0001_records.ts';

/** Numbered and append-only: a migration is never edited once released. */
const migrations: Record<string, Migration> = {
  '0001_records': records,
};

/** Brings the tables up to date. @throws what the failing migration threw */
export async function migrate(kysely: Kysely<unknown>): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Number of migrations a warehouse of this version has been through. */
export const migrationCount = Object.keys(migrations).length;
