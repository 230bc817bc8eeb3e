import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { rtf } from '../../../extractors/rtf/rtf.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';
import { account, grid, paragraphs, tables } from '../docx/word-file.ts';
import { bytesOf, read, row, rtfFile, u } from './rtf-file.ts';

async function codeOf(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<unknown> {
  return rtf.extract(bytes, limits).then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}

describe('what is refused', () => {
  test('a file that is cut off', async () => {
    const whole = rtfFile(`${u('预算')}\\par${row([1000], 'a')}\\pard b\\par`);
    expect(await codeOf(whole.slice(0, whole.length - 4))).toBe('document_incomplete');
    expect(await codeOf(bytesOf('{\\rtf1{\\header a}{\\header b}'.slice(0, -3)))).toBe(
      'document_incomplete',
    );
    expect(await codeOf(new Uint8Array(0))).toBe('document_incomplete');
  });

  test('binary data that would reach beyond the file', async () => {
    expect(await codeOf(rtfFile('a\\bin99999999 b'))).toBe('document_incomplete');
  });

  test('groups in groups beyond all measure', async () => {
    const deep = `{\\rtf1 ${'{'.repeat(10_000)}a${'}'.repeat(10_000)}}`;
    expect(await codeOf(bytesOf(deep))).toBe('document_too_deep');
    expect(await codeOf(rtfFile('\\intbl\\itap99999 a\\nestcell'))).toBe('document_too_deep');
  });

  test('more cells than allowed, also those only defined', async () => {
    const wide = `\\trowd${'\\cellx1'.repeat(900)}${'\\intbl a\\cell\\row'.repeat(50)}`;
    expect(await codeOf(rtfFile(wide), { ...defaultLimits, elements: 10_000 })).toBe(
      'archive_too_large',
    );
  });
});

describe('what is read all the same', () => {
  test('a body whose groups are not all ended, with a notice', async () => {
    const { value, notices } = await read(bytesOf('{\\rtf1 a\\par{\\mmath {\\*\\x y}b\\par}'));
    expect(paragraphs(value)).toEqual(['a', 'b']);
    expect(notices.map(({ code }) => code)).toEqual(['rtf-groups-open']);
  });

  test('words and numbers no one can mean', async () => {
    const { value } = await read(
      rtfFile("\\fs99999999999999999999 a\\'zz\\bin-5 b\\ansicpg99\\par"),
    );
    expect(paragraphs(value)).toEqual(['azzb']);
  });

  test('text behind the end is none', async () => {
    const { value } = await read(bytesOf('{\\rtf1 a\\par}b\0\0'));
    expect(paragraphs(value)).toEqual(['a']);
  });
});

const pieces = [
  'a',
  '预',
  "\\'d4\\'a4",
  "\\'d4",
  '\\u-26786?',
  '\\par ',
  '\\cell ',
  '\\row ',
  '\\nestcell ',
  '{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}',
  '\\trowd\\cellx1000\\cellx2000 ',
  '\\trowd\\clvmgf\\cellx1000\\cellx1500 ',
  '\\trowd\\clvmrg\\cellx1000\\clmgf\\cellx1500\\clmrg\\cellx2000 ',
  '\\pard ',
  '\\intbl ',
  '\\itap2 ',
  '\\v ',
  '\\v0 ',
  '\\strike ',
  '\\deleted ',
  '\\plain ',
  '\\super ',
  '\\ls1 ',
  '\\page ',
  '\\sect ',
  '\\f1 ',
  '\\emdash ',
];
const wrappers = [
  '',
  '\\header ',
  '\\footnote ',
  '\\*\\annotation ',
  '\\shp{\\*\\shpinst{\\shptxt ',
  '\\listtext ',
  '\\field{\\*\\fldinst FORMTEXT}{\\fldrslt ',
  '\\*\\unknown ',
  '\\upr{x}{\\*\\ud ',
  '\\pict ',
  '\\*\\sp{\\sn gtextUNICODE}{\\sv ',
];

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    fc.constantFrom(...pieces),
    fc
      .tuple(fc.constantFrom(...wrappers), fc.array(tie('tree'), { maxLength: 5 }))
      .map(([wrapper, inner]) => {
        const opened = wrapper.split('{').length - wrapper.split('}').length;
        return `{${wrapper}${inner.join('')}${'}'.repeat(opened + 1)}`;
      }),
  ),
}));

test('however its words and groups follow, no character is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 12 }), async (trees) => {
      const bytes = rtfFile(trees.join('').replace(/[^\0-\xff]/g, u));
      const { value } = await rtf.extract(bytes, defaultLimits);
      expect(account(value)).toEqual({ missing: 0, surplus: 0, sample: '' });
      for (const table of tables(value)) grid(table);
    }),
    { numRuns: 250, seed: 7 },
  );
});

test('a file with damaged bytes is read or refused with a code, never anything else', async () => {
  const whole = rtfFile(
    `{\\info{\\revtim\\yr2024\\mo1\\dy2}}{\\header h\\par}${u('预算')}\\par${row(['\\clvmgf', 1000, 2000], 'a', 'b')}${row(['\\clvmrg', 1000, 2000], '', "\\'d4\\'a4")}\\pard{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par{\\object{\\*\\objdata 0105000002000000}}`,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const damaged = whole.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const outcome = await rtf.extract(damaged, defaultLimits).catch((error) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(IngestError);
        else expect(account(outcome.value)).toMatchObject({ missing: 0, surplus: 0 });
      },
    ),
    { numRuns: 250, seed: 7 },
  );
});
