import { describe, expect, test } from 'vitest';
import { account, asideOf, draw, firstPage, textOf } from './draw.ts';
import { firstObject, pdfFile, say, stream } from './pdf-file.ts';

const image = stream(
  '\xff',
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
);

function picture(x: number, y: number, width: number, height: number): string {
  return `q ${width} 0 0 ${height} ${x} ${y} cm /I Do Q\n`;
}

function withImage(content: string): Uint8Array {
  const resources = `/XObject << /I ${firstObject} 0 R >>`;
  return pdfFile([{ content, resources }], { objects: [image] });
}

const figure = say('1,800.91', 100, 700);

describe('text under a picture', () => {
  test('is hidden where other text is written on the picture', async () => {
    const page = await firstPage(
      withImage(figure + picture(98, 696, 60, 16) + say('1,008.91', 100, 700)),
    );
    expect([textOf(page), asideOf(page, 'hidden')]).toEqual(['1,008.91', '1,800.91']);
  });

  test('is read where nothing is: a stamp lets it through', async () => {
    const page = await firstPage(withImage(figure + picture(98, 696, 60, 16)));
    expect(textOf(page)).toBe('1,800.91');
  });

  test('is read where the text above stands beside it', async () => {
    const page = await firstPage(
      withImage(figure + picture(98, 596, 200, 160) + say('98', 100, 650)),
    );
    expect(textOf(page)).toBe('1,800.9198');
  });
});

describe('the words of a drawn stamp', () => {
  const red = '0.9 0 0 rg 0.9 0 0 RG ';
  const circle =
    '160 700 m 160 727 138 750 110 750 c 82 750 60 727 60 700 c 60 672 82 650 110 650 c ' +
    '138 650 160 672 160 700 c s ';

  test('are a seal within a round of their colour', async () => {
    const page = await firstPage(
      pdfFile([`${figure} ${red} ${circle} ${say('财政局', 90, 700)} 0 g ${say('10', 90, 660)}`]),
    );
    expect([textOf(page), asideOf(page, 'seal')]).toEqual(['1,800.9110', '财政局']);
  });

  test('are a seal where they stand around a curve, with what is level among them', async () => {
    const around = ['0.7 0.7 -0.7 0.7 60 700', '1 0 0 1 80 720', '0.8 -0.6 0.6 0.8 100 715'];
    const curved = [...around, '0.5 -0.85 0.85 0.5 115 700'].map(
      (matrix) => `BT /F2 12 Tf ${matrix} Tm (A) Tj ET `,
    );
    const page = await firstPage(pdfFile([`${figure} ${red} ${curved.join('')}`]));
    expect([textOf(page), asideOf(page, 'seal')]).toEqual(['1,800.91', 'AAAA']);
  });

  test('are text where a form prints them in red, or rings a figure in black', async () => {
    const page = await firstPage(
      pdfFile([`${circle} ${say('88', 100, 700)} ${red} ${say('超支', 100, 600)}`]),
    );
    expect(textOf(page)).toBe('88超支');
  });
});

describe('pale text', () => {
  const tile = (x: number, y: number): string => `0.85 g ${say('审核2024', x, y, 10)} 0 g `;

  test('laid over the text again and again is a watermark', async () => {
    const drawn = await draw(
      pdfFile([figure + tile(105, 702) + tile(300, 702) + tile(105, 500) + tile(300, 500)]),
    );
    expect(drawn.pages.map(textOf)).toEqual(['1,800.91']);
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
  });

  test('that stands by itself is text, however often', async () => {
    const page = await firstPage(
      pdfFile([figure + tile(300, 700) + tile(300, 650) + tile(300, 600)]),
    );
    expect(textOf(page)).toBe('1,800.91审核2024审核2024审核2024');
  });
});

test('what an annotation strikes out stands aside', async () => {
  const annotation =
    '/Annots [<< /Type /Annot /Subtype /StrikeOut /Rect [100 697 150 712] /C [1 0 0] ' +
    '/QuadPoints [100 711 148 711 100 698 148 698] >>]';
  const page = await firstPage(
    pdfFile([{ content: figure + say('1,008.91', 200, 700), entries: annotation }]),
  );
  expect([textOf(page), asideOf(page, 'struck_out')]).toEqual(['1,008.91', '1,800.91']);
});

describe('text of an annotation', () => {
  const looks = stream(
    'BT /F2 10 Tf 2 2 Td (2024) Tj ET 0 0 m 90 0 l S',
    '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F2 6 0 R >> >>',
  );

  const layer = `${firstObject + 1} 0 R`;

  async function annotated(kind: string, entries = '/F 4') {
    const note = `<< /Type /Annot /Subtype /${kind} ${entries} /Rect [200 696 300 716] /AP << /N ${firstObject} 0 R >> >>`;
    const drawn = await draw(
      pdfFile([{ content: figure, entries: `/Annots [${note}]` }], {
        objects: [looks, '<< /Type /OCG /Name (L) >>'],
        catalog: `/OCProperties << /OCGs [${layer}] /D << /OFF [${layer}] >> >>`,
      }),
    );
    expect(account(drawn)).toEqual({ missing: 0, surplus: 0, sample: '' });
    return drawn;
  }

  test.each(['/F 2', `/F 4 /OC ${layer}`])('that nobody sees is not: %s', async (entries) => {
    const { pages } = await annotated('FreeText', entries);
    expect(pages.map(textOf)).toEqual(['1,800.91']);
  });

  test('that is a stamp is a seal, and its lines rule nothing', async () => {
    const { pages } = await annotated('Stamp');
    expect(pages.map((page) => [textOf(page), asideOf(page, 'seal')])).toEqual([
      ['1,800.91', '2024'],
    ]);
    expect(pages[0]?.segments).toEqual([]);
  });

  test('that is typed on the page is text, with a notice', async () => {
    const { pages, notices } = await annotated('FreeText');
    expect(pages.map(textOf)).toEqual(['1,800.912024']);
    expect(notices.map(({ code }) => code)).toEqual(['text-typed-on']);
  });
});

test('a figure of which a clip leaves a part is not read, and named', async () => {
  const clip = `q 90 690 25 30 re W n ${figure} Q ${say('99', 300, 700)}`;
  const drawn = await draw(pdfFile([clip]));
  const [page] = drawn.pages;
  expect(page && textOf(page)).toBe('99');
  expect(drawn.notices.map(({ code, message }) => [code, message.includes('1,800.91')])).toEqual([
    ['text-clipped', true],
  ]);
  expect(account(drawn).missing).toBe(0);
});
