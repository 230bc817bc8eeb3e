import type { Notice } from '../../schemas/notice.ts';
import { addParagraph, createFlow, endFlow, type Flow, type FlowItem } from '../flow/flow.ts';
import { createListCounts, type ListCounts } from '../flow/list-counts.ts';
import { extendPassage, isStruckAway, type Passage } from '../flow/passage.ts';
import type { PlacedLeftover } from '../flow/placed-leftover.ts';
import type { ListStyles } from './list-styles.ts';
import type { FormField } from './open-form-field.ts';
import type { OpenList } from './open-list.ts';
import type { OpenTable } from './open-table.ts';
import { type Look, noLook, type Styles } from './styles.ts';

export type Reason = PlacedLeftover['reason'];

/** What a document is read with. */
export interface StorySetting {
  readonly styles: Styles;
  readonly listStyles: ListStyles;
  /** Appends what an object of the package shows. */
  readonly readObject: (story: Story, href: string) => void;
}

/** A part being read: what is open, innermost last, and what has come of it. */
export interface Story {
  readonly setting: StorySetting;
  part: string;
  readonly flows: Flow[];
  readonly passages: Passage[];
  readonly tables: OpenTable[];
  /** The fields of forms open here. */
  readonly formFields: FormField[];
  /** The lists open here; none of those around a cell or a frame. */
  lists: OpenList[];
  /** Paragraphs whose number the source holds as text. */
  readonly numbersInSource: Set<Passage>;
  readonly counts: ListCounts;
  /** Of lists by their id, and of the last one of a style, the key of their counts. */
  readonly listKeys: Map<string, string>;
  /** The look of text here: the paragraph's and that of the spans open. */
  look: Look;
  /** Why everything here is no part of the text. */
  aside: Reason | null;
  /** Paragraphs and numbers open, those around cells and frames as well. */
  textDepth: number;
  /** Text gathered for a number instead. */
  capture: string | null;
  page: number | null;
  /** The page on which the body ended. */
  lastPage: number | null;
  freshPage: boolean;
  breaksNext: boolean;
  sawBody: boolean;
  budget: number;
  readonly leftovers: PlacedLeftover[];
  readonly notices: Notice[];
  readonly generated: string[];
  /** Links to the objects embedded. */
  readonly objects: string[];
}

export function createStory(setting: StorySetting, part: string, budget: number): Story {
  return {
    setting,
    part,
    flows: [createFlow()],
    passages: [],
    tables: [],
    formFields: [],
    lists: [],
    numbersInSource: new Set(),
    counts: createListCounts(),
    listKeys: new Map(),
    look: noLook,
    aside: null,
    textDepth: 0,
    capture: null,
    page: null,
    lastPage: null,
    freshPage: false,
    breaksNext: false,
    sawBody: false,
    budget,
    leftovers: [],
    notices: [],
    generated: [],
    objects: [],
  };
}

/** The innermost flow, where finished paragraphs and tables go. */
export function currentFlow(story: Story): Flow {
  const flow = story.flows.at(-1);
  if (!flow) throw new TypeError('Expected an open flow, got none');
  return flow;
}

/** Text as found here, white space as a reader sees it (OpenDocument 1.3 part 3, 6.1.2). */
export function takeText(story: Story, text: string): void {
  if (story.capture !== null) {
    story.capture += text;
    return;
  }
  const passage = story.passages.at(-1);
  if (!passage) {
    // In a paragraph, but in no paragraph of the cell or frame that it holds.
    if (story.textDepth > 0) addLeftover(story, text, 'unread');
    return;
  }
  const reason = reasonHere(story);
  const before = reason === null ? passage.text : (passage.asides.at(-1)?.text ?? '');
  let line = text.replace(/[ \t\r\n]+/g, ' ');
  if (line.startsWith(' ') && (before === '' || /[ \t\n]$/.test(before))) line = line.slice(1);
  appendText(story, line);
}

/** Text that is to stay as it is: a tab, spaces, a line's end. */
export function appendText(story: Story, text: string): void {
  const passage = story.passages.at(-1);
  if (!passage || text === '') return;
  const reason = reasonHere(story);
  extendPassage(passage, text, { reason, script: story.look.script, page: story.page });
  if (reason === null && text.trim() !== '') story.freshPage = false;
}

/** Text the source does not hold as text. */
export function appendGenerated(story: Story, text: string): void {
  if (story.aside !== null || story.passages.length === 0) return;
  appendText(story, text);
  story.generated.push(text);
}

function reasonHere({ aside, look }: Story): Reason | null {
  if (aside !== null) return aside;
  if (look.hidden) return 'hidden';
  return look.struck ? 'struck_out' : null;
}

export function addLeftover(story: Story, text: string, reason: Reason): void {
  if (text.trim() === '') return;
  const table = story.tables.at(-1);
  const place = table ? { table: table.table, row: table.table.rows, column: table.column } : null;
  story.leftovers.push({ text, reason, page: story.page, part: story.part, place });
}

/** Ends the innermost paragraph and puts it into its flow. */
export function closePassage(story: Story): void {
  const passage = story.passages.pop();
  if (!passage) return;
  for (const { text, reason } of passage.asides) addLeftover(story, text, reason);
  const { text, number, page, anchored } = passage;
  const flow = currentFlow(story);
  const struck = isStruckAway(passage);
  const gone = text === '' && (story.aside !== null || passage.asides.some(isHidden));
  if (!struck && !gone) {
    addParagraph(flow, {
      kind: 'paragraph',
      text: text.replace(/ $/, ''),
      number,
      page: page ?? (number ? story.page : null),
    });
  }
  if (number) accountNumber(story, passage, number.text, struck || gone);
  for (const item of anchored) flow.items.push(item);
  if (struck) {
    story.notices.push({
      code: 'text-struck-out',
      message: '带删除线的文字视为作废，不计入正文，归入剩余文本',
      at: story.part,
    });
  }
}

function accountNumber(story: Story, passage: Passage, number: string, gone: boolean): void {
  const inSource = story.numbersInSource.delete(passage);
  if (gone && inSource) addLeftover(story, number, 'hidden');
  else if (!gone && !inSource) story.generated.push(number);
}

function isHidden({ reason }: { readonly reason: Reason }): boolean {
  return reason === 'hidden';
}

/** Reads what follows as a text of its own, until closeFlow. */
export function openFlow(story: Story): void {
  story.flows.push(createFlow());
}

export function closeFlow(story: Story): readonly FlowItem[] {
  const flow = currentFlow(story);
  endFlow(flow);
  story.flows.pop();
  return flow.items;
}

export function breakPage(story: Story): void {
  if (story.page === null || story.freshPage) return;
  story.page++;
  story.freshPage = true;
}
