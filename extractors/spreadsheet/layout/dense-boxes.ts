import type { Range } from '../workbook.ts';
import { aroundAll, columnsMeet, overlaps } from './ranges.ts';
import type { PlacedCell } from './visible-sheet.ts';

/**
 * Tables by how their text stands, where no lines show them: rows without a blank row between them,
 * most of them with text in several columns. Lines of one text above and below are not part of it.
 */
export function denseBoxes(texts: readonly PlacedCell[], ruled: readonly Range[]): Range[] {
  const free = texts.filter((cell) => !ruled.some((box) => overlaps(box, cell)));
  // Beside ruled tables two rows of two texts are notes and signatures rather than a table.
  const least = ruled.length > 0 ? 3 : 2;
  return runsOfRows(free)
    .flatMap((run) => splitSideBySide(run))
    .flatMap((run) =>
      splitStacked(run).flatMap((part, index, parts) =>
        tableOf(part, least, index === parts.length - 1),
      ),
    )
    .filter((box) => !ruled.some((other) => overlaps(box, other)));
}

/** A table may go on after so many blank rows, where what follows is no new title. */
const gap = 2;

/** Texts of rows that follow one another without a gap, or go on below one as a table does. */
function runsOfRows(texts: readonly PlacedCell[]): PlacedCell[][] {
  const rows = [...byTopRow(texts)].sort(([a], [b]) => a - b);
  const runs: PlacedCell[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [top, cells] of rows) {
    const follows = top <= bottom + 1 || (top <= bottom + 1 + gap && isBodyRow(cells));
    if (!follows || runs.length === 0) runs.push([]);
    for (const cell of cells) {
      runs.at(-1)?.push(cell);
      bottom = Math.max(bottom, cell.bottom);
    }
  }
  return runs;
}

/** Several texts, none of them a label to fill in: not a title, nor a line of signatures. */
function isBodyRow(cells: readonly PlacedCell[]): boolean {
  return cells.length >= 3 && !cells.some((cell) => /[:：]/.test(cell.text));
}

/**
 * Two forms beside each other: parted by a column without any text, each with a line of its own
 * above it. A table with an empty column has one title over all of it, or none.
 */
function splitSideBySide(run: readonly PlacedCell[]): PlacedCell[][] {
  const parts = columnParts(run);
  const isForm = (part: readonly PlacedCell[]): boolean => {
    const top = aroundAll(part)?.top;
    const first = part.filter((cell) => cell.top === top);
    const rows = new Set(part.map((cell) => cell.top));
    return first.length === 1 && rows.size >= 3 && new Set(part.map(({ left }) => left)).size >= 2;
  };
  return parts.length > 1 && parts.every(isForm) ? parts : [[...run]];
}

function columnParts(run: readonly PlacedCell[]): PlacedCell[][] {
  const used = new Set<number>();
  for (const { left, right } of run) for (let c = left; c <= right; c++) used.add(c);
  const columns = [...used].sort((a, b) => a - b);
  const starts = columns.filter((column) => !used.has(column - 1));
  if (starts.length < 2) return [[...run]];
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return run.filter(({ left }) => left >= from && left < to);
  });
}

/** More forms than anyone puts under each other without a blank row: each costs a look at all. */
const mostParts = 500;

/**
 * Two forms under each other without a blank row: parted by lines of one text (signatures, a title),
 * and made of other columns. Where the columns are the same few lines may as well be headings inside
 * one table.
 */
function splitStacked(run: readonly PlacedCell[]): PlacedCell[][] {
  const counts = textsByRow(run);
  const rows = [...counts.keys()].sort((a, b) => a - b);
  const isEnd = (row: number, index: number): boolean =>
    counts.get(row) === 1 &&
    counts.get(rows[index - 1] ?? -1) === 1 &&
    (counts.get(rows[index + 1] ?? -1) ?? 1) !== 1;
  const ends = rows.filter(isEnd);
  if (ends.length > mostParts) return [[...run]];
  const parts: PlacedCell[][] = [];
  let rest = [...run];
  for (const row of ends) {
    const above = rest.filter((cell) => cell.top <= row);
    const below = rest.filter((cell) => cell.top > row);
    if (sharedColumns(above, below) >= 0.5 && !isInterlude(counts, row, above)) continue;
    parts.push(above);
    rest = below;
  }
  return [...parts, rest];
}

/** Three lines of one text or more, of which one is a note or a signature: no headings of a table. */
function isInterlude(
  counts: ReadonlyMap<number, number>,
  end: number,
  texts: readonly PlacedCell[],
): boolean {
  let start = end;
  while (counts.get(start - 1) === 1) start--;
  return end - start >= 2 && texts.some(({ top, text }) => top >= start && /[:：。]/.test(text));
}

/** How many columns in which text begins two parts have in common, of all they have. */
function sharedColumns(above: readonly PlacedCell[], below: readonly PlacedCell[]): number {
  const a = new Set(above.map(({ left }) => left));
  const b = new Set(below.map(({ left }) => left));
  const all = new Set([...a, ...b]);
  return [...a].filter((left) => b.has(left)).length / all.size;
}

/** A cell that reaches down stands in each of its rows: these are no lines of one text. */
function textsByRow(run: readonly PlacedCell[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const cell of run) {
    for (let row = cell.top; row <= cell.bottom; row++) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/**
 * The rows of a run from the first to the last with several texts, if they are a table, and labels
 * right below that nothing was filled in for: above another table they are its title.
 */
function tableOf(run: readonly PlacedCell[], least: number, isLast: boolean): Range[] {
  const counts = textsByRow(run);
  const colons = colonsByRow(run);
  const several = [...counts]
    .filter(([, count]) => count > 1)
    .map(([row]) => row)
    .sort((a, b) => a - b);
  // A form's signatures stand below it like a row of it, or below the notes on it.
  const [before, last] = several.slice(-2);
  const isSigned =
    (colons.get(last ?? -1) ?? 0) >= 2 &&
    ((colons.get(before ?? -1) ?? 0) === 0 || (last ?? 0) > (before ?? 0) + 1);
  if (isSigned) several.pop();
  if (several.length < least) return [];
  const [top, end] = several.reduce(
    ([low, high], row) => [Math.min(low, row), Math.max(high, row)],
    [Number.POSITIVE_INFINITY, -1],
  );
  const inside = run.filter((cell) => cell.top <= end && cell.bottom >= top);
  const labels = new Set(inside.map(({ left, right }) => `${left}-${right}`));
  const box = aroundAll(inside);
  const below = byTopRow(isLast ? run.filter((cell) => cell.top > end) : []);
  let bottom = end;
  for (let row = below.get(end + 1); row; row = below.get(bottom + 1)) {
    const [only] = row;
    if (!only || only.left !== box?.left || !isBareLabel(only, labels)) break;
    bottom = only.bottom;
  }
  return box ? [{ ...box, bottom: Math.max(box.bottom, bottom) }] : [];
}

/** How many texts with a colon begin in a row. */
function colonsByRow(run: readonly PlacedCell[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { top, text } of run) {
    if (/[:：]/.test(text)) counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return counts;
}

/** A few words or a row's number as wide as a column's cells; a note is longer, a signature has a colon. */
function isBareLabel(cell: PlacedCell, widths: ReadonlySet<string>): boolean {
  const { text, left, right } = cell;
  return (
    text.length <= 20 &&
    /[\p{L}\d]/u.test(text) &&
    !/[:：。]/.test(text) &&
    widths.has(`${left}-${right}`)
  );
}

/**
 * Rows that go on with a ruled table where the lines have been forgotten: right below it, and as
 * full as a table's rows are.
 */
export function withRowsBelow(
  box: Range,
  texts: readonly PlacedCell[],
  others: readonly Range[],
): Range {
  const rows = byTopRow(texts.filter((cell) => columnsMeet(cell, box)));
  const inside = texts.filter((cell) => overlaps(box, cell)).length;
  const usual = inside / (box.bottom - box.top + 1);
  let grown = box;
  for (;;) {
    const below = rows.get(grown.bottom + 1) ?? [];
    const bottom = aroundAll(below)?.bottom ?? grown.bottom;
    const next = { ...grown, bottom };
    const goesOn =
      isBodyRow(below) &&
      below.length >= 0.8 * usual &&
      below.every((cell) => cell.right <= box.right) &&
      !others.some((other) => other !== box && overlaps(other, next));
    if (!goesOn) return grown;
    grown = next;
  }
}

/** Headings that stand on a ruled table without lines of their own, over all of its columns. */
export function withHeadings(
  box: Range,
  texts: readonly PlacedCell[],
  others: readonly Range[],
): Range {
  const above = texts.filter((cell) => cell.bottom === box.top - 1 && columnsMeet(cell, box));
  const width = above.reduce((sum, { left, right }) => sum + right - left + 1, 0);
  const next = aroundAll([box, ...above]) ?? box;
  const isHeading =
    above.length >= 2 &&
    width === box.right - box.left + 1 &&
    next.left === box.left &&
    next.right === box.right &&
    above.every(({ text }) => text.length <= 40 && !/[:：。]/.test(text)) &&
    !others.some((other) => other !== box && overlaps(other, next));
  return isHeading ? next : box;
}

function byTopRow(texts: readonly PlacedCell[]): Map<number, PlacedCell[]> {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of texts) {
    const row = rows.get(cell.top);
    if (row) row.push(cell);
    else rows.set(cell.top, [cell]);
  }
  return rows;
}
