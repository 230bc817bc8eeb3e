import type { Glyph } from '../drawn-page.ts';
import { cellFinder } from './cell-finder.ts';
import { downwardTexts } from './downward-text.ts';
import { type Area, joinLines } from './join-lines.ts';
import { homeCells } from './overflowing-text.ts';
import type { RuledGrid } from './ruled-grids.ts';
import { tallTexts } from './tall-text.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { verticalText } from './vertical-text.ts';

/** What stands in one cell. */
export interface CellText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** The least of its glyphs'; 1 where it is empty. */
  readonly confidence: number;
  /** Figures that a line's end may have cut, whether they were joined or not. */
  readonly brokenFigures: readonly string[];
  /** Lines here and in the rows below may be one text, and this or another row's. */
  readonly runsOverRows?: boolean;
  /** The room its lines had. */
  readonly room: Area;
}

export interface GridText {
  /** One a cell, in the order of the grid's cells. */
  readonly cells: readonly CellText[];
  /** The glyphs that went into cells; the others stand outside. */
  readonly inside: ReadonlySet<Glyph>;
}

/**
 * Puts glyphs into a grid's cells: each goes where its middle lies, and text that runs over a
 * border to the cell it belongs to. Give it distinctGlyphs that are no part of a grid inside this
 * one; glyphs set `aside` are left out.
 */
export function fillGrid(grid: RuledGrid, glyphs: readonly Glyph[]): GridText {
  const candidates = glyphs.filter(({ aside }) => aside === undefined);
  const find = cellFinder(grid);
  const places = candidates.map(({ x0, y0, x1, y1 }) => find((x0 + x1) / 2, (y0 + y1) / 2));
  const homes = homeCells(grid, candidates, places);
  for (const text of downwardTexts(grid, candidates, places, find)) {
    for (const i of text.glyphs) homes[i] = text.home;
  }
  const doubtful = new Set<number>();
  for (const text of tallTexts(grid, candidates, homes)) {
    if (text.home === undefined) doubtful.add(text.first);
    else for (const i of text.glyphs) homes[i] = text.home;
  }
  const byCell: Glyph[][] = grid.cells.map(() => []);
  const inside = new Set<Glyph>();
  for (const [i, glyph] of candidates.entries()) {
    const home = homes[i];
    if (home === undefined) continue;
    byCell[home]?.push(glyph);
    inside.add(glyph);
  }
  const padding = usualPadding(grid, byCell);
  return {
    cells: grid.cells.map(({ box: { x0, x1 } }, i) => ({
      ...cellText(byCell[i] ?? [], { x0, x1, padding }),
      ...(doubtful.has(i) && { runsOverRows: true }),
    })),
    inside,
  };
}

/** Cells that show what a table keeps free beside its text: the tightest, but for the odd ones. */
const tightest = 0.1;

/** What a table's cells keep free between their sides and their text, in points. */
function usualPadding(grid: RuledGrid, byCell: readonly (readonly Glyph[])[]): number {
  const free = grid.cells.flatMap(({ box }, i) => {
    const inked = (byCell[i] ?? []).filter(({ text }) => text.trim() !== '');
    let [x0, x1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const glyph of inked) {
      x0 = Math.min(x0, glyph.x0);
      x1 = Math.max(x1, glyph.x1);
    }
    return inked.length === 0 ? [] : [Math.max(0, Math.min(x0 - box.x0, box.x1 - x1))];
  });
  return free.sort((a, b) => a - b)[Math.floor(tightest * free.length)] ?? 0;
}

/** Text of glyphs that stand in one area. */
export function cellText(glyphs: readonly Glyph[], room: Area): CellText {
  let confidence = 1;
  for (const glyph of glyphs) confidence = Math.min(confidence, glyph.confidence ?? 1);
  const lines = textLines(glyphs);
  const vertical = verticalText(glyphs);
  if (vertical !== undefined) return { text: vertical, lines, confidence, brokenFigures: [], room };
  return { ...joinLines(lines, room), lines, confidence, room };
}
