import SQLite from 'better-sqlite3';
import { IngestError } from '../schemas/ingest-error.ts';

/**
 * A consistent copy of a warehouse while others write to it. The original is only read.
 *
 * @throws IngestError `warehouse_unavailable` where it can't be read or the copy can't be written
 */
export async function copyWarehouse(from: string, to: string): Promise<void> {
  try {
    const source = new SQLite(from, { readonly: true, fileMustExist: true });
    try {
      await source.backup(to);
    } finally {
      source.close();
    }
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new IngestError('warehouse_unavailable', `${from}: ${detail}`, { cause });
  }
}
