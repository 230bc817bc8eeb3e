import { describe, expect, test } from 'vitest';
import { firstPage, lines } from './draw.ts';
import { pdfFile } from './pdf-file.ts';

/** The segments of one page, of 600 by 800 points. */
async function rulings(content: string, entries = ''): Promise<string[]> {
  return lines(await firstPage(pdfFile([{ content, size: [600, 800], entries }])));
}

const box = ['100 100 100 150', '100 100 300 100', '100 150 300 150', '300 100 300 150'];

describe('rulings', () => {
  test.each([
    ['a stroked rectangle', '100 650 200 50 re S'],
    ['stroked lines', '100 700 m 300 700 l 300 650 l 100 650 l s'],
    [
      'thin filled bars',
      '100 699.5 200 1 re 100 649.5 200 1 re 99.5 650 1 50 re 299.5 650 1 50 re f',
    ],
    ['a filled frame', '99.6 649.6 200.8 50.8 re 100.4 650.4 199.2 49.2 re f*'],
    [
      'mitred bars',
      '99.6 700.4 m 300.4 700.4 l 299.6 699.6 l 100.4 699.6 l f 99.6 649.6 m 300.4 649.6 l 299.6 650.4 l 100.4 650.4 l f ' +
        '99.6 649.6 m 99.6 700.4 l 100.4 699.6 l 100.4 650.4 l f 300.4 649.6 m 300.4 700.4 l 299.6 699.6 l 299.6 650.4 l f',
    ],
    ['dashed lines', '[3 2] 0 d 100 650 200 50 re S'],
    ['lines drawn at a scale', 'q 0.5 0 0 0.5 0 0 cm 200 1300 400 100 re S Q'],
    [
      'a fill cut thin by a clip',
      '100 650 200 50 re S q 100 699.5 200 1 re W n 0 0 600 800 re f Q',
    ],
  ])('%s', async (_, content) => {
    expect([...new Set(await rulings(content))]).toEqual(box);
  });

  test('thickness is given', async () => {
    const page = await firstPage(pdfFile(['2.25 w 100 700 m 300 700 l S 100 600 200 0.75 re f']));
    expect(page.segments.map((segment) => segment.width)).toEqual([2.25, expect.closeTo(0.75, 3)]);
  });

  test.each([
    ['white lines on white', '1 G 100 650 200 50 re S'],
    ['a clip', '100 650 200 50 re W n'],
    ['a background', '0.9 g 100 650 200 50 re f'],
    ['a slanting line', '100 650 m 300 700 l S'],
    ['a curve', '100 650 m 100 700 300 700 300 650 c S'],
    ['lines outside the clip', 'q 0 0 50 50 re W n 100 650 200 50 re S Q'],
    ['lines of no length', '100 650 m 100 650 l S'],
    [
      'a character drawn as an outline',
      '100 650 m 110 651 112 651 118 650 c 118 649 l 100 649 l f',
    ],
  ])('%s is no ruling', async (_, content) => {
    expect(await rulings(content)).toEqual([]);
  });

  test('white lines between coloured cells are rulings', async () => {
    const found = await rulings('0 0 1 rg 100 650 200 50 re f 1 G 200 650 m 200 700 l S');
    expect(found).toEqual(['200 100 200 150']);
  });

  test('a dot belongs to lines of both directions', async () => {
    expect(await rulings('100 700 2 2 re f')).toEqual(['100 99 102 99', '101 98 101 100']);
  });

  test('a picture as thin as a line is one', async () => {
    const picture = 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI';
    expect(await rulings(`q 200 0 0 0.5 100 700 cm ${picture} Q`)).toEqual(['100 100 300 100']);
  });

  test('a picture cut into strips is no ruling', async () => {
    const picture = 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI';
    const strips = [0, 1, 2, 3].map((i) => `q 200 0 0 1 100 ${700 - i} cm ${picture} Q`);
    expect(await rulings(strips.join(' '))).toEqual([]);
  });
});

describe('how the page is held', () => {
  const upright = ['100 100 300 100'];

  test.each([
    [0, '100 700 m 300 700 l S'],
    [90, '100 100 m 100 300 l S'],
    [180, '500 100 m 300 100 l S'],
    [270, '500 700 m 500 500 l S'],
  ])('a page turned by %d degrees', async (turn, content) => {
    expect(await rulings(content, `/Rotate ${turn}`)).toEqual(upright);
  });

  test('what is cropped away moves the corner', async () => {
    expect(await rulings('150 650 m 350 650 l S', '/CropBox [50 50 600 750]')).toEqual(upright);
  });
});
