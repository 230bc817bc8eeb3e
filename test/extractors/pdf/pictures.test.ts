import { loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { pdf } from '../../../extractors/pdf/pdf.ts';
import { pdfFile, say } from './pdf-file.ts';

async function picturesOf(...pages: Parameters<typeof pdfFile>[0]) {
  return (await pdf.pictures?.(pdfFile(pages), defaultLimits)) ?? [];
}

describe('pictures of the pages', () => {
  test('are as the file paints them where its fonts are at hand', async () => {
    const [picture] = await picturesOf({
      content: `${say('Total', 50, 150, 12, 'F2')} 0 0 1 rg 100 100 50 50 re f`,
      size: [300, 200],
    });
    expect(picture).toMatchObject({ page: 1, width: 300, height: 200, mediaType: 'image/png' });
    const image = await loadImage(picture?.data ?? new Uint8Array());
    expect([image.width, image.height]).toEqual([450, 300]);
  });

  test('are turned as the cells are, whatever turned the page', async () => {
    const sideways = '0 1 -1 0 100 20 Tm /F2 12 Tf (Total of the year) Tj';
    const pictures = await picturesOf(
      { content: `BT ${sideways} ET`, size: [300, 200] },
      { content: say('Total', 50, 150, 12, 'F2'), size: [300, 200], entries: '/Rotate 90' },
    );
    expect(pictures.map(({ width, height }) => [width, height])).toEqual([
      [200, 300],
      [300, 200],
    ]);
  });

  test('are drawn from what was read where a font is not in the file', async () => {
    const [picture] = await picturesOf(say('预算', 50, 700));
    expect(picture?.mediaType).toBe('image/svg+xml');
    expect(Buffer.from(picture?.data ?? []).toString('utf8')).toContain('预');
  });

  test('of a page without measure are of a bounded size', async () => {
    const [picture] = await picturesOf({ content: '0 0 9 9 re S', size: [14_400, 14_400] });
    expect(picture?.data.length).toBeLessThan(1_000_000);
  });
});
