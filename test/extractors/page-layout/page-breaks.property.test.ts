import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, type Sheet, sheet, size, tables, write } from './drawing.ts';

const left = 40;
const top = 50;
const leading = size + 2;
const padding = 3;
const hans = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒';

/** A row: a label (none where it is merged with the one above), a long text, a figure, a short text. */
interface PlannedRow {
  readonly label: string | null;
  readonly text: string;
  readonly figure: number;
  readonly note: string;
}

interface Plan {
  readonly widths: readonly number[];
  readonly rows: readonly PlannedRow[];
  /** Room for rows on each page, in turn. */
  readonly heights: readonly number[];
  readonly repeatsHeader: boolean;
  readonly cutsRows: boolean;
}

const word = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...hans), { minLength: min, maxLength: max })
    .map((letters) => letters.join(''));

const planned: fc.Arbitrary<Plan> = fc.record({
  widths: fc.tuple(
    fc.integer({ min: 40, max: 90 }),
    fc.integer({ min: 90, max: 220 }),
    fc.integer({ min: 50, max: 90 }),
    fc.integer({ min: 60, max: 120 }),
  ),
  rows: fc.array(
    fc.record({
      label: fc.option(word(1, 3), { freq: 2 }),
      text: word(1, 60),
      figure: fc.integer({ min: 0, max: 99_999 }),
      note: word(1, 4),
    }),
    { minLength: 14, maxLength: 40 },
  ),
  heights: fc.array(fc.constantFrom(180, 260, 420), { minLength: 1, maxLength: 3 }),
  repeatsHeader: fc.boolean(),
  cutsRows: fc.boolean(),
});

const header = ['类别', '指标名称', '金额', '说明'];

/** A piece of a row on one page: the lines of each cell. */
interface Piece {
  readonly lines: readonly (readonly string[])[];
  readonly continuesLabel: boolean;
}

/** Lays the planned rows over pages as a word processor does. */
function print({ widths, rows, heights, repeatsHeader, cutsRows }: Plan): Sheet[] {
  const xs = [left];
  for (const width of widths) xs.push((xs.at(-1) ?? left) + width);
  const pages: Piece[][] = [[]];
  let room = 0;
  const open = (first: boolean): void => {
    room = heights[(pages.length - 1) % heights.length] ?? 260;
    if (!first) pages.push([]);
    if (first || repeatsHeader) put({ lines: header.map((text) => [text]), continuesLabel: false });
  };
  const put = (piece: Piece): void => {
    pages.at(-1)?.push(piece);
    room -= heightOf(piece);
  };
  open(true);
  for (const [index, row] of rows.entries()) {
    const label = index === 0 ? (row.label ?? '甲') : row.label;
    let piece: Piece = {
      lines: [[label ?? ''], wrap(row.text, widths[1] ?? 0), [`${row.figure}`], [row.note]],
      continuesLabel: label === null,
    };
    if (heightOf(piece) > room) {
      const fitting = Math.floor((room - 4) / leading);
      if (cutsRows && fitting >= 1) {
        put({ ...piece, lines: piece.lines.map((lines) => lines.slice(0, fitting)) });
        piece = { lines: piece.lines.map((lines) => lines.slice(fitting)), continuesLabel: true };
      }
      open(false);
    }
    put(piece);
  }
  return pages.map((pieces, i) => draw(pieces, xs, i + 1, heights));
}

function heightOf({ lines }: Piece): number {
  return Math.max(1, ...lines.map((cell) => cell.length)) * leading + 4;
}

function wrap(text: string, width: number): string[] {
  const fits = Math.floor((width - 2 * padding) / size);
  const lines: string[] = [];
  for (let i = 0; i < text.length; i += fits) lines.push(text.slice(i, i + fits));
  return lines;
}

function draw(
  pieces: readonly Piece[],
  xs: readonly number[],
  page: number,
  heights: readonly number[],
): Sheet {
  const height = (heights[(page - 1) % heights.length] ?? 260) + 2 * top;
  const on = sheet(page, 600, height);
  let y = top;
  const right = xs.at(-1) ?? left;
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    on.segments.push({ x0, y0, x1, y1, width: 0.5 });
  };
  pieces.forEach((piece, i) => {
    // No ruling where a merged label goes on, but for the one that the page begins with.
    line(
      piece.continuesLabel && i > 0 && !isHeader(pieces[i - 1]) ? (xs[1] ?? left) : left,
      y,
      right,
      y,
    );
    const bottom = y + heightOf(piece);
    for (const x of xs) line(x, y, x, bottom);
    piece.lines.forEach((lines, column) => {
      lines.forEach((text, at) => {
        write(on, text, (xs[column] ?? left) + padding, y + 2 + at * leading);
      });
    });
    y = bottom;
  });
  line(left, y, right, y);
  return on;
}

function isHeader(piece: Piece | undefined): boolean {
  return piece?.lines[0]?.[0] === header[0];
}

/** The cells that were planned, labels merged down. */
function expected({ rows }: Plan): string[] {
  const cells = header.map((text, column) => `0,${column} 1 ${text}`);
  rows.forEach((row, i) => {
    const label = i === 0 ? (row.label ?? '甲') : row.label;
    if (label !== null) {
      let span = 1;
      while (rows[i + span]?.label === null) span++;
      cells.push(`${i + 1},0 ${span} ${label}`);
    }
    cells.push(
      `${i + 1},1 1 ${row.text}`,
      `${i + 1},2 1 ${row.figure}`,
      `${i + 1},3 1 ${row.note}`,
    );
  });
  return cells;
}

test('a table laid over pages of any height is one table with the same cells', () => {
  fc.assert(
    fc.property(planned, (plan) => {
      const found = tables(layOut(...print(plan)));
      expect(found).toHaveLength(1);
      const cells = found[0]?.cells.map(
        ({ row, column, rowSpan, text }) =>
          `${row},${column} ${rowSpan} ${text.replace(/\s/g, '')}`,
      );
      expect(cells).toEqual(expected(plan));
    }),
    { numRuns: 120 },
  );
});
