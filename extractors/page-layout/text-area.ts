import type { TextLine } from '../table-grid/text-lines.ts';
import { bodyInkEnd } from './line-flow.ts';
import { inkOf, type PageItems } from './placed.ts';

/** The room that lines of text have: its left and right edge, in points. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
  /** From one line's top to the next one's, in ems, as most have it; null with too few lines. */
  readonly leading: number | null;
}

/** Lines by which an area is known. */
const fewestLines = 4;

/**
 * The text areas of pages, by page number and region. Where a page shows too little text, that of
 * the others as wide as it; tables stand for text where no page shows more.
 */
export function textAreas(pages: readonly PageItems[]): (page: number, region: number) => TextArea {
  const own = new Map<string, TextArea>();
  const byWidth = new Map<number, TextArea>();
  const widths = new Map<number, number>();
  for (const { page, width } of pages) widths.set(page, Math.round(width));
  for (const width of new Set(widths.values())) {
    byWidth.set(width, sharedArea(pages.filter((page) => Math.round(page.width) === width)));
  }
  for (const page of pages) {
    for (const [region, lines] of linesByRegion(page)) {
      const area = lines.length >= fewestLines ? areaOf(lines) : undefined;
      const shared = byWidth.get(Math.round(page.width));
      if (area && (region > 0 || !shared)) own.set(`${page.page} ${region}`, area);
      else if (area && shared) own.set(`${page.page} ${region}`, within(area, shared));
    }
  }
  const none: TextArea = { left: 0, right: Number.POSITIVE_INFINITY, leading: null };
  return (page, region) =>
    own.get(`${page} ${region}`) ?? byWidth.get(widths.get(page) ?? -1) ?? none;
}

/** A few short lines must not make the area narrower than the document's. */
function within(area: TextArea, shared: TextArea): TextArea {
  const width = shared.right - shared.left;
  const narrow = area.right - area.left < width * 0.8;
  return narrow ? { ...shared, leading: area.leading ?? shared.leading } : area;
}

function linesByRegion({ items }: PageItems): Map<number, TextLine[]> {
  const regions = new Map<number, TextLine[]>();
  for (const item of items) {
    if (item.kind !== 'line') continue;
    const lines = regions.get(item.region);
    if (lines) lines.push(item.line);
    else regions.set(item.region, [item.line]);
  }
  return regions;
}

function sharedArea(pages: readonly PageItems[]): TextArea {
  const lines = pages.flatMap((page) => linesByRegion(page).get(0) ?? []);
  const tables = pages.flatMap(({ items }) => items.filter((item) => item.kind === 'table'));
  const area = areaOf(lines);
  if (lines.length >= fewestLines * 2 || tables.length === 0) return area;
  return {
    left: tables.reduce((left, { box }) => Math.min(left, box.x0), area.left),
    right: tables.reduce((right, { box }) => Math.max(right, box.x1), area.right),
    leading: area.leading,
  };
}

function areaOf(lines: readonly TextLine[]): TextArea {
  const inks = lines.map((line) => ({ x0: inkOf(line).x0, x1: bodyInkEnd(line), size: line.size }));
  return {
    left: edgeOf(inks.map(({ x0, size }) => ({ at: -x0, size }))) * -1,
    right: edgeOf(inks.map(({ x1, size }) => ({ at: x1, size }))),
    leading: leadingOf(lines),
  };
}

/** The outermost place at which at least two lines end, or the outermost of all. */
function edgeOf(ends: readonly { readonly at: number; readonly size: number }[]): number {
  const outermostFirst = [...ends].sort((a, b) => b.at - a.at);
  const shared = outermostFirst.find(({ at, size }, i) => {
    const next = outermostFirst[i + 1];
    return next !== undefined && at - next.at <= size;
  });
  return shared?.at ?? outermostFirst[0]?.at ?? 0;
}

function leadingOf(lines: readonly TextLine[]): number | null {
  const leadings: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next && Math.abs(next.size - line.size) < 1 && next.y0 > line.y0) {
      leadings.push((next.y0 - line.y0) / line.size);
    }
  });
  leadings.sort((a, b) => a - b);
  return leadings.length >= fewestLines - 1 ? (leadings[leadings.length >> 1] ?? null) : null;
}
