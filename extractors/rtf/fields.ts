import { shownByCode } from '../flow/field-code.ts';

/** A field being read (RTF 1.9.1, "Fields"): {\field{\*\fldinst …}{\fldrslt …}}. */
export interface OpenField {
  instruction: string;
  /** Whether its result shows anything. */
  shows: boolean;
  /** A checkbox or list of a form: its state, 25 where it has only a default. */
  result: number | null;
  byDefault: number;
  readonly entries: string[];
  /** What a text field of a form shows before anyone fills it in. */
  defaultText: string | null;
  /** Where in the open paragraph it begins. */
  readonly start: number;
}

export function openField(start: number): OpenField {
  return {
    instruction: '',
    shows: false,
    result: null,
    byDefault: 0,
    entries: [],
    defaultText: null,
    start,
  };
}

/** What a field without a result shows all the same: a symbol, a form's box; null for nothing. */
export function shownWithoutResult(field: OpenField): string | null {
  const { instruction } = field;
  if (/^\s*FORMCHECKBOX\b/i.test(instruction)) return chosen(field) === 1 ? '☑' : '□';
  if (/^\s*FORMDROPDOWN\b/i.test(instruction)) return field.entries[chosen(field)] ?? null;
  return shownByCode(instruction);
}

function chosen({ result, byDefault }: OpenField): number {
  return result === null || result === 25 ? byDefault : result;
}
