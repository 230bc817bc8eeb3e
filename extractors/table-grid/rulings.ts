import type { Segment } from '../drawn-page.ts';
import { dotsInLine, type LinePiece } from './dotted-lines.ts';

/** A straight ruling, all its pieces joined. */
export interface Ruling {
  /** Where it lies: y of a horizontal ruling, x of a vertical one. */
  readonly at: number;
  /** Where it begins and ends along its own direction; from < to. */
  readonly from: number;
  readonly to: number;
}

export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Pieces whose centre lines lie nearer than this are one line: jitter of rounding and of scans. */
const sameLine = 1.5;
/** Gaps in a line that a reader does not see as its end: dashes, corners left open. */
const closedGap = 4;
/** Lines lying so densely over more than this are a filled area; only its two sides are lines. */
const filledArea = 6;
/** Shorter than this nothing is a ruling: no row and no column is so small. */
const shortest = 3;
/** PDF pages end at 14,400 points; what lies far beyond is not on the page. */
const farthest = 30_000;

/** A page's segments as whole rulings; slanted ones are left out. Near-linear in their number. */
export function rulings(segments: readonly Segment[]): Rulings {
  const horizontal: LinePiece[] = [];
  const vertical: LinePiece[] = [];
  const dotsAcross: LinePiece[] = [];
  const dotsDown: LinePiece[] = [];
  for (const { x0, y0, x1, y1, width } of segments) {
    if (![x0, y0, x1, y1].every((value) => Math.abs(value) <= farthest)) continue;
    const dx = Math.abs(x1 - x0);
    const dy = Math.abs(y1 - y0);
    const thickness = Number.isFinite(width) ? Math.abs(width) : 0;
    if (isDot(dx, dy, thickness)) {
      dotsAcross.push(piece(x0, x1, (y0 + y1) / 2, thickness));
      dotsDown.push(piece(y0, y1, (x0 + x1) / 2, thickness));
    } else {
      if (isAlong(dx, dy)) horizontal.push(piece(x0, x1, (y0 + y1) / 2, thickness));
      if (isAlong(dy, dx)) vertical.push(piece(y0, y1, (x0 + x1) / 2, thickness));
    }
  }
  return {
    horizontal: joined(horizontal.concat(dotsInLine(dotsAcross, horizontal, closedGap))),
    vertical: joined(vertical.concat(dotsInLine(dotsDown, vertical, closedGap))),
  };
}

/** Leans by less than 2 degrees, or by what jitter does to a short dash. */
function isAlong(along: number, across: number): boolean {
  return along > 0 && across <= Math.max(0.035 * along, Math.min(1.5, along / 2));
}

/** A dot is as long as it is thick, but for rounding. */
const squareDot = 1.2;

function isDot(dx: number, dy: number, width: number): boolean {
  return Math.max(dx, dy) <= Math.max(0.6, squareDot * width);
}

function piece(a: number, b: number, at: number, width: number): LinePiece {
  return { at, from: Math.min(a, b), to: Math.max(a, b), width };
}

/** A line in the making: pieces of one band, or of neighbouring bands. */
interface Run {
  from: number;
  to: number;
  /** Sum of at × length, and of length: the line lies where most of its ink lies. */
  moment: number;
  length: number;
  lowest: number;
  highest: number;
  longest: number;
  width: number;
  into: Run | undefined;
}

/**
 * Bands as high as `sameLine` keep this near-linear however many pieces lie on each other: within a
 * band one sweep joins what touches, and of two neighbouring bands one more.
 */
function joined(pieces: readonly LinePiece[]): Ruling[] {
  const bands = new Map<number, LinePiece[]>();
  for (const one of pieces) {
    const key = Math.floor(one.at / sameLine);
    const band = bands.get(key);
    if (band) band.push(one);
    else bands.set(key, [one]);
  }
  const runs = new Map<number, Run[]>();
  for (const [key, band] of bands) runs.set(key, runsOf(band));
  for (const [key, upper] of runs) joinBands(upper, runs.get(key + 1) ?? []);
  return [...runs.values()]
    .flat()
    .filter(({ into }) => into === undefined)
    .flatMap(asRulings)
    .sort((a, b) => a.at - b.at || a.from - b.from);
}

function runsOf(band: LinePiece[]): Run[] {
  band.sort((a, b) => a.from - b.from);
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const { at, from, to, width } of band) {
    // A dot weighs a little, so that a line of dots has a place.
    const length = Math.max(to - from, 0.01);
    const next: Run = {
      from,
      to,
      moment: at * length,
      length,
      lowest: at,
      highest: at,
      longest: to - from,
      width,
      into: undefined,
    };
    if (last && from - last.to <= closedGap) merge(last, next);
    else {
      runs.push(next);
      last = next;
    }
  }
  return runs;
}

function merge(run: Run, other: Run): void {
  run.from = Math.min(run.from, other.from);
  run.to = Math.max(run.to, other.to);
  run.moment += other.moment;
  run.length += other.length;
  run.lowest = Math.min(run.lowest, other.lowest);
  run.highest = Math.max(run.highest, other.highest);
  run.longest = Math.max(run.longest, other.longest);
  run.width = Math.max(run.width, other.width);
  other.into = run;
}

/** Both lists are sorted and their runs lie apart, so one pass meets every touching pair. */
function joinBands(upper: readonly Run[], lower: readonly Run[]): void {
  let u = 0;
  let l = 0;
  for (;;) {
    const [a, b] = [upper[u], lower[l]];
    if (!a || !b) return;
    const [endA, endB] = [a.to, b.to];
    if (b.from - a.to <= closedGap && a.from - b.to <= closedGap) {
      const [rootA, rootB] = [rootOf(a), rootOf(b)];
      const apart = Math.abs(a.moment / a.length - b.moment / b.length);
      if (rootA !== rootB && apart <= sameLine) merge(rootA, rootB);
    }
    if (endA < endB) u += 1;
    else l += 1;
  }
}

function rootOf(run: Run): Run {
  let root = run;
  while (root.into) root = root.into;
  for (let step: Run | undefined = run; step && step !== root; ) {
    const next: Run | undefined = step.into;
    step.into = root;
    step = next;
  }
  return root;
}

function asRulings(run: Run): Ruling[] {
  const { from, to } = run;
  if (to - from < shortest || to - from <= run.width) return [];
  if (run.highest - run.lowest <= filledArea) return [{ at: run.moment / run.length, from, to }];
  return [
    { at: run.lowest, from, to },
    { at: run.highest, from, to },
  ];
}
