import {
  evidenceOf,
  isKnownWhole,
  type KnownTexts,
  otherLabels,
  type Pair,
} from './column-labels.ts';
import { type CutEvidence, isFigure } from './cut-text.ts';
import { inkOf, isBlank, type PlacedTable } from './placed.ts';

/** What the end of a page did to a row: cut it, for certain or most likely, or nothing. */
export type RowBreak = 'cut' | 'likely' | 'unsure' | 'between';

/** What the cells of two rows, the one above a page's end and the one below, say. */
interface Findings extends Record<CutEvidence, number> {
  /** Texts of long lines among the full ones: such a line is seldom full by chance. */
  long: number;
  /** Cells with text above alone. */
  finished: number;
  /** Figures among them. */
  figures: number;
  /** Labels of several rows that go on. */
  merged: number;
  /** Cells with text below alone. */
  begun: number;
}

/** Lines of so many characters are long. */
const longLine = 8;

/** Whether two rows are pieces of one, weighed by what each pair of their cells says. */
export function judgeBreak(
  table: PlacedTable,
  pairs: readonly Pair[],
  known: KnownTexts,
): RowBreak {
  if (pairs.some(({ above, below }) => isBlank(above) && isFigure(below.text))) return 'between';
  if (isLabelCut(table, pairs, known)) return 'cut';
  const found = findingsOf(table, pairs, known);
  const { two, sure, full, figure, open, parted, finished, figures, merged, begun, long } = found;
  if (two > 0 || sure + full + figure + open + parted === 0) return 'between';
  const usual = isUsualRow(table, pairs);
  // A figure alone may as well be the next row's: so much else must be one.
  const isLoose = finished < 2 || sure + full + merged === 0 || open + parted > 0;
  if (figure > 0 && (isLoose || usual)) return 'between';
  // A text that begins below, beside others that go on, is no part of a row cut in two.
  if (begun > 0) return sure > 0 ? 'unsure' : 'between';
  if (sure > 0 && (finished > 0 || open + parted === 0 || long > 0)) return 'cut';
  // Beside a text that may have ended, one full line is chance where a label begins below.
  if (long > 0 && open === 0 && (long > 1 || parted === 0 || !hasOwnLabel(pairs))) return 'cut';
  if (full > 0 && open + parted === 0 && (finished > 0 || full === pairs.length)) {
    return long + figures > 0 ? 'cut' : 'likely';
  }
  if (isLabelAlone(pairs, known, found)) return 'between';
  // A row without any of the figures that the one above has: texts alone go on below.
  if (figures > 1 && full + merged > 0 && !usual) return 'likely';
  if (sure > 0 || (long > 0 && open === 0)) return 'unsure';
  if (full > 0 && open + parted === 0) return 'unsure';
  return finished > 0 && !usual ? 'unsure' : 'between';
}

/** The first column has a text of one row on both sides. */
function hasOwnLabel(pairs: readonly Pair[]): boolean {
  return pairs.some(
    ({ above, below }) =>
      above.column === 0 &&
      !isBlank(above) &&
      !isBlank(below) &&
      above.rowSpan + below.rowSpan === 2,
  );
}

/** Only the first label goes on, as the document's other tables show: it is merged over two rows. */
function isLabelAlone(pairs: readonly Pair[], known: KnownTexts, found: Findings): boolean {
  const [label, ...others] = pairs
    .filter(({ below }) => !isBlank(below))
    .sort((a, b) => a.below.column - b.below.column);
  if (!label || !isKnownWhole(label, known)) return false;
  return others.length > 0 && found.finished + found.full + found.long === 0 && found.sure === 1;
}

function findingsOf(table: PlacedTable, pairs: readonly Pair[], known: KnownTexts): Findings {
  const found: Findings = {
    ...{ two: 0, sure: 0, full: 0, figure: 0, open: 0, parted: 0 },
    ...{ long: 0, finished: 0, figures: 0, merged: 0, begun: 0 },
  };
  for (const pair of pairs) {
    const { above, below } = pair;
    const isMerged = above.rowSpan > 1 || below.rowSpan > 1;
    if (isBlank(below)) {
      found.finished += Number(!isBlank(above) && above.rowSpan === 1);
      found.figures += Number(isFigure(above.text) && above.rowSpan === 1);
    } else if (isBlank(above)) found.begun++;
    else {
      const evidence = isKnownWhole(pair, known) ? 'sure' : evidenceOf(table, pair);
      // A label of several rows goes on over the page's end whether a row does or not.
      if (isMerged && evidence !== 'two') found.merged += Number(evidence !== 'open');
      else found[evidence]++;
      if (evidence === 'full' && !isMerged && isLong(pair)) found.long++;
    }
  }
  return found;
}

/** The text's lines are long, and the last one above does not end a sentence. */
function isLong({ above }: Pair): boolean {
  const last = above.lines.at(-1);
  if (!last) return false;
  const { x0, x1 } = inkOf(last);
  return x1 - x0 >= longLine * last.size;
}

/** One character is no word of its own: the rest of the label stands on the next page. */
const halfWord = /(?:^|[\s、，；：:（(\d.])\p{Script=Han}$/u;
const goesOn = /^\p{Script=Han}{2}|^\p{Script=Han}、\p{Script=Han}/u;
const announces = /[：:]$/;

/** Of the row below, only a label is there: the rest of one that ends above, beside the row's figures. */
function isLabelCut(table: PlacedTable, pairs: readonly Pair[], known: KnownTexts): boolean {
  const written = pairs.filter(({ below }) => !isBlank(below));
  const [label] = written;
  if (!label || written.length > 1 || isBlank(label.above) || isFigure(label.below.text))
    return false;
  const figures = pairs.filter((pair) => pair !== label && isFigure(pair.above.text)).length;
  if (figures === 0) return false;
  if (isKnownWhole(label, known)) return true;
  const [above, below] = [label.above.text.trim(), label.below.text.trim()];
  if (halfWord.test(above) && goesOn.test(below)) return true;
  // 其中： beside figures names no row: the line below it does. In a form all labels end so.
  const others = otherLabels(table, label).filter((text) => announces.test(text.trim()));
  return announces.test(above) && !announces.test(below) && others.length <= 1;
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
