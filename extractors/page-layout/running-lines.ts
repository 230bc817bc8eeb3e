import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Leftover } from '../../schemas/document.ts';
import { maskNumbers, pageNumberLook, wordsBesideFigures, yearsIn } from './page-number.ts';
import { boxOf, inkOf, type PageItem, type PageItems, type PlacedLine } from './placed.ts';
import { hasOtherFigures } from './running-figures.ts';

/** Height of the margins in which running lines stand: 3 cm, or this share of a larger page. */
const marginHeight = 85;
const marginShare = 0.11;
/** So near the paper's edge no page's own text begins. */
const deepMargin = 45;
/** Lines above or below one another in one margin. */
const mostLines = 4;
/** How far a running line may move from page to page, in points. */
const drift = 3;
/** A line whose figures change has as many letters at least; 附表3 numbers what follows it. */
const fewestLetters = 4;
/** How much wider the gap beside it is than the one between the lines that follow. */
const standsApart = 1.4;
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
  /** How far the next line stands from the one after it; 0 where those are no two lines. */
  readonly pitch: number;
  readonly mask: string;
  readonly numbers: readonly number[];
}

export interface RunningLines {
  readonly leftovers: Leftover[];
  /** Those whose figures change from page to page: a total so far may be meant to be read. */
  readonly changing: Leftover[];
}

/**
 * Takes page numbers, and lines that come again at the same height of other pages, out of the
 * margins. A title that every page has is no header: it is larger than the text, or close above it.
 */
export function takeRunningLines(pages: readonly PageItems[]): RunningLines {
  const textSize = usualSize(pages);
  const leftovers: Leftover[] = [];
  const changing: Leftover[] = [];
  for (const side of ['bottom', 'top'] as const) {
    for (let round = 0; round < mostLines; round++) {
      const candidates = pages.map((page, at) => outermost(page, at, side));
      const taken = candidates.flatMap((candidate) => {
        const reason = candidate && reasonOf(candidate, candidates, pages, side, textSize);
        return candidate && reason ? [{ candidate, reason }] : [];
      });
      for (const { candidate, reason } of taken) {
        const leftover = take(pages[candidate.at], candidate.item, side, reason);
        leftovers.push(leftover);
        if (reason !== 'page_number' && changes(candidate, candidates)) changing.push(leftover);
      }
      if (taken.length === 0) break;
    }
  }
  return { leftovers, changing };
}

/** Whether the line has other figures on a page nearby. */
function changes(candidate: Candidate, candidates: readonly (Candidate | undefined)[]): boolean {
  const textOf = ({ page, line }: PlacedLine) => ({ page, text: line.text });
  return neighbours(candidate, candidates).some(
    (other) =>
      hasSameWords(candidate, other) && hasOtherFigures(textOf(candidate.item), textOf(other.item)),
  );
}

function neighbours(
  candidate: Candidate,
  candidates: readonly (Candidate | undefined)[],
): Candidate[] {
  return candidates
    .slice(Math.max(0, candidate.at - reach), candidate.at + reach + 1)
    .flatMap((other) => (other === undefined || other === candidate ? [] : [other]));
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
  const innerOf = (box: { y0: number; y1: number }): number => edgeOf(box) + box.y1 - box.y0;
  const others = page.items.filter((other) => other !== item);
  const next = nearest(others, (other) => edgeOf(boxOf(other)) - inner);
  const gap = next?.distance ?? Number.POSITIVE_INFINITY;
  const aboveTitle = next?.item.kind === 'line' && next.item.line.size > line.size * 1.15;
  const after =
    next?.item.kind === 'line'
      ? nearest(
          others.filter((other) => other !== next.item),
          (other) => edgeOf(boxOf(other)) - innerOf(boxOf(next.item)),
        )
      : undefined;
  const pitch = after?.item.kind === 'line' ? Math.max(0, after.distance) : 0;
  return { at, item, edge, gap, aboveTitle, pitch, ...maskNumbers(line.text) };
}

function nearest(
  items: readonly PageItem[],
  distanceOf: (item: PageItem) => number,
): { readonly item: PageItem; readonly distance: number } | undefined {
  let found: { item: PageItem; distance: number } | undefined;
  for (const item of items) {
    const distance = distanceOf(item);
    if (!found || distance < found.distance) found = { item, distance };
  }
  return found;
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
  const { item, edge, gap } = candidate;
  const near = neighbours(candidate, candidates);
  const alike = near.filter((other) => isAlike(candidate, other));
  if (look === 'bare')
    return isBareNumber(candidate, alike, pages, side) ? 'page_number' : undefined;
  if (alike.length === 0 && !runsOn(candidate, near)) return undefined;
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
  const counts = /^[^\p{L}#]*#[^\p{L}#]*$|#页|页#|\bp(?:age)?[.:]?#/iu.test(a.mask);
  const pagesApart = a.item.page - b.item.page;
  return a.numbers.every((number, i) => {
    const other = b.numbers[i];
    const goesOn = counts && other !== undefined && number - other === pagesApart;
    return goesOn || (other === number && a.mask !== '#');
  });
}

/**
 * The same words on most of the pages about, and figures that change: a date of printing, a batch, a
 * total so far. What a form's first or last line says may look so too; it stands close to others,
 * names the form's own year, or has a title below it.
 */
function runsOn(candidate: Candidate, near: readonly Candidate[]): boolean {
  const { item, edge, gap, aboveTitle, pitch } = candidate;
  const { text, size } = item.line;
  if ((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return false;
  if (aboveTitle || gap < size * 0.9 || gap < pitch * standsApart) return false;
  const same = near.filter((other) => hasSameWords(candidate, other)).length;
  const fewest = edge < deepMargin ? 1 : 2;
  return same >= fewest && same >= near.length / 2;
}

function hasSameWords(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.item.line, b.item.line];
  if (Math.abs(a.edge - b.edge) > drift || Math.abs(one.size - other.size) > 1) return false;
  if (b.aboveTitle || yearsIn(one.text) !== yearsIn(other.text)) return false;
  return isAligned(a, b) && wordsBesideFigures(one.text) === wordsBesideFigures(other.text);
}

/** Their left ends, right ends or middles stand above one another. */
function isAligned(a: Candidate, b: Candidate): boolean {
  const [one, other] = [inkOf(a.item.line), inkOf(b.item.line)];
  const [left, right] = [one.x0 - other.x0, one.x1 - other.x1].map(Math.abs);
  const middle = Math.abs(one.x0 + one.x1 - other.x0 - other.x1) / 2;
  return Math.min(left ?? Infinity, right ?? Infinity, middle) <= drift;
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
