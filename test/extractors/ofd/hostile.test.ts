import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { drawing, line, membersOf, pack, packageFile, page, part, text } from './package-file.ts';
import { codeOf } from './read.ts';

const units = (content: string): string =>
  part('Res', `<ofd:CompositeGraphicUnits>${content}</ofd:CompositeGraphicUnits>`);
const unit = (id: string, content: string): string =>
  `<ofd:CompositeGraphicUnit ID="${id}">${content}</ofd:CompositeGraphicUnit>`;
const use = (id: string): string => `<ofd:CompositeObject ResourceID="${id}" Boundary="0 0 9 9"/>`;
const withUnits = (layer: string, content: string): Uint8Array =>
  packageFile([page(layer)], {
    common: '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
    members: { 'Doc_0/Res.xml': units(content) },
  });

describe('what is refused', () => {
  test('a package without the parts it names', async () => {
    const whole = membersOf([page(text(9, 9, 5, '甲'))]);
    for (const name of Object.keys(whole)) {
      if (name === 'OFD.xml') continue;
      const { [name]: _, ...rest } = whole;
      expect([name, await codeOf(pack(rest))]).toEqual([name, 'document_incomplete']);
      expect(await codeOf(pack({ ...whole, [name]: '' }))).toBe('document_incomplete');
    }
    expect(await codeOf(pack({ 'OFD.xml': part('OFD', '') }))).toBe('document_incomplete');
    const nothing = part('Document', '<ofd:CommonData/>');
    expect(await codeOf(pack({ ...whole, 'Doc_0/Document.xml': nothing }))).toBe(
      'document_incomplete',
    );
    const template = '<ofd:TemplatePage ID="t" BaseLoc="None.xml"/>';
    const used = page(text(9, 9, 5, '甲'), '<ofd:Template TemplateID="t"/>');
    expect(await codeOf(packageFile([used], { common: template }))).toBe('document_incomplete');
  });

  test('a package whose parts are encrypted', async () => {
    const members = membersOf([page(text(9, 9, 5, '甲'))]);
    expect(await codeOf(pack({ ...members, 'Encryptions.xml': part('Encryptions', '') }))).toBe(
      'encrypted',
    );
  });

  test('a composite unit that draws itself, directly or through others', async () => {
    expect(await codeOf(withUnits(use('a'), unit('a', use('a'))))).toBe('document_too_deep');
    const ring =
      unit('a', use('b')) + unit('b', use('c')) + unit('c', text(0, 0, 5, '甲') + use('a'));
    expect(await codeOf(withUnits(use('a'), ring))).toBe('document_too_deep');
  });

  test('a template that is its own template', async () => {
    const own = '<ofd:Template TemplateID="t"/>';
    const bytes = packageFile([page(text(9, 9, 5, '甲'), own)], {
      common: '<ofd:TemplatePage ID="t" BaseLoc="T.xml"/>',
      members: { 'Doc_0/T.xml': page(text(9, 9, 5, '乙'), own) },
    });
    expect(await codeOf(bytes)).toBe('document_too_deep');
  });

  test('units that double what they draw at every level', async () => {
    const levels = Array.from({ length: 28 }, (_, at) =>
      unit(`u${at}`, at === 0 ? text(0, 0, 5, '甲') : use(`u${at - 1}`) + use(`u${at - 1}`)),
    );
    const limits = { ...defaultLimits, elements: 20_000 };
    expect(await codeOf(withUnits(use('u27'), levels.join('')), limits)).toBe('archive_too_large');
    expect(await codeOf(withUnits(use('u3'), levels.join('')), limits)).toBe(null);
  });

  test('templates that double what they draw at every level', async () => {
    const twice = (at: number): string => `<ofd:Template TemplateID="${at}"/>`.repeat(2);
    const listed = Array.from({ length: 28 }, (_, at) => at);
    const bytes = packageFile([page(text(9, 9, 5, '甲'), twice(27))], {
      common: listed.map((at) => `<ofd:TemplatePage ID="${at}" BaseLoc="T_${at}.xml"/>`).join(''),
      members: Object.fromEntries(
        listed.map((at) => [`Doc_0/T_${at}.xml`, page('', at === 0 ? '' : twice(at - 1))]),
      ),
    });
    expect(await codeOf(bytes, { ...defaultLimits, elements: 20_000 })).toBe('archive_too_large');
  });

  test('more pages, elements or characters than allowed', async () => {
    const bytes = packageFile([page(text(9, 9, 5, '甲'.repeat(500))), page(text(9, 9, 5, '乙'))]);
    expect(await codeOf(bytes, { ...defaultLimits, pages: 1 })).toBe('archive_too_large');
    expect(await codeOf(bytes, { ...defaultLimits, elements: 20 })).toBe('archive_too_large');
    expect(await codeOf(bytes, { ...defaultLimits, elements: 400 })).toBe('archive_too_large');
    expect(await codeOf(bytes)).toBe(null);
  });

  test('blocks nested deeper than allowed', async () => {
    const deep = '<ofd:PageBlock>'.repeat(300) + '</ofd:PageBlock>'.repeat(300);
    expect(await codeOf(packageFile([page(deep)]))).toBe('document_too_deep');
  });

  test('an entity, in whatever part', async () => {
    const members = membersOf([page(text(9, 9, 5, '甲'))]);
    for (const [name, xml] of Object.entries(members)) {
      const declared = xml.replace('?>', '?><!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/hosts">]>');
      expect(await codeOf(pack({ ...members, [name]: declared }))).toBe('xml_entity');
    }
  });
});

describe('what is read all the same', () => {
  test('parameters relative to each other in a ring, and repetitions without end', async () => {
    const ring = '<ofd:DrawParam ID="1" Relative="2"/><ofd:DrawParam ID="2" Relative="1"/>';
    const object = `<ofd:PathObject DrawParam="1" Boundary="0 0 50 1"><ofd:AbbreviatedData>M 0 0 L 50 0</ofd:AbbreviatedData></ofd:PathObject>`;
    const drawn = await drawing(
      packageFile([page(object + text(9, 9, 5, '甲乙', 'DeltaX="g 1000000000 1"'))], {
        common: '<ofd:PublicRes>Res.xml</ofd:PublicRes>',
        members: { 'Doc_0/Res.xml': part('Res', `<ofd:DrawParams>${ring}</ofd:DrawParams>`) },
      }),
    );
    expect(drawn.pages[0]?.segments).toHaveLength(1);
    expect(drawn.pages[0]?.glyphs).toHaveLength(2);
  });

  test('a unit that is not there, with a notice', async () => {
    const { notices, pages } = await drawing(withUnits(use('none') + text(9, 9, 5, '甲'), ''));
    expect(notices).toMatchObject([{ code: 'part-missing', at: '第1页' }]);
    expect(pages[0]?.glyphs).toHaveLength(1);
  });

  test('numbers of any kind: every character stays, at a place that is a number', async () => {
    const value = fc.oneof(
      fc.double().map(String),
      fc.constantFrom('', 'NaN', 'Infinity', '-1e999', '1e308', 'g', 'x', '0', '１', '1 2', '٣'),
    );
    const list = fc.array(value, { maxLength: 8 }).map((values) => values.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 9, maxLength: 9 }), async (values) => {
        const [boundary, ctm, size, hScale, direction, x, dx, dy, box] = values;
        const object = `<ofd:TextObject Boundary="${boundary}" CTM="${ctm}" Size="${size}" HScale="${hScale}" CharDirection="${direction}" ReadDirection="${direction}" Alpha="${hScale}"><ofd:TextCode X="${x}" Y="${x}" DeltaX="${dx}" DeltaY="${dy}">预算1,234</ofd:TextCode></ofd:TextObject>`;
        const path = `<ofd:PathObject Fill="true" Boundary="${boundary}" CTM="${ctm}" LineWidth="${size}"><ofd:AbbreviatedData>M ${dx} L ${dy} L ${box} C</ofd:AbbreviatedData></ofd:PathObject>`;
        const area = `<ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area>`;
        const drawn = await drawing(packageFile([page(object + path, area)]));
        const only = drawn.pages[0];
        expect(only?.glyphs.map((glyph) => glyph.text).join('')).toBe('预算1,234');
        const numbers = [
          only?.width,
          only?.height,
          ...(only?.glyphs ?? []).flatMap((glyph) => [glyph.x0, glyph.y0, glyph.x1, glyph.y1]),
          ...(only?.glyphs ?? []).map((glyph) => glyph.size),
          ...(only?.segments ?? []).flatMap((each) => [each.x0, each.y0, each.x1, each.y1]),
          ...(only?.segments ?? []).map((each) => each.width),
        ];
        expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('damaged anywhere, a file is read or refused with a code', async () => {
    const bytes = packageFile([page(text(9, 9, 5, '预算绩效') + line(0, 0, 50, 0))]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const damaged = bytes.slice();
          damaged[at] = byte;
          expect(await codeOf(damaged)).not.toBe(undefined);
        },
      ),
      { numRuns: 60 },
    );
  });
});
