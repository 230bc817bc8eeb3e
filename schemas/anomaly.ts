import { z } from 'zod';
import { severities } from './codes.ts';

/** A finding of a rule: what does not add up, and the values it rests on. */
export const Anomaly = z.strictObject({
  rule_code: z.string(),
  severity: z.enum(severities),
  form_ordinal: z.int().nullable().describe('The form it is about; null for the whole document'),
  field: z.string().describe('Line code, indicator name or column it is about'),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  difference: z.string().nullable(),
  message: z.string().describe('A Chinese sentence that a bureau can forward'),
  evidence: z.array(z.string()).describe('value_ids it rests on'),
});
export type Anomaly = z.infer<typeof Anomaly>;
