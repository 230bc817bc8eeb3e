import { unaccounted } from '../../../extractors/accounting.ts';
import type { DrawnPage } from '../../../extractors/drawn-page.ts';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { type DrawnPages, drawPages } from '../../../extractors/pdf/draw-pages.ts';
import { openPdf } from '../../../extractors/pdf/engine.ts';

/** The pages of a file as drawn. */
export async function draw(
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
  passwords: readonly string[] = [],
): Promise<DrawnPages> {
  const { document, close } = await openPdf(bytes, passwords);
  try {
    return await drawPages(document, limits);
  } finally {
    await close();
  }
}

/** The first page of a file. */
export async function firstPage(bytes: Uint8Array): Promise<DrawnPage> {
  const [page] = (await draw(bytes)).pages;
  if (!page) throw new Error('expected a page');
  return page;
}

/** What a page's text is, without what stands aside. */
export function textOf({ glyphs }: DrawnPage): string {
  return glyphs
    .filter((glyph) => !glyph.aside)
    .map((glyph) => glyph.text)
    .join('');
}

/** What stands aside for a reason. */
export function asideOf({ glyphs }: DrawnPage, reason: string): string {
  return glyphs
    .filter((glyph) => glyph.aside === reason)
    .map((glyph) => glyph.text)
    .join('');
}

/** The source's characters against those of glyphs and comments. */
export function account({ pages, comments, counts, generated }: DrawnPages) {
  const held = [
    ...pages.flatMap((page) => page.glyphs.map((glyph) => glyph.text)),
    ...comments.map((comment) => comment.text),
  ];
  return unaccounted(counts, held, generated.join(''));
}

/** Segments as "x0 y0 x1 y1", rounded, in order of place. */
export function lines({ segments }: DrawnPage): string[] {
  return segments
    .map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((length) => Math.round(length)).join(' '))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
