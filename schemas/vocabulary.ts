import { z } from 'zod';

/**
 * The words of the field as data. A vocabulary is a list of concepts; a concept has a kind (where
 * such a label can stand), a code (what it means), and the labels printed for it. The built-in
 * tables live in vocabulary/; a bureau's own dictionary is a JSON file of the same shape.
 */

/** Where a label can stand. The same words may mean one thing as a column and another as a row. */
export const labelKinds = [
  'identity',
  'block',
  'funding_column',
  'funding_line',
  'indicator_column',
  'goal_column',
  'task_column',
  'base_column',
  'base_item',
  'level1',
  'level2',
  'total_row',
] as const;
export type LabelKind = (typeof labelKinds)[number];

export const LabelConcept = z.strictObject({
  kind: z.enum(labelKinds),
  code: z.string().describe('Canonical field or code of the contract'),
  labels: z
    .array(z.string().min(1))
    .min(1)
    .describe(
      'As printed, without units, points, years, numbering and white space; the first is canonical',
    ),
  within: z
    .string()
    .optional()
    .describe('Only valid under this code: a level-2 label under a level-1 code'),
});
export type LabelConcept = z.infer<typeof LabelConcept>;

/** A user's own dictionary beside the warehouse: synonyms for existing codes. */
export const UserDictionary = z.strictObject({
  version: z.literal(1),
  concepts: z.array(LabelConcept),
});
export type UserDictionary = z.infer<typeof UserDictionary>;
