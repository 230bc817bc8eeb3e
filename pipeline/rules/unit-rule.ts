import type { Severity } from '../../schemas/codes.ts';
import type { UnitForm as StoredForm } from '../../warehouse/unit-forms.ts';

/** A stored form of one unit, from any of its documents. */
export type UnitForm = Omit<StoredForm, 'is_current' | 'ordinal' | 'title' | 'unit_name'> & {
  readonly unit_name: string | null;
  /** False where a later revision of the same form supersedes it. */
  readonly is_current: boolean;
};

/** What a rule across years says; it sits on the later year's form. */
export interface UnitFinding {
  readonly form: UnitForm;
  /** Line code, item code or indicator column. */
  readonly field: string;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly difference?: string | undefined;
  readonly message: string;
  readonly evidence: readonly string[];
  /** Lower than the rule's own where the evidence is weaker. */
  readonly severity?: Severity;
}

/** A check across the years of one unit, its names over time already put together. */
export interface UnitRule {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly basis: string;
  readonly formula: string;
  readonly tolerance: string;
  /** @param forms all forms of one unit, in the order their documents were loaded */
  check(forms: readonly UnitForm[]): Iterable<UnitFinding>;
}
