import { identity, type Matrix, toMatrix, toNumbers } from '../matrix.ts';
import type { FontFace } from './graphics-state.ts';
import { symbolFontOf } from './symbols.ts';

/** What most typefaces have; for fonts that say nothing, or nonsense. */
const usualAscent = 0.88;
const usualDescent = -0.12;
const usualMatrix: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** A font object of pdf.js as far as reading needs it. */
export function toFontFace(font: unknown): FontFace {
  const given = isRecord(font) ? font : {};
  const isType3 = given['isType3Font'] === true;
  const fontMatrix = toMatrix(given['fontMatrix']) ?? (isType3 ? identity : usualMatrix);
  const [ascent, descent] = isType3 ? [usualAscent, usualDescent] : extent(given);
  return {
    readable: isRecord(font),
    embedded: given['missingFile'] !== true,
    symbols: symbolFontOf(String(given['name'] ?? '')),
    bold:
      given['bold'] === true ||
      given['black'] === true ||
      /bold|black|heavy/i.test(String(given['name'])),
    vertical: given['vertical'] === true,
    isType3,
    composite: given['composite'] === true,
    fontMatrix,
    ascent,
    descent,
    emHeight: isType3 ? type3Height(given, fontMatrix) : 1,
    vertically: verticalMetrics(given['defaultVMetrics']) ?? [-1000, 500, 880],
    isKnown: knownCodes(given),
  };
}

/** A glyph's vertical metrics: advance, and the origin's place; null for a font without them. */
export function verticalMetrics(value: unknown): readonly [number, number, number] | null {
  const [advance, x, y] = toNumbers(value);
  return advance === undefined || x === undefined || y === undefined ? null : [advance, x, y];
}

function extent(font: Record<string, unknown>): [number, number] {
  const { ascent, descent } = font;
  const plausible =
    typeof ascent === 'number' &&
    typeof descent === 'number' &&
    ascent >= 0.5 &&
    ascent <= 1.3 &&
    descent <= 0 &&
    descent >= -0.6;
  return plausible ? [ascent, descent] : [usualAscent, usualDescent];
}

/**
 * The em of a Type 3 font is nowhere written. Where its units are those of an outline font, 1000 or
 * 2048 to the em, it is one unit of text space; a font of bitmaps is as high as its box.
 */
function type3Height(font: Record<string, unknown>, matrix: Matrix): number {
  const unit = Math.abs(matrix[3]);
  if (unit > 1 / 2100 && unit < 1 / 900) return 1;
  const [, y0 = 0, , y1 = 0] = toNumbers(font['bbox']);
  const height = Math.abs((y1 - y0) * unit);
  return height > 0.2 && height < 200 ? height : 1;
}

/** For a code of no known character, pdf.js takes the code itself for one. */
function knownCodes({ toUnicode }: Record<string, unknown>): (code: number) => boolean {
  if (!isRecord(toUnicode)) return () => true;
  const map = toUnicode['_map'];
  return isRecord(map) ? (code) => code in map : () => false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
