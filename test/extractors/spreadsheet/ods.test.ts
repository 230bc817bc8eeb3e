import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { picture, read } from './workbook-file.ts';

const space = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const declarations = [
  ...['office', 'table', 'text', 'style', 'manifest'].map((p) => `xmlns:${p}="${space(p)}"`),
  `xmlns:draw="${space('drawing')}"`,
  `xmlns:fo="${space('xsl-fo-compatible')}"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

function ods(tables: string, styles = '', more: Readonly<Record<string, string>> = {}): Uint8Array {
  const mimetype = strToU8('application/vnd.oasis.opendocument.spreadsheet');
  const content =
    `<office:document-content ${declarations}><office:automatic-styles>${styles}` +
    `</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet>` +
    '</office:body></office:document-content>';
  const files: Record<string, Uint8Array> = { 'content.xml': strToU8(content) };
  for (const [name, xml] of Object.entries(more)) files[name] = strToU8(xml);
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...files });
}

const c = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, attributes = ''): string =>
  `<table:table table:name="表" ${attributes}>${rows}</table:table>`;

describe('an OpenDocument sheet', () => {
  test('shows paragraphs, spaces, tabs, breaks and repeated cells', async () => {
    const rows =
      row(
        '<table:table-cell><text:p>年初<text:s text:c="2"/>预算</text:p><text:p>数' +
          '<text:line-break/>\n   （万元）</text:p></table:table-cell>' +
          c('0', 'table:number-columns-repeated="3"'),
      ) + row(c('甲') + c('<text:span>9</text:span>8.5%'), 'table:number-rows-repeated="2"');
    expect(picture((await read(ods(table(rows)))).value)).toEqual([
      '|年初  预算⏎数⏎ （万元）|0|0|0|',
      '|甲|98.5%|||',
      '|甲|98.5%|||',
    ]);
  });

  test('has the sign of a number that only a colour tells, and says so', async () => {
    const value = 'office:value-type="float" office:value="-1250.5"';
    const rows = row(c('1250.50 ', value) + c('(1250.50)', value)) + row(c('甲') + c('乙'));
    const given = await read(ods(table(rows)));
    expect(picture(given.value)).toEqual(['|-1250.50|(1250.50)|', '|甲|乙|']);
    expect(given.notices.map(({ code }) => code)).toEqual(['sign-by-colour']);
  });

  test('has its spans, and values where a writer left out what is shown', async () => {
    const rows =
      row(
        c('甲', 'table:number-rows-spanned="2" table:number-columns-spanned="1"') +
          '<table:table-cell office:value-type="percentage" office:value="0.985"/>' +
          '<table:table-cell office:value-type="date" office:date-value="2024-12-31"/>',
      ) +
      row(
        '<table:covered-table-cell/>' +
          c('乙', 'table:number-rows-spanned="1" table:number-columns-spanned="2"') +
          '<table:covered-table-cell/>',
      );
    expect(picture((await read(ods(table(rows)))).value)).toEqual([
      '|甲|98.50%|2024-12-31|',
      '|↑|乙|←|',
    ]);
  });

  test('keeps aside what is hidden, commented, or in a header', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table">' +
      '<style:table-properties table:display="false"/></style:style>';
    const rows =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>' +
      row(c('甲') + c('乙') + c('丙')) +
      row(c('丁') + c('戊') + c('己'), 'table:visibility="filter"') +
      row(
        '<table:table-cell><office:annotation><dc:creator>某</dc:creator><text:p>请核对</text:p>' +
          '</office:annotation><text:p>庚</text:p></table:table-cell>' +
          c('辛') +
          c('壬'),
      );
    const master =
      `<office:document-styles ${declarations}><style:header><text:p>附件3` +
      '<text:sheet-name>???</text:sheet-name></text:p></style:header></office:document-styles>';
    const bytes = ods(table(rows) + table(row(c('旧')), 'table:style-name="ta2"'), styles, {
      'styles.xml': master,
    });
    const { value } = await read(bytes);
    expect(picture(value)).toEqual(['|甲|丙|', '|庚|壬|']);
    expect(value.leftovers.map(({ text, reason }) => `${reason} ${text}`)).toEqual([
      'header 表',
      'comment 请核对',
      'header 附件3',
      'hidden 乙',
      'hidden 丁',
      'hidden 戊',
      'hidden 己',
      'hidden 辛',
      'header 表',
      'hidden 旧',
    ]);
  });

  test('note marks are no part of the figure before them', async () => {
    const styles =
      '<style:style style:name="s" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
    const raised = '<text:span text:style-name="s">1</text:span>';
    const { value } = await read(ods(table(row(c(`466.09${raised}万元`) + c(raised))), styles));
    expect(picture(value)).toEqual(['466.09¹万元\t1']);
  });

  test('has nothing that is struck out among its values', async () => {
    const struck = '<style:text-properties style:text-line-through-style="solid"/></style:style>';
    const styles =
      `<style:style style:name="s" style:family="text">${struck}` +
      `<style:style style:name="c" style:family="table-cell">${struck}`;
    const rows =
      row(c('接待') + c('<text:span text:style-name="s">44.5</text:span>5.4')) +
      row(c('出国') + c('9', 'table:style-name="c"') + c('1'));
    const { value } = await read(ods(table(rows), styles));
    expect(picture(value)).toEqual(['|接待|5.4||', '|出国||1|']);
    expect(value.leftovers.slice(1).map(({ text, reason }) => `${reason} ${text}`)).toEqual([
      'struck_out 44.5',
      'struck_out 9',
    ]);
  });

  test('is cut at its lines, whatever style they come from', async () => {
    const styles =
      '<style:style style:name="a" style:family="table-cell">' +
      '<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>' +
      '<style:style style:name="b" style:family="table-cell" style:parent-style-name="a">' +
      '<style:table-cell-properties fo:border-left="none"/></style:style>';
    const ruled = (text: string): string => c(text, 'table:style-name="b"');
    const rows =
      row(c('单位：甲') + c('万元')) +
      row(ruled('一') + ruled('二')) +
      row(`<table:table-cell table:style-name="a"/>${ruled('三')}`) +
      row(c('填表人：') + c('日期：'));
    expect(picture((await read(ods(table(rows), styles))).value)).toEqual([
      '单位：甲\t万元',
      '|一|二|',
      '||三|',
      '填表人：\t日期：',
    ]);
  });

  test('is none of the changes once made to it; a text box is text', async () => {
    const rows =
      '<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>' +
      '<text:p>旧值</text:p></table:change-track-table-cell></table:previous>' +
      '</table:cell-content-change></table:tracked-changes>' +
      table(
        '<table:shapes><draw:frame><draw:text-box><text:p>附件</text:p></draw:text-box></draw:frame>' +
          `</table:shapes>${row(c('甲') + c('乙'))}${row(c('丙') + c('丁'))}`,
      );
    expect(picture((await read(ods(rows))).value)).toEqual(['附件', '|甲|乙|', '|丙|丁|']);
  });

  test('with cells beyond the last column there is ends', async () => {
    const columns = '<table:table-column table:default-cell-style-name="a"/>';
    const far = '<table:table-cell table:number-columns-repeated="16384"/>';
    const { value } = await read(ods(table(columns + row(c('甲') + far + far + c('乙')))));
    expect(value.blocks.length).toBeGreaterThan(0);
    expect(value.sourceCharacters['乙']).toBe(1);
  });

  test('that is filled to its end costs no more than its limit', async () => {
    const full = row(
      c('满', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="1048576"',
    );
    await expect(read(ods(table(full)))).rejects.toMatchObject({ code: 'archive_too_large' });
    const wide = row(c('共十个字的一句话。。', 'table:number-columns-repeated="16384"').repeat(4));
    await expect(read(ods(table(wide)))).rejects.toMatchObject({ code: 'archive_too_large' });
    const empty = row(
      '<table:table-cell table:number-columns-repeated="16384"/>',
      'table:number-rows-repeated="1048570"',
    );
    const { value } = await read(ods(table(row(c('甲')) + empty + row(c('乙')))));
    expect(picture(value)).toEqual(['甲', '乙']);
  });

  test('with a password or too many sheets is refused', async () => {
    const manifest =
      `<manifest:manifest ${declarations}><manifest:file-entry>` +
      '<manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    await expect(
      read(ods(table(row(c('甲'))), '', { 'META-INF/manifest.xml': manifest })),
    ).rejects.toMatchObject({ code: 'encrypted' });
    await expect(
      read(ods(table('').repeat(3)), { ...defaultLimits, pages: 2 }),
    ).rejects.toMatchObject({ code: 'archive_too_large' });
  });
});
