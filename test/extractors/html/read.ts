import { unaccounted } from '../../../extractors/accounting.ts';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { html } from '../../../extractors/html/html.ts';
import type { Block, ExtractedDocument, Table } from '../../../schemas/document.ts';

/** A page read, and what of its text is held nowhere, or twice. */
export interface ReadPage extends Extraction {
  readonly document: ExtractedDocument;
  readonly tables: readonly Table[];
  readonly paragraphs: readonly string[];
  readonly lost: string;
}

export async function readPage(
  source: string | Uint8Array,
  limits: Limits = defaultLimits,
): Promise<ReadPage> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const extraction = await html.extract(bytes, limits);
  const document = extraction.value;
  const { missing, surplus, sample } = unaccounted(
    document.sourceCharacters,
    [...document.blocks.flatMap(textsOf), ...document.leftovers.map(({ text }) => text)],
    document.generated,
  );
  return {
    ...extraction,
    document,
    tables: document.blocks.filter((block) => block.kind === 'table'),
    paragraphs: document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [`${block.number ?? ''}${block.text}`] : [],
    ),
    lost: missing + surplus === 0 ? '' : `${missing} missing, ${surplus} surplus: ${sample}`,
  };
}

function textsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.number ?? '', block.text];
  return block.cells.map(({ text }) => text);
}

/** A grid as text: a cell's text at its place, ← and ↑ where a span covers, · where nothing is. */
export function drawn(table: Table | undefined): string[] {
  if (!table) return [];
  const rows = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.columns }, () => '·'),
  );
  for (const { row, column, rowSpan, columnSpan, text } of table.cells) {
    for (let y = row; y < row + rowSpan; y++) {
      for (let x = column; x < column + columnSpan; x++) {
        const line = rows[y];
        if (line?.[x] !== '·') throw new Error(`two cells at row ${y}, column ${x}`);
        line[x] = y > row ? '↑' : x > column ? '←' : text.replaceAll('\n', '⏎');
      }
    }
  }
  return rows.map((row) => row.join('|'));
}

/** Leftovers as "reason: text". */
export function asides({ document }: ReadPage): string[] {
  return document.leftovers.map(({ reason, text }) => `${reason}: ${text}`);
}
