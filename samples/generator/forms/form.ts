import type { FormType } from '../../../schemas/codes.ts';
import type { Block } from '../blocks.ts';

/** What a reader of the form should find; counts are of printed values, see samples/README.md. */
export interface ExpectedForm {
  readonly form_type: FormType;
  readonly fiscal_year: number;
  readonly unit_name: string;
  readonly project_name: string | null;
  /** Money cells of the funding block that hold a figure, 0 included. */
  readonly amounts: number;
  /** Rows with a level-3 name. */
  readonly indicators: number;
  /** Value cells of a base data form that hold a figure or a text. */
  readonly base_data: number;
}

/** A form written down, with the truth about it. */
export interface Form {
  readonly blocks: readonly Block[];
  readonly expected: ExpectedForm;
}
