import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters } from '../../../extractors/accounting.ts';
import { drawing, packageFile, page, part, text } from './package-file.ts';

const words = fc.array(fc.constantFrom('预算', '1,234.56', '≥98%', ' ', '　', 'a', '㎡', '𠮷'), {
  minLength: 1,
  maxLength: 4,
});
const place = fc.integer({ min: -50, max: 300 });
const object = fc
  .tuple(place, place, fc.constantFrom(3, 5, 12), words)
  .map(([x, y, size, content]) => text(x, y, size, content.join('')));
const unit = fc.constantFrom('a', 'b').map((id) => `<ofd:CompositeObject ResourceID="${id}"/>`);
const block = fc.array(fc.oneof({ weight: 3, arbitrary: object }, unit), { maxLength: 4 });
const layer = fc.array(
  block.map((inner) => `<ofd:PageBlock>${inner.join('')}</ofd:PageBlock>`),
  { maxLength: 3 },
);
const template = fc.constantFrom('', '<ofd:Template TemplateID="t"/>');

test('what is counted in the parts is what the pages draw', async () => {
  const shape = fc.record({
    pages: fc.array(fc.tuple(layer, template), { minLength: 1, maxLength: 3 }),
    units: fc.tuple(object, fc.array(object, { maxLength: 2 })),
    under: layer,
    note: object,
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ pages, units, under, note }) => {
      const [first, others] = units;
      const resources = part(
        'Res',
        `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="a">${first}<ofd:CompositeObject ResourceID="b"/></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID="b">${others.join('')}</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
      );
      const drawn = await drawing(
        packageFile(
          pages.map(([content, before]) => page(content.join(''), before)),
          {
            common:
              '<ofd:TemplatePage ID="t" BaseLoc="T.xml"/><ofd:PublicRes>Res.xml</ofd:PublicRes>',
            more: '<ofd:Annotations>A.xml</ofd:Annotations>',
            members: {
              'Doc_0/Res.xml': resources,
              'Doc_0/T.xml': page(
                `${under.join('')}<ofd:CompositeObject ResourceID="b"/>`,
                '<ofd:PageRes>Own.xml</ofd:PageRes>',
              ),
              'Doc_0/Own.xml': part(
                'Res',
                `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="b">${note}</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
              ),
              'Doc_0/A.xml': part(
                'Annotations',
                '<ofd:Page PageID="p0"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page>',
              ),
              'Doc_0/N.xml': part(
                'PageAnnot',
                `<ofd:Annot Type="Path"><ofd:Appearance Boundary="0 0 9 9">${note}</ofd:Appearance></ofd:Annot>`,
              ),
            },
          },
        ),
      );
      const shown: Record<string, number> = {};
      for (const { glyphs } of drawn.pages) {
        for (const glyph of glyphs) countCharacters(glyph.text, shown);
      }
      expect(shown).toEqual(drawn.sourceCharacters);
    }),
    { numRuns: 80 },
  );
});
