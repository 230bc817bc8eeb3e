import type { Notice } from '../schemas/notice.ts';
import type { DrawnPage, Glyph } from './drawn-page.ts';
import { glyphRuns } from './glyph-runs.ts';

/** A page without the figures of which only a part is seen, and those figures as the file has them. */
export interface ClippedPage {
  readonly page: DrawnPage;
  readonly figures: readonly string[];
}

/** What stands in a figure, and may stand before its first digit. */
const inFigure = /^[\p{N}.,，．\-－−–+%％‰()（）]$/u;

const digit = /\p{N}/u;

const written = /[\p{L}\p{N}%％‰]/u;

/** Characters of one place have their middles as near as this, in em. */
const samePlace = 0.3;

/**
 * Sets aside, as unread, figures that a clip or the page's edge cuts: the digits left are a figure
 * too, and a wrong one. A clip that cuts between words cuts no figure.
 */
export function setApartClipped(page: DrawnPage): ClippedPage {
  const cut = new Set<Glyph>();
  const figures: string[] = [];
  if (!page.glyphs.some(({ clipped }) => clipped)) return { page, figures };
  const isShown = shownElsewhere(page.glyphs);
  const isLost = (glyph: Glyph): boolean => glyph.clipped === true && !isShown(glyph);
  for (const run of glyphRuns(page.glyphs, ({ aside, clipped }) => !aside || clipped === true)) {
    for (const figure of figuresOf(run)) {
      const seen = figure.filter((glyph) => !glyph.aside);
      if (!seen.some(({ text }) => digit.test(text)) || !figure.some(isLost)) continue;
      for (const glyph of seen) cut.add(glyph);
      figures.push(figure.map(({ text }) => text).join(''));
    }
  }
  if (cut.size === 0) return { page, figures };
  const glyphs = page.glyphs.map(
    (glyph): Glyph => (cut.has(glyph) ? { ...glyph, aside: 'unread' } : glyph),
  );
  return { page: { ...page, glyphs }, figures };
}

/** Figures named in one notice; the others are counted. */
const mostNamed = 5;

/** @param page its number */
export function clippedNotices(figures: readonly string[], page: number): Notice[] {
  if (figures.length === 0) return [];
  const named = figures.slice(0, mostNamed).join('、');
  const more = figures.length > mostNamed ? '等' : '';
  const message = `第 ${page} 页有 ${figures.length} 处数字被裁切，只露出一部分，未采用，请核对：${named}${more}`;
  return [{ code: 'text-clipped', message, at: `第${page}页` }];
}

/** The figures of a run; where a clip hides the unit that follows, it belongs to its figure. */
function figuresOf(run: readonly Glyph[]): Glyph[][] {
  const figures: Glyph[][] = [];
  let figure: Glyph[] = [];
  const end = (): void => {
    if (figure.length > 0) figures.push(figure);
    figure = [];
  };
  for (const glyph of run) {
    if (inFigure.test(glyph.text)) {
      figure.push(glyph);
      continue;
    }
    const last = figure.at(-1);
    if (last && !last.aside && glyph.clipped && written.test(glyph.text)) figure.push(glyph);
    end();
  }
  end();
  return figures;
}

/** Asks whether a clipped glyph is drawn a second time where it is seen, as text cut in two is. */
function shownElsewhere(glyphs: readonly Glyph[]): (clipped: Glyph) => boolean {
  const byText = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.aside) continue;
    const key = keyOf(glyph, 0);
    const there = byText.get(key);
    if (there) there.push(glyph);
    else byText.set(key, [glyph]);
  }
  return (clipped) =>
    [-1, 0, 1].some((by) =>
      byText.get(keyOf(clipped, by))?.some((glyph) => isNear(glyph, clipped)),
    );
}

const strip = 16;

function keyOf({ text, y0, y1 }: Glyph, by: number): string {
  return `${text} ${Math.floor((y0 + y1) / 2 / strip) + by}`;
}

function isNear(one: Glyph, other: Glyph): boolean {
  const across = Math.abs(one.x0 + one.x1 - other.x0 - other.x1) / 2;
  const down = Math.abs(one.y0 + one.y1 - other.y0 - other.y1) / 2;
  return Math.max(across, down) < samePlace * other.size;
}
