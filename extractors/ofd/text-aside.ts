import type { LeftoverReason } from '../../schemas/codes.ts';
import { type InkedGlyph, isSlanted } from '../inked-glyph.ts';
import type { Pen } from './canvas.ts';
import { type Colour, readColour } from './colours.ts';
import { childOf, childrenOf, type OfdElement } from './element-tree.ts';
import { opacityOf, readBoolean } from './numbers.ts';

/** Points from which on pale text is a watermark's, and how pale that is. */
const paleSize = 40;
const pale = 0.55;

/** Text as faint as this is drawn over or under the page's own. */
const faint = 0.5;

/** Share of the characters without meaning from which on all of an object's are taken for garbage. */
const garbage = 0.5;

/** Private use, unassigned, replaced: a converter had the glyph and not its character. */
const meaningless = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u;

/** How a text object is painted. */
export interface TextInk extends Colour {
  /** 0 to 1. */
  readonly alpha: number;
}

export function inkOf(object: OfdElement, pen: Pen): TextInk {
  const fill = readBoolean(object.attributes.get('Fill'), true);
  const stroke = readBoolean(object.attributes.get('Stroke'), false);
  const [fillColour, strokeColour] = ['FillColor', 'StrokeColor'].map(
    (name) => childOf(object, name) ?? pen.resources.colour(pen.drawParam, name),
  );
  const opacity = Math.max(fill ? opacityOf(fillColour) : 0, stroke ? opacityOf(strokeColour) : 0);
  return { ...readColour(stroke ? strokeColour : fillColour), alpha: pen.opacity * opacity };
}

/**
 * Why a text object alone is no part of the page's text; null where it may be.
 *
 * @param size in the units of the object
 */
export function asideOf(
  object: OfdElement,
  { alpha }: TextInk,
  size: number,
): LeftoverReason | null {
  if (alpha === 0 || size === 0) return 'hidden';
  if (alpha < faint) return 'watermark';
  return isGarbage(object) ? 'unread' : null;
}

/** Large and pale, or lying across the page: no text is set so. */
export function isWatermark(glyph: InkedGlyph): boolean {
  return isSlanted(glyph) || (glyph.size >= paleSize && glyph.lightness > pale);
}

function isGarbage(object: OfdElement): boolean {
  const characters = childrenOf(object, 'TextCode').flatMap(({ text }) => [...text.trim()]);
  const bad = characters.filter((character) => meaningless.test(character)).length;
  return bad > 0 && bad >= garbage * characters.length;
}
