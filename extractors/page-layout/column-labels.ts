import { joinWrapped } from '../table-grid/join-lines.ts';
import { type CutEvidence, cutEvidence, hasNoRoom, isFigure } from './cut-text.ts';
import { beginsNumbered } from './line-flow.ts';
import { isBlank, type PlacedCell, type PlacedTable } from './placed.ts';

/** Two cells of the same columns, above and below a page's end. */
export interface Pair {
  readonly above: PlacedCell;
  readonly below: PlacedCell;
}

/** Texts of cells that no page's end cut, without white space. */
export type KnownTexts = ReadonlySet<string>;

/** Shorter labels are put together by chance: 指标 and 值. */
const fewestKnown = 4;

/** What the document's tables say, cell by cell: a form's labels stand in its other forms too. */
export function knownTexts(tables: readonly PlacedTable[]): KnownTexts {
  const known = new Set<string>();
  for (const { cells } of tables) for (const { text } of cells) known.add(squeeze(text));
  return known;
}

/** Another cell of the document says what both pieces say together. */
export function isKnownWhole({ above, below }: Pair, known: KnownTexts): boolean {
  if (isFigure(above.text) || isFigure(below.text)) return false;
  const whole = squeeze(above.text + below.text);
  return (whole.match(/\p{Script=Han}/gu)?.length ?? 0) >= fewestKnown && known.has(whole);
}

/** What two texts say, the other labels of their column heard. */
export function evidenceOf(table: PlacedTable, pair: Pair): CutEvidence {
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
export function completesLabel(table: PlacedTable, pair: Pair): boolean {
  const { above, below } = pair;
  const others = otherLabels(table, pair);
  if (isFigure(below.text)) return missesWeight(pair, others);
  if (others.some((text) => text.includes(`\n${below.text}`) && !above.text.includes('\n')))
    return true;
  if (above.rowSpan + below.rowSpan > 2 && isBracketed(below.text)) return true;
  if (!hasNoRoom(above, below)) return false;
  const endings = others.map(endingOf);
  const ending = endingOf(joinWrapped(above.text, below.text));
  const alike = endings.filter((other) => other === ending).length;
  return alike >= 2 && alike * 5 >= endings.length * 3 && endingOf(above.text) !== ending;
}

/** Most labels of the column end with their weight, 质量指标10, and this one's stands below. */
function missesWeight({ above, below }: Pair, others: readonly string[]): boolean {
  if (!/^\d{1,3}$/.test(below.text.trim()) || !/\p{Script=Han}$/u.test(above.text.trim()))
    return false;
  const weighted = others.filter((text) => /\p{Script=Han}\s*\d{1,3}$/u.test(text.trim())).length;
  return weighted >= 2 && weighted * 5 >= others.length * 3;
}

/** Other labels of the column end like this one: nothing is missing from it. */
function isWhole(text: string, others: readonly string[]): boolean {
  const ending = endingOf(text);
  return others.filter((other) => endingOf(other) === ending).length >= 2;
}

export function otherLabels(table: PlacedTable, { above, below }: Pair): string[] {
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

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
