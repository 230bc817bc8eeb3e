import type { Segment } from '../drawn-page.ts';
import {
  type AlignedGrid,
  type AlignedRow,
  gridOfRows,
  isOneRow,
  rowsOfLines,
} from './aligned-rows.ts';
import { anchoredRows } from './anchored-rows.ts';
import { openBand } from './open-band.ts';
import { type Ruling, rulings } from './rulings.ts';
import { type Chunk, chunksOf, isFigure, partedChunks } from './text-chunks.ts';
import { partedAtGutters } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';

/** Rules of one table begin and end this near each other, and are no shorter than this. */
const sameEnd = 6;
const shortestRule = 72;
/** From so many rules on, every two enclose one row; fewer enclose the head and the body. */
const ruledRows = 4;
/** At least this share of the lines between two rules stand in several columns, or in one of them: … */
const tabularShare = 0.5;
/** … a line is prose if it runs without a gap over this share of the rules' length. */
const proseShare = 0.5;
/** With two rules alone: any paragraph may stand between two lines across the page. */
const tabularShareOfTwo = 0.7;

interface Band {
  readonly y0: number;
  readonly y1: number;
  /** The rules' ends. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly (readonly Chunk[])[];
}

/** The first table drawn by horizontal rules alone: a head between the upper two, a body (三线表). */
export function firstRuleTable(
  lines: readonly TextLine[],
  segments: readonly Segment[],
): AlignedGrid | null {
  for (const rules of sameRules(rulings(segments).horizontal)) {
    for (const bands of tabularBands(bandsBetween(rules, lines))) {
      const found = tableOf(withOpenBand(bands, lines)) ?? tableOf(bands);
      if (found) return found;
    }
  }
  return null;
}

/** Rules as wide as each other, from top to bottom. */
function sameRules(horizontal: readonly Ruling[]): Ruling[][] {
  const byEnds = new Map<string, Ruling[]>();
  for (const rule of horizontal) {
    if (rule.to - rule.from < shortestRule) continue;
    const key = keyFor(rule, byEnds);
    const same = byEnds.get(key);
    if (same) same.push(rule);
    else byEnds.set(key, [rule]);
  }
  return [...byEnds.values()].filter(({ length }) => length > 1);
}

/** Ends are rounded; a rule just beyond the rounding joins the neighbour that is there. */
function keyFor({ from, to }: Ruling, byEnds: ReadonlyMap<string, unknown>): string {
  const [a, b] = [Math.round(from / sameEnd), Math.round(to / sameEnd)];
  for (const left of [a, a - 1, a + 1]) {
    for (const right of [b, b - 1, b + 1]) {
      if (byEnds.has(`${left},${right}`)) return `${left},${right}`;
    }
  }
  return `${a},${b}`;
}

function bandsBetween(rules: readonly Ruling[], lines: readonly TextLine[]): Band[] {
  const bands: Band[] = [];
  let next = 0;
  for (const [i, lower] of rules.entries()) {
    const upper = rules[i - 1];
    if (!upper) continue;
    const inside: Chunk[][] = [];
    for (let line = lines[next]; line && middle(line) < lower.at; line = lines[next]) {
      if (middle(line) > upper.at && overlaps(line, upper)) inside.push(chunksOf(line));
      next += 1;
    }
    bands.push({ y0: upper.at, y1: lower.at, from: upper.from, to: upper.to, lines: inside });
  }
  return bands;
}

function middle({ y0, y1 }: TextLine): number {
  return (y0 + y1) / 2;
}

function overlaps({ x0, x1 }: TextLine, { from, to }: Ruling): boolean {
  return x0 < to && x1 > from;
}

/** Bands that follow each other and hold lines of several columns; empty ones hold double rules. */
function tabularBands(bands: readonly Band[]): Band[][] {
  const groups: Band[][] = [];
  let group: Band[] = [];
  for (const band of bands) {
    if (band.lines.length === 0) continue;
    if (isTabular(band)) group.push(band);
    else {
      groups.push(group);
      group = [];
    }
  }
  groups.push(group);
  return groups.filter(({ length }) => length > 0);
}

function isTabular({ lines, from, to }: Band): boolean {
  const prose = lines.filter(
    ([only, more]) => only && !more && only.x1 - only.x0 > proseShare * (to - from),
  );
  return tabular(lines) > 0 && lines.length - prose.length >= tabularShare * lines.length;
}

function tabular(lines: readonly (readonly Chunk[])[]): number {
  return lines.filter(({ length }) => length > 1).length;
}

/** A head whose table the page's end cuts has its body below the last rule. */
function withOpenBand(bands: readonly Band[], lines: readonly TextLine[]): readonly Band[] {
  const [head, more] = bands;
  if (!head || more || head.lines.flat().some(isFigure)) return bands;
  const below = openBand(lines, head);
  return below ? [head, { ...head, ...below }] : bands;
}

function withParts(bands: readonly Band[]): Band[] {
  const parted = partedChunks(bands.flatMap(({ lines }) => lines));
  let next = 0;
  return bands.map((band) => {
    const from = next;
    next += band.lines.length;
    return { ...band, lines: parted.slice(from, next) };
  });
}

function tableOf(found: readonly Band[]): AlignedGrid | null {
  const bands = withParts(found);
  const inBands = bands.flatMap((band) => band.lines);
  if (bands.length === 1 && tabular(inBands) < tabularShareOfTwo * inBands.length) return null;
  const body = bands.length > 1 ? bands.slice(1).flatMap((band) => band.lines) : inBands;
  const { lines, xs } = partedAtGutters(inBands, body.length > 1 ? body : inBands);
  if (xs.length < 3) return null;
  for (const { x0, x1 } of [
    ...lines.flat(),
    ...bands.map(({ from, to }) => ({ x0: from, x1: to })),
  ]) {
    xs[0] = Math.min(xs[0] ?? x0, x0);
    xs[xs.length - 1] = Math.max(xs.at(-1) ?? x1, x1);
  }
  let next = 0;
  const rows = bands.flatMap((band, i) => {
    const own = lines.slice(next, next + band.lines.length);
    next += band.lines.length;
    return rowsOfBand({ ...band, lines: own }, i, bands.length, xs);
  });
  return rows.length > 1 ? gridOfRows(rows, xs) : null;
}

/** A head, and a band of a table ruled row by row, is one row; a body has one a line. */
function rowsOfBand(band: Band, i: number, count: number, xs: readonly number[]): AlignedRow[] {
  const { y0, y1, lines } = band;
  const isRuledOff = count + 1 >= ruledRows || (count > 1 && i === 0);
  return isRuledOff && isOneRow(lines, xs)
    ? [{ chunks: lines.flat(), y0, y1 }]
    : (anchoredRows(lines, xs, { y0, y1 }) ?? rowsOfLines(lines, xs, y0, y1));
}
