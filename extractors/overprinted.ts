import type { DrawnPage, Glyph } from './drawn-page.ts';
import { glyphRuns } from './glyph-runs.ts';

/** A page without text that lies on other text, and in how many places it does. */
export interface OverprintedPage {
  readonly page: DrawnPage;
  readonly places: number;
}

/** Two characters that share as much of their width and height can't both be read. */
const illegible = 0.5;

/** From this share of the characters of the shorter text on, one lies on the other. */
const most = 0.6;

/** As high as the strips that glyphs are looked up by, in points. */
const strip = 16;

/** Neighbours looked at: a page on which more lie at one place is an attack. */
const mostNear = 64;

const digit = /\p{N}/u;

/** Blanks to be filled, boxes to be ticked and leaders are made to be written on. */
const written = /[\p{L}\p{N}]/u;

/**
 * Sets aside, as unread, texts that were drawn over each other and differ: nobody can tell which of
 * two figures stands, and mixed they make a third. The same text drawn twice is a false bold.
 */
export function setApartOverprinted(page: DrawnPage): OverprintedPage {
  const runs = glyphRuns(page.glyphs, ({ aside }) => !aside);
  const runOf = new Map(runs.flatMap((run) => run.map((glyph) => [glyph, run] as const)));
  const near = neighbours([...runOf.keys()].filter(({ text }) => written.test(text)));
  const unread = new Set<Glyph[]>();
  let places = 0;
  for (const run of runs) {
    for (const [other, { all, differing }] of lyingOn(run, runOf, near)) {
      const own = writtenIn(run);
      if (own < 2 || own > writtenIn(other) || all < most * own || differing === 0) continue;
      if (textOf(run) === textOf(other)) continue;
      if (!unread.has(run) || !unread.has(other)) places++;
      unread.add(run);
      if (!isOverrunning(other, run, all)) unread.add(other);
    }
  }
  if (places === 0) return { page, places };
  const glyphs = page.glyphs.map((glyph): Glyph => {
    const run = runOf.get(glyph);
    return run && unread.has(run) ? { ...glyph, aside: 'unread' } : glyph;
  });
  return { page: { ...page, glyphs }, places };
}

/** Words that begin in their own place and run over a figure can be read by the rest of them. */
function isOverrunning(words: readonly Glyph[], figure: readonly Glyph[], hits: number): boolean {
  return hits < most * writtenIn(words) && !digit.test(textOf(words)) && digit.test(textOf(figure));
}

/** How many of a text's characters lie on one of another text, and on a different one. */
interface Hits {
  all: number;
  differing: number;
}

function lyingOn(
  run: Glyph[],
  runOf: ReadonlyMap<Glyph, Glyph[]>,
  near: (glyph: Glyph) => readonly Glyph[],
): Map<Glyph[], Hits> {
  const hits = new Map<Glyph[], Hits>();
  for (const glyph of run) {
    if (!written.test(glyph.text)) continue;
    const under = new Map<Glyph[], boolean>();
    for (const other of near(glyph)) {
      const others = runOf.get(other);
      if (!others || others === run || !shares(glyph, other)) continue;
      under.set(others, (under.get(others) ?? false) || other.text === glyph.text);
    }
    for (const [other, alike] of under) {
      const { all, differing } = hits.get(other) ?? { all: 0, differing: 0 };
      hits.set(other, { all: all + 1, differing: differing + (alike ? 0 : 1) });
    }
  }
  return hits;
}

function writtenIn(run: readonly Glyph[]): number {
  return run.filter(({ text }) => written.test(text)).length;
}

function textOf(run: readonly Glyph[]): string {
  return run.map(({ text }) => text).join('');
}

function shares(one: Glyph, other: Glyph): boolean {
  const wide = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const high = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  return (
    wide > illegible * Math.min(one.x1 - one.x0, other.x1 - other.x0) &&
    high > illegible * Math.max(one.y1 - one.y0, other.y1 - other.y0)
  );
}

function neighbours(glyphs: readonly Glyph[]): (glyph: Glyph) => readonly Glyph[] {
  const strips = new Map<number, Glyph[]>();
  const stripOf = ({ y0, y1 }: Glyph): number => Math.floor((y0 + y1) / 2 / strip);
  for (const glyph of glyphs) {
    const there = strips.get(stripOf(glyph));
    if (there) there.push(glyph);
    else strips.set(stripOf(glyph), [glyph]);
  }
  for (const there of strips.values()) there.sort((a, b) => a.x0 - b.x0);
  return (glyph) => {
    const found: Glyph[] = [];
    for (const by of [-1, 0, 1]) {
      const there = strips.get(stripOf(glyph) + by) ?? [];
      const from = glyph.x0 - glyph.size;
      for (let i = firstFrom(there, from); i < there.length && found.length < mostNear; i++) {
        const other = there[i];
        if (!other || other.x0 > glyph.x1) break;
        if (other !== glyph) found.push(other);
      }
    }
    return found;
  };
}

function firstFrom(glyphs: readonly Glyph[], x: number): number {
  let [low, high] = [0, glyphs.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if ((glyphs[at]?.x0 ?? Infinity) < x) low = at + 1;
    else high = at;
  }
  return low;
}
