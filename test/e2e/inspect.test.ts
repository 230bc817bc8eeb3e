import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Anomaly } from '../../schemas/anomaly.ts';
import { ExtractedDocument, Leftover } from '../../schemas/document.ts';
import { MappedForm } from '../../schemas/form.ts';
import { Notice } from '../../schemas/notice.ts';
import { RecognizedForm } from '../../schemas/recognized.ts';
import { line, packageFile, page, text } from '../extractors/ofd/package-file.ts';
import { pdfFile, say } from '../extractors/pdf/pdf-file.ts';
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

/** Two columns and two rows of ruled cells on each of two pages. */
const grid = '100 600 200 40 re 100 620 m 300 620 l 200 600 m 200 640 l S ';
const paged = [
  [
    'pdf',
    pdfFile([
      grid + say('<b>&预算数', 104, 626) + say('1200', 204, 626),
      { content: grid + say('2 > 1', 104, 626, 12, 'F2'), entries: '/Rotate 90' },
    ]),
    ['image/svg+xml', 'image/png'],
  ],
  [
    'ofd',
    packageFile(
      [20, 60].map((y) =>
        page(
          [0, 10, 20].map((by) => line(20, y + by, 100, y + by)).join('') +
            [20, 60, 100].map((x) => line(x, y, x, y + 20)).join('') +
            text(22, y + 2, 4, '&lt;预算数'),
        ),
      ),
    ),
    ['image/svg+xml', 'image/svg+xml'],
  ],
] as const;

describe('the page that guidang inspect --html writes', () => {
  test.each(paged)(
    'shows every page of %s and a box over every cell',
    async (format, bytes, kinds) => {
      const folder = temporaryFolder();
      const file = join(folder, `表.${format}`);
      writeFileSync(file, bytes);
      const stage = ['--stop-after', 'extract', '--json'];
      const { out } = await guidang(['inspect', file, ...stage, '--html', 'out.html'], folder);
      const document = ExtractedDocument.parse(JSON.parse(out).value);
      const html = readFileSync(join(folder, 'out.html'), 'utf8');

      const cells = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
      expect(cells).toHaveLength(8);
      expect(html.match(/<a href="#t\d+r\d+c\d+"/g)).toHaveLength(cells.length);
      expect([...html.matchAll(/src="data:([^;]+)/g)].map(([, kind]) => kind)).toEqual(kinds);
      const shares = [...html.matchAll(/(?:left|top|width|height):([-\d.]+)%/g)].map(([, n]) =>
        Number(n),
      );
      expect(shares.every((share) => share >= 0 && share <= 100)).toBe(true);
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<b>');
    },
  );

  test('is written for a format without pages, too', async () => {
    const folder = temporaryFolder();
    const { code } = await guidang(['inspect', sample, '--html', 'out.html'], folder);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toContain('<table>');
  });
});
