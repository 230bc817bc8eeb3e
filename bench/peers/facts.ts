import { fold, type Grid, type GridCell } from './grid.ts';

/** A figure with what says what it is. Texts are folded; '' where there is no such label. */
export interface Fact {
  readonly figure: string;
  /** The nearest label to its left. */
  readonly rowLabel: string;
  /** The nearest label above it. */
  readonly columnLabel: string;
  /** Which of the grids, and which row: to look a doubt about it up. */
  readonly grid: number;
  readonly row: number;
}

const amount = /^[^\d\p{P}]{0,3}[-+]?\d[\d,.]*[^\d]{0,3}$/u;
const date = /^\d{4}年\d{1,2}月(?:\d{1,2}日)?\D{0,2}$/;
const yearLabel = /^\d{4}年\D*$/;
const letter = /\p{L}/u;

/**
 * Whether a folded cell is a figure: a number with at most three characters before it (≥) and after
 * it (a unit), or a date. 2023年预算数 is a label.
 */
export function isFigure(text: string): boolean {
  return (amount.test(text) && !yearLabel.test(text)) || date.test(text);
}

function isLabel(text: string): boolean {
  return letter.test(text) && !isFigure(text);
}

/**
 * Every figure of the grids. Of the labels to the left and above, the nearest counts: what a person
 * reads first, and the least that a figure needs to mean something.
 */
export function factsOf(grids: readonly Grid[]): Fact[] {
  return grids.flatMap((grid, number) => {
    const cells = grid.map((cell) => ({ ...cell, text: fold(cell.text) }));
    const labels = cells.filter(({ text }) => isLabel(text));
    return cells
      .filter(({ text }) => isFigure(text))
      .map((cell) => ({
        figure: cell.text,
        rowLabel: nearestLeft(cell, labels)?.text ?? '',
        columnLabel: nearestAbove(cell, labels)?.text ?? '',
        grid: number,
        row: cell.row,
      }));
  });
}

function nearestLeft(cell: GridCell, labels: readonly GridCell[]): GridCell | undefined {
  let best: GridCell | undefined;
  for (const label of labels) {
    if (label.column >= cell.column) continue;
    if (label.row > cell.row || label.row + label.rowSpan <= cell.row) continue;
    if (!best || label.column > best.column) best = label;
  }
  return best;
}

/** In the nearest row; of several there, the one that shares most columns with the cell. */
function nearestAbove(cell: GridCell, labels: readonly GridCell[]): GridCell | undefined {
  let best: GridCell | undefined;
  let bestShared = 0;
  for (const label of labels) {
    const shared = sharedColumns(cell, label);
    if (shared <= 0 || label.row + label.rowSpan > cell.row) continue;
    const nearer = best ? label.row + label.rowSpan - (best.row + best.rowSpan) : 1;
    if (nearer > 0 || (nearer === 0 && shared > bestShared)) {
      best = label;
      bestShared = shared;
    }
  }
  return best;
}

function sharedColumns(a: GridCell, b: GridCell): number {
  const end = Math.min(a.column + a.columnSpan, b.column + b.columnSpan);
  return end - Math.max(a.column, b.column);
}

/** The numbers in a text, each as often as it stands there. */
export function countNumbers(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbersOf(text)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

export function numbersOf(text: string): string[] {
  return text.normalize('NFKC').match(/\d(?:[\d,.]*\d)?/g) ?? [];
}
