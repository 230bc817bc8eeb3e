import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Pen } from './canvas.ts';
import { childOf, childrenOf, type OfdElement } from './element-tree.ts';
import { opacityOf, readBoolean } from './numbers.ts';

/** Text as faint as this is drawn over or under the page's own. */
const faint = 0.5;

/** Degrees off the axes beyond which text is no line of a page but drawn across it. */
const slant = 10;

/** Points from which on pale text is a watermark's: no text is set so. */
const paleSize = 40;

/** Share of the characters without meaning from which on all of an object's are taken for garbage. */
const garbage = 0.5;

/** Private use, unassigned, replaced: a converter had the glyph and not its character. */
const meaningless = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u;

/**
 * Why a text object is no part of the page's text; null where it is.
 *
 * @param size in the units of the object
 * @param angle clockwise degrees between its baseline and the page's width
 */
export function asideOf(
  object: OfdElement,
  pen: Pen,
  size: number,
  angle: number,
): LeftoverReason | null {
  const fill = readBoolean(object.attributes.get('Fill'), true);
  const stroke = readBoolean(object.attributes.get('Stroke'), false);
  const fillColor = childOf(object, 'FillColor');
  const opacity =
    pen.opacity *
    Math.max(
      fill ? opacityOf(fillColor) : 0,
      stroke ? opacityOf(childOf(object, 'StrokeColor')) : 0,
    );
  if (opacity === 0 || size === 0) return 'hidden';
  const off = Math.abs(angle - Math.round(angle / 90) * 90);
  const onPage = size * Math.hypot(pen.matrix[2], pen.matrix[3]);
  const pale = onPage >= paleSize && !stroke && isPale(fillColor?.attributes.get('Value'));
  if (opacity < faint || off > slant || pale) return 'watermark';
  return isGarbage(object) ? 'unread' : null;
}

/** A grey or a colour nearer to white than to black; three components, as numbers or "#c0". */
function isPale(value: string | undefined): boolean {
  const parts = (value ?? '').split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length !== 3) return false;
  const levels = parts.map((part) =>
    part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part),
  );
  return (Math.max(...levels) + Math.min(...levels)) / 2 / 255 > 0.55;
}

function isGarbage(object: OfdElement): boolean {
  const characters = childrenOf(object, 'TextCode').flatMap(({ text }) => [...text.trim()]);
  const bad = characters.filter((character) => meaningless.test(character)).length;
  return bad > 0 && bad >= garbage * characters.length;
}
