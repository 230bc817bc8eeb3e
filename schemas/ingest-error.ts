/**
 * What stops a file. A doubt that does not stop it is a Notice; a suspicious figure is an Anomaly.
 * The texts (what happened, what to do) are data: see error-texts.ts.
 */
export const ingestErrorCodes = [
  'file_missing',
  'file_unreadable',
  'file_empty',
  'file_too_large',
  'unsupported_format',
  'format_too_old',
  'executable_file',
  'temporary_file',
  'archive_truncated',
  'archive_too_large',
  'archive_too_deep',
  'archive_opened',
  'encrypted',
  'xml_malformed',
  'xml_entity',
  'document_incomplete',
  'document_too_deep',
  'encoding_unknown',
  'no_text',
  'time_limit',
  'memory_limit',
  'worker_crashed',
  'warehouse_unavailable',
  'internal_error',
] as const;
export type IngestErrorCode = (typeof ingestErrorCodes)[number];

/** Failures that a later attempt may not meet again. */
const retryable: ReadonlySet<IngestErrorCode> = new Set([
  'file_unreadable',
  'worker_crashed',
  'warehouse_unavailable',
]);

/** Files that are no documents: named, but no failure of the run. */
const ignorable: ReadonlySet<IngestErrorCode> = new Set(['temporary_file', 'archive_opened']);

export class IngestError extends Error {
  override readonly name = 'IngestError';
  readonly code: IngestErrorCode;

  /** @param detail what was found, for the log and the message, without the file's path */
  constructor(code: IngestErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }

  get retryable(): boolean {
    return retryable.has(this.code);
  }

  get ignorable(): boolean {
    return ignorable.has(this.code);
  }
}
