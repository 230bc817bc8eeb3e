import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { account, grid, p, tables, tbl, tc, tr, wordFile } from './word-file.ts';

const wrappers = [
  '<w:p>',
  '<w:r>',
  '<w:tbl>',
  '<w:tr>',
  '<w:tc>',
  '<w:sdt>',
  '<w:sdtContent>',
  '<w:ins>',
  '<w:del>',
  '<w:moveFrom>',
  '<w:hyperlink>',
  '<w:ruby>',
  '<w:rt>',
  '<w:pict>',
  '<w:txbxContent>',
  '<mc:AlternateContent>',
  '<mc:Choice>',
  '<mc:Fallback>',
  '<m:oMath>',
  '<w:tcPr><w:vMerge/></w:tcPr><w:p>',
  '<w:trPr><w:del/></w:trPr><w:tc>',
  '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r>',
  '<w:rPr><w:vanish/></w:rPr><w:r>',
  '<m:sup>',
];
const leaves = [
  '<w:t>预算</w:t>',
  '<w:t>12.5</w:t>',
  '<w:delText>旧</w:delText>',
  '<m:t>x</m:t>',
  '<a:t>图</a:t>',
  '<w:noBreakHyphen/>',
  '<w:sym w:font="Wingdings" w:char="F0FE"/>',
  '<w:rPr><w:strike/></w:rPr>',
  '<w:rPr><w:dstrike/></w:rPr>',
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  '<w:tab/>',
  '<w:br/>',
  '<w:lastRenderedPageBreak/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<v:textpath string="印"/>',
];

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 9, depthSize: 'large' },
    fc.constantFrom(...leaves),
    fc
      .tuple(fc.constantFrom(...wrappers), fc.array(tie('tree'), { maxLength: 4 }))
      .map(([wrapper, inner]) => {
        const last = /<([\w:]+)>$/.exec(wrapper)?.[1] ?? '';
        return `${wrapper}${inner.join('')}</${last}>`;
      }),
  ),
}));

test('however its elements nest, no character of a document is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (trees) => {
      const { value } = await docx.extract(wordFile(trees.join('')), defaultLimits);
      expect(account(value)).toEqual({ missing: 0, surplus: 0, sample: '' });
      for (const table of tables(value)) grid(table);
    }),
    { numRuns: 300 },
  );
});

test('a file with damaged bytes is read or refused with a code, never anything else', async () => {
  const whole = wordFile(p('预算') + tbl(2, tr(tc('甲'), tc('乙'))), { header1: p('页眉') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const damaged = whole.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const outcome = await docx.extract(damaged, defaultLimits).catch((error) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(IngestError);
      },
    ),
    { numRuns: 200 },
  );
});
