import { describe, expect, test } from 'vitest';
import { grid, p, paragraphs, read, tables, tbl, tc, tr, wordFile } from './word-file.ts';

const level = (number: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const at = (numId: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

const chinese = abstract(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircleChinese', '%4'),
);

async function numbers(body: string, numbering: string, styles = '<w:style w:styleId="x"/>') {
  const { value } = await read(wordFile(body, { numbering, styles }));
  return value.blocks.map((block) => (block.kind === 'paragraph' ? block.number : null));
}

describe('automatic numbers', () => {
  test('Chinese levels count, and start again under a new higher one', async () => {
    const body = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1].map((ilvl) => p('文', at(1, ilvl))).join('');
    expect(await numbers(body, chinese + num(1, 0))).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '①',
      '②',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ]);
  });

  test('a paragraph’s text stays without its number, a cell’s has it', async () => {
    const { value } = await read(
      wordFile(`${p('收入', at(1))}${tbl(1, tr(tc(p('支出', at(1)) + p('结转', at(1)))))}`, {
        numbering: chinese + num(1, 0),
      }),
    );
    expect(value.blocks[0]).toMatchObject({ text: '收入', number: '一、' });
    expect(grid(tables(value)[0])).toEqual([['二、\t支出\n三、\t结转']]);
    expect(value.generated).toBe('一、二、三、');
  });

  test('lists of one definition count on; a start override begins anew, once', async () => {
    const numbering =
      abstract(0, level(0, 'decimal', '%1)')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [1, 2, 3, 3, 1].map((id) => p('文', at(id))).join('');
    expect(await numbers(body, numbering)).toEqual(['1)', '2)', '5)', '6)', '7)']);
  });

  test('an overridden level shows as its list says', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1.')}</w:lvlOverride>`;
    expect(
      await numbers(p('文', at(1)), abstract(0, level(0, 'decimal', '%1')) + num(1, 0, override)),
    ).toEqual(['A.']);
  });

  test('lvlRestart keeps a level counting, or ties it to one level', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>'),
        level(3, 'decimal', '%4', '<w:lvlRestart w:val="0"/>'),
      ) + num(1, 0);
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3].map((ilvl) => p('文', at(1, ilvl))).join('');
    expect(await numbers(body, numbering)).toEqual([
      '1',
      '1.1',
      '1',
      '1',
      '1.2',
      '2',
      '2',
      '2',
      '1',
      '3',
    ]);
  });

  test('a legal level shows higher numbers as decimal', async () => {
    const numbering =
      abstract(0, level(0, 'upperRoman', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      num(1, 0);
    expect(await numbers(p('文', at(1)) + p('文', at(1, 1)), numbering)).toEqual(['第I章', '1.1']);
  });

  test('bullets show their glyph, not the code in their font', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl></w:abstractNum>' +
      num(1, 0);
    expect(await numbers(p('文', at(1)), numbering)).toEqual(['●']);
  });

  test('a style brings its list, at the level tied to it; numId 0 switches it off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H2"/></w:style>';
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + num(1, 0);
    const body = [
      p('文', '<w:pStyle w:val="H1"/>'),
      p('文', '<w:pStyle w:val="H2"/>'),
      p('文', '<w:pStyle w:val="Sub"/>'),
      p('文', `<w:pStyle w:val="H1"/>${at(0)}`),
      p('文', '<w:pStyle w:val="H1"/>'),
    ].join('');
    expect(await numbers(body, numbering, styles)).toEqual([
      '一、',
      '（一）',
      '（二）',
      null,
      '二、',
    ]);
  });

  test('a numbering style leads to the list it names', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>${abstract(1, level(0, 'ideographTraditional', '%1.'))}${num(1, 0)}${num(2, 1)}`;
    expect(await numbers(p('文', at(1)) + p('文', at(2)), numbering, styles)).toEqual([
      '甲.',
      '乙.',
    ]);
  });

  test('a deleted paragraph does not count; an unknown list gives no number', async () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body = `${p('一', at(1))}<w:p><w:pPr>${at(1)}${gone}</w:pPr></w:p>${p('二', at(1))}${p('无', at(9))}`;
    expect(await numbers(body, chinese + num(1, 0))).toEqual(['一、', '二、', null]);
  });

  test('a merged-away cell does not count in its column’s list', async () => {
    const cell = (merge = ''): string => tc(p('', at(1)), merge);
    const { value } = await read(
      wordFile(
        tbl(1, tr(cell('<w:vMerge w:val="restart"/>')), tr(cell('<w:vMerge/>')), tr(cell())),
        { numbering: abstract(0, level(0, 'decimal', '%1')) + num(1, 0) },
      ),
    );
    expect(grid(tables(value)[0])).toEqual([['1'], ['↑'], ['2']]);
    expect(value.leftovers).toEqual([]);
  });

  test('without a numbering part nothing is numbered', async () => {
    const { value } = await read(wordFile(p('文', at(1))));
    expect(paragraphs(value)).toEqual(['文']);
  });
});
