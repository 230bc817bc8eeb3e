import { joinWrapped } from '../table-grid/join-lines.ts';
import { completesLabel, isKnownWhole, type KnownTexts, type Pair } from './column-labels.ts';
import { cutEvidence, cutsDigits, isFigure } from './cut-text.ts';
import { judgeBreak, type RowBreak } from './judge-break.ts';
import { beginsNumbered, endsSentence } from './line-flow.ts';
import { isBlank, type PlacedCell, type PlacedTable } from './placed.ts';

/**
 * Mends a table where a page ended: a row cut in two becomes one, cells merged over the break are
 * one cell. Where it may or may not be one row, it stays two: two figures in one cell are worse.
 * @param row the first row on the new page
 * @param known what cells of the document say
 */
export function mendBreak(table: PlacedTable, row: number, known: KnownTexts): RowBreak {
  const above = table.cells.filter((cell) => cell.row + cell.rowSpan === row);
  const below = table.cells.filter((cell) => cell.row === row);
  const pairs = pairUp(above, below);
  const isPaired = pairs.length === above.length && pairs.length === below.length;
  const drawn = pairs.filter((pair) => pair.above.openBelow && pair.below.openAbove);
  const isWhole = isPaired && drawn.length === pairs.length;
  const verdict =
    isPaired && drawn.length % pairs.length === 0 ? judgeBreak(table, pairs, known) : 'between';
  const mended = isWhole ? goesOnUndrawn(verdict, pairs) : verdict;
  if (mended === 'cut' || mended === 'likely') joinRows(table, row, pairs);
  else {
    const merged = drawn.length > 0 ? drawn : mergedPairs(table, pairs, known);
    for (const pair of merged) joinCells(table, pair, 0);
  }
  return mended;
}

/** No line is drawn where the page ends: the row goes on, whatever its texts say. */
function goesOnUndrawn(verdict: RowBreak, pairs: readonly Pair[]): RowBreak {
  if (verdict === 'cut') return 'cut';
  const hasTwo = pairs.some(({ above, below }) => cutEvidence(above, below) === 'two');
  return hasTwo ? 'likely' : 'cut';
}

function pairUp(above: readonly PlacedCell[], below: readonly PlacedCell[]): Pair[] {
  const byColumns = new Map(above.map((cell) => [`${cell.column}+${cell.columnSpan}`, cell]));
  return below.flatMap((cell) => {
    const other = byColumns.get(`${cell.column}+${cell.columnSpan}`);
    return other ? [{ above: other, below: cell }] : [];
  });
}

/** Makes two rows one: all rows below move up. */
function joinRows(table: PlacedTable, row: number, pairs: readonly Pair[]): void {
  for (const pair of pairs) joinCells(table, pair, 1);
  for (const cell of table.cells) if (cell.row > row) cell.row--;
  table.rows--;
}

/** Makes two cells one. @param shared rows that both have in common */
function joinCells(table: PlacedTable, { above, below }: Pair, shared: number): void {
  const digits = cutsDigits(above, below);
  if (digits) above.brokenFigures = [...above.brokenFigures, `${above.text}${below.text}`];
  above.text = digits ? above.text + below.text : joinTexts(above.text, below.text);
  above.rowSpan += below.rowSpan - shared;
  above.lines = below.lines.length > 0 ? below.lines : above.lines;
  above.lastBox = below.lastBox;
  above.openBelow = below.openBelow;
  above.confidence = Math.min(above.confidence, below.confidence);
  above.brokenFigures = [...above.brokenFigures, ...below.brokenFigures];
  above.nested.push(...below.nested);
  table.cells.splice(table.cells.lastIndexOf(below), 1);
}

function joinTexts(above: string, below: string): string {
  if (above.trim() === '' || below.trim() === '') return above.trim() === '' ? below : above;
  const parted = beginsNumbered(below) || endsSentence(above);
  return parted ? `${above}\n${below}` : joinWrapped(above, below);
}

/** Cells of which the page's end parted one merged cell, the row itself being whole. */
function mergedPairs(table: PlacedTable, pairs: readonly Pair[], known: KnownTexts): Pair[] {
  const firstFilled = (cells: readonly PlacedCell[]): number =>
    cells.reduce(
      (first, cell) => (isBlank(cell) ? first : Math.min(first, cell.column)),
      Number.POSITIVE_INFINITY,
    );
  const filledBelow = firstFilled(pairs.map(({ below }) => below));
  const filledAbove = firstFilled(pairs.map(({ above }) => above));
  return pairs.filter((pair) => {
    const { above, below } = pair;
    const merged = above.rowSpan > 1 || below.rowSpan > 1;
    const isLabel = above.column < filledBelow && filledBelow < Number.POSITIVE_INFINITY;
    if (isBlank(below)) {
      if (isBlank(above)) return false;
      if (above.rowSpan > 1 && below.rowSpan > 1) return true;
      return merged ? isLabel : isLabel && !leavesBlank(table, above);
    }
    // Text in the middle of a merged cell may stand on the second page alone.
    if (isBlank(above)) return merged && above.column < filledAbove && !isFigure(below.text);
    const isKnown = above.column < filledBelow + 1 && isKnownWhole(pair, known);
    return (
      (merged && cutEvidence(above, below) === 'sure') || isKnown || completesLabel(table, pair)
    );
  });
}

/** Whether cells of the column are left blank below a label, rather than merged with it. */
function leavesBlank(table: PlacedTable, { column, columnSpan, row }: PlacedCell): boolean {
  return table.cells.some(
    (cell) =>
      cell.column === column &&
      cell.columnSpan === columnSpan &&
      cell.row <= row &&
      cell.row > 0 &&
      cell.rowSpan === 1 &&
      isBlank(cell),
  );
}
