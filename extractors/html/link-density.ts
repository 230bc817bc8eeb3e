import type { FlowItem, FlowTable } from '../flow/flow.ts';

/** How much of a text leads elsewhere. Characters are counted without white space. */
export interface LinkCount {
  characters: number;
  linked: number;
  links: number;
}

/** The link counts of a page's paragraphs and tables; those without a link have none. */
export type LinkCounts = Map<FlowItem, LinkCount>;

export function noLinks(): LinkCount {
  return { characters: 0, linked: 0, links: 0 };
}

export function addLinks(to: LinkCount, more: LinkCount): void {
  to.characters += more.characters;
  to.linked += more.linked;
  to.links += more.links;
}

export function sumLinks(items: readonly FlowItem[], counts: LinkCounts): LinkCount {
  const sum = noLinks();
  for (const item of items) addLinks(sum, linksOf(item, counts));
  return sum;
}

function linksOf(item: FlowItem, counts: LinkCounts): LinkCount {
  const count = counts.get(item);
  if (count) return count;
  const texts = item.kind === 'paragraph' ? [item.text] : item.cells.map(({ text }) => text);
  return countLine(texts.join(''), '', 0);
}

/** Separators between links (">", "|", "·") are no text of their own. */
const separators = /[\s|>»›/·•\-—_,，、:：]/g;

/** Counts a line's text; `linked` is the text of the links in it. */
export function countLine(text: string, linked: string, links: number): LinkCount {
  return {
    characters: text.replace(separators, '').length,
    linked: linked.replace(separators, '').length,
    links,
  };
}

function share({ characters, linked }: LinkCount): number {
  return characters === 0 ? 0 : linked / characters;
}

/** Is it nearly all links? */
export function isLinkHeavy(count: LinkCount): boolean {
  return count.links >= 2 && share(count) >= 0.6;
}

/** A menu: several links and hardly any text between them. */
function isMenu(count: LinkCount): boolean {
  return count.links >= 2 && share(count) >= 0.7;
}

/** Does the table hold more than links? A table of several cells does, unless all lead elsewhere. */
export function holdsData(table: FlowTable, counts: LinkCounts): boolean {
  const count = linksOf(table, counts);
  return table.cells.length >= 4 && !(count.links >= 3 && share(count) >= 0.8);
}

/** Links alone, one to a line, are a menu from here on; fewer may be an article's attachments. */
const menuLines = 4;

/**
 * Parts a page's items: menus, paths and lists of links are its site's frame. A line of links is one
 * wherever it stands, lines of one link each only where several follow one another.
 */
export function partMenus(
  items: readonly FlowItem[],
  counts: LinkCounts,
): { kept: FlowItem[]; menus: FlowItem[][] } {
  const kept: FlowItem[] = [];
  const menus: FlowItem[][] = [];
  let run: FlowItem[] = [];
  const endRun = (): void => {
    const isMenuRun = run.length >= menuLines || run.some((item) => isMenu(of(item)));
    if (isMenuRun) menus.push(run);
    else for (const item of run) kept.push(item);
    run = [];
  };
  const of = (item: FlowItem): LinkCount => linksOf(item, counts);
  for (const item of items) {
    const blank = item.kind === 'paragraph' && item.text.trim() === '';
    if (isFrameItem(item, of(item), counts) || (blank && run.length > 0)) run.push(item);
    else {
      endRun();
      kept.push(item);
    }
  }
  endRun();
  return { kept, menus };
}

function isFrameItem(item: FlowItem, count: LinkCount, counts: LinkCounts): boolean {
  if (item.kind === 'table') return count.links >= 3 && !holdsData(item, counts) && isMenu(count);
  return count.links >= 1 && share(count) >= 0.7;
}
