import type { Area } from './matrix.ts';

const height = 16;

/** Higher than this nothing is text of a page. */
const most = 8;

/** Areas to be asked for by strips of the page: those near to another. */
export function stripsOf<T extends Area>(areas: readonly T[]): (area: Area) => readonly T[] {
  const strips = new Map<number, T[]>();
  for (const area of areas) {
    for (const at of spanOf(area)) {
      const there = strips.get(at);
      if (there) there.push(area);
      else strips.set(at, [area]);
    }
  }
  return (area) => strips.get(Math.floor((area.y0 + area.y1) / 2 / height)) ?? [];
}

function spanOf({ y0, y1 }: Area): number[] {
  const first = Math.floor(y0 / height);
  const count = Math.min(most, Math.floor(y1 / height) - first + 1);
  return count > 0 ? Array.from({ length: count }, (_, i) => first + i) : [];
}

/** Which share of the smaller area both have. */
export function overlap(one: Area, other: Area): number {
  const wide = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const high = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  if (!(wide > 0 && high > 0)) return 0;
  const size = ({ x0, y0, x1, y1 }: Area): number => (x1 - x0) * (y1 - y0);
  return (wide * high) / Math.min(size(one), size(other));
}
