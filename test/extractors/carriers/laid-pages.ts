import type { FormBlock, FormCell, FormParagraph, FormTable } from './one-form.ts';

/** A page with its text and lines at their places: points, from the top left corner. */
export interface LaidPage {
  readonly width: number;
  readonly height: number;
  readonly texts: { text: string; x: number; baseline: number; size: number }[];
  readonly lines: { x0: number; y0: number; x1: number; y1: number }[];
}

export interface PaperShape {
  readonly height: number;
  /** A row that does not fit is cut through where it can be, and not moved to the next page. */
  readonly cutsRows: boolean;
}

const width = 595;
const margin = { left: 34, top: 54, bottom: 54 };
const size = 9;
const lineHeight = 13;
const padding = 3;

/** Part of a row on one page. */
interface Slice {
  readonly page: LaidPage;
  readonly top: number;
  readonly bottom: number;
}

/** Lays a form on paper as a word processor does. */
export function layOutForm(blocks: readonly FormBlock[], shape: PaperShape): LaidPage[] {
  const paper = newPaper(shape.height);
  for (const block of blocks) {
    if (block.kind === 'paragraph') layParagraph(block, paper);
    else layTable(block, paper, shape);
  }
  return paper.pages;
}

interface Paper {
  readonly pages: LaidPage[];
  page: LaidPage;
  top: number;
  readonly height: number;
}

function newPage(height: number): LaidPage {
  return { width, height, texts: [], lines: [] };
}

function newPaper(height: number): Paper {
  const page = newPage(height);
  return { pages: [page], page, top: margin.top, height };
}

function room(paper: Paper): number {
  return paper.height - margin.bottom - paper.top;
}

function turnPage(paper: Paper): void {
  paper.page = newPage(paper.height);
  paper.pages.push(paper.page);
  paper.top = margin.top;
}

function layParagraph({ text, title }: FormParagraph, paper: Paper): void {
  const own = title ? 16 : 10.5;
  if (room(paper) < own * 1.8) turnPage(paper);
  const x = title ? (width - widthOf(text, own)) / 2 : margin.left;
  paper.page.texts.push({ text, x, baseline: paper.top + own * 1.2, size: own });
  paper.top += own * 1.8;
}

function layTable(table: FormTable, paper: Paper, { cutsRows }: PaperShape): void {
  const lefts = table.widths.map((_, at) =>
    table.widths.slice(0, at).reduce((sum, each) => sum + each, margin.left),
  );
  const left = (column: number): number =>
    lefts[column] ?? margin.left + table.widths.reduce((sum, each) => sum + each, 0);
  const linesOf = (cell: FormCell): string[] => {
    const inner = left(cell.column + cell.columnSpan) - left(cell.column) - 2 * padding;
    return cell.text.split('\n').flatMap((paragraph) => wrap(paragraph, inner));
  };
  const slices = heightsOf(table, linesOf).map((height) => placeRow(height, paper, cutsRows));
  for (const cell of table.cells) {
    const parts = byPage(slices.slice(cell.row, cell.row + cell.rowSpan).flat());
    const lines = linesOf(cell);
    for (const part of parts) {
      drawFrame(part, left(cell.column), left(cell.column + cell.columnSpan));
      const fitting = Math.max(
        0,
        Math.floor((part.bottom - part.top - 2 * padding + 1) / lineHeight),
      );
      drawLines(lines.splice(0, fitting), part, left(cell.column) + padding);
    }
  }
}

/** Row heights that hold every cell; what a merged cell wants more goes to its last row. */
function heightsOf(table: FormTable, linesOf: (cell: FormCell) => string[]): number[] {
  const heights = new Array<number>(table.rows).fill(lineHeight + 2 * padding);
  for (const cell of [...table.cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lack = linesOf(cell).length * lineHeight + 2 * padding - rows.reduce((a, b) => a + b, 0);
    const last = cell.row + cell.rowSpan - 1;
    if (lack > 0) heights[last] = (heights[last] ?? 0) + lack;
  }
  return heights;
}

function placeRow(height: number, paper: Paper, cutsRows: boolean): Slice[] {
  const slices: Slice[] = [];
  let left = height;
  if (left > room(paper)) {
    const whole = Math.floor((room(paper) - 2 * padding) / lineHeight);
    const part = whole * lineHeight + 2 * padding;
    if (cutsRows && whole > 0 && left - part > 0) {
      slices.push({ page: paper.page, top: paper.top, bottom: paper.top + part });
      left = left - part + 2 * padding;
    }
    turnPage(paper);
  }
  slices.push({ page: paper.page, top: paper.top, bottom: paper.top + left });
  paper.top += left;
  return slices;
}

function byPage(slices: readonly Slice[]): Slice[] {
  const parts: Slice[] = [];
  for (const slice of slices) {
    const last = parts.at(-1);
    if (last?.page === slice.page) parts[parts.length - 1] = { ...last, bottom: slice.bottom };
    else parts.push(slice);
  }
  return parts;
}

function drawFrame({ page, top, bottom }: Slice, x0: number, x1: number): void {
  page.lines.push(
    { x0, y0: top, x1, y1: top },
    { x0, y0: bottom, x1, y1: bottom },
    { x0, y0: top, x1: x0, y1: bottom },
    { x0: x1, y0: top, x1, y1: bottom },
  );
}

function drawLines(lines: readonly string[], { page, top, bottom }: Slice, x: number): void {
  const above = (bottom - top - lines.length * lineHeight) / 2;
  lines.forEach((text, at) => {
    if (text === '') return;
    page.texts.push({ text, x, baseline: top + above + lineHeight * at + 10, size });
  });
}

/** Half an em for Latin and figures, an em for all else. */
export function advanceOf(character: string): number {
  return character.charCodeAt(0) < 0x100 ? 0.5 : 1;
}

function widthOf(text: string, own: number): number {
  return [...text].reduce((sum, each) => sum + advanceOf(each) * own, 0);
}

/** Lines no wider than a cell; figures and words are kept whole where they can be. */
function wrap(text: string, inner: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(/[\u0021-\u00ff]+|./gu)) {
    const pieces = widthOf(word, size) > inner ? [...word] : [word];
    for (const piece of pieces) {
      if (line !== '' && widthOf(line + piece, size) > inner) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line];
}
