import type { Leftover } from '../../schemas/document.ts';
import type { FlowTable } from './flow.ts';

/** A place in a table; its column may come to be known only with the table's end. */
export interface Place {
  readonly table: FlowTable;
  row: number;
  column: number;
}

/** A leftover before tables have their numbers. */
export interface PlacedLeftover {
  readonly text: string;
  readonly reason: Leftover['reason'];
  readonly page: number | null;
  /** The part of the document: "content.xml", "header". */
  readonly part: string;
  readonly place: Place | null;
}

/** Leftovers by the numbers their tables have got in the document; those of white space are none. */
export function toLeftovers(
  placed: readonly PlacedLeftover[],
  tableNumbers: ReadonlyMap<FlowTable, number>,
): Leftover[] {
  return placed
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, reason, page, part, place }) => {
      const number = place ? tableNumbers.get(place.table) : undefined;
      const cell =
        place && number !== undefined
          ? ` 表${number} 行${place.row + 1} 列${place.column + 1}`
          : '';
      return { page, location: part + cell, text, reason };
    });
}

/** A footer with nothing but its page number: "第 1 页 共 3 页", "- 1 -", "Page 1 of 3", "iv". */
const pageNumberOnly =
  /^(?:[\s\d０-９第页頁共总/|,，.．·~～<>()（）\-‐-―－—]|page|of|[ivxlcIVXLC]+\b)*$/iu;

/** What the text of a footer is: a page number, or a footer that says more. */
export function footerReason(text: string): 'page_number' | 'footer' {
  return pageNumberOnly.test(text) ? 'page_number' : 'footer';
}
