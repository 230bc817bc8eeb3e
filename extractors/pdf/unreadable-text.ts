import type { FontFace } from './graphics-state.ts';
import type { PageContent } from './page-content.ts';

/** A font whose text is nonsense to this share has no map, whatever the rest looks like. */
const nonsense = 0.1;

/** Ideographs in use. */
const ideograph = /[\u4e00-\u9fff]/;

/**
 * Marks the glyphs of fonts that don't say what their codes mean. pdf.js takes such codes for
 * characters, which is right where an old program wrote plain ASCII, and garbage where the codes
 * number the glyphs: then some are controls, or letters of no language that is written here.
 */
export function markUnreadable({ glyphs }: PageContent): void {
  const fonts = new Map<FontFace, { all: number; bad: number; ideographs: number }>();
  for (const { font, text, known, unreadable } of glyphs) {
    if (known && !unreadable) continue;
    const counts = fonts.get(font) ?? { all: 0, bad: 0, ideographs: 0 };
    fonts.set(font, counts);
    counts.all++;
    if (unreadable) counts.bad++;
    if (ideograph.test(text)) counts.ideographs++;
  }
  for (const glyph of glyphs) {
    const counts = fonts.get(glyph.font);
    if (glyph.known || !counts) continue;
    const isNonsense = counts.bad >= nonsense * counts.all;
    // Glyph numbers of a composite font are two bytes: plain ASCII they never are.
    const isNumbered = glyph.font.composite && counts.ideographs < counts.all / 2;
    if (!isNonsense && !isNumbered) continue;
    glyph.unreadable = true;
    // Garbage looks like figures often enough.
    glyph.aside ??= 'unread';
  }
}
