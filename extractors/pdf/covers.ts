import { type Area, contains } from '../matrix.ts';

/** Something painted over a part of the page. */
export interface Cover extends Area {
  /** White paper, or something that looks like it. */
  readonly white: boolean;
  /** Nothing below it can be seen; of a picture that is not known. */
  readonly opaque: boolean;
  /** Its turn among everything painted on the page. */
  readonly order: number;
}

/** Covers by strips of the page, as what lies at a point is asked for every glyph. */
export interface Covers {
  readonly strips: Map<number, Cover[]>;
  readonly all: Cover[];
}

const stripHeight = 16;

/** A page has some hundred coloured cells; what is beyond this is no page but an attack. */
const most = 50_000;

/** A page's strips at most: coordinates may be anything. */
const mostStrips = 1_000;

export function noCovers(): Covers {
  return { strips: new Map(), all: [] };
}

export function addCover(covers: Covers, cover: Cover): void {
  if (covers.all.length >= most || !(cover.x1 > cover.x0 && cover.y1 > cover.y0)) return;
  covers.all.push(cover);
  const first = Math.max(0, stripOf(cover.y0));
  const last = Math.min(mostStrips, stripOf(cover.y1));
  for (let strip = first; strip <= last; strip++) {
    const there = covers.strips.get(strip);
    if (there) there.push(cover);
    else covers.strips.set(strip, [cover]);
  }
}

/** The cover painted last at a point, of those that `accepts` accepts. */
export function topCover(
  covers: Covers,
  x: number,
  y: number,
  accepts: (cover: Cover) => boolean = () => true,
): Cover | undefined {
  return covers.strips
    .get(stripOf(y))
    ?.findLast((cover) => contains(cover, x, y) && accepts(cover));
}

function stripOf(y: number): number {
  return Math.floor(y / stripHeight);
}
