import { countNumbers, type Fact, factsOf, numbersOf } from './facts.ts';
import type { Grid } from './grid.ts';
import { type CellScore, scoreCells } from './score-cells.ts';
import type { Truth } from './truth.ts';

/** How a tool did on facts and cells; scores of files are added up. */
export interface Score {
  readonly facts: number;
  /** The right figure under the right labels. */
  readonly found: number;
  /** The figure is there, under other labels or none. */
  readonly wrong: number;
  /** Wrong, and nothing says so. */
  readonly silent: number;
  /** The figure is not there. */
  readonly lost: number;
  /** Null for a tool that gives no grid. */
  readonly cells: CellScore | null;
}

/** What a tool made of a file, read by one rule. */
export interface Reading {
  readonly grids: readonly Grid[];
  readonly text: string;
  /** The grids are tables of the file, not lines of text. */
  readonly tables: boolean;
  /** Whether something says that this place is in doubt. */
  readonly isTold: (fact: Fact) => boolean;
}

/** Nothing read: every figure is lost, and the failure says so. */
export function scoreNothing(truth: Truth): Score {
  const facts = factsOf(truth.tables).length;
  const cells = scoreCells(truth.tables, []);
  return { facts, found: 0, wrong: 0, silent: 0, lost: facts, cells };
}

export function scoreReading(truth: Truth, reading: Reading): Score {
  const facts = factsOf(truth.tables);
  const given = factsByFigure(reading.grids);
  const numbers = tableNumbers(reading.text, truth.prose);
  const missed: Fact[] = [];
  for (const fact of facts) {
    const match = takeFact(given, fact, reading.tables);
    if (match) takeNumbers(numbers, match.figure);
    else missed.push(fact);
  }
  let wrong = 0;
  let silent = 0;
  for (const fact of missed) {
    const place = given.get(fact.figure)?.shift();
    if (!takeNumbers(numbers, fact.figure) && !place) continue;
    wrong += 1;
    if (!place || !reading.isTold(place)) silent += 1;
  }
  const found = facts.length - missed.length;
  return {
    ...{ facts: facts.length, found, wrong, silent, lost: missed.length - wrong },
    cells: reading.tables ? scoreCells(truth.tables, reading.grids) : null,
  };
}

function factsByFigure(grids: readonly Grid[]): Map<string, Fact[]> {
  const byFigure = new Map<string, Fact[]>();
  for (const fact of factsOf(grids)) {
    const list = byFigure.get(fact.figure) ?? [];
    list.push(fact);
    byFigure.set(fact.figure, list);
  }
  return byFigure;
}

/** Takes the given fact that is the true one, the one most like it first. */
function takeFact(
  given: ReadonlyMap<string, Fact[]>,
  fact: Fact,
  tables: boolean,
): Fact | undefined {
  const list = given.get(fact.figure) ?? [];
  const same = tables ? isSame : isPartOf;
  const exact = list.findIndex(
    ({ rowLabel, columnLabel }) =>
      isSame(rowLabel, fact.rowLabel) && isSame(columnLabel, fact.columnLabel),
  );
  const at =
    exact >= 0
      ? exact
      : list.findIndex(
          ({ rowLabel, columnLabel }) =>
            same(rowLabel, fact.rowLabel) && same(columnLabel, fact.columnLabel),
        );
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

function isSame(given: string, label: string): boolean {
  return given === label;
}

/** In plain text a label may be broken over lines: two characters of it are enough. */
function isPartOf(given: string, label: string): boolean {
  if (label === '') return true;
  return given === label || (given.length >= 2 && label.includes(given));
}

/** The numbers a tool gives without those of the prose, which could stand in for lost ones. */
function tableNumbers(text: string, prose: string): Map<string, number> {
  const counts = countNumbers(text);
  for (const [number, times] of countNumbers(prose)) {
    counts.set(number, Math.max(0, (counts.get(number) ?? 0) - times));
  }
  return counts;
}

/** Takes every number of a figure, or none where one is missing. */
function takeNumbers(counts: Map<string, number>, figure: string): boolean {
  const numbers = numbersOf(figure);
  if (numbers.some((number) => (counts.get(number) ?? 0) === 0)) return false;
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) - 1);
  return true;
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((total, each) => total + of(each), 0);
  return {
    facts: sum(({ facts }) => facts),
    found: sum(({ found }) => found),
    wrong: sum(({ wrong }) => wrong),
    silent: sum(({ silent }) => silent),
    lost: sum(({ lost }) => lost),
    cells: addCells(scores.map(({ cells }) => cells)),
  };
}

/** Null where a tool gave lines of text for any file. */
function addCells(scores: readonly (CellScore | null)[]): CellScore | null {
  const known = scores.filter((score) => score !== null);
  if (known.length < scores.length) return null;
  const sum = (of: (score: CellScore) => number) =>
    known.reduce((total, each) => total + of(each), 0);
  return {
    cells: sum(({ cells }) => cells),
    exact: sum(({ exact }) => exact),
    exactButRow: sum(({ exactButRow }) => exactButRow),
  };
}
