import { describe, expect, test } from 'vitest';
import { drawing, packageFile, page, part, text, textOf } from './package-file.ts';

const red = '<ofd:FillColor Value="200 0 0"/>';

/** A text object in a colour; millimetres. */
function coloured(x: number, y: number, content: string, colour: string, more = ''): string {
  return `<ofd:TextObject Boundary="${x} ${y} 60 5" Size="5" ${more}>${colour}<ofd:TextCode X="0" Y="5">${content}</ofd:TextCode></ofd:TextObject>`;
}

async function asidesOf(layer: string, reason: string, shape = {}): Promise<[string, string]> {
  const drawn = await drawing(packageFile([page(layer)], shape));
  const aside = drawn.pages.flatMap(({ glyphs }) =>
    glyphs.flatMap((glyph) => (glyph.aside === reason ? [glyph.text] : [])),
  );
  return [textOf(drawn), aside.join('')];
}

const figure = text(20, 30, 5, '12.50');

describe('the words of a drawn stamp', () => {
  test('are a seal within a round of their colour', async () => {
    const rim =
      '<ofd:PathObject Boundary="20 20 40 40" LineWidth="1"><ofd:StrokeColor Value="#c8 0 0"/><ofd:AbbreviatedData>M 0 20 A 20 20 0 1 1 40 20 A 20 20 0 1 1 0 20</ofd:AbbreviatedData></ofd:PathObject>';
    const layer = figure + rim + coloured(25, 40, '财务章', red);
    expect(await asidesOf(layer, 'seal')).toEqual(['12.50', '财务章']);
  });

  test('are a seal where they stand around a curve, with what is level among them', async () => {
    const curved = [
      [0.7, -0.7],
      [0.9, -0.4],
      [0.9, 0.4],
      [0.7, 0.7],
    ].map(([cos = 0, sin = 0], at) =>
      coloured(20 + 8 * at, 30, '章', red, `CTM="${cos} ${sin} ${-sin} ${cos} 0 0"`),
    );
    const layer = figure + curved.join('') + coloured(30, 40, '专用', red);
    expect(await asidesOf(layer, 'seal')).toEqual(['12.50', '章章章章专用']);
  });

  test('are text where they are red and nothing is round', async () => {
    expect(await asidesOf(figure + coloured(25, 40, '-3.20', red), 'seal')).toEqual([
      '12.50-3.20',
      '',
    ]);
  });
});

describe('pale text laid over the page again and again', () => {
  const pale = '<ofd:FillColor Value="210 210 210"/>';
  const tiles = (colour: string, more = ''): string =>
    [30, 60, 90].map((y) => coloured(20, y, '内部', colour, more)).join('');

  test('is a watermark', async () => {
    expect(await asidesOf(figure + tiles(pale), 'watermark')).toEqual(['12.50', '内部内部内部']);
  });

  test('is one where its colour is that of its parameters', async () => {
    const shape = {
      common: '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
      members: {
        'Doc_0/Res.xml': part(
          'Res',
          `<ofd:DrawParams><ofd:DrawParam ID="1">${pale}</ofd:DrawParam><ofd:DrawParam ID="2" Relative="1"/></ofd:DrawParams>`,
        ),
      },
    };
    const layer = figure + tiles('', 'DrawParam="2"');
    expect(await asidesOf(layer, 'watermark', shape)).toEqual(['12.50', '内部内部内部']);
  });

  test('is text where it lies over nothing', async () => {
    expect((await asidesOf(tiles(pale), 'watermark'))[0]).toBe('内部内部内部');
  });
});

test('a radical is the ideograph it looks like', async () => {
  const drawn = await drawing(packageFile([page(text(20, 20, 5, '⻋⼯程ﬁ'))]));
  expect(textOf(drawn)).toBe('车工程fi');
  expect(drawn.sourceCharacters).toEqual({ 车: 1, 工: 1, 程: 1, f: 1, i: 1 });
});
