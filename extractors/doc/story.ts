import type { Leftover } from '../../schemas/document.ts';
import type { Notice } from '../../schemas/notice.ts';
import { createListCounts, type ListCounts } from '../flow/list-counts.ts';
import type { Place, PlacedLeftover } from '../flow/placed-leftover.ts';
import type { DocNode } from './nodes.ts';
import type { DocSource } from './source.ts';

type Reason = Leftover['reason'];

/** A part being read: what has come of it, and what holds at the present place. */
export interface Story {
  readonly source: DocSource;
  /** What its leftovers and notices are said to be in. */
  readonly part: string;
  readonly lists: ListCounts;
  /** Start overrides used: each counts once. */
  readonly overridden: Set<string>;
  /** What the text boxes anchored at a position hold; each is taken once. */
  readonly textBoxes: Map<number, DocNode[][]>;
  /** How sections begin, by the position at which they do. */
  readonly sections: ReadonlyMap<number, boolean>;
  /** The page being filled, null where the part does not stand on pages one after another. */
  page: number | null;
  /** Whether a break was counted and nothing stands after it yet. */
  freshPage: boolean;
  /** Why everything here is no part of the text. */
  aside: Reason | null;
  /** The cell being read, innermost last. */
  readonly places: Place[];
  readonly leftovers: PlacedLeftover[];
  readonly notices: Notice[];
  readonly generated: string[];
}

export function createStory(source: DocSource, part: string): Story {
  return {
    source,
    part,
    lists: createListCounts(),
    overridden: new Set(),
    textBoxes: new Map(),
    sections: new Map(),
    page: null,
    freshPage: false,
    aside: null,
    places: [],
    leftovers: [],
    notices: [],
    generated: [],
  };
}

export function addLeftover(story: Story, text: string, reason: Reason): void {
  if (text.trim() === '') return;
  const { part, page, places } = story;
  story.leftovers.push({ text, reason, page, part, place: places.at(-1) ?? null });
}

export function addNotice(story: Story, code: string, message: string): void {
  const place = story.places.at(-1);
  story.notices.push({
    code,
    message,
    at: place ? `${story.part} 行${place.row + 1}` : story.part,
  });
}

/** Counts a page break; one after another with nothing between them are one. */
export function breakPage(story: Story): void {
  if (story.page === null || story.freshPage) return;
  story.page++;
  story.freshPage = true;
}
