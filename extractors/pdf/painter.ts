import type { Area, Matrix } from '../matrix.ts';
import { compose, intersect, mapArea } from '../matrix.ts';
import { addCover, noCovers, topCover } from './covers.ts';
import {
  type FontFace,
  type GraphicsState,
  initialState,
  isWhite,
  type Paint,
} from './graphics-state.ts';
import type { PageContent } from './page-content.ts';

/** q may nest this deep; what is deeper is painted in the state of the last one. */
const deepest = 10_000;

/** The state of one page while its operators are followed. */
export interface Painter {
  readonly content: PageContent;
  readonly base: Matrix;
  readonly page: Area;
  readonly fontOf: (name: string) => FontFace;
  /** Is this optional content shown? ISO 32000-1, 8.11. */
  readonly isShown: (group: unknown) => boolean;
  /** Subtypes of the page's annotations by id; and that of the one being drawn. */
  readonly annotations: ReadonlyMap<string, string>;
  annotation: string | null;
  state: GraphicsState;
  readonly saved: GraphicsState[];
  /** Text matrix, and that of the line's start. */
  textMatrix: Matrix;
  lineMatrix: Matrix;
  /** The next path clips. */
  clipping: boolean;
  /** Marked content around, innermost last. */
  readonly marks: ('artifact' | 'not-shown' | 'other')[];
  order: number;
}

export function startPage(
  base: Matrix,
  page: Area,
  ask: Pick<Painter, 'fontOf' | 'isShown' | 'annotations'>,
): Painter {
  return {
    content: {
      glyphs: [],
      segments: [],
      fills: [],
      notes: [],
      covers: noCovers(),
      rounds: [],
      images: [],
      lostStrings: 0,
      strings: 0,
    },
    base,
    page,
    ...ask,
    annotation: null,
    state: initialState(base, page),
    saved: [],
    textMatrix: [1, 0, 0, 1, 0, 0],
    lineMatrix: [1, 0, 0, 1, 0, 0],
    clipping: false,
    marks: [],
    order: 0,
  };
}

export function save(painter: Painter): void {
  if (painter.saved.length >= deepest) return;
  painter.state.unusedTransform = false;
  painter.saved.push({ ...painter.state });
}

export function restore(painter: Painter): void {
  if (painter.state.unusedTransform) noteImage(painter);
  const state = painter.saved.pop();
  if (state) painter.state = state;
}

export function transform(painter: Painter, matrix: Matrix): void {
  painter.state.ctm = compose(painter.state.ctm, matrix);
  painter.state.unusedTransform = true;
}

/** Narrows what can be seen; a path that is no rectangle clips as the rectangle around it. */
export function clipTo(painter: Painter, area: Area): void {
  painter.state.clip = intersect(painter.state.clip, area);
}

/** Every painting operator passes here: it takes its turn. */
export function paint(painter: Painter): number {
  painter.state.unusedTransform = false;
  return painter.order++;
}

/**
 * An image was to be painted where a transformation is followed by nothing: images are left out of
 * the operators, as decoding them is most of a page's work, but not the operators around them.
 */
export function noteImage(painter: Painter): void {
  const { state, content } = painter;
  const area = intersect(mapArea(state.ctm, { x0: 0, y0: 0, x1: 1, y1: 1 }), state.clip);
  if (area.x1 - area.x0 < 2 && area.y1 - area.y0 < 2) return;
  if (!isSeen(painter, state.fillAlpha)) return;
  const order = paint(painter);
  content.images.push({ ...area, order });
  addCover(content.covers, { ...area, white: false, opaque: false, order });
}

/** Can anything be seen that is painted now with this alpha? */
export function isSeen({ state, marks }: Painter, alpha: number): boolean {
  return alpha * state.groupAlpha > 0.02 && !state.inMask && !marks.includes('not-shown');
}

/** White can be seen on what is not. */
export function showsOnPage(painter: Painter, paintUsed: Paint, x: number, y: number): boolean {
  if (paintUsed.none) return false;
  return !isWhite(paintUsed) || topCover(painter.content.covers, x, y)?.white === false;
}
