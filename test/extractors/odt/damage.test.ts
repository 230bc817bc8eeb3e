import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { odt } from '../../../extractors/odt/odt.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { account, grid, tables } from '../docx/word-file.ts';
import { cell, covered, flatFile, odtFile, p, pack, style, table } from './odt-file.ts';

async function codeOf(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<unknown> {
  return odt.extract(bytes, limits).then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}

describe('what is refused', () => {
  test('a package with a password says so in its manifest', async () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(await codeOf(odtFile(p('a'), { manifest }))).toBe('encrypted');
  });

  test('a package without a body, and one that is cut off', async () => {
    expect(await codeOf(pack({ 'styles.xml': '<a/>' }))).toBe('document_incomplete');
    expect(await codeOf(pack({ 'content.xml': '<a/>' }))).toBe('document_incomplete');
    const whole = odtFile(p('预算'));
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('archive_truncated');
    expect(await codeOf(flatFile(p('a')).slice(0, -20))).toBe('xml_malformed');
  });

  test('entities, depth and numbers of cells beyond measure', async () => {
    const entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a/>';
    expect(await codeOf(pack({ 'content.xml': entity }))).toBe('xml_entity');
    const deep = table(1, cell('a'));
    let nested = deep;
    for (let depth = 0; depth < 200; depth++) nested = table(1, cell(nested));
    expect(await codeOf(odtFile(nested))).toBe('document_too_deep');
    const rows = `<table:table><table:table-row table:number-rows-repeated="99999999">${cell('a', 'table:number-columns-repeated="900"')}</table:table-row></table:table>`;
    expect(await codeOf(odtFile(rows))).toBe('archive_too_large');
  });
});

test('styles that inherit in a circle end', async () => {
  const automatic =
    style('A', 'paragraph', '', 'style:parent-style-name="B"') +
    style('B', 'paragraph', '', 'style:parent-style-name="A"');
  expect(await codeOf(odtFile(p('a', 'A'), { automatic }))).toBe(null);
});

const wrappers = [
  'text:p',
  'text:h',
  'text:span',
  'text:list',
  'text:list-item',
  'text:number',
  'text:ruby-text',
  'text:note',
  'text:note-body',
  'text:note-citation',
  'text:deletion',
  'office:annotation',
  'draw:text-box',
  'draw:custom-shape',
  'table:table',
  'table:table-row',
  'table:table-cell',
  'table:covered-table-cell',
  'text:hidden-text text:is-hidden="true"',
  'text:section text:display="none"',
  'text:span text:style-name="Struck"',
  'text:p text:style-name="Hidden"',
  'table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"',
  'table:table-cell table:number-columns-repeated="2"',
  'table:table-row table:number-rows-repeated="2"',
];
const leaves = [
  '预算',
  ' 12.5 ',
  '<text:s/>',
  '<text:tab/>',
  '<text:line-break/>',
  '<text:soft-page-break/>',
  '<text:hidden-paragraph text:is-hidden="true"/>',
  '<draw:object xlink:href="./none"/>',
];
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 8, depthSize: 'large' },
    fc.constantFrom(...leaves),
    fc
      .tuple(fc.constantFrom(...wrappers), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name.split(' ')[0]}>`),
  ),
}));
const looks =
  style('Hidden', 'paragraph', '<style:text-properties text:display="none"/>') +
  style('Struck', 'text', '<style:text-properties style:text-line-through-style="solid"/>');

test('however its elements nest, no character of a document is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (trees) => {
      const bytes = odtFile(trees.join(''), { automatic: looks });
      const { value } = await odt.extract(bytes, defaultLimits);
      expect(account(value)).toEqual({ missing: 0, surplus: 0, sample: '' });
      for (const found of tables(value)) grid(found);
    }),
    { numRuns: 250, seed: 7 },
  );
});

test('a file with damaged bytes is read or refused with a code, never anything else', async () => {
  const body = `${p('预算')}${table(2, cell('a', 'table:number-columns-spanned="2"') + covered)}`;
  for (const whole of [odtFile(body, { automatic: looks }), flatFile(body)]) {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const damaged = whole.slice();
          for (const [at, value] of changes) damaged[at] = value;
          const outcome = await odt.extract(damaged, defaultLimits).catch((error) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(IngestError);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  }
});
