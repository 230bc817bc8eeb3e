import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Anomaly } from '../../schemas/anomaly.ts';
import { ExtractedDocument, Leftover } from '../../schemas/document.ts';
import { MappedForm } from '../../schemas/form.ts';
import { Notice } from '../../schemas/notice.ts';
import { RecognizedForm } from '../../schemas/recognized.ts';
import { guidang, sampleDocuments, temporaryFolder } from './program.ts';

const sample = join(sampleDocuments, '白石滩镇绩效自评（定稿2）.docx');

/** What a stage's value has to be. */
const shapes = [
  ['detect', z.literal('docx')],
  ['extract', ExtractedDocument],
  ['recognize', z.array(RecognizedForm).min(7)],
  ['map', z.array(MappedForm).min(7)],
  ['check', z.array(Anomaly).min(2)],
  [
    'load',
    z.object({
      document: z.object({ file_name: z.literal(basename(sample)), status: z.literal('loaded') }),
      forms: z.array(MappedForm).min(7),
      cells: z.array(z.object({ table_no: z.int(), text: z.string() })).min(100),
      leftovers: z.array(Leftover),
      anomalies: z.array(Anomaly).min(2),
    }),
  ],
] as const;

describe('guidang inspect', () => {
  test.each(shapes)('prints the whole value of %s, as its schema has it', async (stage, shape) => {
    const { code, out, err } = await guidang(['inspect', sample, '--stop-after', stage, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const envelope = z.strictObject({
      document_id: z.string().regex(/^[0-9a-f]{64}$/),
      format: z.literal('docx'),
      stage: z.literal(stage),
      value: shape,
      notices: z.array(Notice),
    });
    expect(envelope.safeParse(JSON.parse(out)).error).toBeUndefined();
  });

  test('shows a person the grids, the forms and the findings, and makes no warehouse', async () => {
    const folder = temporaryFolder();
    const { code, out } = await guidang(['inspect', sample], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/\[表 1: \d+×\d+\]/);
    expect(out).toContain('overall_self_evaluation');
    expect(out).toContain('control_rate_mismatch');
    expect(out).toMatch(/字符 \d+，未归入 0/);
    const { code: none } = await guidang(['query', 'SELECT 1'], folder);
    expect(none).toBe(2);
  });

  test('ends with 3 and the error code for a file that cannot be read', async () => {
    const path = join(temporaryFolder(), '空.docx');
    writeFileSync(path, '');
    const { code, out, err } = await guidang(['inspect', path, '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ path, error_code: 'file_empty' });
    expect(err).toContain('[file_empty]');
  });
});
