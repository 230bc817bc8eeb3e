import type { Leftover } from '../../schemas/document.ts';
import type { DrawnPage, Glyph, Segment } from '../drawn-page.ts';
import { alignedGrid } from '../table-grid/aligned-grid.ts';
import { distinctGlyphs } from '../table-grid/distinct-glyphs.ts';
import { type TextLine, textLines } from '../table-grid/text-lines.ts';
import { isPlaced, withoutUnplaced } from './on-page.ts';
import { pageNumberLook } from './page-number.ts';
import { placeTable, readPageTables } from './page-tables.ts';
import {
  boxOf,
  type PageItem,
  type PageItems,
  type PlacedLine,
  type PlacedTable,
} from './placed.ts';
import { readingRegions } from './reading-regions.ts';

/** A page's tables and lines in reading order, and what is no part of its text. */
export function readPageContent(drawn: DrawnPage): { content: PageItems; leftovers: Leftover[] } {
  const { page, leftovers } = withoutUnplaced(drawn);
  const { distinct, duplicates } = distinctGlyphs(page.glyphs.filter((glyph) => !glyph.aside));
  const { tables, outside } = readPageTables(page, distinct);
  const items = readingRegions(outside, tables).flatMap((region, at) => {
    const lines = textLines(region.glyphs).map(
      (line): PlacedLine => ({ kind: 'line', page: page.page, line, region: at }),
    );
    return inOrder([...lines, ...region.tables]);
  });
  const { width, height } = page;
  return {
    content: { page: page.page, width, height, items },
    leftovers: [...leftovers, ...asides(page), ...duplicateText(page.page, duplicates)],
  };
}

/**
 * Makes tables of lines that form one by their alignment. After running lines are gone: a page
 * number is no cell.
 */
export function findAlignedTables(content: PageItems, segments: readonly Segment[]): void {
  const rules = freeRules(content, segments);
  const found: PageItem[] = [];
  let run: PlacedLine[] = [];
  const closeRun = (): void => {
    found.push(...alignedItems(run, rules, content.page));
    run = [];
  };
  for (const item of content.items) {
    if (item.kind === 'table' || (run[0] && run[0].region !== item.region)) closeRun();
    if (item.kind === 'table') found.push(item);
    else run.push(item);
  }
  closeRun();
  content.items = found;
}

function alignedItems(
  run: readonly PlacedLine[],
  rules: readonly Segment[],
  page: number,
): PageItem[] {
  const tables: PlacedTable[] = [];
  let lines = run.map(({ line }) => line);
  for (;;) {
    const aligned = lines.length > 1 ? alignedGrid(lines, rulesNear(rules, lines)) : null;
    if (!aligned || aligned.lines.size === 0) break;
    tables.push(placeTable(aligned.grid, aligned.cells, page, 'aligned'));
    lines = lines.filter((line) => !aligned.lines.has(line));
  }
  if (tables.length === 0) return [...run];
  const left = new Set(lines);
  return inOrder([...run.filter(({ line }) => left.has(line)), ...tables]);
}

function rulesNear(rules: readonly Segment[], lines: readonly TextLine[]): Segment[] {
  const top = Math.min(...lines.slice(0, 1).map(({ y0 }) => y0)) - 20;
  const bottom = Math.max(...lines.slice(-1).map(({ y1 }) => y1)) + 20;
  return rules.filter(({ y0 }) => y0 >= top && y0 <= bottom);
}

/** Horizontal rulings outside every table. */
function freeRules({ items }: PageItems, segments: readonly Segment[]): Segment[] {
  const tables = items.filter((item) => item.kind === 'table').slice(0, 200);
  return segments.filter(
    (rule) =>
      isPlaced(rule) &&
      Math.abs(rule.y1 - rule.y0) <= 2 &&
      Math.abs(rule.x1 - rule.x0) > 10 &&
      !tables.some(({ box }) => rule.y0 >= box.y0 - 3 && rule.y0 <= box.y1 + 3),
  );
}

/** From top to bottom; what stands at one height, from left to right. */
function inOrder(items: PageItem[]): PageItem[] {
  return items.sort((a, b) => boxOf(a).y0 - boxOf(b).y0 || boxOf(a).x0 - boxOf(b).x0);
}

/** Reasons under which page numbers come. */
const margins: ReadonlySet<Leftover['reason']> = new Set(['header', 'footer']);

function asides(page: DrawnPage): Leftover[] {
  const byReason = new Map<Leftover['reason'], Glyph[]>();
  for (const glyph of page.glyphs) {
    if (!glyph.aside) continue;
    const same = byReason.get(glyph.aside);
    if (same) same.push(glyph);
    else byReason.set(glyph.aside, [glyph]);
  }
  return [...byReason].flatMap(([reason, glyphs]) => {
    const { distinct, duplicates } = distinctGlyphs(glyphs);
    return [...textLines(distinct), ...textLines(duplicates)].map(({ text }) => ({
      page: page.page,
      location: `page ${page.page}`,
      text,
      reason: margins.has(reason) && pageNumberLook(text) ? 'page_number' : reason,
    }));
  });
}

/** Characters drawn twice, for a false bold or a shadow: the second ones. */
function duplicateText(page: number, duplicates: readonly Glyph[]): Leftover[] {
  const text = duplicates.map((glyph) => glyph.text).join('');
  if (text.trim() === '') return [];
  return [{ page, location: `page ${page}, drawn twice`, text, reason: 'decoration' }];
}
