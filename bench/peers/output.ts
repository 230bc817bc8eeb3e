import type { Grid } from './grid.ts';

/** What a tool gave for a file, as it gives it. */
export type Output =
  | { readonly kind: 'html' | 'text' | 'docbook'; readonly content: string }
  /** Rows of texts, without spans. */
  | { readonly kind: 'rows'; readonly tables: readonly (readonly (readonly string[])[])[] }
  | {
      readonly kind: 'grids';
      readonly grids: readonly Grid[];
      /** Each grid's number in the doubts. */
      readonly tableNumbers: readonly number[];
      readonly text: string;
      /** Places of doubts: "table 3 row 5". */
      readonly doubts: readonly string[];
    };

/** An output and how long it took, in milliseconds. */
export interface TimedOutput {
  readonly output: Output;
  readonly ms: number;
}
