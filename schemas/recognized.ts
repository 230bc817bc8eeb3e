import { z } from 'zod';
import { formTypes } from './codes.ts';

/** Rows of one table that belong to one form. */
export const FormPart = z.strictObject({
  tableNo: z.int(),
  rowFrom: z.int(),
  rowTo: z.int().describe('Exclusive'),
});
export type FormPart = z.infer<typeof FormPart>;

/** A form or report found in a document, before anything of it is understood. */
export const RecognizedForm = z.strictObject({
  ordinal: z.int(),
  type: z.enum(formTypes),
  title: z.string().nullable(),
  titleAt: z
    .strictObject({
      block: z.int().nullable(),
      tableNo: z.int().nullable(),
      row: z.int().nullable(),
    })
    .nullable()
    .describe('The paragraph (index of its block) or table row that holds the title'),
  yearText: z.string().nullable().describe('The year line below the title'),
  parts: z.array(FormPart),
  paragraphs: z
    .array(z.int())
    .describe('Indexes of the blocks that belong to it, in reading order'),
  confidence: z.number(),
});
export type RecognizedForm = z.infer<typeof RecognizedForm>;
