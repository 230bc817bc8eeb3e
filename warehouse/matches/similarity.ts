/** How alike two indicator names are. Pure, no vocabulary but the endings every indicator may have. */

const ending = /(率|数量|个数|人数|次数|数|情况|工作)$/;

/**
 * The part of a name that is kept from year to year: NFKC, digits, comparators and punctuation
 * dropped, and one of the endings 率, 数, 情况, 工作 … that come and go.
 */
export function nameCore(name: string): string {
  const letters = name.normalize('NFKC').replace(/[\d\s\p{P}\p{S}]/gu, '');
  const core = letters.replace(ending, '');
  return core === '' ? letters : core;
}

function counts(items: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

function overlap(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0;
  for (const [item, count] of a) shared += Math.min(count, b.get(item) ?? 0);
  return shared;
}

function total(items: Map<string, number>): number {
  return [...items.values()].reduce((sum, count) => sum + count, 0);
}

function bigrams(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Jaccard index of two bags. */
function jaccard(a: Iterable<string>, b: Iterable<string>): number {
  const [left, right] = [counts(a), counts(b)];
  const shared = overlap(left, right);
  const union = total(left) + total(right) - shared;
  return union === 0 ? 0 : shared / union;
}

/** 1 − edit distance ÷ longer length. */
export function editRatio(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 1;
  let row = right.map((_, index) => index + 1);
  for (const [i, character] of left.entries()) {
    let diagonal = i;
    let leftCell = i + 1;
    row = right.map((other, j) => {
      const above = row[j] ?? 0;
      const cell = Math.min(above + 1, leftCell + 1, diagonal + (other === character ? 0 : 1));
      diagonal = above;
      leftCell = cell;
      return cell;
    });
  }
  return 1 - (row.at(-1) ?? left.length) / longer;
}

/** The best of three views on two cores: same characters, same bigrams, few edits. */
export interface Likeness {
  readonly characters: number;
  readonly bigrams: number;
  readonly edits: number;
}

export function likeness(a: string, b: string): Likeness {
  return {
    characters: jaccard(a, b),
    bigrams: jaccard(bigrams(a), bigrams(b)),
    edits: editRatio(a, b),
  };
}
