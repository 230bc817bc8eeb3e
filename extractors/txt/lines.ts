import type { Leftover } from '../../schemas/document.ts';

/** One line of a text. */
export interface Line {
  /** 1-based. */
  readonly no: number;
  /** 1-based; null where the text has no form feed. */
  readonly page: number | null;
  /** blank: not one character; cell: led by TAB, which `text` leaves out; text: anything else. */
  readonly kind: 'blank' | 'cell' | 'text';
  readonly text: string;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly leftovers: readonly Leftover[];
  readonly pages: number | null;
}

/** What a rich-text dump writes where Word has a bookmark or a picture; and the DOS end mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+001A is the DOS end mark
const artefact = /^(\t?)((?:\[(?:bookmark|image): [^\]]*\]|\u001a)+)/;

/** What may stand before the first TAB of a row, where the body began with an empty heading. */
const spacesBeforeTab = /^[ \u00a0\u3000]+(?=\t)/;

/**
 * Splits a text at its line ends and form feeds and takes dump artefacts off the line starts.
 * A line left empty by that stays a text line: it was a paragraph, not the end of a row.
 */
export function splitLines(text: string): Lines {
  const paged = text.includes('\f');
  const lines: Line[] = [];
  const leftovers: Leftover[] = [];
  let page = 1;
  text.split(/\r\n|\n|\r/).forEach((physical, index) => {
    const parts = paged ? physical.split('\f') : [physical];
    parts.forEach((part, nth) => {
      if (nth > 0) page++;
      // An empty part beside a form feed is no empty line: it only holds the page break.
      if (part === '' && parts.length > 1) return;
      const opensRow = (lines.at(-1)?.kind ?? 'blank') === 'blank';
      const { removed, ...content } = readLine(opensRow ? part.replace(spacesBeforeTab, '') : part);
      const line: Line = { no: index + 1, page: paged ? page : null, ...content };
      if (removed !== '') leftovers.push(decoration(removed, line.no, line.page));
      lines.push(line);
    });
  });
  return { lines, leftovers, pages: paged ? page : null };
}

/** Marks of layout, such as the lines of a drawn table: no content, but nothing is dropped. */
export function decoration(text: string, lineNo: number, page: number | null): Leftover {
  return { page, location: `line ${lineNo}`, text, reason: 'decoration' };
}

function readLine(line: string): Pick<Line, 'kind' | 'text'> & { readonly removed: string } {
  if (line === '') return { kind: 'blank', text: '', removed: '' };
  const [, tab = line.startsWith('\t') ? '\t' : '', removed = ''] = artefact.exec(line) ?? [];
  const text = line.slice(tab.length + removed.length).replace(/[\v\u2028]/g, '\n');
  return { kind: tab === '' ? 'text' : 'cell', text, removed };
}
