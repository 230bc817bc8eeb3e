import type { Glyph } from '../drawn-page.ts';
import type { RuledGrid } from './ruled-grids.ts';

/** Characters below each other have their middles as near as this, in ems … */
const sameMiddle = 0.15;
/** … and follow each other at one distance, that of lines without leading, in ems. */
const closest = 0.8;
const farthest = 1.35;
const even = 0.08;
/** A character this near the middle of its cell, in ems, stands in it by itself. */
const centred = 0.15;
const chinese = /^[\p{Script=Han}（）、]$/u;

/** A piece of text written downwards: indexes of its glyphs, and the cell that it belongs to. */
export interface DownwardText {
  readonly glyphs: readonly number[];
  readonly home: number;
}

/**
 * Text written downwards that is higher than its cell: it is set about the middle of the cell, and
 * sticks out into those above and below.
 * @param cells where each glyph lies
 */
export function downwardTexts(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  cells: readonly (number | undefined)[],
  find: (x: number, y: number) => number | undefined,
): DownwardText[] {
  return columnsOfGlyphs(glyphs).flatMap((column) => {
    const [first, last] = [glyphs[column[0] ?? -1], glyphs[column.at(-1) ?? -1]];
    const isDivided = new Set(column.map((i) => cells[i])).size > 1;
    if (
      !first ||
      !last ||
      !isDivided ||
      column.every((i) => standsAlone(grid, glyphs[i], cells[i]))
    )
      return [];
    const home = find((first.x0 + first.x1) / 2, (first.y0 + last.y1) / 2);
    return home === undefined ? [] : [{ glyphs: column, home }];
  });
}

/** Indexes of glyphs drawn one after the other, evenly downwards. */
function columnsOfGlyphs(glyphs: readonly Glyph[]): number[][] {
  const columns: number[][] = [];
  let column: number[] = [];
  let pitch: number | undefined;
  const close = (): void => {
    if (column.length > 1) columns.push(column);
    column = [];
    pitch = undefined;
  };
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[column.at(-1) ?? -1];
    const step = before ? stepBetween(before, glyph) : undefined;
    const goesOn = step !== undefined && Math.abs(step - (pitch ?? step)) <= even;
    if (!goesOn) close();
    else pitch = step;
    if (chinese.test(glyph.text)) column.push(i);
    else close();
  }
  close();
  return columns;
}

function stepBetween(before: Glyph, after: Glyph): number | undefined {
  const aside = Math.abs(before.x0 + before.x1 - after.x0 - after.x1) / 2;
  const step = (after.y0 - before.y0) / before.size;
  const isBelow = step >= closest && step <= farthest && Math.abs(before.size - after.size) < 0.5;
  return isBelow && aside <= sameMiddle * before.size ? step : undefined;
}

function standsAlone(grid: RuledGrid, glyph: Glyph | undefined, cell: number | undefined): boolean {
  const box = grid.cells[cell ?? -1]?.box;
  if (!glyph || !box) return false;
  return Math.abs(glyph.y0 + glyph.y1 - box.y0 - box.y1) / 2 <= centred * glyph.size;
}
