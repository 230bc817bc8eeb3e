import type { Glyph } from '../drawn-page.ts';
import { isFigure } from './cut-figure.ts';

/** One figure's characters are set apart by no more than this, in ems: beyond are columns. */
const widest = 0.8;
const least = 0.2;
/** Gaps, or steps in a field of combs, differ by no more than this, in ems. */
const even = 0.05;
/** 1 2 3 may be three figures; with a point, a comma or a unit there is but one. */
const onlyOnce = /\d[.,]\d|[%％]$/;

/**
 * The characters of a line, given from left to right, that follow the one before them without a
 * space for a reader, being one figure set apart evenly: 1 , 2 6 3 . 5 0.
 */
export function letterspaced(glyphs: readonly Glyph[]): Set<Glyph> {
  const joined = new Set<Glyph>();
  let run: Glyph[] = [];
  const close = (): void => {
    if (isOneFigure(run)) for (const glyph of run.slice(1)) joined.add(glyph);
    run = [];
  };
  for (const glyph of glyphs) {
    const before = run.at(-1);
    if (!/^[-+\d.,%％]$/.test(glyph.text)) close();
    else {
      if (before && glyph.x0 - before.x1 > widest * glyph.size) close();
      run.push(glyph);
    }
  }
  close();
  return joined;
}

function isOneFigure(run: readonly Glyph[]): boolean {
  if (run.length < 3 || !areEven(run)) return false;
  const text = run.map((glyph) => glyph.text).join('');
  return onlyOnce.test(text) && isFigure(text.replace(/[%％]$/, ''));
}

function areEven(run: readonly Glyph[]): boolean {
  const pairs = run.slice(1).map((glyph, i) => {
    const { x0, x1, size } = run[i] ?? glyph;
    return { gap: (glyph.x0 - x1) / size, step: (glyph.x0 + glyph.x1 - x0 - x1) / 2 / size };
  });
  if (pairs.some(({ gap }) => gap < least)) return false;
  return isEven(pairs.map(({ gap }) => gap)) || isEven(pairs.map(({ step }) => step));
}

function isEven(values: readonly number[]): boolean {
  const [low, high] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return high - low <= even;
}
