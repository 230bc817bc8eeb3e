import { defaultLimits } from '../../../extractors/extractor.ts';
import { txt } from '../../../extractors/txt/txt.ts';
import type { ExtractedDocument, Table } from '../../../schemas/document.ts';
import type { Notice } from '../../../schemas/notice.ts';

/** Extracts a text given as such or in bytes. */
export async function read(
  source: string | Uint8Array,
): Promise<{ value: ExtractedDocument; notices: readonly Notice[] }> {
  return txt.extract(typeof source === 'string' ? Buffer.from(source) : source, defaultLimits);
}

/** Paragraph texts, and tables as rows of cell texts, in the order of the document. */
export function outline(document: ExtractedDocument): (string | string[][])[] {
  return document.blocks.map((block) => (block.kind === 'table' ? rowsOf(block) : block.text));
}

export function rowsOf(table: Table): string[][] {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell.text);
  return rows;
}

/** Every text that the document holds somewhere. */
export function heldTexts(document: ExtractedDocument): string[] {
  return [
    ...document.blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.map((cell) => cell.text) : [block.text],
    ),
    ...document.leftovers.map((leftover) => leftover.text),
  ];
}
