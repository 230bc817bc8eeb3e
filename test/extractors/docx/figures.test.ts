import { describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { probeFile } from '../../../extractors/probe.ts';
import {
  declarations,
  grid,
  leftovers,
  p,
  pack,
  paragraphs,
  r,
  read,
  tables,
  tbl,
  tc,
  tr,
  wordFile,
} from './word-file.ts';

const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const gone = (text: string): string => r(text).replaceAll('w:t', 'w:delText');
const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe('a figure in a cell, however Word holds it', () => {
  test.each([
    ['with a hidden digit inside', r('1') + r('5', '<w:vanish/>') + r('00'), '100', 'hidden'],
    [
      'replaced under revision',
      `<w:del>${gone('90')}</w:del><w:ins>${r('100')}</w:ins>`,
      '100',
      'deleted_revision',
    ],
    [
      'moved here',
      `<w:moveFrom>${r('88')}</w:moveFrom><w:moveTo>${r('99')}</w:moveTo>${r('个')}`,
      '99个',
      'deleted_revision',
    ],
    [
      'moved in place of one inserted',
      `<w:ins><w:moveFrom>${r('88')}</w:moveFrom></w:ins><w:ins>${r('99')}</w:ins>`,
      '99',
      'deleted_revision',
    ],
    [
      'summed by a field',
      `${char('begin')}<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${char('separate')}${r('100')}${char('end')}`,
      '100',
      null,
    ],
    [
      'cut by the break of a page',
      `<w:r><w:t>10</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>0</w:t></w:r>`,
      '100',
      null,
    ],
    [
      'cut by a proofing mark',
      `${r('1')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>${r('00')}<w:bookmarkEnd w:id="0"/>`,
      '100',
      null,
    ],
    [
      'with a minus that does not break',
      '<w:r><w:noBreakHyphen/><w:t>5.5</w:t></w:r>',
      '-5.5',
      null,
    ],
    ['in a formula', '<m:oMath><m:r><m:t>≥95%</m:t></m:r></m:oMath>', '≥95%', null],
    [
      'with a footnote’s mark',
      `${r('12')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>${r('个')}`,
      '12个',
      null,
    ],
    [
      'under a comment',
      `<w:commentRangeStart w:id="0"/>${r('25')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      '25',
      null,
    ],
    [
      'in a content control',
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('100')}</w:sdtContent></w:sdt>`,
      '100',
      null,
    ],
    ['in a link', `<w:hyperlink r:id="x">${r('100')}</w:hyperlink>`, '100', null],
    ['beside a text box', `${r('12')}${box(p('注'))}${r('个')}`, '12个\n注', null],
  ])('%s', async (_, runs, expected, aside) => {
    const { value } = await read(wordFile(tbl(2, tr(tc('甲'), tc(`<w:p>${runs}</w:p>`)))));
    expect(grid(tables(value)[0])).toEqual([['甲', expected]]);
    expect(leftovers(value).map(([reason]) => reason)).toEqual(aside === null ? [] : [aside]);
  });
});

test('a whole form in a text box is a title and a table, once', async () => {
  const form = p('自评表') + tbl(2, tr(tc('指标'), tc('得分')), tr(tc('数量'), tc('9')));
  const { value } = await read(wordFile(`<w:p>${box(form + p(''))}</w:p>`));
  expect(paragraphs(value)).toEqual(['自评表']);
  expect(tables(value).map((table) => [table.parent, grid(table)])).toEqual([
    [
      null,
      [
        ['指标', '得分'],
        ['数量', '9'],
      ],
    ],
  ]);
});

test('a row in two content controls, and a deleted one between, keep the grid', async () => {
  const row = (...texts: readonly string[]): string => tr(...texts.map((text) => tc(text)));
  const control = (inner: string): string => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const deleted = `<w:tr><w:trPr><w:del w:id="9"/></w:trPr>${tc(`<w:p><w:del>${gone('旧')}</w:del></w:p>`)}${tc('9')}</w:tr>`;
  const { value } = await read(
    wordFile(tbl(2, row('甲', '1'), control(control(row('乙', '2'))), deleted, row('丙', '3'))),
  );
  expect(grid(tables(value)[0])).toEqual([
    ['甲', '1'],
    ['乙', '2'],
    ['丙', '3'],
  ]);
  expect(leftovers(value).map(([reason]) => reason)).toEqual([
    'deleted_revision',
    'deleted_revision',
  ]);
});

describe('a package written another way', () => {
  const strict = 'http://purl.oclc.org/ooxml';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${strict}/officeDocument/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const spoken = declarations
    .replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      `${strict}/wordprocessingml/main`,
    )
    .replace(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      `${strict}/officeDocument/relationships`,
    );

  test('strict all through, its main part renamed, is read with its styles and header', async () => {
    const bytes = pack({
      '_rels/.rels': relations(relation('a', 'officeDocument', 'word/document22.xml')),
      'word/document22.xml': `<w:document ${spoken}><w:body>${p('文')}<w:p>${r('90', '<w:rStyle w:val="S"/>')}${r('100')}</w:p></w:body></w:document>`,
      'word/_rels/document22.xml.rels': relations(
        relation('b', 'styles', 'styles.xml') + relation('c', 'header', '/word/header1.xml'),
      ),
      'word/styles.xml': `<w:styles ${spoken}><w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style></w:styles>`,
      'word/header1.xml': `<w:hdr ${spoken}>${p('页眉')}</w:hdr>`,
    });
    expect(docx.formatOf(await probeFile(bytes), '')).toBe('docx');
    const { value } = await read(bytes);
    expect(paragraphs(value)).toEqual(['文', '100']);
    expect(leftovers(value)).toEqual([
      ['struck_out', '90'],
      ['header', '页眉'],
    ]);
  });

  test('a declaration of UTF-16 over bytes of UTF-8 misleads nobody', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${declarations}><w:body>${p('文')}</w:body></w:document>`;
    expect(paragraphs((await read(pack({ 'word/document.xml': xml }))).value)).toEqual(['文']);
  });
});
