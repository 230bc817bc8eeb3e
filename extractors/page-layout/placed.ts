import type { Box } from '../../schemas/document.ts';
import type { Area } from '../table-grid/join-lines.ts';
import type { TextLine } from '../table-grid/text-lines.ts';

/** A cell with its text, where it stands on its page. */
export interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Of its last part, where it goes on over a page's end. */
  lines: readonly TextLine[];
  /** Of its last part as well; `box` is where it begins. */
  lastBox: Box;
  readonly page: number;
  readonly box: Box;
  confidence: number;
  /** No line is drawn on its upper edge, which is the table's. */
  readonly openAbove: boolean;
  /** So of its lower edge, of its last part. */
  openBelow: boolean;
  /** The room its lines have. */
  readonly room: Area;
  /** Figures that a line's end may have cut. */
  brokenFigures: readonly string[];
  /** Lines here and in the rows below may be one text, and this or another row's. */
  readonly runsOverRows?: boolean;
  /** Tables inside it. */
  readonly nested: PlacedTable[];
}

/** A table as one page, or several one after another, show it. */
export interface PlacedTable {
  readonly kind: 'table';
  /** False where only the alignment of its text makes it a table. */
  readonly ruled: boolean;
  /** The page it begins on, and the one it ends on so far. */
  readonly page: number;
  lastPage: number;
  readonly box: Box;
  /** Its part on its last page. */
  lastBox: Box;
  /** Column boundaries, in points of its first page. */
  xs: readonly number[];
  rows: number;
  cells: PlacedCell[];
  /** Height of its first row, in points. */
  readonly firstRowHeight: number;
}

/** A line of text outside every table. */
export interface PlacedLine {
  readonly kind: 'line';
  readonly page: number;
  readonly line: TextLine;
  /** The column of text it stands in, where a page has several: lines of two never join. */
  readonly region: number;
}

export type PageItem = PlacedLine | PlacedTable;

/** A page, its items in reading order. */
export interface PageItems {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  items: PageItem[];
}

export function isBlank(cell: PlacedCell): boolean {
  return cell.text.trim() === '' && cell.nested.length === 0;
}

/** Where an item stands. */
export function boxOf(item: PageItem): Box {
  return item.kind === 'line' ? item.line : item.lastBox;
}

/** A line's ink: white space at its ends takes no part. */
export function inkOf(line: TextLine): { readonly x0: number; readonly x1: number } {
  const ink = line.glyphs.filter((glyph) => glyph.text.trim() !== '');
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  for (const glyph of ink) {
    x0 = Math.min(x0, glyph.x0);
    x1 = Math.max(x1, glyph.x1);
  }
  return ink.length === 0 ? line : { x0, x1 };
}
