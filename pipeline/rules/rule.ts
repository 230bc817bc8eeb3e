import type { Severity } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import type { Notice } from '../../schemas/notice.ts';

/** What a rule says: everything of an anomaly but the rule's own code and severity. */
export interface Finding {
  /** The form it is about; null for the whole document. */
  readonly form: MappedForm | null;
  /** Line code, indicator name or column. */
  readonly field: string;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly difference?: string | undefined;
  /** A Chinese sentence a bureau can forward, with the figures in it. */
  readonly message: string;
  /** value_ids of the cells it rests on; never empty unless what is missing has no cell. */
  readonly evidence: readonly string[];
  /** Lower than the rule's own severity where the evidence is weaker (an OCR doubt, a reading by analogy). */
  readonly severity?: Severity;
}

/** The forms of one document, as mapped. */
export interface DocumentForms {
  readonly fileName: string;
  readonly forms: readonly MappedForm[];
  /** Pages of the document that could not be read. */
  readonly unreadPages?: readonly number[];
  /** Doubts its reader had. */
  readonly notices?: readonly Notice[];
}

/** One check, a small thing in a list (rules.ts). */
export interface Rule {
  /** The contract's rule code. Never renamed: waivers and views refer to it. */
  readonly code: string;
  readonly severity: Severity;
  /** Chinese name, a few words. */
  readonly title: string;
  /** The regulation, form note or practice it rests on. */
  readonly basis: string;
  /** What must hold, in words or symbols. */
  readonly formula: string;
  /** In 万元, points or percent points. */
  readonly tolerance: string;
  check(document: DocumentForms): Iterable<Finding>;
}
