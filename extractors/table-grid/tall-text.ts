import type { Glyph } from '../drawn-page.ts';
import type { GridCell, RuledGrid } from './ruled-grids.ts';

/** Lines of one text follow each other at one distance, in ems, even within this share of one. */
const closest = 0.9;
const farthest = 1.8;
const even = 0.08;
/** Glyphs of one line stand level within this, and as near as this, in ems. */
const level = 0.1;
const widestGap = 1.5;
/** What stands as high as the text of its row, within this, in ems. */
const sameHeight = 0.12;
/** So many cells of a row show how high its text is set. */
const mostBeside = 64;
const figure = /^[-+−]?[\d.,]+[%％]?$/;

/** Lines drawn one after the other that lie in several rows: indexes of their glyphs. */
export interface TallText {
  readonly glyphs: readonly number[];
  /** The cell they belong to; undefined where that is not to be seen. */
  readonly home: number | undefined;
  /** Where their first line lies. */
  readonly first: number;
}

interface Line {
  readonly glyphs: number[];
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
  readonly cell: number;
  x0: number;
  x1: number;
}

/**
 * Text of several lines that is higher than its row: it is set about the row's middle, or from its
 * top or bottom, and lies in the empty cells above and below. Its lines follow each other more closely
 * than the rows do, so that they don't stand as high as what stands in those rows.
 * @param cells where each glyph lies
 */
export function tallTexts(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
): TallText[] {
  const lines = linesOf(glyphs, cells);
  const heights = heightsByRow(grid, lines);
  return runsOf(lines, grid).flatMap((run) => {
    const parts = partsOf(run);
    if (parts.every((part) => standsAlone(part, grid, heights))) return [];
    const [first] = run;
    if (!first) return [];
    const homes = parts.filter((part) => isHome(part, run, grid, heights));
    const isText = !run.some(({ glyphs: own }) => figure.test(textOf(own, glyphs)));
    const home = homes.length === 1 && isText ? homes[0]?.[0]?.cell : undefined;
    return [{ glyphs: run.flatMap((line) => line.glyphs), home, first: first.cell }];
  });
}

function textOf(indexes: readonly number[], glyphs: readonly Glyph[]): string {
  return indexes.map((i) => glyphs[i]?.text ?? '').join('');
}

/** Glyphs drawn one after the other on one level of one cell. */
function linesOf(glyphs: readonly Glyph[], cells: readonly (number | undefined)[]): Line[] {
  const lines: Line[] = [];
  let last: Line | undefined;
  for (const [i, { text, x0, y0, x1, y1, size }] of glyphs.entries()) {
    const cell = cells[i];
    if (text.trim() === '' || cell === undefined) continue;
    const goesOn =
      last?.cell === cell &&
      Math.abs(y0 + y1 - last.y0 - last.y1) / 2 <= level * size &&
      x0 - last.x1 <= widestGap * size &&
      x0 > last.x0;
    if (last && goesOn) {
      last.glyphs.push(i);
      last.x1 = Math.max(last.x1, x1);
    } else {
      last = { glyphs: [i], x0, y0, x1, y1, size, cell };
      lines.push(last);
    }
  }
  return lines;
}

/** Lines that follow each other evenly down one column, over more rows than one. */
function runsOf(lines: readonly Line[], grid: RuledGrid): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let pitch: number | undefined;
  for (const line of lines) {
    const before = run.at(-1);
    const step = before && isBelow(before, line, grid) ? pitchOf(before, line) : undefined;
    const goesOn = step !== undefined && Math.abs(step - (pitch ?? step)) <= even;
    if (goesOn) {
      run.push(line);
      pitch = step;
    } else {
      runs.push(run);
      run = [line];
      pitch = undefined;
    }
  }
  runs.push(run);
  return runs.filter((each) => new Set(each.map(({ cell }) => cell)).size > 1);
}

/** From line to line, in ems; undefined where it is too close or too far for one text. */
function pitchOf(before: Line, after: Line): number | undefined {
  const step = (middleOf(after) - middleOf(before)) / after.size;
  return step >= closest && step <= farthest ? step : undefined;
}

function middleOf({ y0, y1 }: { readonly y0: number; readonly y1: number }): number {
  return (y0 + y1) / 2;
}

function isBelow(before: Line, after: Line, grid: RuledGrid): boolean {
  const [upper, lower] = [grid.cells[before.cell], grid.cells[after.cell]];
  if (!upper || !lower || Math.abs(before.size - after.size) > level * after.size) return false;
  return upper.column === lower.column && upper.columnSpan === lower.columnSpan;
}

/** A run's lines by the cell they lie in, from top to bottom. */
function partsOf(run: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  for (const line of run) {
    const last = parts.at(-1);
    if (last?.[0]?.cell === line.cell) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

interface Height {
  readonly column: number;
  readonly y0: number;
  readonly y1: number;
}

type Heights = ReadonlyMap<string, readonly Height[]>;

function rowsKey({ row, rowSpan }: GridCell): string {
  return `${row}+${rowSpan}`;
}

/** From where to where the text of the cells of the same rows goes. */
function heightsByRow(grid: RuledGrid, lines: readonly Line[]): Heights {
  const byCell = new Map<number, Height>();
  for (const { cell, y0, y1 } of lines) {
    const column = grid.cells[cell]?.column ?? 0;
    const { y0: top, y1: bottom } = byCell.get(cell) ?? { y0, y1 };
    byCell.set(cell, { column, y0: Math.min(top, y0), y1: Math.max(bottom, y1) });
  }
  const heights = new Map<string, Height[]>();
  for (const [index, height] of byCell) {
    const cell = grid.cells[index];
    if (!cell) continue;
    const same = heights.get(rowsKey(cell));
    if (!same) heights.set(rowsKey(cell), [height]);
    else if (same.length < mostBeside) same.push(height);
  }
  return heights;
}

/** How the text of other cells of the same rows agrees with lines that would stand there too. */
function agrees(lines: readonly Line[], cell: GridCell, others: readonly Height[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  const whole = { y0: first.y0, y1: last.y1 };
  const near = sameHeight * first.size;
  if (others.length === 0) return Math.abs(middleOf(whole) - middleOf(cell.box)) <= near;
  return others.some(
    (other) =>
      Math.abs(middleOf(whole) - middleOf(other)) <= near ||
      Math.abs(whole.y0 - other.y0) <= near ||
      Math.abs(whole.y1 - other.y1) <= near,
  );
}

function standsAlone(part: readonly Line[], grid: RuledGrid, heights: Heights): boolean {
  const [first, last, cell] = [part[0], part.at(-1), grid.cells[part[0]?.cell ?? -1]];
  if (!cell || !first || !last) return true;
  const middle = Math.abs(first.y0 + last.y1 - cell.box.y0 - cell.box.y1) / 2;
  if (middle <= sameHeight * first.size) return true;
  // Where nothing stands beside it, nothing says how high a row's text is set.
  const others = besides(cell, heights);
  return others.length === 0 || agrees(part, cell, others);
}

function isHome(
  part: readonly Line[],
  run: readonly Line[],
  grid: RuledGrid,
  heights: Heights,
): boolean {
  const cell = grid.cells[part[0]?.cell ?? -1];
  return cell !== undefined && agrees(run, cell, besides(cell, heights));
}

function besides(cell: GridCell, heights: Heights): Height[] {
  return (heights.get(rowsKey(cell)) ?? []).filter(({ column }) => column !== cell.column);
}
