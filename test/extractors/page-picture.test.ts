import { expect, test } from 'vitest';
import { drawnPicture } from '../../extractors/page-picture.ts';

const page = {
  page: 3,
  width: 200,
  height: 100,
  glyphs: [
    { text: '<', x0: 10, y0: 10, x1: 20, y1: 20, size: 10 },
    { text: '&\u0001', x0: 20, y0: 10, x1: 30, y1: 20, size: 10 },
    { text: '密', x0: 30, y0: 10, x1: 40, y1: 20, size: 10, aside: 'hidden' as const },
    { text: '旧', x0: 40, y0: 10, x1: 50, y1: 20, size: 10, aside: 'struck_out' as const },
  ],
  segments: [{ x0: 0, y0: 50, x1: 100, y1: 50, width: Number.NaN }],
};

test('a page drawn again holds its characters at their places, and nothing of the file as markup', () => {
  const { data, ...rest } = drawnPicture(page);
  const svg = Buffer.from(data).toString('utf8');
  expect(rest).toEqual({ page: 3, width: 200, height: 100, mediaType: 'image/svg+xml' });
  expect(svg).toContain('<tspan x="10" y="18.6">&#60;</tspan><tspan x="20" y="18.6">&#38;</tspan>');
  expect(svg).toContain('text-decoration="line-through"><tspan x="40" y="18.6">旧');
  expect(svg).not.toContain('密');
  expect(svg).toContain('M0 50L100 50');
  expect(svg).not.toMatch(/href|url\(|NaN/);
});
