import type { Glyph } from '../drawn-page.ts';
import { cellFinder } from './cell-finder.ts';
import { joinLines } from './join-lines.ts';
import { homeCells } from './overflowing-text.ts';
import type { RuledGrid } from './ruled-grids.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { verticalText } from './vertical-text.ts';

/** What stands in one cell. */
export interface CellText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** The least of its glyphs'; 1 where it is empty. */
  readonly confidence: number;
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
  const homes = homeCells(
    grid,
    candidates,
    candidates.map(({ x0, y0, x1, y1 }) => find((x0 + x1) / 2, (y0 + y1) / 2)),
  );
  const byCell: Glyph[][] = grid.cells.map(() => []);
  const inside = new Set<Glyph>();
  for (const [i, glyph] of candidates.entries()) {
    const home = homes[i];
    if (home === undefined) continue;
    byCell[home]?.push(glyph);
    inside.add(glyph);
  }
  return { cells: grid.cells.map(({ box }, i) => cellText(byCell[i] ?? [], box)), inside };
}

/** Text of glyphs that stand in one area. */
export function cellText(
  glyphs: readonly Glyph[],
  area: { readonly x0: number; readonly x1: number },
): CellText {
  let confidence = 1;
  for (const glyph of glyphs) confidence = Math.min(confidence, glyph.confidence ?? 1);
  const lines = textLines(glyphs);
  const text = verticalText(glyphs) ?? joinLines(lines, area);
  return { text, lines, confidence };
}
