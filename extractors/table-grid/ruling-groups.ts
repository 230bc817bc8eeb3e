import type { Ruling, Rulings } from './rulings.ts';

/** Rulings that cross or touch each other, directly or through others. */
export interface RulingGroup {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
}

/** How far a ruling may miss the one it should touch; a table in a cell keeps more distance. */
export const missedJunction = 3.5;
/** Buckets along each side of the page: enough that one holds few rulings. */
const buckets = 64;

interface Node {
  readonly ruling: Ruling;
  readonly isHorizontal: boolean;
  parent: Node | undefined;
}

/** The groups of rulings that hang together, and those that touch nothing, in their order. */
export function rulingGroups({ horizontal, vertical }: Rulings): {
  groups: RulingGroup[];
  lone: RulingGroup;
} {
  const across = horizontal.map((ruling) => node(ruling, true));
  const down = vertical.map((ruling) => node(ruling, false));
  connect(across, down);
  const byRoot = new Map<Node, RulingGroup>();
  for (const one of [...across, ...down]) {
    const root = rootOf(one);
    const group = byRoot.get(root) ?? { horizontal: [], vertical: [] };
    byRoot.set(root, group);
    (one.isHorizontal ? group.horizontal : group.vertical).push(one.ruling);
  }
  const all = [...byRoot.values()];
  return {
    groups: all.filter((group) => group.horizontal.length > 0 && group.vertical.length > 0),
    lone: {
      horizontal: all.filter((group) => group.vertical.length === 0).flatMap((g) => g.horizontal),
      vertical: all.filter((group) => group.horizontal.length === 0).flatMap((g) => g.vertical),
    },
  };
}

function node(ruling: Ruling, isHorizontal: boolean): Node {
  return { ruling, isHorizontal, parent: undefined };
}

function rootOf(one: Node): Node {
  let root = one;
  while (root.parent) {
    if (root.parent.parent) root.parent = root.parent.parent;
    root = root.parent;
  }
  return root;
}

function touch(h: Ruling, v: Ruling): boolean {
  return (
    v.at >= h.from - missedJunction &&
    v.at <= h.to + missedJunction &&
    h.at >= v.from - missedJunction &&
    h.at <= v.to + missedJunction
  );
}

/** Only rulings of one bucket are compared; a bucket is a 64th of the page high and wide. */
function connect(across: readonly Node[], down: readonly Node[]): void {
  const width = bucketSize(across.map(({ ruling }) => ruling.to).concat(down.map(at)));
  const height = bucketSize(down.map(({ ruling }) => ruling.to).concat(across.map(at)));
  const index = new Map<string, Node[]>();
  for (const one of down) {
    const { at: x, from, to } = one.ruling;
    const column = Math.floor(x / width);
    for (let row = Math.floor(from / height); row <= Math.floor(to / height); row += 1) {
      const key = `${row},${column}`;
      const bucket = index.get(key);
      if (bucket) bucket.push(one);
      else index.set(key, [one]);
    }
  }
  for (const one of across) {
    const { at: y, from, to } = one.ruling;
    const rows = range(y - missedJunction, y + missedJunction, height);
    for (const column of range(from - missedJunction, to + missedJunction, width)) {
      for (const row of rows) {
        for (const other of index.get(`${row},${column}`) ?? []) {
          if (touch(one.ruling, other.ruling)) unite(one, other);
        }
      }
    }
  }
}

function at({ ruling }: Node): number {
  return ruling.at;
}

function bucketSize(ends: readonly number[]): number {
  let most = 1;
  for (const end of ends) most = Math.max(most, Math.abs(end));
  return Math.max(most / buckets, 4 * missedJunction);
}

function range(from: number, to: number, size: number): number[] {
  const first = Math.floor(from / size);
  return Array.from({ length: Math.floor(to / size) - first + 1 }, (_, i) => first + i);
}

function unite(a: Node, b: Node): void {
  const [rootA, rootB] = [rootOf(a), rootOf(b)];
  if (rootA !== rootB) rootB.parent = rootA;
}
