import { describe, expect, test } from 'vitest';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex } from '../../pipeline/vocabulary/label-index.ts';
import { paragraph } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';
import { xlsx } from '../extractors/spreadsheet/workbook-file.ts';

const labels = buildLabelIndex(builtInVocabulary);

describe('a document without any text in its body', () => {
  test.each([
    ['a.docx', writeWord([paragraph('')])],
    ['a.xlsx', xlsx([{ name: '自评表' }])],
    ['a.rtf', Buffer.from('{\\rtf1\\ansi{\\header 1}{\\pict\\pngblip 89504e47}\\par}')],
  ])('is not loaded as if it had been read: %s', async (name, bytes) => {
    await expect(understand(bytes, name, { labels })).rejects.toMatchObject({ code: 'no_text' });
  });

  test('is loaded where a hidden sheet has some', async () => {
    const hidden = { name: '隐藏', state: 'hidden', rows: [['项目名称']] };
    const { document } = await understand(xlsx([{ name: '表' }, hidden]), 'a.xlsx', { labels });
    expect(document?.leftovers).toContainEqual(expect.objectContaining({ text: '项目名称' }));
  });
});

test('a document of more paragraphs than any person writes is refused by name', async () => {
  const lines = (count: number): Uint8Array => Buffer.from('绩效自评。\n\n'.repeat(count));
  await expect(understand(lines(200_001), 'a.txt', { labels })).rejects.toMatchObject({
    code: 'archive_too_large',
  });
  const { document } = await understand(lines(1_000), 'a.txt', { labels, stopAfter: 'extract' });
  expect(document?.blocks).toHaveLength(1_000);
});
