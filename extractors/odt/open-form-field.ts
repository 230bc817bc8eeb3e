/** A field of a form being read, and what is said of it. */
export interface FormField {
  readonly kind: string;
  checked: boolean;
  selected: number;
  readonly entries: string[];
}
