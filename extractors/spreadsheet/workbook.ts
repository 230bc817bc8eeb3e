import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { Attachment } from '../extractor.ts';

/** A workbook as every spreadsheet format gives it. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** ISO time of its last change, where it says. */
  readonly modifiedAt: string | null;
  readonly notices: readonly Notice[];
  readonly attachments: readonly Attachment[];
}

/** Rows and columns from 0, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Indexes from 0, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text a cell shows; cells without text are not kept. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Text of a sheet that stands in no cell and is not part of its face. */
export interface Aside {
  readonly location: string;
  readonly text: string;
  readonly reason: LeftoverReason;
}

/** A sheet: sparse, whatever range it claims to use. */
export interface Sheet {
  readonly name: string;
  /** Hidden, or hidden so that only a program can show it. */
  hidden: boolean;
  readonly cells: SheetCell[];
  readonly merges: Range[];
  readonly hiddenRows: Span[];
  readonly hiddenColumns: Span[];
  /** Columns whose width is said, against one another. */
  readonly widths: (Span & { readonly width: number })[];
  /** Sides of cells with a line, by positionKey; absent where there is none. */
  readonly borders: Map<number, number>;
  /** Text boxes, at the cell they hang on. */
  readonly shapes: SheetCell[];
  readonly asides: Aside[];
  /** Formulas that nothing has ever calculated. */
  uncalculated: number;
  /** Negative numbers whose sign shows by a colour only. */
  unsignedNegatives: number;
}

/** Bits of a cell's sides. */
export const side = { left: 1, right: 2, top: 4, bottom: 8 } as const;

/** The largest sheet of any format (ECMA-376, OpenDocument): 1048576 rows, 16384 columns. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

export function createSheet(name: string): Sheet {
  return {
    name,
    hidden: false,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    widths: [],
    borders: new Map(),
    shapes: [],
    asides: [],
    uncalculated: 0,
    unsignedNegatives: 0,
  };
}

/** One number for a position: for maps and sets. */
export function positionKey(row: number, column: number): number {
  return row * mostColumns + column;
}

/** A position as people call it: B3. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters + String(row + 1);
}
