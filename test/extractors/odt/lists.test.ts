import { describe, expect, test } from 'vitest';
import { grid, paragraphs, tables } from '../docx/word-file.ts';
import { cell, odtFile, p, read, table } from './odt-file.ts';

const level = (number: number, format: string, attributes: string): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${attributes}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number>`;
const automatic =
  `<text:list-style style:name="L1">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'style:num-prefix="(" style:num-suffix=")" text:display-levels="2"')}<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>` +
  `<text:list-style style:name="L2">${level(1, '1', 'loext:num-list-format="第%1%条 "')}</text:list-style>`;

const item = (content: string, attributes = ''): string =>
  `<text:list-item ${attributes}>${content}</text:list-item>`;
const list = (style: string, content: string, attributes = ''): string =>
  `<text:list text:style-name="${style}" ${attributes}>${content}</text:list>`;

async function texts(body: string, styles = ''): Promise<string[]> {
  return paragraphs((await read(odtFile(body, { automatic, styles }))).value);
}

describe('numbers of lists', () => {
  test('levels count and show as their style says; only an item’s first paragraph has one', async () => {
    const inner = `<text:list>${item(p('b'))}${item(`${p('c')}<text:list>${item(p('d'))}</text:list>`)}</text:list>`;
    expect(await texts(list('L1', `${item(p('a') + p('x') + inner)}${item(p('e'))}`))).toEqual([
      '一、a',
      'x',
      '(一.1)b',
      '(一.2)c',
      '•d',
      '二、e',
    ]);
  });

  test('a list begins anew unless it continues another', async () => {
    const body =
      list('L1', item(p('a')) + item(p('b')), 'xml:id="l1"') +
      list('L1', item(p('c'))) +
      list('L1', item(p('d')), 'text:continue-numbering="true"') +
      list('L1', item(p('e')), 'text:continue-list="l1"') +
      list('L1', item(p('f'), 'text:start-value="9"') + item(p('g')));
    expect(await texts(body)).toEqual([
      '一、a',
      '二、b',
      '一、c',
      '二、d',
      '三、e',
      '九、f',
      '十、g',
    ]);
  });

  test('a pattern says the whole number; one given as text is taken', async () => {
    const body =
      list('L2', item(p('a'))) +
      list('L1', item(`<text:number>（甲）</text:number>${p('b')}`)) +
      list('L1', `<text:list-header>${p('c')}</text:list-header>`);
    expect(await texts(body)).toEqual(['第1条 a', '（甲）b', 'c']);
  });

  test('headings outside lists count by the numbering of headings', async () => {
    const outline = `<office:styles><text:outline-style>${['1', 'a'].map((format, index) => `<text:outline-level-style text:level="${index + 1}" style:num-format="${format}" style:num-suffix="."/>`).join('')}</text:outline-style><style:style style:name="Free" style:family="paragraph" style:list-style-name=""/></office:styles>`;
    const h = (of: number, text: string, attributes = ''): string =>
      `<text:h text:outline-level="${of}" ${attributes}>${text}</text:h>`;
    const body =
      h(1, 'a') +
      h(2, 'b') +
      h(2, 'c') +
      h(1, 'd') +
      h(1, 'e', 'text:style-name="Free"') +
      h(3, 'f');
    expect(await texts(body, outline)).toEqual(['1.a', 'a.b', 'b.c', '2.d', 'e', 'f']);
  });

  test('a cell’s paragraphs have their own numbers, not those of the item around', async () => {
    const inner = table(1, cell(p('x') + list('L1', item(p('y')))));
    const { value } = await read(odtFile(list('L1', item(inner + p('a'))), { automatic }));
    expect(tables(value).map(grid)).toEqual([[['x\n一、y']]]);
    expect(paragraphs(value)).toEqual(['一、a']);
  });
});
