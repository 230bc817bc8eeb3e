import type { Area } from '../matrix.ts';
import type { PaintedGlyph } from './page-content.ts';
import type { ReadPage } from './read-page.ts';

/** An image as large as this share of the page is the page. */
const wholePage = 0.5;

/** A picture as large as this share is worth reading where there is no text beside it. */
const aPicture = 0.03;

/** Text this short beside an image of the page is a stamp, not the page's text. */
const fewCharacters = 30;

/** Headers and page numbers stand in this share of the page, at the top and at the bottom. */
const margin = 0.08;

/** From this share of unreadable glyphs or lost strings on, the text can't be understood. */
const garbage = 0.15;

/**
 * Has this page to be read from its picture? So it is where an image stands for the page and there
 * is next to no text but what nobody sees (which a scanner's own recognition left), and where the
 * text has no known characters. An empty page has not.
 */
export function pageNeedsOcr({ width, height, content }: ReadPage): boolean {
  const seen = content.glyphs.filter((glyph) => glyph.aside !== 'hidden');
  const unreadable = seen.filter((glyph) => glyph.unreadable).length;
  if (unreadable > 0 && unreadable >= garbage * seen.length) return true;
  const { lostStrings, strings } = content;
  if (lostStrings > 0 && lostStrings >= garbage * strings) return true;
  const text = seen.filter((glyph) => !glyph.aside);
  if (text.filter((glyph) => !isMarginal(glyph, height)).length >= fewCharacters) return false;
  const least = text.length === 0 ? aPicture : wholePage;
  return shareOf(content.images, width, height) >= least;
}

/** Ideographs in use. */
const ideograph = /[\u4e00-\u9fff]/;

/**
 * Does the page say enough to be loaded all the same, what can't be read marked? So it does where
 * one font of several has no map: the labels are words, only the figures are lost.
 */
export function isPartlyReadable({ content }: ReadPage): boolean {
  const seen = content.glyphs.filter((glyph) => glyph.aside !== 'hidden');
  const words = seen.filter((glyph) => !glyph.unreadable && !glyph.aside);
  const labels = words.filter((glyph) => glyph.known && ideograph.test(glyph.text));
  const unreadable = seen.filter((glyph) => glyph.unreadable);
  return (
    content.lostStrings === 0 &&
    unreadable.length >= garbage * seen.length &&
    labels.length >= fewCharacters &&
    words.length >= seen.length / 4 &&
    // Letters of a wrong map are taken for figures; only what is known to be lost may stay.
    unreadable.every(({ aside, text }) => aside || /^\ufffd+$/.test(text))
  );
}

/**
 * Does a picture of the whole page lie on its text? Then the text is what a scanner recognised, or
 * the picture is a transparent watermark: which of the two, only a person sees.
 */
export function liesUnderImage({ width, height, content }: ReadPage): boolean {
  const text = content.glyphs.filter((glyph) => !glyph.aside);
  const last = text.reduce((order, glyph) => Math.max(order, glyph.order), -1);
  const over = content.images.filter((image) => image.order > last);
  return text.length > 0 && shareOf(over, width, height) >= 0.8;
}

/** Which share of the page images take; more than all where they overlap. */
function shareOf(images: readonly Area[], width: number, height: number): number {
  let covered = 0;
  for (const { x0, y0, x1, y1 } of images) {
    covered += (Math.min(x1, width) - Math.max(x0, 0)) * (Math.min(y1, height) - Math.max(y0, 0));
  }
  return covered / (width * height);
}

function isMarginal({ y0, y1 }: PaintedGlyph, height: number): boolean {
  return y1 < margin * height || y0 > (1 - margin) * height;
}
