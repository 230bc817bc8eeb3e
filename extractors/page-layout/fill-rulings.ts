import type { DrawnPage } from '../drawn-page.ts';
import { fillRulings } from '../table-grid/fill-rulings.ts';

/** A page with the borders that only the backgrounds of its cells show, as rulings. */
export function withFillRulings(page: DrawnPage): DrawnPage {
  const found = fillRulings(page);
  return found.length === 0 ? page : { ...page, segments: [...page.segments, ...found] };
}
