import type { Area, Matrix } from '../matrix.ts';

/** A colour as far as reading goes: can it be seen on white paper? */
export interface Paint {
  /** As pdf.js names it; '' for a pattern and for nothing. */
  readonly colour: string;
  /** Lightness, 0 black to 1 white; a pattern counts as gray. */
  readonly lightness: number;
  /** A pattern that paints nothing. */
  readonly none: boolean;
}

export const black: Paint = { colour: '#000000', lightness: 0, none: false };
export const pattern: Paint = { colour: '', lightness: 0.5, none: false };
export const noPaint: Paint = { colour: '', lightness: 1, none: true };

/** "#rrggbb" as a paint. The darkest channel decides: yellow can be seen. */
export function paintOf(colour: unknown): Paint {
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return black;
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return { colour, lightness: Math.min(...channels) / 255, none: false };
}

export function isWhite(paint: Paint): boolean {
  return paint.lightness > 0.97;
}

/** A font as pdf.js gives it, as far as it is needed. Glyph space is in thousandths of an em. */
export interface FontFace {
  /** False where it is broken: what is shown in it is lost. */
  readonly readable: boolean;
  /** Its shapes are in the file, or come with pdf.js. */
  readonly embedded: boolean;
  /** The symbol font it is a part of. */
  readonly symbols: string | null;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly isType3: boolean;
  /** Codes of several bytes (ISO 32000-1, 9.7). */
  readonly composite: boolean;
  readonly fontMatrix: Matrix;
  /** In em. */
  readonly ascent: number;
  readonly descent: number;
  /** In em; 1 but for Type 3 fonts, whose glyph space may have any scale. */
  readonly emHeight: number;
  /** Vertical metrics: advance, and the origin's place, in thousandths. */
  readonly vertically: readonly [number, number, number];
  /** Does the font say which character a code is? */
  readonly isKnown: (code: number) => boolean;
}

/** What q saves and Q restores. Changed only by the operators. */
export interface GraphicsState {
  /** User space → page. */
  ctm: Matrix;
  clip: Area;
  fill: Paint;
  stroke: Paint;
  fillAlpha: number;
  strokeAlpha: number;
  /** Alpha of the groups around. */
  groupAlpha: number;
  /** False where what is painted mixes with what is below. */
  opaqueBlend: boolean;
  /** Within the drawing of a soft mask, which nobody sees. */
  inMask: boolean;
  lineWidth: number;
  font: FontFace | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  rise: number;
  leading: number;
  renderMode: number;
  /** Set by cm, cleared by what is painted: left at Q where an image stood, see images. */
  unusedTransform: boolean;
}

export function initialState(ctm: Matrix, clip: Area): GraphicsState {
  return {
    ctm,
    clip,
    fill: black,
    stroke: black,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    opaqueBlend: true,
    inMask: false,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    rise: 0,
    leading: 0,
    renderMode: 0,
    unusedTransform: false,
  };
}
