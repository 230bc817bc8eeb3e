import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Leftover } from '../../schemas/document.ts';
import { maskNumbers, pageNumberLook } from './page-number.ts';
import { boxOf, type PageItems, type PlacedLine } from './placed.ts';

/** Height of the margins in which running lines stand: 3 cm, or this share of a larger page. */
const marginHeight = 85;
const marginShare = 0.11;
/** So near the paper's edge no page's own text begins. */
const deepMargin = 45;
/** Lines above or below one another in one margin. */
const mostLines = 4;
/** How far a running line may move from page to page, in points. */
const drift = 3;
/** Pages apart at which a line counts as repeated: right and left pages may have lines of their own. */
const reach = 2;

type Side = 'top' | 'bottom';

/** A page's outermost line, and how far it stands from the page's edge and from the next item. */
interface Candidate {
  readonly at: number;
  readonly item: PlacedLine;
  readonly edge: number;
  readonly gap: number;
  /** The next item is a line in larger type: a title. */
  readonly aboveTitle: boolean;
  readonly mask: string;
  readonly numbers: readonly number[];
}

/**
 * Takes page numbers, and lines that come again at the same height of other pages, out of the
 * margins. A title that every page has is no header: it is larger than the text, or close above it.
 */
export function takeRunningLines(pages: readonly PageItems[]): Leftover[] {
  const textSize = usualSize(pages);
  const leftovers: Leftover[] = [];
  for (const side of ['bottom', 'top'] as const) {
    for (let round = 0; round < mostLines; round++) {
      const candidates = pages.map((page, at) => outermost(page, at, side));
      const taken = candidates.flatMap((candidate) => {
        const reason = candidate && reasonOf(candidate, candidates, pages, side, textSize);
        return candidate && reason ? [{ candidate, reason }] : [];
      });
      for (const { candidate, reason } of taken) {
        leftovers.push(take(pages[candidate.at], candidate.item, side, reason));
      }
      if (taken.length === 0) break;
    }
  }
  return leftovers;
}

function take(
  page: PageItems | undefined,
  item: PlacedLine,
  side: Side,
  reason: LeftoverReason,
): Leftover {
  if (page) page.items = page.items.filter((other) => other !== item);
  return { page: item.page, location: `page ${item.page} ${side}`, text: item.line.text, reason };
}

function outermost(page: PageItems, at: number, side: Side): Candidate | undefined {
  const edgeOf = (box: { y0: number; y1: number }): number =>
    side === 'top' ? box.y0 : page.height - box.y1;
  let first: { item: PageItems['items'][number]; edge: number } | undefined;
  for (const item of page.items) {
    const edge = edgeOf(boxOf(item));
    if (!first || edge < first.edge) first = { item, edge };
  }
  if (first?.item.kind !== 'line') return undefined;
  const { item, edge } = first;
  const { line } = item;
  const inner = edge + line.y1 - line.y0;
  if (inner > Math.max(marginHeight, page.height * marginShare)) return undefined;
  let gap = Number.POSITIVE_INFINITY;
  let next: PageItems['items'][number] | undefined;
  for (const other of page.items) {
    const distance = edgeOf(boxOf(other)) - inner;
    if (other !== item && distance < gap) [next, gap] = [other, distance];
  }
  const aboveTitle = next?.kind === 'line' && next.line.size > line.size * 1.15;
  return { at, item, edge, gap, aboveTitle, ...maskNumbers(line.text) };
}

function reasonOf(
  candidate: Candidate,
  candidates: readonly (Candidate | undefined)[],
  pages: readonly PageItems[],
  side: Side,
  textSize: number,
): LeftoverReason | undefined {
  const look = pageNumberLook(candidate.item.line.text);
  if (look === 'marked') return 'page_number';
  const { at, item, edge, gap } = candidate;
  const near = candidates
    .slice(Math.max(0, at - reach), at + reach + 1)
    .filter((other) => other !== undefined && other !== candidate);
  const alike = near.filter((other) => other && isAlike(candidate, other));
  if (look === 'bare')
    return isBareNumber(candidate, alike, pages, side) ? 'page_number' : undefined;
  if (alike.length === 0) return undefined;
  if (edge >= deepMargin) {
    if (gap < item.line.size * 0.9 || item.line.size > textSize * 1.25) return undefined;
    // 附件3 above the title of every form.
    const everywhere = candidates.filter((other) => other && isAlike(candidate, other));
    if (everywhere.every((other) => other?.aboveTitle)) return undefined;
  }
  return side === 'top' ? 'header' : 'footer';
}

/** A number alone: it counts the pages, or is the page's own, well below everything else. */
function isBareNumber(
  { at, item, gap, numbers }: Candidate,
  alike: readonly unknown[],
  pages: readonly PageItems[],
  side: Side,
): boolean {
  const { line } = item;
  if (gap < line.size) return false;
  if (alike.length > 0) return true;
  const page = pages[at];
  if (side === 'top' || !page) return false;
  const centred = Math.abs((line.x0 + line.x1) / 2 - page.width / 2) < line.size;
  return numbers[0] === item.page || (pages.length === 1 && centred);
}

/** The same line on another page: its numbers are the same, or go on as the pages do. */
function isAlike(a: Candidate, b: Candidate): boolean {
  if (a.mask !== b.mask || Math.abs(a.edge - b.edge) > drift) return false;
  if (Math.abs(a.item.line.size - b.item.line.size) > 1) return false;
  const counts = /^#$|#页|页#|page:?#/i.test(a.mask);
  const pagesApart = a.item.page - b.item.page;
  return a.numbers.every((number, i) => {
    const other = b.numbers[i];
    const goesOn = counts && other !== undefined && number - other === pagesApart;
    return goesOn || (other === number && a.mask !== '#');
  });
}

/** The size most characters have. */
function usualSize(pages: readonly PageItems[]): number {
  const characters = new Map<number, number>();
  const add = (size: number, count: number): void => {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + count);
  };
  for (const { items } of pages) {
    for (const item of items) {
      if (item.kind === 'line') add(item.line.size, item.line.text.length);
      else {
        for (const { lines } of item.cells)
          for (const line of lines) add(line.size, line.text.length);
      }
    }
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10.5;
}
