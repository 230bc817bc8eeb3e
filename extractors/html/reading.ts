import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Leftover } from '../../schemas/document.ts';
import type { Limits } from '../extractor.ts';
import { createFlow, type Flow, type FlowItem, flowText } from '../flow/flow.ts';
import type { ListNumber } from '../flow/list-counts.ts';
import { createLine, type Line } from './line.ts';
import { countLine, type LinkCounts } from './link-density.ts';
import type { PageList } from './list-numbers.ts';
import { createBudget, type PageRow, type RowGroup } from './page-table.ts';
import { attribute, type PageElement } from './parse-page.ts';
import { noSheetBorders, type SheetBorders } from './sheet-borders.ts';

/** What is to be done when an element ends. */
export type Leave = () => void;

/** Text being read into a flow of its own: the page, a cell, a part that is set aside. */
export interface Frame {
  readonly flow: Flow;
  readonly line: Line;
  /** Text of links in the line, and how many links. */
  linked: string[];
  links: number;
  /** Waits for the text it stands before; `generated` where the page does not hold it as text. */
  number: { readonly number: ListNumber; readonly generated: boolean } | null;
  hasHeading: boolean;
}

/** A table being read. */
export interface OpenTable {
  readonly element: PageElement;
  readonly groups: RowGroup[];
  /** Widths said by col elements, in twips. */
  readonly columns: (number | null)[];
  row: PageRow | null;
  hasHeadings: boolean;
  /** Frames open where it began: only cells seen at this height are its own. */
  readonly height: number;
}

/** A page being read. */
export interface Reading {
  readonly limits: Limits;
  readonly spend: (positions: number) => void;
  readonly root: Frame;
  readonly frames: Frame[];
  readonly tables: OpenTable[];
  readonly lists: PageList[];
  readonly links: LinkCounts;
  readonly leftovers: Leftover[];
  readonly generated: string[];
  /** Links that are open around the text. */
  openLinks: number;
  readonly borders: SheetBorders;
}

export function createReading(limits: Limits): Reading {
  const root = createFrame();
  return {
    limits,
    spend: createBudget(limits.elements),
    root,
    frames: [root],
    tables: [],
    lists: [],
    links: new Map(),
    leftovers: [],
    generated: [],
    openLinks: 0,
    borders: noSheetBorders(),
  };
}

function createFrame(): Frame {
  return {
    flow: createFlow(),
    line: createLine(),
    linked: [],
    links: 0,
    number: null,
    hasHeading: false,
  };
}

/** The frame that text goes to. */
export function topFrame(reading: Reading): Frame {
  return reading.frames.at(-1) ?? reading.root;
}

export function openFrame(reading: Reading): Frame {
  const frame = createFrame();
  reading.frames.push(frame);
  return frame;
}

export function closeFrame(reading: Reading, frame: Frame): FlowItem[] {
  finishLine(reading, frame);
  reading.frames.pop();
  return frame.flow.items;
}

/** Ends the paragraph being read, with the number that waits for it; a line without text is none. */
export function finishLine(reading: Reading, frame = topFrame(reading)): void {
  const text = takeText(frame);
  // A link around several lines counts in each.
  const links = Math.max(frame.links, frame.linked.length > 0 ? 1 : 0);
  const count = links > 0 ? countLine(text, frame.linked.join(''), links) : null;
  if (count) frame.linked = [];
  frame.links = 0;
  if (text === '') return;
  const waiting = text.trim() === '' ? null : frame.number;
  if (waiting) {
    frame.number = null;
    if (waiting.generated) reading.generated.push(waiting.number.text);
  }
  const item: FlowItem = { kind: 'paragraph', text, number: waiting?.number ?? null, page: null };
  frame.flow.items.push(item);
  if (count) reading.links.set(item, count);
}

/** The line's text; a number of the page that no text follows is the text itself. */
function takeText(frame: Frame): string {
  const text = frame.line.take();
  const { number } = frame;
  if (!number || number.generated || text.trim() !== '') return text;
  frame.number = null;
  return number.number.text + text;
}

export function addItems(frame: Frame, items: readonly FlowItem[]): void {
  for (const item of items) frame.flow.items.push(item);
}

/** Keeps text that is no part of the page's body. */
export function setAside(
  reading: Reading,
  items: readonly FlowItem[],
  location: string,
  reason: LeftoverReason,
): void {
  const text = flowText(items);
  if (text !== '') reading.leftovers.push({ page: null, location, text, reason });
}

/** "div.footer": the element as its page names it. */
export function placeOf(element: PageElement): string {
  const names = attribute(element, 'class') ?? attribute(element, 'id') ?? '';
  const name = names.trim().split(/\s+/)[0];
  return name ? `${element.tagName}.${name.slice(0, 40)}` : element.tagName;
}
