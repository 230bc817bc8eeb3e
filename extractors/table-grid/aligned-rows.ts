import { type CellText, cellText } from './cell-text.ts';
import type { GridCell, RuledGrid } from './ruled-grids.ts';
import { type Chunk, isFigure } from './text-chunks.ts';
import { columnsOf } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';

/** A table known by the alignment of its text. */
export interface AlignedGrid {
  readonly grid: RuledGrid;
  /** One a cell, in the order of the grid's cells. */
  readonly cells: readonly CellText[];
  /** The lines it took; the others stand outside. */
  readonly lines: ReadonlySet<TextLine>;
}

/** A row of an aligned table: its chunks, of one or more lines, and where it ends. */
export interface AlignedRow {
  readonly chunks: readonly Chunk[];
  readonly y0: number;
  readonly y1: number;
  /** What is in it may belong to the row above or below. */
  readonly unsure?: boolean;
}

/** How sure the cells of such a row are: a person looks. */
const guessed = 0.7;

/** A grid of rows that follow each other, with column boundaries `xs`. */
export function gridOfRows(rows: readonly AlignedRow[], xs: readonly number[]): AlignedGrid {
  const ys = [rows[0]?.y0 ?? 0, ...rows.map(({ y1 }) => y1)];
  const cells: GridCell[] = [];
  const texts: CellText[] = [];
  const rooms = textRooms(rows, xs);
  for (const [row, { chunks, y0, y1, unsure }] of rows.entries()) {
    for (const { first, last, members } of cellsOf(chunks, xs)) {
      const [x0, x1] = [xs[first] ?? 0, xs[last + 1] ?? 0];
      cells.push({
        row,
        column: first,
        rowSpan: 1,
        columnSpan: last - first + 1,
        box: { x0, y0, x1, y1 },
      });
      const text = cellText(inDrawnOrder(members), {
        x0: rooms[first]?.x0 ?? x0,
        x1: rooms[last]?.x1 ?? x1,
        guessed: true,
      });
      texts.push(unsure ? { ...text, confidence: Math.min(text.confidence, guessed) } : text);
    }
  }
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs.at(-1) ?? 0, y1: ys.at(-1) ?? 0 };
  return {
    grid: { box, xs, ys, cells },
    cells: texts,
    lines: new Set<TextLine>(rows.flatMap(({ chunks }) => chunks.map(({ line }) => line))),
  };
}

function inDrawnOrder(members: readonly Chunk[]): Chunk['glyphs'] {
  return members.flatMap(({ glyphs }) => glyphs);
}

/** From where to where the text of each column goes: the room that its lines have. */
function textRooms(
  rows: readonly AlignedRow[],
  xs: readonly number[],
): ({ x0: number; x1: number } | undefined)[] {
  const rooms: ({ x0: number; x1: number } | undefined)[] = [];
  for (const chunk of rows.flatMap(({ chunks }) => chunks)) {
    const { first, last } = columnsOf(chunk, xs);
    if (first !== last) continue;
    const { x0, x1 } = rooms[first] ?? chunk;
    rooms[first] = { x0: Math.min(x0, chunk.x0), x1: Math.max(x1, chunk.x1) };
  }
  return rooms;
}

interface RowCell {
  first: number;
  last: number;
  readonly members: Chunk[];
}

/** A row's cells from left to right: of a column each, or of several where a chunk fills them. */
function cellsOf(chunks: readonly Chunk[], xs: readonly number[]): RowCell[] {
  const placed = chunks
    .map((chunk) => ({ ...columnsOf(chunk, xs), members: [chunk] }))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const cells: RowCell[] = [];
  for (const cell of placed) {
    const before = cells.at(-1);
    if (before && cell.first <= before.last) {
      before.last = Math.max(before.last, cell.last);
      before.members.push(...cell.members);
    } else {
      fillUp(cells, cell.first);
      cells.push(cell);
    }
  }
  fillUp(cells, xs.length - 1);
  return cells;
}

function fillUp(cells: RowCell[], until: number): void {
  for (let column = (cells.at(-1)?.last ?? -1) + 1; column < until; column += 1) {
    cells.push({ first: column, last: column, members: [] });
  }
}

/**
 * Lines as rows: a line that stands in one column only, close below text of that column, is its
 * second line.
 */
export function rowsOfLines(
  lines: readonly (readonly Chunk[])[],
  xs: readonly number[],
  y0: number,
  y1: number,
): AlignedRow[] {
  const groups: Chunk[][] = [];
  for (const chunks of lines) {
    const above = groups.at(-1);
    if (above && isSecondLine(chunks, above, xs)) above.push(...chunks);
    else groups.push([...chunks]);
  }
  const top = (chunks: readonly Chunk[]): number =>
    chunks.reduce((least, { line }) => Math.min(least, line.y0), Infinity);
  const bottom = (chunks: readonly Chunk[]): number =>
    chunks.reduce((most, { line }) => Math.max(most, line.y1), -Infinity);
  let from = y0;
  return groups.map((chunks, i) => {
    const next = groups[i + 1];
    const to = next ? (bottom(chunks) + top(next)) / 2 : y1;
    const row = { chunks, y0: from, y1: to };
    from = to;
    return row;
  });
}

/** Lines of one cell are at most so far apart, in ems. */
export const lineGap = 0.8;
/** The line above was full if it ends this near the column's right side, in ems. */
const fullLine = 2.5;

function isSecondLine(
  chunks: readonly Chunk[],
  above: readonly Chunk[],
  xs: readonly number[],
): boolean {
  const [only, more] = chunks;
  if (!only || more) return false;
  const { first, last } = columnsOf(only, xs);
  const host = above.filter((chunk) => {
    const columns = columnsOf(chunk, xs);
    return columns.first <= last && first <= columns.last;
  });
  const lowest = host.at(-1);
  if (!lowest || lowest.line === only.line) return false;
  const isNear = only.line.y0 - lowest.line.y1 < lineGap * only.line.size;
  const isFull = (xs[first + 1] ?? 0) - lowest.x1 < fullLine * only.line.size;
  return isNear && isFull;
}

/** Lines of one cell follow closely, and no cell holds two figures. */
export function isOneRow(lines: readonly (readonly Chunk[])[], xs: readonly number[]): boolean {
  if (spansOthers(lines, xs)) return false;
  const last = new Map<number, Chunk>();
  for (const chunk of lines.flat()) {
    const column = columnsOf(chunk, xs).first;
    const above = last.get(column);
    last.set(column, chunk);
    if (!above || above.line === chunk.line) continue;
    if (isFigure(above) && isFigure(chunk)) return false;
    if (chunk.line.y0 - above.line.y1 > lineGap * chunk.line.size) return false;
  }
  return true;
}

/** Whether a piece over several columns has others, of another line, in these: a heading of two levels. */
function spansOthers(lines: readonly (readonly Chunk[])[], xs: readonly number[]): boolean {
  const placed = lines.flat().map((chunk) => ({ chunk, ...columnsOf(chunk, xs) }));
  return placed.some(
    (wide) =>
      wide.first < wide.last &&
      placed.some(
        ({ chunk, first, last }) =>
          chunk.line !== wide.chunk.line && first <= wide.last && last >= wide.first,
      ),
  );
}
