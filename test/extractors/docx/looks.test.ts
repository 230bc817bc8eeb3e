import { describe, expect, test } from 'vitest';
import {
  grid,
  leftovers,
  p,
  paragraphs,
  r,
  read,
  tables,
  tbl,
  tc,
  tr,
  wordFile,
} from './word-file.ts';

const raised = '<w:vertAlign w:val="superscript"/>';
const lowered = '<w:vertAlign w:val="subscript"/>';

const styles = `
  <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Twice"><w:rPr><w:dstrike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Mark"><w:rPr>${raised}</w:rPr></w:style>
  <w:style w:type="character" w:styleId="MarkToo"><w:basedOn w:val="Mark"/></w:style>
  <w:style w:type="paragraph" w:styleId="Void"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="VoidTwice"><w:rPr><w:dstrike/></w:rPr></w:style>`;

/** The text of a cell of these paragraphs, and all that came of it. */
async function readCell(xml: string) {
  const { value, notices } = await read(wordFile(tbl(1, tr(tc(xml))), { styles }));
  const text = grid(tables(value)[0])[0]?.[0];
  return { text, value, notices, struck: leftovers(value) };
}

const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;

describe('text struck through', () => {
  test.each([
    ['directly', r('90', '<w:strike/>')],
    ['twice', r('90', '<w:dstrike/>')],
    ['by a character style', r('90', '<w:rStyle w:val="Struck"/>')],
    ['twice by a character style', r('90', '<w:rStyle w:val="Twice"/>')],
  ])('%s is no part of a figure', async (_, old) => {
    const { text, struck, value, notices } = await readCell(paragraph(old, r('100')));
    expect(text).toBe('100');
    expect(struck).toEqual([['struck_out', '90']]);
    expect(value.leftovers[0]?.location).toBe('word/document.xml 表1 行1 列1');
    expect(notices.map(({ code, at }) => [code, at])).toEqual([
      ['text-struck-out', 'word/document.xml 行1'],
    ]);
  });

  test('is what its toggle says: off is off, and two styles cancel out', async () => {
    const off = r('100', '<w:rStyle w:val="Struck"/><w:strike w:val="0"/>');
    expect((await readCell(paragraph(off))).text).toBe('100');
    const style = '<w:pPr><w:pStyle w:val="Void"/></w:pPr>';
    const cancelled = r('80', '<w:rStyle w:val="Struck"/>');
    expect(await readCell(paragraph(style, r('90'), cancelled))).toMatchObject({
      text: '80',
      struck: [['struck_out', '90']],
    });
  });

  test('a double line is no toggle: the nearest that says anything holds', async () => {
    const style = '<w:pPr><w:pStyle w:val="VoidTwice"/></w:pPr>';
    const again = r('80', '<w:rStyle w:val="Twice"/>');
    const off = r('70', '<w:dstrike w:val="false"/>');
    expect(await readCell(paragraph(style, r('90'), again, off))).toMatchObject({
      text: '70',
      struck: [['struck_out', '9080']],
    });
  });

  test('leaves no empty line where all of a paragraph is struck', async () => {
    const { text } = await readCell(paragraph(r('90', '<w:strike/>')) + p('100'));
    expect(text).toBe('100');
    const { value } = await read(
      wordFile(
        p('甲') + paragraph(r('乙', '<w:strike/>')) + paragraph(r('丙'), r('丁', '<w:strike/>')),
      ),
    );
    expect(paragraphs(value)).toEqual(['甲', '丙']);
    expect(leftovers(value)).toEqual([
      ['struck_out', '乙'],
      ['struck_out', '丁'],
    ]);
  });

  test('keeps its place in a list, but shows no number', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (run: string): string =>
      paragraph('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', run);
    const list = item(r('甲')) + item(r('乙', '<w:strike/>')) + item(r('丙'));
    const { value } = await read(wordFile(list, { numbering }));
    expect(paragraphs(value)).toEqual(['1.甲', '3.丙']);
  });

  test('deleted or hidden as well is called that; white space alone is not said', async () => {
    const deleted = `<w:del>${r('1', '<w:strike/>').replaceAll('w:t', 'w:delText')}</w:del>`;
    const hidden = r('2', '<w:strike/><w:vanish/>');
    const { struck, notices } = await readCell(
      paragraph(deleted, hidden, r(' ', '<w:strike/>'), r('100')),
    );
    expect(struck).toEqual([
      ['deleted_revision', '1'],
      ['hidden', '2'],
    ]);
    expect(notices).toEqual([]);
  });

  test('in a header or a text box is put aside there', async () => {
    const { value } = await read(
      wordFile(
        `<w:p>${r('文')}<w:r><w:rPr><w:strike/></w:rPr><w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
        { header1: paragraph(r('旧', '<w:strike/>'), r('新')) },
      ),
    );
    expect(paragraphs(value)).toEqual(['文', '框']);
    expect(leftovers(value)).toEqual([
      ['header', '新'],
      ['struck_out', '旧'],
    ]);
  });
});

describe('text above or below the line', () => {
  test.each([
    ['a footnote mark does not join a figure', [r('100'), r('1', raised)], '100¹'],
    ['nor by a style', [r('100'), r('12', '<w:rStyle w:val="MarkToo"/>')], '100¹²'],
    ['nor in pieces', [r('100'), r('1', raised), r(',2', raised)], '100¹,²'],
    ['nor in full width', [r('１００'), r('１', raised)], '１００¹'],
    [
      'a unit keeps its power',
      [r('2000m'), r('2', raised), r('，500km'), r('3', raised)],
      '2000m²，500km³',
    ],
    ['a formula its index', [r('CO'), r('2', lowered)], 'CO₂'],
    [
      'a word, a share and a bracket their marks',
      [r('资金'), r('1', raised), r('95%'), r('2', raised), r('（元）'), r('3', raised)],
      '资金¹95%²（元）³',
    ],
    ['letters stay', [r('1'), r('st', raised)], '1st'],
    ['so does what is not of digits alone', [r('PM'), r('2.5', lowered)], 'PM2.5'],
    [
      'so does a figure with nothing on the line before it',
      [r('100', raised), r('1', raised)],
      '1001',
    ],
    ['and one after white space', [r('共 '), r('100', raised)], '共 100'],
    [
      'what is set back on the line stands on it',
      [r('10'), r('0', '<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>')],
      '100',
    ],
  ])('%s', async (_, runs, expected) => {
    const { text, value } = await readCell(paragraph(...runs));
    expect(text).toBe(expected);
    expect(value.generated).toBe('');
  });

  test('a power in a formula is one', async () => {
    const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const power = `<m:sSup><m:e>${m('10')}</m:e><m:sup>${m('3')}</m:sup></m:sSup>`;
    expect((await readCell(`<w:p><m:oMath>${power}${m('×5')}</m:oMath></w:p>`)).text).toBe('10³×5');
  });
});
