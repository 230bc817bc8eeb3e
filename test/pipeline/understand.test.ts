import { expect, test } from 'vitest';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex } from '../../pipeline/vocabulary/label-index.ts';

test('a document of more paragraphs than any person writes is refused by name', async () => {
  const labels = buildLabelIndex([]);
  const lines = (count: number): Uint8Array => Buffer.from('绩效自评。\n\n'.repeat(count));
  await expect(understand(lines(200_001), 'a.txt', { labels })).rejects.toMatchObject({
    code: 'archive_too_large',
  });
  const { document } = await understand(lines(1_000), 'a.txt', { labels, stopAfter: 'extract' });
  expect(document?.blocks).toHaveLength(1_000);
});
