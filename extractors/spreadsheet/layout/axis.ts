import type { Span } from '../workbook.ts';

/** Rows or columns with the hidden ones taken out. */
export interface Axis {
  isHidden(index: number): boolean;
  /** How many indexes before this one show: the place of a shown index among the shown. */
  place(index: number): number;
}

export function createAxis(hidden: readonly Span[]): Axis {
  const spans = joinSpans(hidden);
  const before: number[] = [];
  let sum = 0;
  for (const { from, to } of spans) {
    before.push(sum);
    sum += to - from + 1;
  }
  /** The last span that begins at or before an index, or -1. */
  const find = (index: number): number => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    isHidden: (index) => index <= (spans[find(index)]?.to ?? -1),
    place(index) {
      const at = find(index);
      const span = spans[at];
      if (!span) return index;
      return index - (before[at] ?? 0) - Math.min(index - span.from, span.to - span.from + 1);
    },
  };
}

function joinSpans(hidden: readonly Span[]): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...hidden].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
