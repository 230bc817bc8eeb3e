import type { LeftoverReason } from '../../schemas/codes.ts';
import { type Area, compose, intersect, type Matrix, mapArea } from '../matrix.ts';
import { isBlank, isImplausible, readableText } from '../readable-text.ts';
import { verticalMetrics } from './fonts.ts';
import type { FontFace } from './graphics-state.ts';
import type { Heading } from './page-content.ts';
import { isSeen, type Painter, paint, showsOnPage } from './painter.ts';
import { symbolText } from './symbols.ts';

/** A glyph of which less than this is left, in width or height, can't be read. */
const leastSeen = 0.3;

/** A glyph of pdf.js, as far as it is needed. */
interface FontGlyph {
  readonly code: number;
  readonly text: string;
  /** Thousandths of an em. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vertically: readonly [number, number, number] | null;
}

/**
 * A shown string: glyphs, and numbers that move the pen back (ISO 32000-1, 9.4.3 and 9.4.4). Each
 * glyph's box goes from pen to pen, without the spacing that follows it.
 */
export function showText(painter: Painter, string: readonly unknown[]): void {
  const order = paint(painter);
  const { font, fontSize, horizontalScale } = painter.state;
  painter.content.strings++;
  if (!font?.readable) painter.content.lostStrings++;
  if (!font) return;
  const unit = font.fontMatrix[0];
  for (const item of string) {
    if (typeof item === 'number') {
      movePen(painter, (-item / 1000) * fontSize);
      continue;
    }
    const glyph = toGlyph(item);
    if (!glyph) continue;
    const spacing = painter.state.charSpacing + (glyph.isSpace ? painter.state.wordSpacing : 0);
    if (font.vertical) {
      const metrics = glyph.vertically ?? font.vertically;
      const advance = metrics[0] * unit * fontSize;
      const half = (fontSize * horizontalScale) / 2;
      add(painter, font, glyph, order, [-half, advance, half, 0]);
      movePen(painter, advance + spacing);
    } else {
      const advance = glyph.width * unit * fontSize;
      const [up, down] = [font.ascent * fontSize, font.descent * fontSize];
      const em = font.emHeight;
      add(painter, font, glyph, order, [0, down * em, advance * horizontalScale, up * em]);
      movePen(painter, advance + spacing);
    }
  }
}

function movePen(painter: Painter, by: number): void {
  const { font, horizontalScale } = painter.state;
  painter.textMatrix = compose(
    painter.textMatrix,
    font?.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * horizontalScale, 0],
  );
}

/** What annotations say that is no text of the page, wherever they are laid. */
const asidesOfAnnotations: Readonly<Record<string, LeftoverReason>> = {
  Stamp: 'seal',
  Watermark: 'watermark',
};

type Extent = readonly [x0: number, y0: number, x1: number, y1: number];

function add(
  painter: Painter,
  font: FontFace,
  glyph: FontGlyph,
  order: number,
  [x0, y0, x1, y1]: Extent,
): void {
  const symbol = symbolText(font.symbols, glyph.text);
  const text = symbol ?? readableText(glyph.text);
  if (isBlank(text)) return;
  const { state, content } = painter;
  const matrix = compose(state.ctm, painter.textMatrix);
  const box = mapArea(matrix, { x0, y0: y0 + state.rise, x1, y1: y1 + state.rise });
  const seen = seenPart(box, state.clip);
  const size = Math.abs(state.fontSize) * font.emHeight * Math.hypot(matrix[2], matrix[3]);
  // 0 fill, 1 stroke, 2 both, 3 neither; 4 more: the text clips as well.
  const mode = state.renderMode % 4;
  const used = mode === 1 ? state.stroke : state.fill;
  const alpha = mode === 1 ? state.strokeAlpha : state.fillAlpha;
  const unseen = mode === 3 || !(size > 0.5) || !isSeen(painter, alpha);
  content.glyphs.push({
    text,
    instead: symbol === null ? null : glyph.text,
    ...finite(seen ?? box),
    size: Number.isFinite(size) ? size : 0,
    bold: font.bold || mode === 2,
    heading: headingOf(matrix, Math.sign(state.fontSize) || 1),
    angle: angleOf(matrix, Math.sign(state.fontSize) || 1),
    colour: used.colour,
    lightness: used.lightness,
    alpha: alpha * state.groupAlpha,
    artifact: painter.marks.includes('artifact'),
    font,
    known: font.isKnown(glyph.code),
    unreadable: isImplausible(text),
    inField: painter.annotation === 'Widget',
    order,
    clipped: seen === null && !unseen,
    aside:
      unseen ||
      seen === null ||
      !showsOnPage(painter, used, (seen.x0 + seen.x1) / 2, (seen.y0 + seen.y1) / 2)
        ? 'hidden'
        : (asidesOfAnnotations[painter.annotation ?? ''] ?? null),
  });
}

/**
 * The part of a glyph that the clip leaves, as text cut off at a cell's edge belongs to the cell it
 * can be seen in; null where that is next to nothing.
 */
function seenPart(box: Area, clip: Area): Area | null {
  const part = intersect(box, clip);
  const wide = part.x1 - part.x0 > leastSeen * (box.x1 - box.x0);
  const high = part.y1 - part.y0 > leastSeen * (box.y1 - box.y0);
  return wide && high ? part : null;
}

/** A lying matrix may place a glyph nowhere: then it stands at the corner, hidden. */
function finite(box: Area): Area {
  const sound = [box.x0, box.y0, box.x1, box.y1].every(Number.isFinite);
  return sound ? box : { x0: -1, y0: -1, x1: -1, y1: -1 };
}

function angleOf([a, b]: Matrix, sign: number): number {
  return Math.round((Math.atan2(b * sign, a * sign) * 180) / Math.PI) || 0;
}

function headingOf([a, b]: Matrix, sign: number): Heading {
  const [x, y] = [a * sign, b * sign];
  if (Math.abs(y) <= 0.1 * Math.abs(x)) return x >= 0 ? 'right' : 'left';
  if (Math.abs(x) <= 0.1 * Math.abs(y)) return y >= 0 ? 'down' : 'up';
  return null;
}

function toGlyph(item: unknown): FontGlyph | null {
  if (typeof item !== 'object' || item === null || !('unicode' in item)) return null;
  const { unicode } = item;
  const width = 'width' in item && typeof item.width === 'number' ? item.width : 0;
  const code = 'originalCharCode' in item ? Number(item.originalCharCode) : Number.NaN;
  return {
    code,
    text: typeof unicode === 'string' ? unicode : '',
    width: Number.isFinite(width) ? width : 0,
    isSpace: 'isSpace' in item && item.isSpace === true,
    vertically: 'vmetric' in item ? verticalMetrics(item.vmetric) : null,
  };
}
