import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { unaccounted } from '../../../extractors/accounting.ts';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { spreadsheet } from '../../../extractors/spreadsheet/spreadsheet.ts';
import type { ExtractedDocument } from '../../../schemas/document.ts';

const office = 'http://schemas.openxmlformats.org';
const relationTypes = `${office}/officeDocument/2006/relationships`;

/** A worksheet as XML: what stands in its root element, and the parts that hang on it. */
export interface SheetSource {
  readonly name?: string;
  readonly state?: string;
  /** XML before sheetData: views, columns. */
  readonly before?: string;
  /** Rows of cells, as XML or given as texts and numbers. */
  readonly rows?: readonly Row[] | string;
  readonly merges?: readonly string[];
  /** XML after the merges: headers. */
  readonly after?: string;
  readonly comments?: string;
  readonly drawing?: string;
}

/** A value, or XML that begins with "<". Undefined is no cell. */
export type Row = readonly (string | number | undefined)[];

/** Style 0 is plain, 1 has lines all around, 2 one below; further ones by their number format. */
const lines = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/>';

export function column(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
}

export function xlsx(
  sheets: readonly SheetSource[],
  formats: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const add = (name: string, xml: string): void => {
    files[name] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  };
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}"${
        state ? ` state="${state}"` : ''
      }/>`,
  );
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="${relationTypes}"><sheets>${listed.join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  add('xl/styles.xml', styles(formats));
  sheets.forEach((sheet, i) => {
    const part = `sheet${i + 1}.xml`;
    add(`xl/worksheets/${part}`, worksheet(sheet));
    const hanging: [string, string][] = [];
    if (sheet.comments !== undefined) {
      hanging.push(['comments', `../comments${i + 1}.xml`]);
      add(`xl/comments${i + 1}.xml`, `<comments ${main}>${sheet.comments}</comments>`);
    }
    if (sheet.drawing !== undefined) {
      hanging.push(['drawing', `../drawings/drawing${i + 1}.xml`]);
      add(`xl/drawings/drawing${i + 1}.xml`, drawing(sheet.drawing));
    }
    if (hanging.length > 0) add(`xl/worksheets/_rels/${part}.rels`, relations(hanging));
  });
  for (const [name, xml] of Object.entries(more)) add(name, xml);
  return zipSync(files);
}

export const main = `xmlns="${office}/spreadsheetml/2006/main"`;

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationTypes}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;
}

function styles(formats: readonly string[]): string {
  const codes = formats.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`,
  );
  const own = formats.map((_, i) => `<xf numFmtId="${164 + i}" borderId="0"/>`);
  return (
    `<styleSheet ${main}><numFmts>${codes.join('')}</numFmts>` +
    `<borders><border/><border>${lines}</border><border><bottom style="thin"/></border></borders>` +
    '<cellStyleXfs><xf numFmtId="9" borderId="1"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>' +
    `<xf numFmtId="0" borderId="2"/>${own.join('')}</cellXfs></styleSheet>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function worksheet({ before = '', rows = [], merges = [], after = '' }: SheetSource): string {
  const data =
    typeof rows === 'string'
      ? rows
      : rows
          .map((cells, r) => {
            const inner = cells.map((value, c) => cell(`${column(c)}${r + 1}`, value)).join('');
            return `<row r="${r + 1}">${inner}</row>`;
          })
          .join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const mergeCells = merges.length > 0 ? `<mergeCells>${merged}</mergeCells>` : '';
  return (
    `<worksheet ${main} xmlns:r="${relationTypes}">${before}` +
    `<sheetData>${data}</sheetData>${mergeCells}${after}</worksheet>`
  );
}

/** A cell: "|text" has lines all around, "_text" one below. */
export function cell(reference: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (value.startsWith('<')) return value;
  const style = value.startsWith('|') ? 1 : value.startsWith('_') ? 2 : 0;
  const text = escapeXml(style === 0 ? value : value.slice(1));
  if (text === '') return `<c r="${reference}" s="${style}"/>`;
  return (
    `<c r="${reference}" s="${style}" t="inlineStr">` +
    `<is><t xml:space="preserve">${text}</t></is></c>`
  );
}

function drawing(inside: string): string {
  return (
    `<xdr:wsDr xmlns:xdr="${office}/drawingml/2006/spreadsheetDrawing" ` +
    `xmlns:a="${office}/drawingml/2006/main">${inside}</xdr:wsDr>`
  );
}

/** Every cell with lines all around. */
export function ruled(rows: readonly Row[]): Row[] {
  return rows.map((row) => row.map((value) => (typeof value === 'string' ? `|${value}` : value)));
}

/** Reads a workbook and holds it to what holds for every one: no character lost, none added. */
export async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Extraction> {
  const extraction = await spreadsheet.extract(bytes, limits);
  const { value } = extraction;
  expect(unaccounted(value.sourceCharacters, heldBy(value), value.generated)).toEqual({
    missing: 0,
    surplus: 0,
    sample: '',
  });
  return extraction;
}

function heldBy(document: ExtractedDocument): string[] {
  const inBlocks = document.blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
  return [...inBlocks, ...document.leftovers.map(({ text }) => text)];
}

/** A document as a picture: a line a paragraph; a table a line a row, ← and ↑ where a cell reaches. */
export function picture({ blocks }: ExtractedDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    const grid = Array.from({ length: block.rows }, () =>
      Array.from({ length: block.columns }, () => '?'),
    );
    for (const { row, column: first, rowSpan, columnSpan, text } of block.cells) {
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = first; c < first + columnSpan; c++) {
          const shown = r > row ? '↑' : c > first ? '←' : text.replace(/\n/g, '⏎');
          grid[r]?.splice(c, 1, shown);
        }
      }
    }
    return grid.map((row) => `|${row.join('|')}|`);
  });
}
