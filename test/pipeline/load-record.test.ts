import { expect, test } from 'vitest';
import { loadRecordOf } from '../../pipeline/load-record.ts';
import { understand } from '../../pipeline/understand.ts';
import { paragraph } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';
import { labels } from './mapping/document-picture.ts';

const place = { path: 'a.docx', runId: 'run', ingestedAt: '2025-01-01T00:00:00Z' };

test('a document with more values than a document can have is refused, not half loaded', async () => {
  const bytes = writeWord([paragraph('部门整体支出绩效自评报告'), paragraph('一、基本情况')]);
  const understood = await understand(bytes, 'a.docx', { labels });
  const [form] = understood.forms ?? [];
  const [section] = form?.sections ?? [];
  if (!form || !section) throw new TypeError('Expected a report with a section');
  expect(loadRecordOf(understood, place).forms).toHaveLength(1);
  const sections = Array.from({ length: 2 ** 20 }, () => section);
  const swollen = { ...understood, forms: [{ ...form, sections }] };
  expect(() => loadRecordOf(swollen, place)).toThrow(
    expect.objectContaining({ code: 'archive_too_large' }),
  );
});
