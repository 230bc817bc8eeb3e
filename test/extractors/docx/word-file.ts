import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { unaccounted } from '../../../extractors/accounting.ts';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import type { ExtractedDocument, Table } from '../../../schemas/document.ts';
import type { Outcome } from '../../../schemas/notice.ts';

const office = 'http://schemas.openxmlformats.org';
const relationTypes = `${office}/officeDocument/2006/relationships`;

/** The namespaces a document written by Word declares. */
export const declarations = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${relationTypes}"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:c="${office}/drawingml/2006/chart"`,
  `xmlns:dgm="${office}/drawingml/2006/diagram"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"',
].join(' ');

/** Parts beside the main one: a name such as "header1" and the XML inside its root element. */
export type Parts = Readonly<Record<string, string>>;

const roots: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  header: 'w:hdr',
  footer: 'w:ftr',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  chart: 'c:chartSpace',
  diagramData: 'dgm:dataModel',
};

/** A paragraph of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
}

/** A run. */
export function r(text: string, properties = ''): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell holding a text or, given as XML, anything else. */
export function tc(content: string, properties = ''): string {
  const inner = content.startsWith('<') ? content : p(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

export function tbl(columns: number, ...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The main part's XML for what stands in its body. */
export function mainXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${declarations}><w:body>${body}</w:body></w:document>`;
}

/** A zip with the given members. */
export function pack(members: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A document with this body and these parts, related as Word relates them: ids are the names. */
export function wordFile(body: string, parts: Parts = {}): Uint8Array {
  const members: Record<string, string> = { 'word/document.xml': mainXml(body) };
  let relations = '';
  for (const [name, inner] of Object.entries(parts)) {
    const type = name.replace(/\d+$/, '');
    const root = roots[type] ?? 'w:unknown';
    members[`word/${name}.xml`] = `<${root} ${declarations}>${inner}</${root}>`;
    relations += `<Relationship Id="${name}" Type="${relationTypes}/${type}" Target="${name}.xml"/>`;
  }
  members['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="${office}/package/2006/relationships">${relations}</Relationships>`;
  return pack(members);
}

/** Extracts a file and proves that every character of it is held exactly once. */
export async function read(
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Promise<Outcome<ExtractedDocument>> {
  const outcome = await docx.extract(bytes, limits);
  expect(account(outcome.value)).toMatchObject({ missing: 0, surplus: 0 });
  return outcome;
}

/** What a document's texts leave unaccounted. */
export function account(document: ExtractedDocument): ReturnType<typeof unaccounted> {
  const held = document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.number ?? '', block.text]
      : block.cells.map((cell) => cell.text),
  );
  held.push(...document.leftovers.map((leftover) => leftover.text));
  return unaccounted(document.sourceCharacters, held, document.generated);
}

/** The paragraphs outside tables, their numbers before them. */
export function paragraphs(document: ExtractedDocument): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [(block.number ?? '') + block.text] : [],
  );
}

export function tables(document: ExtractedDocument): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** A table as rows of texts: every covered position repeats "↑" or "←", a missing one is null. */
export function grid(table: Table | undefined): (string | null)[][] {
  if (!table) throw new TypeError('Expected a table, got none');
  const rows = Array.from({ length: table.rows }, () =>
    new Array<string | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    for (let y = 0; y < cell.rowSpan; y++) {
      for (let x = 0; x < cell.columnSpan; x++) {
        const row = rows[cell.row + y];
        if (!row || row[cell.column + x] !== null) throw new Error('Cells overlap or stick out');
        row[cell.column + x] = x > 0 ? '←' : y > 0 ? '↑' : cell.text;
      }
    }
  }
  return rows;
}

/** Leftovers as [reason, text]. */
export function leftovers(document: ExtractedDocument): [string, string][] {
  return document.leftovers.map(({ reason, text }) => [reason, text]);
}
