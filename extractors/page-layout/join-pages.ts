import { appendRows } from './append-table.ts';
import { type KnownTexts, knownTexts } from './column-labels.ts';
import { goesOnBeside, joinSideways } from './join-sideways.ts';
import { leadingRows } from './leading-rows.ts';
import { mendBreak } from './mend-break.ts';
import {
  boxOf,
  type PageItem,
  type PageItems,
  type PlacedLine,
  type PlacedTable,
} from './placed.ts';
import { goesOnAs, type PageEnd, repeatedRows } from './table-match.ts';

/** Something met where a page ended inside a table. */
export interface BreakFinding {
  readonly table: PlacedTable;
  /** The page on which the table goes on. */
  readonly page: number;
}

/** A row that a page's end may have cut: kept as two, or made one with the row before the end. */
export interface UnsureRow extends BreakFinding {
  readonly row: number;
  readonly isOne: boolean;
}

export interface JoinedPages {
  /** Text that only says again, on a further page, what the table is. */
  readonly repeated: (BreakFinding & { readonly text: string })[];
  /** Rows that may have been cut in two, by the row on the new page. */
  readonly unsure: UnsureRow[];
  /** Tables wider than their paper, whose pages stand side by side. */
  readonly beside: BreakFinding[];
  /** Tables that go on in columns of other widths, which were put together by their number. */
  readonly moved: BreakFinding[];
}

interface Joining {
  readonly joined: JoinedPages;
  readonly known: KnownTexts;
}

/** The last table met, and the lines right above it. */
interface OpenTable {
  readonly table: PlacedTable;
  readonly captions: readonly string[];
}

/** 续表, （续）, 续上表, 表3（续） */
const continuation =
  /^(?:[（(]?\s*(?:接|续)\s*(?:上|前)?\s*(?:页|表)?\s*\d*\s*[）)]?|.{0,60}[（(]续(?:表|上表|\d+)?[)）])$/;

const mostCaptions = 6;
/** Share of a page's height above its bottom margin, at least. */
const usualShare = 0.8;
/** Rulings of one table drawn in two pieces lie as near as this, in points. */
const touching = 3;

/** Makes one table of those that go on over the end of a page. Changes the pages' items. */
export function joinPages(pages: readonly PageItems[]): JoinedPages {
  let open: OpenTable | undefined;
  let before: PageItems | undefined;
  for (const page of pages) joinTouching(page);
  const known = knownTexts(
    pages.flatMap(({ items }) => items.filter((item) => item.kind === 'table')),
  );
  const joined: JoinedPages = { repeated: [], unsure: [], moved: [], beside: joinSideways(pages) };
  for (const page of pages) {
    if (open && !open.table.ruled && before?.page === page.page - 1) {
      takeLeadingRows(open, page, { page: before, bottom: bottomOf(pages, before) });
    }
    const rest = firstTable(page);
    if (open && rest && before && page.page === before.page + 1) {
      const place = { page: before, bottom: bottomOf(pages, before) };
      if (isRest(open, rest, place)) {
        append({ joined, known }, open.table, rest, page);
        if (page.items.length > 0) open = undefined;
      } else open = undefined;
    } else open = undefined;
    open = openAtEnd(page) ?? open;
    before = page;
  }
  return joined;
}

/** Lines at a page's top that are an unruled table's last rows become a table. */
function takeLeadingRows(open: OpenTable, page: PageItems, place: Omit<PageEnd, 'marked'>): void {
  const rows = leadingRows(open.table, page);
  if (!rows || !isRest(open, { table: rows.table, lines: [] }, place)) return;
  const taken = new Set<PageItem>(rows.lines);
  page.items = [rows.table, ...page.items.filter((item) => !taken.has(item))];
}

interface FirstTable {
  readonly table: PlacedTable;
  readonly lines: readonly PlacedLine[];
}

/** A page's first table, with the few lines above it. */
function firstTable({ items }: PageItems): FirstTable | undefined {
  const lines: PlacedLine[] = [];
  for (const item of items) {
    if (item.kind === 'table') return { table: item, lines };
    lines.push(item);
    if (lines.length > mostCaptions) return undefined;
  }
  return undefined;
}

function openAtEnd({ items }: PageItems): OpenTable | undefined {
  const table = items.at(-1);
  if (table?.kind !== 'table') return undefined;
  const captions: string[] = [];
  for (let i = items.length - 2; i >= 0 && captions.length < mostCaptions; i--) {
    const item = items[i];
    if (item?.kind !== 'line') break;
    captions.unshift(squeeze(item.line.text));
  }
  return { table, captions };
}

function isRest(
  { table, captions }: OpenTable,
  { table: rest, lines }: FirstTable,
  place: Omit<PageEnd, 'marked'>,
): boolean {
  if (goesOnBeside(table, rest)) return false;
  const texts = lines.map(({ line }) => squeeze(line.text));
  const unmarked = texts.filter((text) => !continuation.test(text));
  const marked = unmarked.length < texts.length;
  // Title and unit printed again on every sheet, above a header that is the same too.
  const again = unmarked.every((text) => captions.includes(text));
  if (!again) return false;
  if (unmarked.length > 0 && !marked && repeatedRows(table, rest) === 0) return false;
  return goesOnAs(table, rest, { ...place, marked });
}

function append(
  { joined, known }: Joining,
  table: PlacedTable,
  { table: rest, lines }: FirstTable,
  page: PageItems,
): void {
  const at = { table, page: page.page };
  const skip = repeatedRows(table, rest);
  const texts = [
    ...lines.map(({ line }) => line.text),
    ...rest.cells.filter(({ row }) => row < skip).map(({ text }) => text),
  ];
  for (const text of texts) if (text.trim() !== '') joined.repeated.push({ ...at, text });
  const row = table.rows;
  const isNamed = skip > 0 || lines.some(({ line }) => continuation.test(squeeze(line.text)));
  if (appendRows(table, rest, { skip, isNamed })) joined.moved.push(at);
  const verdict = mendBreak(table, row, known);
  if (verdict === 'unsure') joined.unsure.push({ ...at, row, isOne: false });
  if (verdict === 'likely') joined.unsure.push({ ...at, row: row - 1, isOne: true });
  const gone = new Set<PageItem>([rest, ...lines]);
  page.items = page.items.filter((item) => !gone.has(item));
}

/** The lowest place that text or tables reach on pages of this height, or may reach. */
function bottomOf(pages: readonly PageItems[], { height }: PageItems): number {
  let bottom = height * usualShare;
  for (const page of pages) {
    if (Math.abs(page.height - height) > 2) continue;
    for (const item of page.items) bottom = Math.max(bottom, boxOf(item).y1);
  }
  return Math.min(bottom, height);
}

/** A frame that touches a table as wide as itself is one of its rows. */
function joinTouching(page: PageItems): void {
  const kept: PageItem[] = [];
  for (const item of page.items) {
    const last = kept.at(-1);
    if (last?.kind === 'table' && item.kind === 'table' && touches(last, item)) {
      appendRows(last, item, { skip: 0, isNamed: false });
    } else kept.push(item);
  }
  page.items = kept;
}

function touches(upper: PlacedTable, lower: PlacedTable): boolean {
  return (
    (upper.cells.length === 1 || lower.cells.length === 1) &&
    Math.abs(lower.box.y0 - upper.lastBox.y1) <= touching &&
    Math.abs(lower.box.x0 - upper.box.x0) <= touching &&
    Math.abs(lower.box.x1 - upper.box.x1) <= touching
  );
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
