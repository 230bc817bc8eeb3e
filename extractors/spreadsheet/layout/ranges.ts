import type { Range } from '../workbook.ts';

/** The smallest range around two. */
export function around(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The smallest range around all, or null around none. */
export function aroundAll(ranges: Iterable<Range>): Range | null {
  let found: Range | null = null;
  for (const range of ranges) found = found ? around(found, range) : range;
  return found;
}

export function overlaps(a: Range, b: Range): boolean {
  return rowsMeet(a, b) && columnsMeet(a, b);
}

export function rowsMeet(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom;
}

export function columnsMeet(a: Range, b: Range): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** Joins ranges that overlap, until none do. */
export function joinOverlapping(ranges: readonly Range[]): Range[] {
  let joined = [...ranges];
  for (let changed = true; changed; ) {
    changed = false;
    const kept: Range[] = [];
    for (const range of joined) {
      const at = kept.findIndex((other) => overlaps(range, other));
      const other = kept[at];
      if (other) {
        kept[at] = around(range, other);
        changed = true;
      } else kept.push(range);
    }
    joined = kept;
  }
  return joined;
}
