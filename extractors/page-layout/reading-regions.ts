import type { Box } from '../../schemas/document.ts';
import type { Glyph } from '../drawn-page.ts';
import { textLines } from '../table-grid/text-lines.ts';
import type { PlacedTable } from './placed.ts';

/** What is read through before the eye goes back up: mostly the whole page. */
export interface Region {
  readonly glyphs: readonly Glyph[];
  readonly tables: readonly PlacedTable[];
}

/** A piece of a line between wide gaps. */
interface Fragment extends Box {
  readonly glyphs: readonly Glyph[];
  readonly size: number;
}

/** A gap as wide as this, in ems, may be a gutter. */
const gutterEms = 1.5;
/** Lines on either side that make a column of prose, and how many of ten end at its right edge. */
const fewestLines = 6;
const fullLinesOfTen = 6;
/** Places of a gutter tried on a page. */
const mostCandidates = 8;
/** Tables this high that stand side by side, in points, are sheets printed on one page. */
const sheetTableHeight = 100;

/**
 * Cuts a page where a gutter runs down between two columns of text or two sheets printed side by
 * side: what stands above, the left column, the right one, what stands below. Signature lines and
 * text in aligned columns have no full lines on both sides and stay whole.
 */
export function readingRegions(glyphs: readonly Glyph[], tables: readonly PlacedTable[]): Region[] {
  const fragments = textLines(glyphs).flatMap((line) => cutLine(line.glyphs));
  for (const x of gutterCandidates(fragments, tables)) {
    const band = clearBand(x, fragments, tables);
    if (band && (isProse(band, fragments) || isSheets(band, tables))) {
      return cutPage(band, fragments, tables);
    }
  }
  return [{ glyphs, tables }];
}

/** A stretch of the page that nothing crosses at x. */
interface Band {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
}

function cutLine(glyphs: readonly Glyph[]): Fragment[] {
  const fragments: Glyph[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    const blank = glyph.text.trim() === '';
    const last = fragments.at(-1);
    if (!last || (!blank && glyph.x0 - reach > gutterEms * glyph.size)) fragments.push([glyph]);
    else last.push(glyph);
    if (!blank) reach = Math.max(reach, glyph.x1);
  }
  return fragments.map(toFragment);
}

function toFragment(glyphs: readonly Glyph[]): Fragment {
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity, size: 0 };
  for (const glyph of inked.length > 0 ? inked : glyphs) {
    box.x0 = Math.min(box.x0, glyph.x0);
    box.y0 = Math.min(box.y0, glyph.y0);
    box.x1 = Math.max(box.x1, glyph.x1);
    box.y1 = Math.max(box.y1, glyph.y1);
    box.size = Math.max(box.size, glyph.size);
  }
  return { ...box, glyphs };
}

/** Middles of the gaps that most lines share, and of those between tables side by side. */
function gutterCandidates(
  fragments: readonly Fragment[],
  tables: readonly PlacedTable[],
): number[] {
  const votes = new Map<number, number>();
  const vote = (left: Box, right: Box, weight: number): void => {
    const gap = right.x0 - left.x1;
    const overlap = Math.min(left.y1, right.y1) - Math.max(left.y0, right.y0);
    if (gap <= 0 || overlap <= 0) return;
    const x = Math.round((left.x1 + right.x0) / 8) * 4;
    votes.set(x, (votes.get(x) ?? 0) + weight);
  };
  fragments.forEach((fragment, i) => {
    const next = fragments[i + 1];
    if (next) vote(fragment, next, 1);
  });
  const high = tables.filter(({ box }) => box.y1 - box.y0 >= sheetTableHeight).slice(0, 20);
  for (const left of high) for (const right of high) vote(left.box, right.box, fewestLines);
  return [...votes]
    .filter(([, count]) => count >= fewestLines / 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostCandidates)
    .map(([x]) => x);
}

/** The highest stretch that no text and no table crosses. */
function clearBand(
  x: number,
  fragments: readonly Fragment[],
  tables: readonly PlacedTable[],
): Band | undefined {
  const boxes: Box[] = [...fragments, ...tables.map(({ box }) => box)];
  boxes.sort((a, b) => a.y0 - b.y0);
  let best: Band | undefined;
  let from: number | null = null;
  let to = 0;
  const close = (): void => {
    if (from !== null && (!best || to - from > best.y1 - best.y0)) best = { x, y0: from, y1: to };
    from = null;
  };
  for (const box of boxes) {
    if (box.x0 < x && box.x1 > x) close();
    else {
      from ??= box.y0;
      to = from === box.y0 ? box.y1 : Math.max(to, box.y1);
    }
  }
  close();
  return best;
}

function isIn(band: Band, box: Box): boolean {
  const middle = (box.y0 + box.y1) / 2;
  return middle >= band.y0 && middle <= band.y1;
}

function isProse(band: Band, fragments: readonly Fragment[]): boolean {
  const inside = fragments.filter((fragment) => isIn(band, fragment));
  return [
    inside.filter((fragment) => fragment.x1 <= band.x),
    inside.filter((fragment) => fragment.x0 >= band.x),
  ].every((side) => {
    const right = Math.max(...side.slice(0, 10_000).map((fragment) => fragment.x1));
    const full = side.filter(
      ({ x0, x1, size }) => right - x1 <= 1.5 * size && x1 - x0 >= 10 * size,
    );
    return side.length >= fewestLines && full.length * 10 >= side.length * fullLinesOfTen;
  });
}

function isSheets(band: Band, tables: readonly PlacedTable[]): boolean {
  const high = tables.filter(({ box }) => isIn(band, box) && box.y1 - box.y0 >= sheetTableHeight);
  return high.some(({ box }) => box.x1 <= band.x) && high.some(({ box }) => box.x0 >= band.x);
}

function cutPage(
  band: Band,
  fragments: readonly Fragment[],
  tables: readonly PlacedTable[],
): Region[] {
  const placeOf = (box: Box): number => {
    const middle = (box.y0 + box.y1) / 2;
    if (middle < band.y0) return 0;
    if (middle > band.y1) return 3;
    return (box.x0 + box.x1) / 2 < band.x ? 1 : 2;
  };
  return [0, 1, 2, 3]
    .map((place) => ({
      glyphs: fragments.filter((box) => placeOf(box) === place).flatMap(({ glyphs }) => glyphs),
      tables: tables.filter(({ box }) => placeOf(box) === place),
    }))
    .filter((region) => region.glyphs.length > 0 || region.tables.length > 0);
}
