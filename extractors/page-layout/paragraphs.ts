import type { Paragraph } from '../../schemas/document.ts';
import { joinWrapped } from '../table-grid/join-lines.ts';
import type { TextLine } from '../table-grid/text-lines.ts';
import { beginsNumbered, endsSentence, hasWideGap, isFull, numberStyle } from './line-flow.ts';
import { inkOf, type PlacedLine } from './placed.ts';
import type { TextArea } from './text-area.ts';

/**
 * Lines that follow one another, as paragraphs: a line goes on with the next where it is full, and
 * the next is neither indented nor a title. Over the end of a page as within it.
 */
export function toParagraphs(
  lines: readonly PlacedLine[],
  areaFor: (page: number, region: number) => TextArea,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let first: PlacedLine | undefined;
  let last: PlacedLine | undefined;
  for (const item of lines) {
    const text = item.line.text.trim();
    const open = paragraphs.at(-1);
    const joins = first && last && goesOn(last, item, areaFor) && !isNextItem(first, item);
    if (open && joins) open.text = joinWrapped(open.text, text);
    else if (text !== '') {
      paragraphs.push({ kind: 'paragraph', text, number: null, page: item.page });
      first = item;
    }
    last = item;
  }
  return paragraphs;
}

function goesOn(
  above: PlacedLine,
  below: PlacedLine,
  areaFor: (page: number, region: number) => TextArea,
): boolean {
  const a = above.line;
  const b = below.line;
  const area = areaFor(above.page, above.region);
  const together = above.page === below.page && above.region === below.region;
  if (Math.abs(a.size - b.size) > a.size * 0.12) return false;
  if (together && !isNextLine(above, below, area)) return false;
  if (hasWideGap(a) || hasWideGap(b) || !isFull(a, b, area.right)) return false;
  const ended = endsSentence(a.text);
  if (ended && (!together || beginsNumbered(b.text) || /[：:]$/.test(a.text.trimEnd())))
    return false;
  const areaBelow = together ? area : areaFor(below.page, below.region);
  if (isCentred(below, areaBelow)) {
    return !ended && !beginsNumbered(b.text) && fillsWidth(above, b, area);
  }
  if (indent(below, areaBelow) < 1.2 * b.size) return true;
  // A block set in as a whole.
  const sameIndent = Math.abs(indent(above, area) - indent(below, areaBelow)) < a.size / 2;
  return sameIndent && !ended && !beginsNumbered(b.text);
}

/** Numbered as the paragraph's first line is, and set in as far: the next of a list. */
function isNextItem({ line: first }: PlacedLine, { line }: PlacedLine): boolean {
  const style = numberStyle(line.text);
  const sameIndent = Math.abs(inkOf(first).x0 - inkOf(line).x0) < line.size / 2;
  return style !== undefined && style === numberStyle(first.text) && sameIndent;
}

/** A centred line shares what room it leaves out to both sides. */
function fillsWidth({ line }: PlacedLine, next: TextLine, { left, right }: TextArea): boolean {
  return isFull(line, next, right + Math.max(0, inkOf(line).x0 - left));
}

function isNextLine({ line: a }: PlacedLine, { line: b }: PlacedLine, area: TextArea): boolean {
  const step = b.y0 - a.y0;
  const most = area.leading === null ? 2.7 : Math.max(area.leading * 1.4, 1.4);
  return step > a.size * 0.5 && step <= most * a.size;
}

function indent({ line }: PlacedLine, { left }: TextArea): number {
  return inkOf(line).x0 - left;
}

function isCentred({ line }: PlacedLine, { left, right }: TextArea): boolean {
  const { x0, x1 } = inkOf(line);
  const margins = 2.5 * line.size;
  const centred = Math.abs((x0 + x1) / 2 - (left + right) / 2) < line.size;
  return centred && x0 - left > margins && right - x1 > margins;
}
