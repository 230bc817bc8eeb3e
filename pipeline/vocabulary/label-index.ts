import { contrasts, qualifiers } from '../../schemas/vocabulary/contrasts.ts';
import type { LabelConcept, LabelKind } from '../../schemas/vocabulary.ts';
import { readLabel } from './label-text.ts';
import { editRatio, jaccard } from './similarity.ts';
import { wordsOf } from './words.ts';

/** A label found in the vocabulary. */
export interface LabelMatch {
  readonly code: string;
  readonly concept: LabelConcept;
  /** The vocabulary's label that it was matched to. */
  readonly label: string;
  /** 1 for a known label; below 1 for a fuzzy match, which is also the value's confidence. */
  readonly score: number;
}

/** The vocabulary, ready to be asked. */
export interface LabelIndex {
  /** A label as known, after normalisation. */
  exact(kind: LabelKind, raw: string): LabelMatch | undefined;
  /** As known, or the one concept of that kind it is unmistakably close to. */
  find(kind: LabelKind, raw: string): LabelMatch | undefined;
  /** The closest concept however far, for a person to decide on. */
  suggest(kind: LabelKind, raw: string): LabelMatch | undefined;
}

/** Below this a resemblance is only a suggestion. */
const acceptedScore = 0.8;
/** A second concept this close makes a match ambiguous, so that none is made. */
const margin = 0.08;
/** Longer text is a sentence, not a label. */
const longestLabel = 24;

interface Entry {
  readonly label: string;
  readonly name: string;
  readonly concept: LabelConcept;
  readonly characters: ReadonlySet<string>;
  /** Cut when first needed: jieba takes time to load. */
  words: ReadonlySet<string> | undefined;
}

/**
 * @throws TypeError where one label of a kind is claimed by two codes, since a wrong merge is worse
 *   than a missing label; or where nothing of a label is left to compare: （万元）
 */
export function buildLabelIndex(concepts: readonly LabelConcept[]): LabelIndex {
  const byKind = new Map<LabelKind, Map<string, Entry>>();
  for (const concept of concepts) addConcept(byKind, concept);
  const closest = memoize((kind, name) => closestEntries(byKind.get(kind), name));

  const exact = (kind: LabelKind, raw: string): LabelMatch | undefined => {
    const entry = byKind.get(kind)?.get(nameFor(kind, raw));
    return (
      entry && { code: entry.concept.code, concept: entry.concept, label: entry.label, score: 1 }
    );
  };
  const fuzzy = (kind: LabelKind, raw: string) => {
    const name = nameFor(kind, raw);
    // No label holds a figure, so text that does is not compared with all of them.
    if (name.length < 3 || name.length > longestLabel || /\d/.test(name)) return [];
    return closest(kind, name);
  };
  return {
    exact,
    find(kind, raw) {
      const known = exact(kind, raw);
      if (known) return known;
      const [best, second] = fuzzy(kind, raw);
      if (!best || best.score < acceptedScore) return undefined;
      if (saysOtherwise(nameFor(kind, raw), nameFor(kind, best.label))) return undefined;
      return second && best.score - second.score < margin ? undefined : best;
    },
    suggest: (kind, raw) => exact(kind, raw) ?? fuzzy(kind, raw)[0],
  };
}

/** 县级预算部门名称: whose level of government the form was printed for is no part of the label. */
const governmentLevel = /^(?:[省市县区乡镇]级|本级)(?=[\p{Script=Han}]{3})/u;

/** Level labels are compared without 指标, as the national forms print them either way. */
function nameFor(kind: LabelKind, raw: string): string {
  const { name } = readLabel(raw);
  if (kind === 'level1' || kind === 'level2') return name.replaceAll('指标', '');
  return kind === 'identity' ? name.replace(governmentLevel, '') : name;
}

function addConcept(byKind: Map<LabelKind, Map<string, Entry>>, concept: LabelConcept): void {
  const entries = byKind.get(concept.kind) ?? new Map<string, Entry>();
  byKind.set(concept.kind, entries);
  for (const label of concept.labels) {
    const name = nameFor(concept.kind, label);
    if (name === '') {
      throw new TypeError(`Expected a ${concept.kind} label with a name, got "${label}"`);
    }
    const claimed = entries.get(name);
    if (claimed && claimed.concept.code !== concept.code) {
      throw new TypeError(
        `Expected one code for the ${concept.kind} label "${label}", got ${claimed.concept.code} and ${concept.code}`,
      );
    }
    entries.set(name, { label, name, concept, characters: new Set(name), words: undefined });
  }
}

/** Whether the words that differ are just those that matter: 年末结转 is not 年初结转. */
function saysOtherwise(a: string, b: string): boolean {
  const only = (words: readonly string[], here: string, there: string) =>
    words.some((word) => here.includes(word) && !there.includes(word));
  return (
    contrasts.some((words) => only(words, a, b) && only(words, b, a)) ||
    only(qualifiers, a, b) ||
    only(qualifiers, b, a)
  );
}

/** The best match of each code, best first. */
function closestEntries(entries: Map<string, Entry> | undefined, name: string): LabelMatch[] {
  const best = new Map<string, LabelMatch>();
  const characters = new Set(name);
  let words: Set<string> | undefined;
  for (const entry of entries?.values() ?? []) {
    if (jaccard(characters, entry.characters) < 0.5) continue;
    entry.words ??= new Set(wordsOf(entry.name));
    words ??= new Set(wordsOf(name));
    const score = 0.99 * Math.max(editRatio(name, entry.name), 0.9 * jaccard(words, entry.words));
    if (score > (best.get(entry.concept.code)?.score ?? 0)) {
      const { concept, label } = entry;
      best.set(concept.code, { code: concept.code, concept, label, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

type Closest = (kind: LabelKind, name: string) => LabelMatch[];

function memoize(compute: Closest): Closest {
  const cache = new Map<string, LabelMatch[]>();
  return (kind, name) => {
    const key = `${kind}\n${name}`;
    const known = cache.get(key);
    if (known) return known;
    const found = compute(kind, name);
    if (cache.size >= 20_000) cache.clear();
    cache.set(key, found);
    return found;
  };
}
