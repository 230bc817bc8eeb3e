import type { DrawnPage, Glyph, Segment } from '../../../extractors/drawn-page.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { layOutPages, type PageLayout } from '../../../extractors/page-layout.ts';
import type { Paragraph, Table } from '../../../schemas/document.ts';

/** A page being drawn. */
export interface Sheet extends DrawnPage {
  readonly glyphs: Glyph[];
  readonly segments: Segment[];
}

export const size = 10;

export function sheet(page: number, width = 595, height = 842): Sheet {
  return { page, width, height, glyphs: [], segments: [] };
}

/** How wide a character is set: Latin letters, figures and spaces take half an em. */
export function advance(character: string, em = size): number {
  return /^[\x20-\x7e]$/.test(character) ? em / 2 : em;
}

export function widthOf(text: string, em = size): number {
  return [...text].reduce((width, character) => width + advance(character, em), 0);
}

/** Sets a line of text, its top left corner at x, y. */
export function write(on: Sheet, text: string, x: number, y: number, em = size): void {
  let at = x;
  for (const character of text) {
    const x1 = at + advance(character, em);
    if (character !== ' ')
      on.glyphs.push({ text: character, x0: at, y0: y, x1, y1: y + em, size: em });
    at = x1;
  }
}

/** Sets a line in the middle of the page. */
export function writeCentred(on: Sheet, text: string, y: number, em = size): void {
  write(on, text, (on.width - widthOf(text, em)) / 2, y, em);
}

export function rule(on: Sheet, x0: number, y0: number, x1: number, y1: number): void {
  on.segments.push({ x0, y0, x1, y1, width: 0.5 });
}

export function box(on: Sheet, x0: number, y0: number, x1: number, y1: number): void {
  rule(on, x0, y0, x1, y0);
  rule(on, x0, y1, x1, y1);
  rule(on, x0, y0, x0, y1);
  rule(on, x1, y0, x1, y1);
}

/** Draws a table of plain rows, each as high as its cells' lines (parted by \n) need. */
export function drawRows(
  on: Sheet,
  xs: readonly number[],
  top: number,
  rows: readonly (readonly string[])[],
): number {
  let y = top;
  for (const row of rows) {
    const height = Math.max(...row.map((text) => text.split('\n').length)) * (size + 2) + 4;
    row.forEach((text, column) => {
      const [x0 = 0, x1 = 0] = xs.slice(column, column + 2);
      box(on, x0, y, x1, y + height);
      text.split('\n').forEach((line, i) => {
        write(on, line, x0 + 3, y + 2 + i * (size + 2));
      });
    });
    y += height;
  }
  return y;
}

export function layOut(...pages: readonly DrawnPage[]): PageLayout {
  return layOutPages(pages, defaultLimits);
}

export function paragraphs({ blocks }: PageLayout): string[] {
  return blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map(({ text }) => text);
}

export function tables({ blocks }: PageLayout): Table[] {
  return blocks.filter((block): block is Table => block.kind === 'table');
}

/** A table's texts, row by row, white space aside. */
export function texts(table: Table | undefined): string[][] {
  const rows: string[][] = [];
  for (const { row, text } of table?.cells ?? []) {
    const cells = rows[row] ?? [];
    cells.push(text.replace(/\s/g, ''));
    rows[row] = cells;
  }
  return rows;
}
