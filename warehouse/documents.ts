import { basename } from 'node:path';
import type { DocumentStatus } from '../schemas/codes.ts';
import type { Warehouse } from './warehouse.ts';

/** What became of a content, or undefined where it was never met. */
export function hasDocument(warehouse: Warehouse, documentId: string): DocumentStatus | undefined {
  const read = 'SELECT status FROM document WHERE document_id = ?';
  return warehouse.pluck<DocumentStatus>(read, documentId)[0];
}

const insertCopy = `
  INSERT INTO document_copy (doc_no, path, file_name, run_id, seen_at)
  SELECT doc_no, ?, ?, ?, ? FROM document WHERE document_id = ? AND path <> ?
  ON CONFLICT (doc_no, path) DO UPDATE SET run_id = excluded.run_id, seen_at = excluded.seen_at`;

/** Notes that a known content was met at another path. Its own path is no copy. */
export function recordCopy(
  warehouse: Warehouse,
  documentId: string,
  path: string,
  runId: string,
  seenAt: string,
): void {
  const values = [path, basename(path), runId, seenAt, documentId, path];
  warehouse.transact(() => void warehouse.prepare(insertCopy).run(values));
}
