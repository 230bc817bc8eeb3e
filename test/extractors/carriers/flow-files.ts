import { strToU8, zipSync } from 'fflate';
import { p, r, tbl, tc, tr, wordFile } from '../docx/word-file.ts';
import { cellsInRow, escapeXml, type FormBlock, type FormTable } from './one-form.ts';

const rowsOf = (table: FormTable): number[] => Array.from({ length: table.rows }, (_, row) => row);

/** A Word file, as Word writes it. */
export function docxFile(blocks: readonly FormBlock[]): Uint8Array {
  const body = blocks.map((block) =>
    block.kind === 'paragraph'
      ? p(escapeXml(block.text), block.title ? '<w:jc w:val="center"/>' : '')
      : docxTable(block),
  );
  return wordFile(body.join(''));
}

function docxTable(table: FormTable): string {
  const rows = rowsOf(table).map((row) =>
    tr(
      ...cellsInRow(table, row).map((cell) => {
        const start = cell.row === row;
        const merge = start ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
        const span = `<w:gridSpan w:val="${cell.columnSpan}"/>${cell.rowSpan > 1 ? merge : ''}`;
        const lines = start ? cell.text.split('\n') : [''];
        return tc(lines.map((line) => `<w:p>${r(escapeXml(line))}</w:p>`).join(''), span);
      }),
    ),
  );
  return tbl(table.widths.length, ...rows);
}

/** A rich text file, as Word writes it. */
export function rtfFile(blocks: readonly FormBlock[]): Uint8Array {
  const body = blocks.map((block) =>
    block.kind === 'paragraph'
      ? `\\pard${block.title ? '\\qc' : ''} ${rtfText(block.text)}\\par\n`
      : rowsOf(block)
          .map((row) => rtfRow(block, row))
          .join(''),
  );
  return strToU8(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\n${body.join('')}}`,
  );
}

function rtfRow(table: FormTable, row: number): string {
  const cells = cellsInRow(table, row);
  const definitions = cells.map(({ column, columnSpan, rowSpan, row: start }) => {
    const merge = rowSpan === 1 ? '' : start === row ? '\\clvmgf' : '\\clvmrg';
    const right = table.widths.slice(0, column + columnSpan).reduce((sum, each) => sum + each, 0);
    return `${merge}\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\clbrdrb\\brdrs\\clbrdrr\\brdrs\\cellx${right * 20}`;
  });
  const texts = cells.map((cell) => {
    const lines = cell.row === row ? cell.text.split('\n') : [''];
    return `\\pard\\intbl ${lines.map(rtfText).join('\\par ')}\\cell\n`;
  });
  return `\\trowd\\trgaph108${definitions.join('')}\n${texts.join('')}\\row\n`;
}

function rtfText(text: string): string {
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) written += `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
    else written += text.charAt(at).replace(/[\\{}]/, '\\$&');
  }
  return written;
}

const office = 'urn:oasis:names:tc:opendocument:xmlns';

/** An OpenDocument text, as LibreOffice writes it. */
export function odtFile(blocks: readonly FormBlock[]): Uint8Array {
  const body = blocks.map((block) =>
    block.kind === 'paragraph' ? odtParagraph(block.text) : odtTable(block),
  );
  const declarations = ['office', 'text', 'table', 'style', 'fo']
    .map((name) => `xmlns:${name}="${office}:${name === 'fo' ? 'xsl-fo-compatible' : name}:1.0"`)
    .join(' ');
  const mimetype = 'application/vnd.oasis.opendocument.text';
  const manifest = `<manifest:manifest xmlns:manifest="${office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${declarations} office:version="1.2"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>${manifest}`),
  });
}

function odtParagraph(text: string): string {
  return `<text:p>${escapeXml(text)}</text:p>`;
}

function odtTable(table: FormTable): string {
  const rows = rowsOf(table).map((row) => {
    const cells = cellsInRow(table, row).map((cell) => {
      const covered = '<table:covered-table-cell/>';
      if (cell.row < row) return covered.repeat(cell.columnSpan);
      const spans = `table:number-columns-spanned="${cell.columnSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
      const lines = cell.text.split('\n').map(odtParagraph).join('');
      return `<table:table-cell ${spans}>${lines}</table:table-cell>${covered.repeat(cell.columnSpan - 1)}`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table table:name="t"><table:table-column table:number-columns-repeated="${table.widths.length}"/>${rows.join('')}</table:table>`;
}

/** A web page, as a content management system shows it. */
export function htmlFile(blocks: readonly FormBlock[]): Uint8Array {
  const body = blocks.map((block) =>
    block.kind === 'paragraph' ? `<p>${escapeXml(block.text)}</p>\n` : htmlTable(block),
  );
  return strToU8(
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title></title></head><body>\n${body.join('')}</body></html>\n`,
  );
}

function htmlTable(table: FormTable): string {
  const rows = rowsOf(table).map((row) => {
    const cells = table.cells
      .filter((cell) => cell.row === row)
      .map(({ rowSpan, columnSpan, text }) => {
        const lines = text.split('\n').map(escapeXml).join('<br>');
        return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${lines}</td>`;
      });
    return `<tr>\n  ${cells.join('\n  ')}\n</tr>\n`;
  });
  return `<table border="1">\n${rows.join('')}</table>\n`;
}
