import type { RowDefinition } from './open-table.ts';
import { emptyRow, type Layer } from './story.ts';

/** More cells than this in a row are damage: Word knows 63. */
const mostCells = 1000;

/**
 * Takes a word that defines rows or their cells (RTF 1.9.1, "Table Definitions").
 *
 * @param which the row: that of \row, or that of {\*\nesttableprops … \nestrow}
 * @returns whether it is one
 */
export function defineRow(
  layer: Layer,
  which: keyof Layer['row'],
  word: string,
  parameter: number | null,
): boolean {
  if (word === 'trowd') layer.row[which] = emptyRow();
  else if (word === 'trleft') layer.row[which].left = parameter ?? 0;
  else if (word === 'trwWidthB') layer.row[which].widthBefore = Math.max(0, parameter ?? 0);
  else if (word === 'trhidden') layer.row[which].hidden = parameter !== 0;
  else if (word === 'cellx') endDefinition(layer.row[which], parameter ?? 0);
  else return defineMerge(layer.row[which], word);
  return true;
}

function endDefinition(row: RowDefinition, right: number): void {
  if (row.cells.length < mostCells) row.cells.push({ right, ...row.open });
  row.open = { vertical: null, horizontal: null };
}

function defineMerge(row: RowDefinition, word: string): boolean {
  if (word === 'clvmgf') row.open.vertical = 'restart';
  else if (word === 'clvmrg') row.open.vertical = 'continue';
  else if (word === 'clmgf') row.open.horizontal = 'restart';
  else if (word === 'clmrg') row.open.horizontal = 'continue';
  else return false;
  return true;
}
