import type { DrawnPage, Fill, Glyph, Segment } from '../drawn-page.ts';
import { firstAtLeast, nearestBoundary } from './boundaries.ts';
import { borderGap, type TileGroup, tileGroups } from './fill-tiles.ts';
import { ruledGrids } from './ruled-grids.ts';

/** A ruling in place of a border that is only seen by its colours. */
const thickness = 0.5;
/** More squares than this are a drawing. */
const mostSquares = 200_000;
/** Edges inside the table that another row has as well; a highlight's ends are where its words end. */
const sharedEdges = 0.6;
/** Tiles with text; the rest of a picture has none. */
const writtenShare = 0.3;
/** Tiles whose sides text runs across are behind the text, not around it. */
const crossedShare = 0.1;
/** A glyph lies across an edge by so much, in ems, on either side. */
const across = 0.15;
/** Text keeps this distance from the sides of its cell, in ems: a highlight ends where it does. */
const hugging = 0.06;
/** A gap as wide as this, in ems, parts what stands in a row. */
const pieceGap = 1.2;
/** A row without a background above the first, or below the last, is no higher than this many of them. */
const bareRow = 1.3;

interface Bands {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The borders of tables that only the backgrounds of cells show: changes of colour, gaps left white. */
export function fillRulings(page: DrawnPage): Segment[] {
  const { fills = [], segments, glyphs } = page;
  if (fills.length < 2) return [];
  const inked = glyphs.filter(({ text, aside }) => text.trim() !== '' && aside === undefined);
  return tileGroups(fills, ruledGrids(segments, page)).flatMap((group) => rulingsOf(group, inked));
}

function rulingsOf({ tiles, isSeen }: TileGroup, glyphs: readonly Glyph[]): Segment[] {
  if (!isSeen) return [];
  const xs = clusters(tiles.flatMap(({ x0, x1 }) => [x0, x1]));
  const ys = clusters(tiles.flatMap(({ y0, y1 }) => [y0, y1]));
  if (xs.length < 2 || ys.length < 3 || (xs.length - 1) * (ys.length - 1) > mostSquares) return [];
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const near = glyphs.filter((glyph) => middleOf(glyph) > left && middleOf(glyph) < right);
  if (xs.length === 2) return bandRules({ xs, ys }, near);
  if (!isTiled(tiles, { xs, ys }, near)) return [];
  return squares(tiles, withBareRows({ xs, ys }, near), near);
}

function middleOf({ x0, x1 }: Glyph): number {
  return (x0 + x1) / 2;
}

/** Edges that a border's width parts are one, in its middle. */
function clusters(places: number[]): number[] {
  const sorted = places.sort((a, b) => a - b);
  const found: number[] = [];
  let [from, last] = [sorted[0] ?? 0, sorted[0] ?? 0];
  for (const at of sorted) {
    if (at - last > borderGap || at - from > 1.5 * borderGap) {
      found.push((from + last) / 2);
      from = at;
    }
    last = at;
  }
  if (sorted.length > 0) found.push((from + last) / 2);
  return found;
}

/** Rows shown by a stripe each, without columns: level rules between them, as far as rows go on. */
function bandRules({ xs, ys }: Bands, glyphs: readonly Glyph[]): Segment[] {
  const [x0 = 0, x1 = 0] = xs;
  const [top, bottom, usual] = [ys[0] ?? 0, ys.at(-1) ?? 0, usualHeight(ys)];
  const pieces = (from: number, to: number): number => piecesOf(between(glyphs, { from, to }));
  const most = rowTexts(ys, glyphs).reduce((sum, row) => Math.max(sum, piecesOf(row)), 0);
  const isRow = (from: number, to: number): boolean =>
    pieces(from, to) > 1 && 2 * pieces(from, to) >= most;
  return [
    ...(isRow(top - usual, top) ? [top - usual] : []),
    ...ys,
    ...(isRow(bottom, bottom + usual) ? [bottom + usual] : []),
  ].map((y): Segment => ({ x0, x1, y0: y, y1: y, width: thickness }));
}

/** How many pieces, as wide gaps part them, the text of a row has. */
function piecesOf(glyphs: readonly Glyph[]): number {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0);
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { x0, x1, size } of sorted) {
    if (x0 - end > pieceGap * size) count += 1;
    end = Math.max(end, x1);
  }
  return count;
}

function between(
  glyphs: readonly Glyph[],
  { from, to }: { readonly from: number; readonly to: number },
): Glyph[] {
  return glyphs.filter(({ y0, y1 }) => (y0 + y1) / 2 > from && (y0 + y1) / 2 < to);
}

function usualHeight(ys: readonly number[]): number {
  const heights = ys.slice(1).map((y, i) => y - (ys[i] ?? 0));
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** Whether the tiles are cells around their text, and not colours behind it. */
function isTiled(tiles: readonly Fill[], { xs, ys }: Bands, glyphs: readonly Glyph[]): boolean {
  const rowsAt = xs.map(() => new Set<number>());
  const edges: number[] = [];
  for (const { x0, x1, y0 } of tiles) {
    for (const x of [x0, x1]) {
      const at = nearestBoundary(xs, x);
      rowsAt[at]?.add(nearestBoundary(ys, y0));
      if (at > 0 && at < xs.length - 1) edges.push(at);
    }
  }
  const shared = edges.filter((at) => (rowsAt[at]?.size ?? 0) > 1);
  if (edges.length === 0 || shared.length < sharedEdges * edges.length) return false;
  const texts = textsIn(tiles, glyphs);
  const written = texts.filter((own) => own.length > 0).length;
  if (written < writtenShare * tiles.length) return false;
  const crossed = tiles.filter((tile, i) => texts[i]?.some((glyph) => isAcross(glyph, tile)));
  const tight = tiles.filter((tile, i) => hugs(tile, texts[i] ?? []));
  return crossed.length <= crossedShare * tiles.length && tight.length < written / 2;
}

/** The glyphs whose middle lies in each tile. */
function textsIn(tiles: readonly Fill[], glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
  return tiles.map(({ x0, y0, x1, y1 }) => {
    const own: Glyph[] = [];
    for (let i = firstBelow(sorted, y0); i < sorted.length; i += 1) {
      const glyph = sorted[i];
      if (!glyph || (glyph.y0 + glyph.y1) / 2 > y1) break;
      if (middleOf(glyph) >= x0 && middleOf(glyph) <= x1) own.push(glyph);
    }
    return own;
  });
}

function firstBelow(sorted: readonly Glyph[], y: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    const glyph = sorted[mid];
    if (glyph && (glyph.y0 + glyph.y1) / 2 < y) low = mid + 1;
    else high = mid;
  }
  return low;
}

function isAcross(glyph: Glyph, { x0, x1 }: Fill): boolean {
  return glyph.x0 < x0 - across * glyph.size || glyph.x1 > x1 + across * glyph.size;
}

function hugs({ x0, x1 }: Fill, own: readonly Glyph[]): boolean {
  const size = own[0]?.size ?? 0;
  const start = own.reduce((least, glyph) => Math.min(least, glyph.x0), Number.POSITIVE_INFINITY);
  const end = own.reduce((most, glyph) => Math.max(most, glyph.x1), Number.NEGATIVE_INFINITY);
  return own.length > 0 && start - x0 <= hugging * size && x1 - end <= hugging * size;
}

/** Rows above the first background and below the last, of text that stands in the same columns. */
function withBareRows({ xs, ys }: Bands, glyphs: readonly Glyph[]): Bands {
  const [top, bottom, usual] = [ys[0] ?? 0, ys.at(-1) ?? 0, usualHeight(ys)];
  const above = bareEdge(xs, glyphs, { from: top - bareRow * usual, to: top });
  const below = bareEdge(xs, glyphs, { from: bottom, to: bottom + bareRow * usual });
  return {
    xs,
    ys: [
      ...(above ? [Math.min(above.y0 - 1, top - usual)] : []),
      ...ys,
      ...(below ? [Math.max(below.y1 + 1, bottom + usual)] : []),
    ],
  };
}

/** How far up and down the text between two heights goes, if it fills the columns and crosses none. */
function bareEdge(
  xs: readonly number[],
  glyphs: readonly Glyph[],
  range: { readonly from: number; readonly to: number },
): { y0: number; y1: number } | undefined {
  const own = between(glyphs, range);
  const inner = xs.slice(1, -1);
  if (inner.some((x) => runsAcross(own, x))) return undefined;
  const columns = new Set(own.map((glyph) => xs.findLastIndex((x) => x < middleOf(glyph))));
  if (columns.size < Math.min(xs.length - 1, Math.max(2, (xs.length - 1) / 2))) return undefined;
  return {
    y0: own.reduce((least, { y0 }) => Math.min(least, y0), Number.POSITIVE_INFINITY),
    y1: own.reduce((most, { y1 }) => Math.max(most, y1), Number.NEGATIVE_INFINITY),
  };
}

/** Text runs across a place where a glyph lies, or where it goes on from one to the next. */
function runsAcross(glyphs: readonly Glyph[], x: number): boolean {
  let [endsThere, beginsThere] = [false, false];
  for (const { x0, x1, size } of glyphs) {
    const near = across * size;
    if (x0 < x - near && x1 > x + near) return true;
    if (Math.abs(x1 - x) <= near) endsThere = true;
    if (Math.abs(x0 - x) <= near) beginsThere = true;
  }
  return endsThere && beginsThere;
}

/** The sides of all tiles, and of the squares between them: there a border goes where no text does. */
function squares(tiles: readonly Fill[], { xs, ys }: Bands, glyphs: readonly Glyph[]): Segment[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const owner = new Int32Array(columns * rows);
  for (const [i, { x0, y0, x1, y1 }] of tiles.entries()) {
    const [first, last] = [nearestBoundary(xs, x0), nearestBoundary(xs, x1)];
    for (let row = nearestBoundary(ys, y0); row < nearestBoundary(ys, y1); row += 1) {
      owner.fill(i + 1, row * columns + first, row * columns + last);
    }
  }
  const ownerOf = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= rows || column >= columns
      ? -1
      : (owner[row * columns + column] ?? 0);
  const texts = rowTexts(ys, glyphs);
  const found: Segment[] = [];
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const [x = 0, y = 0, x1 = 0, y1 = 0] = [xs[column], ys[row], xs[column + 1], ys[row + 1]];
      const own = ownerOf(row, column);
      if (column < columns && isBorder(own, ownerOf(row - 1, column))) {
        found.push({ x0: x, x1, y0: y, y1: y, width: thickness });
      }
      const before = ownerOf(row, column - 1);
      const isOpen = own === 0 && before === 0 && runsAcross(texts[row] ?? [], x);
      if (row < rows && isBorder(own, before) && !isOpen) {
        found.push({ x0: x, x1: x, y0: y, y1, width: thickness });
      }
    }
  }
  return found;
}

function rowTexts(ys: readonly number[], glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = ys.slice(1).map(() => []);
  for (const glyph of glyphs) {
    rows[firstAtLeast(ys, (glyph.y0 + glyph.y1) / 2) - 1]?.push(glyph);
  }
  return rows;
}

/** Two squares that no one tile fills. */
function isBorder(own: number, other: number): boolean {
  return own !== other || own === 0;
}
