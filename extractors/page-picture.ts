import type { DrawnPage, Glyph, Segment } from './drawn-page.ts';
import type { PagePicture } from './extractor.ts';

/** Share of a glyph's box above its baseline; that of most Chinese fonts. */
const ascent = 0.86;

/** A picture of more is of no use to a person, and none of a page. */
const mostDrawn = 200_000;

const families = "'SimSun','Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif";

/**
 * A page drawn again from what was read of it: every character in its place, every ruling; what
 * stands aside in grey. Complete in itself: it names fonts and fetches none.
 */
export function drawnPicture(page: DrawnPage): PagePicture {
  const { width, height } = page;
  const glyphs = page.glyphs.filter(({ aside }) => aside !== 'hidden').slice(0, mostDrawn);
  const segments = page.segments.slice(0, mostDrawn);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}pt" height="${round(height)}pt" viewBox="0 0 ${round(width)} ${round(height)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g stroke="#000" fill="none">${segments.map(lineOf).join('')}</g>`,
    `<g font-family="${families}" xml:space="preserve">${runsOf(glyphs).map(textOf).join('')}</g>`,
    '</svg>',
  ];
  return {
    page: page.page,
    width,
    height,
    mediaType: 'image/svg+xml',
    data: Buffer.from(svg.join('\n'), 'utf8'),
  };
}

function lineOf({ x0, y0, x1, y1, width }: Segment): string {
  const thick = Math.min(4, Math.max(0.4, width));
  return `<path d="M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}" stroke-width="${round(thick)}"/>`;
}

/** Glyphs drawn one after the other on one line in one way. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const goesOn =
      last?.y1 === glyph.y1 &&
      last.size === glyph.size &&
      last.bold === glyph.bold &&
      last.aside === glyph.aside;
    if (run && goesOn) run.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs;
}

function textOf(run: readonly Glyph[]): string {
  const [first] = run;
  if (!first) return '';
  const { y0, y1, size, bold, aside } = first;
  const attributes = [
    `font-size="${round(size)}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(aside ? ['fill="#777"'] : []),
    ...(aside === 'struck_out' ? ['text-decoration="line-through"'] : []),
  ].join(' ');
  const baseline = round(y0 + ascent * (y1 - y0));
  // A character of several units takes as many places: one element each keeps them apart.
  return run
    .map(({ x0, text }) => `<tspan x="${round(x0)}" y="${baseline}">${escapeXml(text)}</tspan>`)
    .reduce((all, one) => all + one, `<text ${attributes}>`)
    .concat('</text>');
}

function round(length: number): number {
  return Number.isFinite(length) ? Math.round(length * 100) / 100 : 0;
}

/** What XML 1.0 can't hold at all is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
