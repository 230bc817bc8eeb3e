import type { Operator } from '../../schemas/codes.ts';
import {
  type Comparator,
  endsOfWords,
  leadingComparators,
  trailingComparators,
} from '../../schemas/vocabulary/comparators.ts';
import { alternatives, quoted } from './pattern.ts';

/** What a comparing word says. */
export interface Comparison {
  readonly operator: Operator;
  /** Compares in a target only. */
  readonly weak: boolean;
}

const wordsOf = (table: readonly Comparator[]) => table.flatMap((c) => c.words);

/** 约 compares, the 约 of 节约 does not. */
function guarded(word: string): string {
  const before = endsOfWords[word];
  return before === undefined ? quoted(word) : `(?<![${before}])${quoted(word)}`;
}

/** Patterns of the words and signs that compare, for use in longer patterns. */
export const leading = alternatives(wordsOf(leadingComparators), guarded);
export const trailing = alternatives(wordsOf(trailingComparators));

export function readLeading(word: string | undefined): Comparison | undefined {
  return find(word, leadingComparators);
}

export function readTrailing(word: string | undefined): Comparison | undefined {
  return find(word, trailingComparators);
}

function find(word: string | undefined, table: readonly Comparator[]): Comparison | undefined {
  const entry = word === undefined ? undefined : table.find((c) => c.words.includes(word));
  return entry && { operator: entry.operator, weak: entry.weak === true };
}
