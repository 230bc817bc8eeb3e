import { describe, expect, test } from 'vitest';
import { probeFile } from '../../../extractors/probe.ts';
import { readingOf } from '../../../extractors/registry.ts';
import { leftovers, paragraphs, tables } from '../docx/word-file.ts';
import { cell, flatFile, odtFile, type Parts, p, read, style, table } from './odt-file.ts';

async function texts(body: string, parts: Parts = {}): Promise<string[]> {
  return paragraphs((await read(odtFile(body, parts))).value);
}

describe('what is read', () => {
  test('a package and a flat file, by their content', async () => {
    for (const bytes of [odtFile(p('预算')), flatFile(p('预算'))]) {
      const reading = readingOf(await probeFile(bytes), 'x.bin');
      expect(reading?.format).toBe('odt');
      expect(paragraphs((await read(bytes)).value)).toEqual(['预算']);
    }
  });

  test('white space is as a reader sees it', async () => {
    const body =
      '\n  a \n b<text:s text:c="2"/><text:tab/>c<text:line-break/> d<text:span> </text:span> e ';
    expect(await texts(p(body))).toEqual(['a b  \tc\nd e']);
  });

  test('headings, sections, links and what fields show', async () => {
    const body = `<text:section text:name="s"><text:h text:outline-level="1">a</text:h></text:section>${p(
      '<text:a xlink:href="x">b</text:a><text:page-number>3</text:page-number><text:bookmark text:name="c"/>',
    )}`;
    expect(await texts(body)).toEqual(['a', 'b3']);
  });

  test('letters of a symbol font are their symbols', async () => {
    const automatic =
      '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>' +
      style('T1', 'text', '<style:text-properties style:font-name="Wingdings1"/>');
    expect(
      await texts(p('<text:span text:style-name="T1">\uf0fe</text:span>a'), { automatic }),
    ).toEqual(['☑a']);
  });

  test('fields of forms show their box, or the entry chosen', async () => {
    const field = (kind: string, ...parameters: readonly (readonly [string, string])[]) =>
      `<field:fieldmark field:type="vnd.oasis.opendocument.field.${kind}">${parameters
        .map(([name, value]) => `<field:param field:name="${name}" field:value="${value}"/>`)
        .join('')}</field:fieldmark>`;
    const list = field(
      'FORMDROPDOWN',
      ['Dropdown_ListEntry', '90%'],
      ['Dropdown_ListEntry', '93%'],
      ['Dropdown_Selected', '1'],
    );
    const boxes = `${field('FORMCHECKBOX', ['Checkbox_Checked', 'true'])}优${field('FORMCHECKBOX')}良`;
    const extraction = await read(odtFile(p(`${list}${boxes}${field('FORMTEXT')}`)));
    expect(paragraphs(extraction.value)).toEqual(['93%☑优□良']);
  });

  test('raised digits are no part of the figure before them', async () => {
    const automatic = style(
      'T1',
      'text',
      '<style:text-properties style:text-position="super 58%"/>',
    );
    expect(
      await texts(p('100<text:span text:style-name="T1">1</text:span>'), { automatic }),
    ).toEqual(['100¹']);
  });

  test('a formula is text of its paragraph, with its bars and raised digits', async () => {
    const math =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>r</mi><mn>2</mn></msup><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><annotation>x</annotation></semantics></math>';
    const body = p('a<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>b');
    expect(await texts(body, { members: { 'Object 1/content.xml': math } })).toEqual(['ar²1/2b']);
  });
});

describe('what is kept apart', () => {
  const looks =
    style('Gone', 'paragraph', '<style:text-properties text:display="none"/>') +
    style('Hidden', 'text', '<style:text-properties text:display="none"/>') +
    style('Struck', 'text', '<style:text-properties style:text-line-through-style="solid"/>') +
    style('Shown', 'text', '<style:text-properties text:display="true"/>') +
    style('Child', 'text', '', 'style:parent-style-name="Struck"');

  test('hidden and struck text, by its own style or an inherited one', async () => {
    const span = (name: string, text: string): string =>
      `<text:span text:style-name="${name}">${text}</text:span>`;
    const body =
      p(`a${span('Hidden', `b${span('Shown', 'c')}`)}${span('Child', 'd')}`) +
      p(`e${span('Shown', 'f')}`, 'Gone') +
      p(span('Struck', 'g')) +
      p('h<text:hidden-paragraph text:is-hidden="true"/>i') +
      `<text:section text:display="none">${p('j')}</text:section>`;
    const { value } = await read(odtFile(body, { automatic: looks }));
    expect(paragraphs(value)).toEqual(['ac', 'f']);
    expect(leftovers(value)).toEqual([
      ['hidden', 'b'],
      ['struck_out', 'd'],
      ['hidden', 'e'],
      ['struck_out', 'g'],
      ['hidden', 'hi'],
      ['hidden', 'j'],
    ]);
  });

  test('revisions: what is deleted stands apart, what is inserted is text', async () => {
    const who =
      '<office:change-info><dc:creator>x</dc:creator><dc:date>y</dc:date></office:change-info>';
    const changes = `<text:tracked-changes><text:changed-region text:id="1"><text:deletion>${who}${p('旧')}</text:deletion></text:changed-region><text:changed-region text:id="2"><text:insertion>${who}</text:insertion></text:changed-region></text:tracked-changes>`;
    const { value } = await read(
      odtFile(
        `${changes}${p('a<text:change text:change-id="1"/><text:change-start text:change-id="2"/>新')}`,
      ),
    );
    expect(paragraphs(value)).toEqual(['a新']);
    expect(leftovers(value)).toEqual([['deleted_revision', '旧']]);
  });

  test('notes, comments, phonetic text, headers and footers', async () => {
    const body = p(
      `a<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('n')}</text:note-body></text:note>` +
        `<office:annotation><dc:creator>x</dc:creator>${p('c')}</office:annotation>` +
        '<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby>',
    );
    const styles = `<office:master-styles><style:master-page><style:header>${p('h')}</style:header><style:footer>${p('第<text:page-number>1</text:page-number>页')}</style:footer></style:master-page></office:master-styles>`;
    const { value } = await read(odtFile(body, { styles }));
    expect(paragraphs(value)).toEqual(['a字']);
    expect(leftovers(value)).toEqual([
      ['footnote', 'n'],
      ['comment', 'c'],
      ['decoration', 'zi'],
      ['header', 'h'],
      ['page_number', '第1页'],
    ]);
  });

  test('a text box follows its paragraph, tables in it as well; descriptions are no text', async () => {
    const box = `<draw:frame><draw:text-box>${p('b')}${table(1, cell('t'))}</draw:text-box><svg:desc>d</svg:desc></draw:frame>`;
    const shape = `<draw:custom-shape>${p('c')}</draw:custom-shape>`;
    const { value } = await read(odtFile(p(`a${box}${shape}e`) + p('f')));
    expect(paragraphs(value)).toEqual(['ae', 'b', 'c', 'f']);
    expect(tables(value)).toHaveLength(1);
  });

  test('what an index is made of is no text, what it shows is', async () => {
    const index = `<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source><text:index-body>${p('a')}</text:index-body></text:table-of-content>`;
    expect(await texts(index)).toEqual(['a']);
  });

  test('the text of a workbook inside is kept, unread; an Office file inside is handed on', async () => {
    const inner = `<office:document-content xmlns:office="o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">${p('格')}</office:document-content>`;
    const file = Uint8Array.of(0x50, 0x4b, 3, 4, 9);
    const body = p(
      '<draw:object xlink:href="./Object 1"/><draw:object-ole xlink:href="./Object 2"/><draw:object xlink:href="./none"/>',
    );
    const { value, attachments, notices } = await read(
      odtFile(body, { members: { 'Object 1/content.xml': inner, 'Object 2': file } }),
    );
    expect(leftovers(value)).toEqual([['unread', '格']]);
    expect(attachments?.map(({ name, bytes }) => [name, [...bytes]])).toEqual([
      ['Object 2', [...file]],
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['part-missing']);
  });
});

describe('what a document says of itself', () => {
  const meta = (pages: number): string =>
    `<dc:date>2024-03-05T09:07:00.123456789</dc:date><meta:document-statistic meta:page-count="${pages}"/>`;
  const automatic = style(
    'P1',
    'paragraph',
    '<style:paragraph-properties fo:break-before="page"/>',
  );
  const body = p('a') + p('b<text:soft-page-break/>c', 'P1') + p('d');

  test('its time and pages; where breaks make up all of them, each text has its page', async () => {
    const { value } = await read(odtFile(body, { automatic, meta: meta(3) }));
    expect(value.modifiedAt).toBe('2024-03-05T09:07:00.000Z');
    expect(value.pages).toBe(3);
    expect(value.blocks.map((block) => block.page)).toEqual([1, 2, 3]);
  });

  test('where they do not, no text claims a page', async () => {
    const { value } = await read(odtFile(body, { automatic, meta: meta(9) }));
    expect(value.blocks.map((block) => block.page)).toEqual([null, null, null]);
  });
});
