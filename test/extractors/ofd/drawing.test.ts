import { describe, expect, test } from 'vitest';
import {
  asides,
  boxes,
  drawing,
  line,
  lines,
  mm,
  packageFile,
  page,
  part,
  text,
  textOf,
} from './package-file.ts';

describe('characters', () => {
  test('stand at their steps, in points from the top left corner of the page', async () => {
    const drawn = await drawing(packageFile([page(text(20, 30, 10, '预算1', 'DeltaX="10 12"'))]));
    expect(boxes(drawn)).toEqual([
      ['预', 20, 31.4, 30, 41.4],
      ['算', 30, 31.4, 40, 41.4],
      ['1', 42, 31.4, 47, 41.4],
    ]);
    expect(drawn.pages[0]).toMatchObject({ page: 1, width: 210 * (72 / 25.4) });
    expect(mm(drawn.pages[0]?.glyphs[0]?.size)).toBe(10);
  });

  test('go by the font where no step is given, or only steps of nothing', async () => {
    for (const code of ['', 'DeltaY="0"', 'DeltaX="0 0" DeltaY="0"']) {
      const drawn = await drawing(packageFile([page(text(0, 0, 4, '绩1效', code))]));
      expect(boxes(drawn).map(([shown, x0, , x1]) => [shown, x0, x1])).toEqual([
        ['绩', 0, 4],
        ['1', 4, 6],
        ['效', 6, 10],
      ]);
    }
  });

  test('spaced out evenly touch; a step wider than its neighbours leaves a gap', async () => {
    const edges = async (content: string, code: string): Promise<number[][]> => {
      const drawn = await drawing(packageFile([page(text(0, 0, 4, content, code))]));
      return boxes(drawn).map(([, x0, , x1]) => [x0, x1]);
    };
    expect(await edges('1152', 'DeltaX="3.2"')).toEqual([
      [0, 3.2],
      [3.2, 6.4],
      [6.4, 9.6],
      [9.6, 12.8],
    ]);
    expect(await edges('1152', 'DeltaX="2 4 2"')).toEqual([
      [0, 2],
      [2, 4],
      [6, 8],
      [8, 10],
    ]);
  });

  test('of a place left out stand where the run before stood', async () => {
    const object = `<ofd:TextObject Boundary="10 10 90 9" Size="5"><ofd:TextCode X="2" Y="5">甲</ofd:TextCode><ofd:TextCode X="20">乙</ofd:TextCode><ofd:TextCode Y="15">丙</ofd:TextCode></ofd:TextObject>`;
    const drawn = await drawing(packageFile([page(object)]));
    expect(boxes(drawn).map(([shown, x0, y0]) => [shown, x0, y0])).toEqual([
      ['甲', 12, 10.7],
      ['乙', 30, 10.7],
      ['丙', 30, 20.7],
    ]);
  });

  test('are scaled and turned by the matrix of their object', async () => {
    const scaled = text(10, 10, 12, '甲乙', 'DeltaX="12"', 'CTM="0.3528 0 0 0.3528 1 0"');
    const turned = text(50, 50, 10, '产出', 'DeltaX="10"', 'CTM="0 1 -1 0 0 0"');
    const drawn = await drawing(packageFile([page(scaled + turned + text(0, 100, 4, '未转的字'))]));
    const [first, second, third, fourth] = boxes(drawn);
    expect(first).toEqual(['甲', 11, 10.59, 15.23, 14.83]);
    expect(second?.[1]).toBe(15.23);
    // Clockwise by a quarter: the text runs down, its feet to the left.
    expect(third).toEqual(['产', 38.6, 50, 48.6, 60]);
    expect(fourth).toEqual(['出', 38.6, 60, 48.6, 70]);
  });

  test('run down where only steps down are given, or the reading direction says so', async () => {
    for (const [code, object] of [
      ['DeltaY="5 5"', ''],
      ['', 'ReadDirection="90"'],
    ]) {
      const drawn = await drawing(packageFile([page(text(10, 10, 5, '产出1', code, object))]));
      expect(boxes(drawn).map(([shown, x0, y0]) => [shown, x0, y0])).toEqual([
        ['产', 10, 10.7],
        ['出', 10, 15.7],
        ['1', 10, 20.7],
      ]);
    }
  });

  test('are as narrow as their horizontal scale makes them', async () => {
    const drawn = await drawing(packageFile([page(text(0, 0, 10, '文', '', 'HScale="0.6"'))]));
    expect(boxes(drawn)).toEqual([['文', 0, 1.4, 6, 11.4]]);
  });

  test('drawn one by one are the same as those of one run', async () => {
    const whole = text(10, 10, 5, '绩效目标', 'DeltaX="5"');
    const single = [...'绩效目标'].map((each, at) => text(10 + 5 * at, 10, 5, each)).join('');
    expect(boxes(await drawing(packageFile([page(single)])))).toEqual(
      boxes(await drawing(packageFile([page(whole)]))),
    );
  });

  test('keep their code whatever glyph a font shows for it', async () => {
    const object = `<ofd:TextObject Boundary="0 0 90 9" Size="5" Weight="700"><ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>57 58</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="5" DeltaX="5">预算</ofd:TextCode></ofd:TextObject>`;
    const drawn = await drawing(packageFile([page(object)]));
    expect(textOf(drawn)).toBe('预算');
    expect(drawn.pages[0]?.glyphs.every(({ bold }) => bold)).toBe(true);
  });

  test('that nobody sees are hidden, faint, pale and slanted ones a watermark', async () => {
    const color = (value: string): string =>
      `<ofd:TextObject Boundary="0 0 9 9" Size="5"><ofd:FillColor Value="0 0 0" Alpha="${value}"/><ofd:TextCode X="0" Y="5">${value === '0' ? '透' : '淡'}</ofd:TextCode></ofd:TextObject>`;
    const layer = [
      text(10, 10, 5, '正'),
      text(10, 20, 5, '隐', '', 'Visible="false"'),
      text(10, 30, 5, '空', '', 'Fill="false"'),
      text(10, 40, 5, '描', '', 'Fill="false" Stroke="true"'),
      text(900, 40, 5, '外'),
      text(10, 50, 5, '斜', '', 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
      color('0'),
      color('60'),
      `<ofd:TextObject Boundary="0 0 50 50" Size="20"><ofd:FillColor Value="#d0 #d0 #d0"/><ofd:TextCode X="0" Y="20">样</ofd:TextCode></ofd:TextObject>`,
      `<ofd:TextObject Boundary="0 90 50 50" Size="20"><ofd:FillColor Value="255 0 0"/><ofd:TextCode X="0" Y="20">红</ofd:TextCode></ofd:TextObject>`,
    ];
    const drawn = await drawing(packageFile([page(layer.join(''))]));
    expect(textOf(drawn)).toBe('正描红');
    expect(asides(drawn)).toEqual({ hidden: '隐空外透', watermark: '斜淡样' });
  });

  test('painted over are hidden; what is painted under them or around them hides nothing', async () => {
    const patch = (x: number, y: number, color = 'Value="255 255 255"'): string =>
      `<ofd:PathObject Boundary="${x} ${y} 30 8" Stroke="false" Fill="true"><ofd:FillColor ${color}/><ofd:AbbreviatedData>M 0 0 L 30 0 L 30 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const layer = [
      text(10, 10, 5, '旧'),
      text(10, 30, 5, '邻'),
      text(10, 50, 5, '透'),
      patch(9, 9),
      patch(9, 49, 'Value="255 255 255" Alpha="120"'),
      text(10, 10, 5, '新'),
    ].join('');
    const below = `<ofd:Layer Type="Background">${patch(9, 29)}</ofd:Layer>`;
    const content = `<ofd:Content><ofd:Layer>${layer}</ofd:Layer>${below}</ofd:Content>`;
    const drawn = await drawing(packageFile([part('Page', content)]));
    expect(textOf(drawn)).toBe('邻透新');
    expect(asides(drawn)).toEqual({ hidden: '旧' });
  });

  test('with line ends of the XML around them begin where their run begins', async () => {
    const drawn = await drawing(
      packageFile([page(text(0, 0, 5, '\n      预算\n    ', 'DeltaX="5"'))]),
    );
    expect(boxes(drawn).map(([shown, x0]) => [shown, x0])).toEqual([
      ['预', 0],
      ['算', 5],
    ]);
  });
});

describe('lines', () => {
  const path = (attributes: string, data: string, inside = ''): string =>
    `<ofd:PathObject ${attributes}>${inside}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;

  test('are the straight edges of what is stroked', async () => {
    const box = 'Boundary="10 10 50 30"';
    const layer =
      path(box, 'M 0 0 L 50 0 L 50 30 L 0 30 C') + path(box, 'M 0 0 L 50 30 Q 1 1 0 30');
    expect(lines(await drawing(packageFile([page(layer)])))).toEqual([
      [10, 10, 60, 10],
      [60, 10, 60, 40],
      [60, 40, 10, 40],
      [10, 40, 10, 10],
    ]);
  });

  test('are filled bars as thin as a line; a filled area is none', async () => {
    const fill = 'Stroke="false" Fill="true"';
    const layer = [
      path(`Boundary="10 10 50 0.4" ${fill}`, 'M 0 0 L 50 0 L 50 0.4 L 0 0.4 C'),
      path(`Boundary="10 10 0.4 50" ${fill}`, 'M 0 0 L 0.4 0 L 0.4 50 L 0 50 L 0 0'),
      path(`Boundary="10 10 50 8" ${fill}`, 'M 0 0 L 50 0 L 50 8 L 0 8 C'),
    ].join('');
    const drawn = await drawing(packageFile([page(layer)]));
    expect(lines(drawn)).toEqual([
      [10, 10.2, 60, 10.2],
      [10.2, 10, 10.2, 60],
    ]);
    expect(mm(drawn.pages[0]?.segments[0]?.width)).toBe(0.4);
  });

  test('end where the box of their object ends', async () => {
    const layer = path('Boundary="10 10 50 1"', 'M -100 0 L 500 0 M 0 30 L 50 30');
    const [only, ...others] = lines(await drawing(packageFile([page(layer)])));
    expect(others).toEqual([]);
    expect(only?.[0]).toBeGreaterThan(9);
    expect(only?.[2]).toBeLessThan(61);
  });

  test('are as wide as the object, its parameters, the layer or the standard says', async () => {
    const data = 'M 0 0 L 50 0';
    const box = 'Boundary="10 10 50 1"';
    const content = `<ofd:Layer DrawParam="3">${path(`${box} LineWidth="0.9"`, data)}${path(`${box} DrawParam="2"`, data)}${path(box, data)}</ofd:Layer><ofd:Layer>${path(box, data)}</ofd:Layer>`;
    const params =
      '<ofd:DrawParam ID="1" LineWidth="0.7"/><ofd:DrawParam ID="2" Relative="1"/><ofd:DrawParam ID="3" LineWidth="0.5"/>';
    const drawn = await drawing(
      packageFile([part('Page', `<ofd:Content>${content}</ofd:Content>`)], {
        common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
        members: {
          'Doc_0/Res.xml': part('Res', `<ofd:DrawParams>${params}</ofd:DrawParams>`),
        },
      }),
    );
    expect(drawn.pages[0]?.segments.map(({ width }) => mm(width))).toEqual([0.9, 0.7, 0.5, 0.35]);
  });

  test('that are transparent, hidden or only clip are none', async () => {
    const data = 'M 0 0 L 50 0';
    const box = 'Boundary="10 10 50 1"';
    const clip = `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path ${box}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;
    const layer = [
      path(box, data, '<ofd:StrokeColor Value="0 0 0" Alpha="0"/>'),
      path(`${box} Visible="false"`, data),
      path(`${box} Stroke="false"`, data),
      `<ofd:TextObject Boundary="0 0 9 9" Size="5">${clip}<ofd:TextCode X="0" Y="5">字</ofd:TextCode></ofd:TextObject>`,
    ].join('');
    expect(lines(await drawing(packageFile([page(layer)])))).toEqual([]);
  });
});

describe('clips', () => {
  const clipped = (box: string, data: string, ctm = ''): string =>
    `<ofd:TextObject Boundary="10 10 40 10" Size="5" ${ctm}><ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="${box}"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:TextCode X="0" Y="5" DeltaX="5 5">甲乙丙</ofd:TextCode></ofd:TextObject>`;
  const seen = async (layer: string): Promise<string> =>
    textOf(await drawing(packageFile([page(layer)])));

  test('hide the text they leave nothing of', async () => {
    const corner = 'M 0 0 L 0.1 0 L 0.1 0.1 L 0 0.1 C';
    expect(await seen(text(50, 50, 5, '丁') + clipped('0 0 0.1 0.1', corner))).toBe('丁');
    expect(await seen(clipped('0 0 10 6', 'M 0 0 L 10 0 L 10 6 L 0 6 C'))).toBe('甲乙');
  });

  test('hide nothing where either reading of their space leaves it, or their shape is unknown', async () => {
    const wide = 'M 0 0 L 30 0 L 30 12 L 0 12 C';
    expect(await seen(clipped('0 0 30 12', wide, 'CTM="0.5 0 0 0.5 0 0"'))).toBe('甲乙丙');
    expect(await seen(clipped('0 0 1 1', ''))).toBe('甲乙丙');
  });
});

describe('a page', () => {
  test('is drawn over one template and under another, as often as they are used', async () => {
    const use = '<ofd:Template TemplateID="t"/><ofd:Template TemplateID="f" ZOrder="Foreground"/>';
    const drawn = await drawing(
      packageFile([page(text(20, 20, 5, '甲'), use), page(text(20, 20, 5, '乙'), use)], {
        common:
          '<ofd:TemplatePage ID="t" BaseLoc="Tpls/T.xml"/><ofd:TemplatePage ID="f" BaseLoc="Tpls/F.xml"/>',
        members: {
          'Doc_0/Tpls/T.xml': page(line(10, 10, 60, 10) + text(20, 10, 5, '表')),
          'Doc_0/Tpls/F.xml': page(text(20, 90, 5, '印')),
        },
      }),
    );
    expect([textOf(drawn, 0), textOf(drawn, 1)]).toEqual(['表甲印', '表乙印']);
    expect([lines(drawn, 0), lines(drawn, 1)]).toEqual([[[10, 10, 60, 10]], [[10, 10, 60, 10]]]);
    expect(drawn.sourceCharacters).toEqual({ 表: 2, 甲: 1, 乙: 1, 印: 2 });
  });

  test('has its own size before that of the document', async () => {
    const area = '<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area>';
    const drawn = await drawing(packageFile([page(text(1, 1, 5, '横'), area)]));
    expect([mm(drawn.pages[0]?.width), mm(drawn.pages[0]?.height)]).toEqual([297, 210]);
  });

  test('drawn turned is held upright', async () => {
    // A landscape page of 297 × 210, turned clockwise onto a portrait one.
    const turned = text(180, 20, 5, '部门预算', 'DeltaX="5"', 'CTM="0 1 -1 0 0 0"');
    const drawn = await drawing(packageFile([page(turned + line(100, 20, 100, 200))]));
    expect([mm(drawn.pages[0]?.width), mm(drawn.pages[0]?.height)]).toEqual([297, 210]);
    expect(boxes(drawn).map(([shown, x0, y0]) => [shown, x0, y0])).toEqual([
      ['部', 20, 30.7],
      ['门', 25, 30.7],
      ['预', 30, 30.7],
      ['算', 35, 30.7],
    ]);
    expect(lines(drawn)).toEqual([[20, 110, 200, 110]]);
  });

  test('holds what stands in blocks within blocks and under unknown names', async () => {
    const layer = `<ofd:PageBlock><ofd:PageBlock>${text(0, 9, 5, '内')}</ofd:PageBlock></ofd:PageBlock><ofd:Novel>${text(0, 20, 5, '新')}</ofd:Novel>`;
    expect(textOf(await drawing(packageFile([page(layer)])))).toBe('内新');
  });

  test('draws a composite unit wherever it is used, with the lines in it', async () => {
    const use = (x: number): string =>
      `<ofd:CompositeObject ResourceID="u" Boundary="${x} 100 50 50" CTM="0.5 0 0 0.5 0 0"/>`;
    const unit = `<ofd:CompositeGraphicUnit ID="u" Width="9" Height="9"><ofd:Content>${text(0, 0, 10, '徽')}${line(0, 20, 40, 20)}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const drawn = await drawing(
      packageFile([page(use(10) + use(100))], {
        common: '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
        members: {
          'Doc_0/Res.xml': part(
            'Res',
            `<ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits>`,
          ),
        },
      }),
    );
    expect(boxes(drawn)).toEqual([
      ['徽', 10, 100.7, 15, 105.7],
      ['徽', 100, 100.7, 105, 105.7],
    ]);
    expect(lines(drawn)).toEqual([
      [10, 110, 30, 110],
      [100, 110, 120, 110],
    ]);
    expect(drawn.sourceCharacters).toEqual({ 徽: 2 });
  });

  test('keeps the text of a clipping area and of a pattern as decoration', async () => {
    const inner = '<ofd:TextCode X="0" Y="5">形</ofd:TextCode>';
    const layer = `<ofd:PathObject Boundary="0 0 9 9"><ofd:Clips><ofd:Clip><ofd:Area><ofd:Text Boundary="0 0 9 9" Size="5">${inner}</ofd:Text></ofd:Area></ofd:Clip></ofd:Clips><ofd:FillColor><ofd:Pattern><ofd:CellContent>${text(0, 0, 5, '纹')}</ofd:CellContent></ofd:Pattern></ofd:FillColor><ofd:AbbreviatedData>M 0 0</ofd:AbbreviatedData></ofd:PathObject>`;
    const drawn = await drawing(packageFile([page(layer)]));
    expect(asides(drawn)).toEqual({ decoration: '形纹' });
    expect(drawn.sourceCharacters).toEqual({ 形: 1, 纹: 1 });
  });
});

test('the last digit of a run is as wide as a digit before it, not as the point beside it', async () => {
  const drawn = await drawing(packageFile([page(text(10, 10, 4, '76.4', 'DeltaX="2.5 2.5 1.2"'))]));
  const [, , point, last] = boxes(drawn);
  expect(mm(((point?.[3] ?? 0) - (point?.[1] ?? 0)) * (72 / 25.4))).toBeCloseTo(1.2, 1);
  expect((last?.[3] ?? 0) - (last?.[1] ?? 0)).toBeCloseTo(2.5, 1);
});

test('a figure that the edge of the page cuts is not read, and named', async () => {
  const drawn = await drawing(
    packageFile([page(text(200, 10, 5, '123456.78') + text(20, 50, 5, '99'))]),
  );
  expect(textOf(drawn)).toBe('99');
  expect(drawn.notices.map(({ code, message }) => [code, message.includes('123456.78')])).toEqual([
    ['text-clipped', true],
  ]);
});
