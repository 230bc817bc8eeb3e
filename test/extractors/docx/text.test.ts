import { describe, expect, test } from 'vitest';
import {
  grid,
  leftovers,
  mainXml,
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

async function readParagraphs(body: string, styles = '') {
  const { value } = await read(wordFile(body, styles === '' ? {} : { styles }));
  return { value, texts: paragraphs(value) };
}

describe('characters', () => {
  test('breaks, tabs and hyphens read as a person would write them', async () => {
    const { texts } = await readParagraphs(
      '<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:tab/><w:t>2022</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>23</w:t><w:ptab/><w:t>年</w:t></w:r></w:p>',
    );
    expect(texts).toEqual(['甲\n乙\n丙\t2022-2023\t年']);
  });

  test('symbols show as Unicode characters, as w:sym and as text in a symbol font', async () => {
    const wingdings = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>';
    const { texts } = await readParagraphs(
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${r('是')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r('否')}${r('R', wingdings)}${r('已')}<w:r><w:sym w:font="宋体" w:char="2460"/></w:r></w:p>`,
    );
    expect(texts).toEqual(['☑是□否☑已①']);
  });

  test('a symbol nobody knows is a box, and said', async () => {
    const { value, notices } = await read(
      wordFile('<w:p><w:r><w:sym w:font="家传字体" w:char="F0E1"/></w:r></w:p>'),
    );
    expect(paragraphs(value)).toEqual(['□']);
    expect(notices.map((notice) => notice.code)).toEqual(['symbol-unknown']);
  });

  test('an extended symbol is read once, not again in its fallback', async () => {
    const { texts } = await readParagraphs(
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2705"/></mc:Choice><mc:Fallback><w:t>✅</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    );
    expect(texts).toEqual(['✅']);
  });

  test('a formula is text, a fraction keeps its bar', async () => {
    const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const { texts, value } = await readParagraphs(
      `<w:p>${r('执行率')}<m:oMath>${m('=')}<m:f><m:num>${m('1')}</m:num><m:den>${m('2')}</m:den></m:f></m:oMath></w:p>`,
    );
    expect(texts).toEqual(['执行率=1/2']);
    expect(value.generated).toBe('/');
  });

  test('ruby keeps its base text and puts the reading aside', async () => {
    const { texts, value } = await readParagraphs(
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${r('guī')}</w:rt><w:rubyBase>${r('归')}</w:rubyBase></w:ruby></w:r>${r('档')}</w:p>`,
    );
    expect(texts).toEqual(['归档']);
    expect(leftovers(value)).toEqual([['decoration', 'guī']]);
  });
});

describe('fields', () => {
  const char = (type: string, inner = ''): string =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

  test('a field shows its result, not its code', async () => {
    const { texts } = await readParagraphs(
      `<w:p>${r('第')}${char('begin')}${code('PAGE')}${char('separate')}${r('3')}${char('end')}${r('页')}<w:fldSimple w:instr="DATE">${r('今天')}</w:fldSimple></w:p>`,
    );
    expect(texts).toEqual(['第3页今天']);
  });

  test('text inside a code is hidden, but a field left open hides no later paragraph', async () => {
    const { texts, value } = await readParagraphs(
      `<w:p>${char('begin')}${code('IF ')}${r('x')}</w:p>${p('后文')}`,
    );
    expect(texts).toEqual(['后文']);
    expect(leftovers(value)).toEqual([['hidden', 'x']]);
  });

  test('form checkboxes and lists show what is chosen', async () => {
    const box = (inner: string): string =>
      char('begin', `<w:ffData><w:checkBox>${inner}</w:checkBox></w:ffData>`) +
      code('FORMCHECKBOX') +
      char('end');
    const list = `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="中"/><w:listEntry w:val="优"/></w:ddList></w:ffData>`;
    const { texts, value } = await readParagraphs(
      `<w:p>${box('<w:default w:val="0"/><w:checked/>')}${r('是')}${box('<w:default w:val="0"/>')}${r('否')}${char('begin', list)}${code('FORMDROPDOWN')}${char('end')}</w:p>`,
    );
    expect(texts).toEqual(['☑是□否优']);
    expect(value.generated).toBe('☑□优');
  });

  test('a character enclosed by an EQ field is read', async () => {
    const { texts } = await readParagraphs(
      `<w:p>${char('begin')}${code(' eq \\o\\ac(○,3) ')}${char('end')}${r('项目')}</w:p>`,
    );
    expect(texts).toEqual(['③项目']);
  });

  test('a content control’s checkbox is its glyph', async () => {
    const { texts } = await readParagraphs(
      `<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☑')}</w:sdtContent></w:sdt>${r('合格')}</w:p>`,
    );
    expect(texts).toEqual(['☑合格']);
  });
});

describe('text boxes', () => {
  const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
  const drawn = (content: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  test('in the body it follows its paragraph, and is read once', async () => {
    const { value } = await read(
      wordFile(`<w:p>${r('锚')}${drawn(p('框') + tbl(1, tr(tc('格'))))}${r('点')}</w:p>${p('后')}`),
    );
    expect(
      value.blocks.map((block) => (block.kind === 'table' ? grid(block) : block.text)),
    ).toEqual(['锚点', '框', [['格']], '后']);
  });

  test('in a cell it adds lines to the cell, a table in it is nested', async () => {
    const cell = `<w:p>${r('锚')}${drawn(p('框') + tbl(1, tr(tc('格'))))}</w:p>${p('尾')}`;
    const { value } = await read(wordFile(tbl(2, tr(tc('a'), tc(cell)))));
    const [outer, inner] = tables(value);
    expect(grid(outer)).toEqual([['a', '锚\n框\n尾']]);
    expect(inner?.parent).toEqual({ tableNo: 1, row: 0, column: 1 });
  });

  test('an older VML box alone is read too', async () => {
    const { texts } = await readParagraphs(
      `<w:p><w:r><w:pict><v:shape><v:textbox>${box(p('旧框'))}</v:textbox></v:shape></w:pict></w:r></w:p>`,
    );
    expect(texts).toEqual(['旧框']);
  });

  test('a choice of nothing understood gives way to the fallback', async () => {
    const { texts } = await readParagraphs(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="zz" xmlns:zz="urn:future"><zz:shape/></mc:Choice><mc:Fallback><w:t>替代</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(texts).toEqual(['替代']);
  });
});

describe('hidden text', () => {
  const styles =
    '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/></w:style>';

  test('directly or through styles it is put aside; switched off it shows', async () => {
    const { texts, value } = await readParagraphs(
      `<w:p>${r('见')}${r('隐一', '<w:vanish/>')}${r('隐二', '<w:rStyle w:val="H"/>')}${r('显', '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')}${r('网', '<w:webHidden/>')}</w:p>${p('隐三', '<w:pStyle w:val="P"/>')}`,
      styles,
    );
    expect(texts).toEqual(['见显网']);
    expect(leftovers(value)).toEqual([
      ['hidden', '隐一隐二'],
      ['hidden', '隐三'],
    ]);
  });

  test('style toggles cancel out, as Word shows them', async () => {
    const { texts } = await readParagraphs(
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${r('双重', '<w:rStyle w:val="H"/>')}</w:p>`,
      styles,
    );
    expect(texts).toEqual(['双重']);
  });
});

describe('revisions in text', () => {
  const gone = (text: string): string => r(text).replaceAll('w:t', 'w:delText');

  test('insertions and moves are accepted, deletions kept aside', async () => {
    const { texts, value } = await readParagraphs(
      `<w:p>${r('总额')}<w:del>${gone('13.5')}</w:del><w:ins>${r('31.5')}</w:ins><w:moveFrom>${r('此处')}</w:moveFrom><w:moveTo>${r('彼处')}</w:moveTo></w:p>`,
    );
    expect(texts).toEqual(['总额31.5彼处']);
    expect(leftovers(value)).toEqual([['deleted_revision', '13.5此处']]);
  });

  test('a deleted paragraph mark joins its text to the next paragraph', async () => {
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const { texts } = await readParagraphs(
      `${p('前半', mark)}${p('后半')}<w:p><w:pPr>${mark}</w:pPr><w:del>${gone('删')}</w:del></w:p>${p('下段')}${p('末', mark)}`,
    );
    expect(texts).toEqual(['前半后半', '下段', '末']);
  });

  test('properties from before a change are not the paragraph’s', async () => {
    const { texts } = await readParagraphs(
      `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>可见</w:t></w:r></w:p>`,
    );
    expect(texts).toEqual(['可见']);
  });
});

describe('pages', () => {
  const next = '<w:r><w:br w:type="page"/></w:r>';
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';

  test('a break and the rendered break it caused are one', async () => {
    const { value } = await read(
      wordFile(
        `${p('一')}<w:p>${next}</w:p><w:p>${rendered}${r('二')}</w:p><w:p>${rendered}${r('三')}</w:p>${p('四', '<w:pageBreakBefore/>')}`,
      ),
    );
    expect(value.blocks.map((block) => block.page)).toEqual([1, 2, 3, 4]);
    expect(value.pages).toBe(4);
  });

  test('each cell of a row broken across pages tells the break; it is one', async () => {
    const broken = (a: string, b: string): string => `${p(a)}<w:p>${rendered}${r(b)}</w:p>`;
    const { value } = await read(
      wordFile(tbl(2, tr(tc(broken('a', 'b')), tc(broken('c', 'd'))), tr(tc('e'), tc('f')))),
    );
    expect(tables(value)[0]?.cells.map((cell) => cell.page)).toEqual([1, 1, 2, 2]);
  });

  test('a section breaks the page by its own type', async () => {
    const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
    const { value } = await read(
      wordFile(
        `${p('一', section('nextPage'))}${p('二', section('continuous'))}${p('三', section('nextPage'))}${section('continuous')}`,
      ),
    );
    expect(value.blocks.map((block) => block.page)).toEqual([1, 1, 2]);
  });
});

describe('the document itself', () => {
  test('its properties tell pages and last change', async () => {
    const { value } = await read(
      pack({
        'word/document.xml': mainXml(p('a')),
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>2024-05-17T09:32:15Z</dcterms:modified></cp:coreProperties>',
        'docProps/app.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>7</Pages></Properties>',
      }),
    );
    expect([value.pages, value.modifiedAt]).toEqual([7, '2024-05-17T09:32:15.000Z']);
  });

  test('an embedded file is said, not read', async () => {
    const { notices } = await read(
      wordFile(`<w:p><w:r><w:object><o:OLEObject ProgID="Package"/></w:object></w:r></w:p>`),
    );
    expect(notices.map((notice) => notice.code)).toEqual(['embedded-document-unread']);
  });
});
