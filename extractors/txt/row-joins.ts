import { type Chunk, type DumpCell, isEmptyCell } from './chunks.ts';

/**
 * Is the empty line before a chunk the end of a row, or an empty paragraph inside a cell? The dump
 * writes both the same way. Decided from its shape alone, no label is looked at:
 *
 * - how many empty lines there are: a row ends with one, a table with two or more;
 * - widths: a row cut in two has parts that no neighbour is as wide as, and a sum that one is;
 * - the empty cell that a vertical merge leaves at the start of each row below it;
 * - text in brackets or set one character a line, as only narrow cells have it.
 */
export interface DumpContext {
  readonly chunks: readonly Chunk[];
  /** See marksTableEnds. */
  readonly endsMarked: boolean;
  /** The chunk in question. */
  readonly at: number;
  /** The rows read before it; the last may go on. */
  readonly rows: readonly (readonly DumpCell[])[];
}

interface RowShape {
  readonly width: number;
  /** It begins with an empty cell, so with a vertical merge from above. */
  readonly merged: boolean;
  readonly next: number;
}

/** Rows looked at before and after the place in question. */
const neighbours = 3;

/** Does the text show anywhere that a table ends with a second empty line? Then it does so everywhere. */
export function marksTableEnds(chunks: readonly Chunk[]): boolean {
  return chunks.some(
    (chunk, at) =>
      chunk.blanksBefore >= 2 && chunk.lead.length > 0 && (chunks[at - 1]?.cells.length ?? 0) > 0,
  );
}

/** For a chunk that begins with plain text: does it continue the last cell of the row before it? */
export function joinsAsContinuation(context: DumpContext): boolean {
  const chunk = context.chunks[context.at];
  if (!chunk) return false;
  return chunk.cells.length > 0 ? continuesRow(context, chunk) : continuesLastCell(context, chunk);
}

/**
 * Text, then more cells: `TAB label / (empty) / (40分) / TAB…` in one cell, or the title of the next
 * table, which also stands right before its first row. One empty line means a cell where table
 * ends are marked. Else the widths must agree: a cut row has the width of a neighbour only as a
 * whole. More empty lines mean the end of the table, unless the widths agree and the text is one
 * that hangs on a label, in brackets.
 */
function continuesRow(context: DumpContext, chunk: Chunk): boolean {
  const { chunks, at, rows, endsMarked } = context;
  if (chunk.blanksBefore === 1 && endsMarked) return true;
  const width = rows.at(-1)?.length ?? 0;
  const widths = new Set([
    ...rows.slice(-1 - neighbours, -1).map((row) => row.length),
    ...shapesFrom(chunks, at + 1).map((shape) => shape.width),
  ]);
  const wholeFits = widths.has(width + chunk.cells.length);
  if (chunk.blanksBefore === 1) return wholeFits;
  return chunk.blanksBefore <= 3 && wholeFits && !widths.has(width) && isBracketed(chunk);
}

/**
 * Text only: a later paragraph of the row's last cell, or the text after the table. Where table
 * ends are marked, one empty line is inside a cell. Where they are not, or there are more empty
 * lines, only a row with a vertical merge after the text shows that the table goes on.
 */
function continuesLastCell(context: DumpContext, chunk: Chunk): boolean {
  const { chunks, at, rows, endsMarked } = context;
  if (chunk.blanksBefore === 1 && endsMarked) return true;
  const after = chunks[at + 1];
  const [shape] = shapesFrom(chunks, at + 1);
  const goesOn = after?.blanksBefore === 1 && shape?.merged === true;
  if (!goesOn || chunk.blanksBefore > 3) return false;
  return rows.slice(-neighbours).some((row) => row.length === shape.width);
}

/**
 * For a chunk that begins with a cell: is it the rest of the row before it, whose last cell ends
 * with an empty paragraph (`TAB side label / (empty) / TAB first column head …`)? Then the next row
 * begins with the empty cell of the side label's vertical merge and is as wide as both together.
 *
 * A caption over a two-line header has the same shape. So the part must be one cell, and set one
 * character a line, or with more such rows after it while a caption opens its table; or it must
 * itself be below a merge, with such a row before or after. A rest that begins with an empty cell
 * would rather be a row below a merge, unless its label is broken into lines as in narrow cells.
 */
export function joinsAsSplitRow({ chunks, at, rows }: DumpContext): boolean {
  const chunk = chunks[at];
  const part = rows.at(-1) ?? [];
  if (!chunk || chunk.blanksBefore > 2) return false;
  const whole = part.length + chunk.cells.length;
  const isFullRow = (shape: RowShape | undefined): boolean =>
    shape?.merged === true && shape.width === whole;
  const [first, second] = shapesFrom(chunks, at + 1);
  if (!isFullRow(first)) return false;
  const isInside = rows.length > 1;
  if (part.length === 1) {
    const lines = writtenLines(part[0]);
    if (isEmptyCell(chunk.cells[0])) return isInside && lines.length > 1;
    return isVertical(lines) || (isInside && isFullRow(second));
  }
  if (!isEmptyCell(part[0]) || isEmptyCell(chunk.cells[0])) return false;
  return rows.at(-2)?.length === whole || isFullRow(second);
}

/** The rows that begin at a chunk, each with the chunks that continue it, while the table lasts. */
function shapesFrom(chunks: readonly Chunk[], from: number): RowShape[] {
  const shapes: RowShape[] = [];
  let at = from;
  while (shapes.length < neighbours) {
    const shape = shapeAt(chunks, at);
    if (!shape || (chunks[at]?.blanksBefore ?? 0) >= 3) break;
    shapes.push(shape);
    at = shape.next;
  }
  return shapes;
}

function shapeAt(chunks: readonly Chunk[], at: number): RowShape | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.lead.length > 0) return undefined;
  let width = chunk.cells.length;
  let next = at + 1;
  let more = chunks[next];
  while (more?.blanksBefore === 1 && more.lead.length > 0) {
    width += more.cells.length;
    next++;
    more = chunks[next];
  }
  return { width, merged: isEmptyCell(chunk.cells[0]), next };
}

function isBracketed(chunk: Chunk): boolean {
  return chunk.lead.every((line) => /^\s*(?:[（(【[][^\n]*[）)】\]]\s*)?$/u.test(line.text));
}

function writtenLines(cell: DumpCell | undefined): string[] {
  return (cell?.paragraphs ?? []).map((text) => text.trim()).filter((text) => text !== '');
}

function isVertical(lines: readonly string[]): boolean {
  return lines.length >= 2 && lines.every((line) => line.length <= 2);
}
