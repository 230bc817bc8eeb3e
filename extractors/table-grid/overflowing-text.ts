import type { Glyph } from '../drawn-page.ts';
import { cutFigure } from './cut-figure.ts';
import type { RuledGrid } from './ruled-grids.ts';

/** Glyphs drawn one after the other with no more than this between them are one string, in ems. */
const noGap = 0.08;
const wordGap = 0.45;
const overlap = 0.3;
/** A glyph stands across a border if so much of it, in ems, lies on either side. */
const across = 0.1;
/** Text this near a border, in points, is aligned to it. */
const aligned = 6;
/** Digits drawn in one go follow each other without any gap: rounding, in ems, is all there is. */
const seamless = 0.02;
/** What two figures of cells without padding leave free beside them, in ems, at most. */
const full = 0.5;
const chinese = /\p{Script=Han}/u;

/**
 * The cell each glyph belongs to, given the cell where it lies (undefined: none). A printed
 * spreadsheet lets long text run over its neighbours; it belongs to the cell that it is aligned to.
 * Text never moves into a cell for lying close to it: figures in neighbouring cells may all but touch.
 */
export function homeCells(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
): (number | undefined)[] {
  const homes = [...cells];
  const filled = new Map<number, number>();
  for (const [i, cell] of cells.entries()) {
    if (cell !== undefined && isInked(glyphs[i])) filled.set(cell, (filled.get(cell) ?? 0) + 1);
  }
  for (const string of strings(glyphs)) {
    if (new Set(string.map((i) => cells[i])).size < 2) continue;
    const seams = string.map((i, k) => seamBetween(grid, glyphs, cells, string[k - 1], i));
    const isCut = string.some((_, k) => cutsFigure(grid, glyphs, cells, string, k));
    if (!isCut && !seams.some((seam) => seam !== undefined)) continue;
    if (!isCut && !seams.includes('across') && runsOver(grid, glyphs, cells, string)) {
      for (const i of upToGap(glyphs, cells, string)) homes[i] = cells[string[0] ?? -1];
      continue;
    }
    const isCertain = isCut || seams.includes('across');
    const home = homeOf(grid, glyphs, cells, string);
    const own = new Map<number, number>();
    for (const i of string) {
      const cell = cells[i];
      if (cell !== undefined && isInked(glyphs[i])) own.set(cell, (own.get(cell) ?? 0) + 1);
    }
    for (const i of string) {
      const cell = cells[i];
      if (isCertain || cell === undefined || own.get(cell) === filled.get(cell)) homes[i] = home;
    }
  }
  return homes;
}

function isInked(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && glyph.text.trim() !== '';
}

/** Indexes of glyphs drawn one after the other along one line. */
function* strings(glyphs: readonly Glyph[]): Generator<number[]> {
  let string: number[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (before && !isNext(before, glyph)) {
      if (string.length > 1) yield string;
      string = [];
    }
    string.push(i);
  }
  if (string.length > 1) yield string;
}

function isNext(before: Glyph, after: Glyph): boolean {
  const size = Math.min(before.size, after.size);
  const gap = after.x0 - before.x1;
  const shift = Math.abs(after.y0 + after.y1 - before.y0 - before.y1) / 2;
  return shift < 0.2 * size && gap > -overlap * size && gap < wordGap * size;
}

/**
 * How a string goes on where it leaves a cell: with a glyph lying across the border, or at least
 * without a gap between Chinese characters, which cells keep. Undefined if neither.
 */
function seamBetween(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  i: number | undefined,
  k: number,
): 'across' | 'close' | undefined {
  if (i === undefined || cells[i] === cells[k]) return undefined;
  const [before, after] = [glyphs[i], glyphs[k]];
  if (!before || !after) return undefined;
  const border = grid.cells[cells[i] ?? -1]?.box.x1 ?? grid.cells[cells[k] ?? -1]?.box.x0;
  const size = Math.min(before.size, after.size);
  if (border === undefined || after.x0 - before.x1 > noGap * size) return undefined;
  if (before.x1 > border + across * size || after.x0 < border - across * size) return 'across';
  return chinese.test(before.text) && chinese.test(after.text) ? 'close' : undefined;
}

/**
 * Whether a border goes between two digits of one figure. Where it goes through the point of a
 * figure there are no two; else figures in cells without padding may touch, but only full ones.
 */
function cutsFigure(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  string: readonly number[],
  k: number,
): boolean {
  const [i, j] = [string[k - 1], string[k]];
  if (i === undefined || j === undefined || cells[i] === cells[j]) return false;
  const [before, after] = [glyphs[i], glyphs[j]];
  if (!before || !after) return false;
  const size = Math.min(before.size, after.size);
  if (Math.abs(after.x0 - before.x1) > seamless * size) return false;
  const textOf = (part: readonly number[]): string => part.map((n) => glyphs[n]?.text).join('');
  const cut = cutFigure(textOf(string.slice(0, k)), textOf(string.slice(k)));
  if (cut?.at !== 'digit') return cut !== undefined;
  const left = grid.cells[cells[i] ?? -1]?.box.x0 ?? Number.NEGATIVE_INFINITY;
  const right = grid.cells[cells[j] ?? -1]?.box.x1 ?? Number.POSITIVE_INFINITY;
  const [first, last] = [glyphs[string[0] ?? -1], glyphs[string.at(-1) ?? -1]];
  return (first?.x0 ?? 0) - left > full * size && right - (last?.x1 ?? 0) > full * size;
}

/** A string up to the first gap beyond its first cell: what follows may be the next cell's own. */
function upToGap(
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  string: readonly number[],
): readonly number[] {
  const end = string.findIndex((i, k) => {
    const [before, glyph] = [glyphs[string[k - 1] ?? -1], glyphs[i]];
    if (!before || !glyph || cells[i] === cells[string[0] ?? -1]) return false;
    return glyph.x0 - before.x1 > noGap * Math.min(before.size, glyph.size);
  });
  return end < 0 ? string : string.slice(0, end);
}

/** Text that keeps a distance from its cell's side leaves it on the other one too, or runs over. */
const padding = 0.15;

/**
 * Whether a string that begins aside of its cell's border goes on right up to the next one: text
 * that ended in the cell would keep that distance there.
 */
function runsOver(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  string: readonly number[],
): boolean {
  const first = glyphs[string[0] ?? -1];
  const box = grid.cells[cells[string[0] ?? -1] ?? -1]?.box;
  const last = glyphs[string.findLast((i) => cells[i] === cells[string[0] ?? -1]) ?? -1];
  if (!first || !last || !box) return false;
  const free = Math.min(first.x0 - box.x0, aligned);
  return free >= padding * first.size && box.x1 - last.x1 < free / 2;
}

/** The cell whose side the string is aligned to; else the one it begins in. */
function homeOf(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  string: readonly number[],
): number | undefined {
  const [first, last] = [string[0] ?? -1, string.at(-1) ?? -1];
  const start = grid.cells[cells[first] ?? -1];
  const end = grid.cells[cells[last] ?? -1];
  const fromLeft = (glyphs[first]?.x0 ?? 0) - (start?.box.x0 ?? Number.NEGATIVE_INFINITY);
  const fromRight = (end?.box.x1 ?? Number.POSITIVE_INFINITY) - (glyphs[last]?.x1 ?? 0);
  if (!start) return cells[last];
  return fromLeft > aligned && end && fromRight <= aligned ? cells[last] : cells[first];
}
