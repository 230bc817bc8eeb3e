import type { Notice } from '../../schemas/notice.ts';
import {
  addParagraph,
  createFlow,
  type Flow,
  type FlowItem,
  type FlowParagraph,
} from '../flow/flow.ts';
import { createListCounts, type ListCounts } from '../flow/list-counts.ts';
import { extendPassage, isStruckAway, openPassage, type Passage } from '../flow/passage.ts';
import type { PlacedLeftover } from '../flow/placed-leftover.ts';
import type { Script } from '../flow/script-digits.ts';
import type { OpenField } from './fields.ts';
import type { FormText } from './form-texts.ts';
import type { ListTable } from './list-table.ts';
import type { OpenTable, RowDefinition } from './open-table.ts';

type Reason = PlacedLeftover['reason'];

/** How text looks (RTF 1.9.1, "Font (Character) Formatting Properties"). */
export interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly deleted: boolean;
  readonly script: Script | null;
}

/** What a paragraph's properties say (RTF 1.9.1, "Paragraph Formatting Properties"). */
export interface ParagraphLook {
  /** How many tables it stands in; null where nothing says so. */
  readonly nesting: number | null;
  readonly inTable: boolean;
  readonly list: number | null;
  readonly level: number;
  readonly breaksPage: boolean;
}

export const plainLook: Look = { hidden: false, struck: false, deleted: false, script: null };
export const plainParagraph: ParagraphLook = {
  nesting: null,
  inTable: false,
  list: null,
  level: 0,
  breaksPage: false,
};

/** A text of its own: the body, a header, a note, a text box. */
export interface Layer {
  readonly part: string;
  /** Whether its text stands on pages one after another. */
  readonly paged: boolean;
  readonly flow: Flow;
  /** The tables open, outermost first. */
  readonly tables: OpenTable[];
  passage: Passage | null;
  /** The text fields of forms in it. */
  formTexts: FormText[];
  readonly row: { outer: RowDefinition; nested: RowDefinition };
}

/** A document being read. */
export interface Story {
  readonly layers: Layer[];
  readonly lists: ListTable;
  /** Null where the document holds its numbers as text. */
  readonly counts: ListCounts | null;
  readonly fields: OpenField[];
  page: number;
  /** Whether a break was counted and nothing stands after it yet. */
  freshPage: boolean;
  /** A section ended, and the next one's type is not known yet. */
  sectionEnded: boolean;
  sectionBreaks: boolean;
  modified: number | null;
  created: number | null;
  pages: number | null;
  /** Cells and paragraphs that may still come. */
  budget: number;
  readonly leftovers: PlacedLeftover[];
  readonly notices: Notice[];
  readonly generated: string[];
  /** Objects embedded, as the hexadecimal digits of \objdata. */
  readonly objects: string[];
}

export function createStory(lists: ListTable, numbersAsText: boolean, budget: number): Story {
  return {
    layers: [createLayer('正文', true)],
    lists,
    counts: numbersAsText ? null : createListCounts(),
    fields: [],
    page: 1,
    freshPage: false,
    sectionEnded: false,
    sectionBreaks: true,
    modified: null,
    created: null,
    pages: null,
    budget,
    leftovers: [],
    notices: [],
    generated: [],
    objects: [],
  };
}

export function createLayer(part: string, paged: boolean): Layer {
  return {
    part,
    paged,
    flow: createFlow(),
    tables: [],
    passage: null,
    formTexts: [],
    row: { outer: emptyRow(), nested: emptyRow() },
  };
}

export function emptyRow(): RowDefinition {
  return {
    left: 0,
    widthBefore: 0,
    hidden: false,
    cells: [],
    open: { vertical: null, horizontal: null },
  };
}

/** The innermost layer. */
export function layerOf(story: Story): Layer {
  const layer = story.layers.at(-1);
  if (!layer) throw new TypeError('Expected an open layer, got none');
  return layer;
}

/** Text as found, into the open paragraph. */
export function appendText(story: Story, text: string, look: Look): void {
  if (text === '') return;
  const layer = layerOf(story);
  if (text.trim() !== '') {
    startPage(story, layer);
    for (const field of story.fields) field.shows = true;
  }
  layer.passage ??= openPassage();
  const reason = reasonOf(look);
  const page = layer.paged ? story.page : null;
  extendPassage(layer.passage, text, { reason, script: look.script, page });
  if (reason === null && layer.paged && text.trim() !== '') story.freshPage = false;
}

/** Text the source does not hold as text, such as a form's checkbox. */
export function appendGenerated(story: Story, text: string, look: Look): void {
  appendText(story, text, look);
  story.generated.push(text);
}

function reasonOf({ deleted, hidden, struck }: Look): Reason | null {
  if (deleted) return 'deleted_revision';
  if (hidden) return 'hidden';
  return struck ? 'struck_out' : null;
}

/** The first text after a section's end begins the page that its type asks for. */
function startPage(story: Story, layer: Layer): void {
  if (!story.sectionEnded || !layer.paged) return;
  story.sectionEnded = false;
  if (story.sectionBreaks) breakPage(story);
}

export function breakPage(story: Story): void {
  if (story.freshPage) return;
  story.page++;
  story.freshPage = true;
}

/**
 * Puts a finished paragraph into its flow.
 *
 * @returns why it is gone, its number with it; null where it is not
 */
export function settlePassage(
  story: Story,
  flow: Flow,
  passage: Passage,
  look: Look,
): Reason | null {
  const { text, page, number, anchored } = passage;
  const gone = reasonGone(passage, look);
  if (gone === 'deleted_revision') {
    const carried = (flow.carried?.text ?? '') + text;
    if (carried !== '') flow.carried = { text: carried, page: flow.carried?.page ?? page };
  } else if (gone === null) {
    const paragraph: FlowParagraph = { kind: 'paragraph', text, number, page };
    addParagraph(flow, paragraph);
  } else if (gone === 'struck_out') noticeStruck(story);
  for (const item of anchored) flow.items.push(item);
  return gone;
}

function reasonGone(passage: Passage, { deleted, hidden }: Look): Reason | null {
  if (deleted) return 'deleted_revision';
  if (isStruckAway(passage)) return 'struck_out';
  return hidden && passage.text === '' && passage.asides.length > 0 ? 'hidden' : null;
}

function noticeStruck(story: Story): void {
  story.notices.push({
    code: 'text-struck-out',
    message: '带删除线的文字视为作废，不计入正文，归入剩余文本',
    at: layerOf(story).part,
  });
}

/** Puts what a text box holds behind the paragraph that anchors it. */
export function anchor(story: Story, items: readonly FlowItem[]): void {
  if (items.length === 0) return;
  const layer = layerOf(story);
  layer.passage ??= openPassage();
  layer.passage.anchored.push(...items);
}
