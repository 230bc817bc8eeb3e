import { z } from 'zod';

/** A doubt that does not stop a file; it travels beside the value it is about. */
export const Notice = z.strictObject({
  code: z.string().describe('Stable, kebab-case'),
  message: z.string().describe('One sentence, Chinese'),
  at: z.string().nullable().describe('Place in the document: table, row, column, or part'),
});
export type Notice = z.infer<typeof Notice>;

/** What a stage gives: its value, and the doubts met on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}
