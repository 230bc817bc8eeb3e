import { likeness, nameCore } from './similarity.ts';

/** What an indicator is compared by. */
export interface Comparable {
  readonly ordinal: number;
  readonly level1_code: string | null;
  readonly level2_code: string | null;
  readonly level3: string;
  readonly target_operator: string | null;
  readonly target_value: number | null;
  readonly target_unit: string | null;
}

export interface Pair<T> {
  readonly now: T;
  readonly before: T;
  /** 1 for the same name, 0.95 for the same but for an ending, less for a rewording. */
  readonly score: number;
}

const sameName = 1;
const sameCore = 0.95;
/** A rewording never scores as high as an ending that came or went. */
const bestRewording = 0.9;
const acceptedWording = 0.6;
const acceptedEdits = 0.75;
/** Shorter names are contained in others by chance. */
const shortestContained = 4;
/** Shared characters that make a weak match, and fewer where the target is of the same kind too. */
const acceptedCharacters = 0.45;
const acceptedWithTarget = 0.25;
const weakRewording = 0.6;

/**
 * Pairs this year's indicators with last year's, one to one and within the same block: equal names
 * first, then equal cores, then the likeliest of what is left. What no wording tells apart is left
 * unpaired rather than guessed.
 */
export function pairIndicators<T extends Comparable>(
  now: readonly T[],
  before: readonly T[],
): Pair<T>[] {
  const candidates = now.flatMap((a) =>
    before
      .filter((b) => sameBlock(a, b))
      .map((b) => ({ now: a, before: b, score: similarity(a, b) }))
      .filter(({ score }) => score > 0),
  );
  candidates.sort(byScoreThenPlace);
  const taken = new Set<T>();
  return candidates.filter((pair) => {
    if (taken.has(pair.now) || taken.has(pair.before)) return false;
    taken.add(pair.now).add(pair.before);
    return true;
  });
}

function sameBlock(a: Comparable, b: Comparable): boolean {
  return a.level2_code === b.level2_code && a.level1_code === b.level1_code;
}

/** 0 where two indicators are too far apart to be one. */
function similarity(a: Comparable, b: Comparable): number {
  if (a.level3 === b.level3) return sameName;
  const [left, right] = [nameCore(a.level3), nameCore(b.level3)];
  if (left === right) return sameCore;
  if (contains(left, right) || contains(right, left)) return bestRewording;
  const { characters, bigrams, edits } = likeness(left, right);
  const wording = Math.max(characters, bigrams);
  if (wording >= acceptedWording || edits >= acceptedEdits) {
    return bestRewording * Math.max(wording, edits);
  }
  const needed = sameKindOfTarget(a, b) ? acceptedWithTarget : acceptedCharacters;
  return characters >= needed ? weakRewording * characters : 0;
}

function contains(whole: string, part: string): boolean {
  return part.length >= shortestContained && whole.includes(part);
}

/** The same unit and comparison; figures may have moved, but not to another magnitude. */
function sameKindOfTarget(a: Comparable, b: Comparable): boolean {
  if (a.target_unit !== b.target_unit || a.target_operator !== b.target_operator) return false;
  const [x, y] = [a.target_value, b.target_value];
  if (x === null || y === null) return x === y;
  return Math.max(Math.abs(x), Math.abs(y)) <= 2 * Math.min(Math.abs(x), Math.abs(y));
}

/** Among equals the ones nearest in the form, so that a repeated name pairs in order. */
function byScoreThenPlace(a: Pair<Comparable>, b: Pair<Comparable>): number {
  return b.score - a.score || distance(a) - distance(b) || a.now.ordinal - b.now.ordinal;
}

function distance({ now, before }: Pair<Comparable>): number {
  return Math.abs(now.ordinal - before.ordinal);
}
