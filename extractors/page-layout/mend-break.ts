import { joinWrapped } from '../table-grid/join-lines.ts';
import { type CutEvidence, cutEvidence, cutsDigits, hasNoRoom, isFigure } from './cut-text.ts';
import { beginsNumbered, endsSentence } from './line-flow.ts';
import type { PlacedCell, PlacedTable } from './placed.ts';

/** Two cells of the same columns, above and below a page's end. */
interface Pair {
  readonly above: PlacedCell;
  readonly below: PlacedCell;
}

/** What the end of a page did to a row. */
export type RowBreak = 'cut' | 'between' | 'unsure';

/**
 * Mends a table where a page ended: a row cut in two becomes one, cells merged over the break are
 * one cell. Where it may or may not be one row, it stays two: two figures in one cell are worse.
 * @param row the first row on the new page
 */
export function mendBreak(table: PlacedTable, row: number): RowBreak {
  const above = table.cells.filter((cell) => cell.row + cell.rowSpan === row);
  const below = table.cells.filter((cell) => cell.row === row);
  const pairs = pairUp(above, below);
  const verdict =
    pairs.length === above.length && pairs.length === below.length
      ? judge(table, pairs)
      : 'between';
  if (verdict === 'cut') joinRows(table, row, pairs);
  else for (const pair of mergedPairs(table, pairs)) joinCells(table, pair, 0);
  return verdict;
}

function pairUp(above: readonly PlacedCell[], below: readonly PlacedCell[]): Pair[] {
  const byColumns = new Map(above.map((cell) => [`${cell.column}+${cell.columnSpan}`, cell]));
  return below.flatMap((cell) => {
    const other = byColumns.get(`${cell.column}+${cell.columnSpan}`);
    return other ? [{ above: other, below: cell }] : [];
  });
}

function judge(table: PlacedTable, pairs: readonly Pair[]): RowBreak {
  const found: Record<CutEvidence, number> = { two: 0, sure: 0, full: 0, figure: 0, open: 0 };
  let finished = 0;
  let begun = 0;
  for (const { above, below } of pairs) {
    if (isBlank(below)) finished += Number(!isBlank(above) && above.rowSpan === 1);
    else if (!isBlank(above)) found[evidenceOf(table, { above, below })]++;
    else if (isFigure(below.text)) return 'between';
    else begun++;
  }
  if (isLabelCut(pairs)) return 'cut';
  const { two, sure, full, figure, open } = found;
  if (two > 0 || sure + full + figure + open === 0) return 'between';
  // A figure alone may as well be the next row's: so much else must be one.
  if (figure > 0 && (finished < 2 || sure + full === 0 || open > 0 || isUsualRow(table, pairs)))
    return 'between';
  // A text that begins below, beside others that go on, is no part of a row cut in two.
  if (begun > 0) return sure > 0 ? 'unsure' : 'between';
  if (sure > 0) return finished > 0 || open === 0 ? 'cut' : 'unsure';
  if (full > 0 && open === 0) return finished > 0 || full === pairs.length ? 'cut' : 'unsure';
  return finished > 0 && !isUsualRow(table, pairs) ? 'unsure' : 'between';
}

/** One character is no word of its own: the rest of the label stands on the next page. */
const halfWord = /(?:^|[\s、，；：:（(\d.])\p{Script=Han}$/u;
const goesOn = /^\p{Script=Han}{2}/u;

/** Of the row below, only a label is there: the rest of one that ends above, beside the row's figures. */
function isLabelCut(pairs: readonly Pair[]): boolean {
  const written = pairs.filter(({ below }) => !isBlank(below));
  const [label] = written;
  if (!label || written.length > 1) return false;
  const { above, below } = label;
  if (!halfWord.test(above.text.trim()) || !goesOn.test(below.text.trim())) return false;
  return pairs.some((pair) => pair !== label && isFigure(pair.above.text));
}

/** Another row has text in the same columns alone: the lower row need not be a piece of one. */
function isUsualRow(table: PlacedTable, pairs: readonly Pair[]): boolean {
  const own = pairs[0]?.below.row ?? 0;
  const filled = new Map<number, number[]>();
  for (const cell of table.cells) {
    if (isBlank(cell)) continue;
    const columns = filled.get(cell.row);
    if (columns) columns.push(cell.column);
    else filled.set(cell.row, [cell.column]);
  }
  const signature = (columns: readonly number[] = []): string =>
    [...columns].sort((a, b) => a - b).join();
  const wanted = signature(filled.get(own));
  return [...filled].some(([row, columns]) => row !== own && signature(columns) === wanted);
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
function mergedPairs(table: PlacedTable, pairs: readonly Pair[]): Pair[] {
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
    return (merged && cutEvidence(above, below) === 'sure') || completesLabel(table, pair);
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

/** What two texts say, the other labels of their column heard. */
function evidenceOf(table: PlacedTable, pair: Pair): CutEvidence {
  const { above, below } = pair;
  const evidence = cutEvidence(above, below);
  // Figures are no labels, which end alike.
  if (evidence === 'two' || evidence === 'sure' || isFigure(above.text)) return evidence;
  const others = otherLabels(table, pair);
  if (completesLabel(table, pair)) return 'sure';
  if (!isWhole(above.text, others)) return evidence;
  return isWhole(below.text, others) ? 'two' : 'open';
}

/**
 * Most other labels of the column end like both pieces together, and the upper one does not; or a
 * merged label's unit, weight or year stands below alone.
 */
function completesLabel(table: PlacedTable, pair: Pair): boolean {
  const { above, below } = pair;
  if (isFigure(below.text)) return false;
  const others = otherLabels(table, pair);
  if (others.some((text) => text.includes(`\n${below.text}`) && !above.text.includes('\n')))
    return true;
  if (above.rowSpan + below.rowSpan > 2 && isBracketed(below.text)) return true;
  if (!hasNoRoom(above, below)) return false;
  const endings = others.map(endingOf);
  const ending = endingOf(joinWrapped(above.text, below.text));
  const alike = endings.filter((other) => other === ending).length;
  return alike >= 2 && alike * 5 >= endings.length * 3 && endingOf(above.text) !== ending;
}

/** Other labels of the column end like this one: nothing is missing from it. */
function isWhole(text: string, others: readonly string[]): boolean {
  const ending = endingOf(text);
  return others.filter((other) => endingOf(other) === ending).length >= 2;
}

function otherLabels(table: PlacedTable, { above, below }: Pair): string[] {
  const { column, columnSpan } = above;
  return table.cells
    .filter(
      (cell) =>
        cell !== above &&
        cell !== below &&
        cell.column === column &&
        cell.columnSpan === columnSpan &&
        !isBlank(cell),
    )
    .map(({ text }) => text);
}

function isBracketed(text: string): boolean {
  return /^[（(][^（()）]*[）)]$/.test(text.trim()) && !beginsNumbered(text);
}

/** How a label ends, its weight aside: 数量指标(14), 质量指标 20分 */
function endingOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\(?\d+(?:\.\d+)?\p{Script=Han}?\)?$/u, '')
    .slice(-2);
}

function isBlank(cell: PlacedCell): boolean {
  return cell.text.trim() === '' && cell.nested.length === 0;
}
