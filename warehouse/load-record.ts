import type { Anomaly } from '../schemas/anomaly.ts';
import type { DocumentFormat, DocumentStatus } from '../schemas/codes.ts';
import type { Box, Leftover } from '../schemas/document.ts';
import type { MappedForm } from '../schemas/form.ts';

/** A file as the `documents` view has it. */
export interface DocumentRecord {
  /** sha256 of its bytes, hex. */
  readonly document_id: string;
  readonly path: string;
  readonly file_name: string;
  readonly format: DocumentFormat | null;
  readonly bytes: number | null;
  readonly pages: number | null;
  readonly status: DocumentStatus;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly characters: number | null;
  readonly unaccounted_characters: number | null;
  readonly extractor: string | null;
  readonly ocr_engine: string | null;
  /** ISO time of the document's own last change, if it says. */
  readonly modified_at: string | null;
  /** A JSON array of notices. */
  readonly notices_json: string;
}

/** A table cell as the `raw_cells` view has it, with its place on the page. */
export interface CellRecord {
  readonly table_no: number;
  readonly page: number | null;
  readonly row_no: number;
  readonly column_no: number;
  readonly row_span: number;
  readonly column_span: number;
  readonly text: string;
  readonly confidence: number;
  readonly box: Box | null;
}

/** Everything of one file. A failed or ignored file has neither forms nor cells. */
export interface LoadRecord {
  readonly document: DocumentRecord;
  readonly forms: readonly MappedForm[];
  readonly cells: readonly CellRecord[];
  readonly leftovers: readonly Leftover[];
  /** Findings of rules that look at one document. */
  readonly anomalies: readonly Anomaly[];
  /** A run started before. */
  readonly run_id: string;
  readonly ingested_at: string;
}

export interface LoadReceipt {
  readonly document_id: string;
  readonly forms: number;
  /** Records with a value_id, forms not counted. */
  readonly values: number;
  readonly anomalies: number;
  /** Whether the document was there before. */
  readonly replaced: boolean;
}
