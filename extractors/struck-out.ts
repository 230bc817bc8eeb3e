import type { DrawnPage, Glyph, Segment } from './drawn-page.ts';

/** A page without the text that is crossed out, and how many lines may be crossing some out. */
export interface StruckPage {
  readonly page: DrawnPage;
  readonly doubtful: number;
}

/** The part of a glyph's box, from its top, that a line crossing it out goes through. */
const middle = [0.3, 0.72] as const;

/** A line crossing out ends this near to its text, in em; further, it has another purpose. */
const overhang = 1.25;

/** Em between two characters from which on they are no one text. */
const widestGap = 2.5;

/** Pieces this near, in points, are one line: dashes are no lines of their own. */
const closedGap = 8;

/** As high as the strips that glyphs are looked up by, in points; a higher glyph is no text. */
const strip = 16;
const highest = 96;

/** A whole line, by its pieces. */
interface Line {
  readonly y: number;
  readonly pieces: Segment[];
  readonly x0: number;
  x1: number;
}

/**
 * Marks the glyphs that a line crosses out: one about as long as the text, through its middle. A
 * ruling is longer than what it happens to cut, or ends at other rulings; where that can't be told,
 * the text stays and the line is counted as doubtful. Lines crossing out are no rulings any more.
 *
 * @param notes lines laid on the page by annotations: they cross out and rule nothing
 */
export function strikeOut(page: DrawnPage, notes: readonly Segment[] = []): StruckPage {
  const nearTo = glyphsByStrip(page.glyphs);
  const isRuled = rulingEnds(page.segments);
  const struck = new Set<Glyph>();
  const used = new Set<Segment>();
  let doubtful = 0;
  for (const line of linesOf([...page.segments, ...notes])) {
    const crossed = crossedBy(line, nearTo(line.y));
    if (!crossed) continue;
    if (isRuled(line.x0, line.y) && isRuled(line.x1, line.y)) {
      doubtful++;
      continue;
    }
    for (const glyph of crossed) struck.add(glyph);
    for (const piece of line.pieces) used.add(piece);
  }
  if (struck.size === 0) return { page, doubtful };
  return {
    page: {
      ...page,
      glyphs: page.glyphs.map((glyph) =>
        struck.has(glyph) ? { ...glyph, aside: 'struck_out' } : glyph,
      ),
      segments: page.segments.filter((segment) => !used.has(segment)),
    },
    doubtful,
  };
}

function linesOf(segments: readonly Segment[]): Line[] {
  const level = new Map<number, Segment[]>();
  for (const segment of segments) {
    const { x0, y0, x1, y1, width } = segment;
    if (!(Math.abs(x1 - x0) > 0) || !(Math.abs(y1 - y0) <= 1) || !(width <= 4)) continue;
    const at = Math.round(y0 + y1);
    const there = level.get(at);
    if (there) there.push(segment);
    else level.set(at, [segment]);
  }
  return [...level.values()].flatMap(joined);
}

function joined(pieces: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let last: Line | undefined;
  for (const piece of pieces.toSorted((a, b) => Math.min(a.x0, a.x1) - Math.min(b.x0, b.x1))) {
    const [x0, x1] = [Math.min(piece.x0, piece.x1), Math.max(piece.x0, piece.x1)];
    if (last && x0 - last.x1 <= closedGap) {
      last.pieces.push(piece);
      last.x1 = Math.max(last.x1, x1);
    } else {
      last = { y: (piece.y0 + piece.y1) / 2, pieces: [piece], x0, x1 };
      lines.push(last);
    }
  }
  return lines;
}

/** The glyphs a line crosses out; null where it is no such line. */
function crossedBy(line: Line, near: readonly Glyph[]): Glyph[] | null {
  const crossed: Glyph[] = [];
  let end = line.x0;
  let size = 0;
  for (let i = firstFrom(near, line.x0); i < near.length; i++) {
    const glyph = near[i];
    if (!glyph || centre(glyph) > line.x1) break;
    if (!isCrossed(glyph, line)) continue;
    const limit = crossed.length === 0 ? overhang : widestGap;
    if (glyph.x0 - end > limit * glyph.size || glyph.size < 4 * widthOf(line)) return null;
    crossed.push(glyph);
    end = Math.max(end, glyph.x1);
    size = glyph.size;
  }
  if (crossed.length === 0 || line.x1 - end > overhang * size) return null;
  // What is not crossed lay in a gap between the pieces.
  const hit = crossed.filter((glyph) => line.pieces.some((piece) => lies(centre(glyph), piece)));
  return hit.length > 0 ? hit : null;
}

function widthOf({ pieces }: Line): number {
  return Math.max(0, ...pieces.slice(0, 8).map(({ width }) => width));
}

function isCrossed({ x0, x1, y0, y1 }: Glyph, line: Line): boolean {
  const [top, bottom] = middle;
  const from = y0 + top * (y1 - y0);
  const to = y0 + bottom * (y1 - y0);
  const covered = Math.min(x1, line.x1) - Math.max(x0, line.x0);
  return from <= line.y && line.y <= to && covered >= 0.6 * (x1 - x0);
}

function lies(x: number, piece: Segment): boolean {
  return x >= Math.min(piece.x0, piece.x1) && x <= Math.max(piece.x0, piece.x1);
}

function centre({ x0, x1 }: Glyph): number {
  return (x0 + x1) / 2;
}

/** The index of the first glyph, of those sorted by their centres, that stands right of a place. */
function firstFrom(glyphs: readonly Glyph[], x: number): number {
  let [low, high] = [0, glyphs.length];
  while (low < high) {
    const at = (low + high) >> 1;
    const glyph = glyphs[at];
    if (glyph && centre(glyph) < x) low = at + 1;
    else high = at;
  }
  return low;
}

/** Asks for the glyphs about a height, from left to right. */
function glyphsByStrip(glyphs: readonly Glyph[]): (y: number) => readonly Glyph[] {
  const strips = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.aside || !(glyph.y1 - glyph.y0 <= highest)) continue;
    for (let at = Math.floor(glyph.y0 / strip); at <= Math.floor(glyph.y1 / strip); at++) {
      const there = strips.get(at);
      if (there) there.push(glyph);
      else strips.set(at, [glyph]);
    }
  }
  for (const there of strips.values()) there.sort((a, b) => centre(a) - centre(b));
  return (y) => strips.get(Math.floor(y / strip)) ?? [];
}

/** Asks whether an upright ruling passes a point, or ends at it. */
function rulingEnds(segments: readonly Segment[]): (x: number, y: number) => boolean {
  const reach = 1.5;
  const columns = new Map<number, Segment[]>();
  for (const segment of segments) {
    if (Math.abs(segment.y1 - segment.y0) <= Math.abs(segment.x1 - segment.x0)) continue;
    const at = Math.round(segment.x0 / 4);
    const there = columns.get(at);
    if (there) there.push(segment);
    else columns.set(at, [segment]);
  }
  const passes = ({ x0, y0, y1 }: Segment, x: number, y: number): boolean =>
    Math.abs(x0 - x) <= reach && Math.min(y0, y1) - reach <= y && y <= Math.max(y0, y1) + reach;
  return (x, y) =>
    [-1, 0, 1].some((by) =>
      columns.get(Math.round(x / 4) + by)?.some((segment) => passes(segment, x, y)),
    );
}
