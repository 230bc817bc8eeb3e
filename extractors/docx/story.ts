import type { Leftover } from '../../schemas/document.ts';
import type { Notice } from '../../schemas/notice.ts';
import { createFlow, endFlow, type Flow, type FlowItem, type FlowTable } from '../flow/flow.ts';
import type { ListNumber } from '../flow/list-counts.ts';
import { type Script, setScript } from '../flow/script-digits.ts';
import { nextColumn, type TableBuilder } from '../flow/table-builder.ts';
import { createFields, type Fields } from './fields.ts';
import { createListCounter } from './list-counter.ts';
import type { Numbering } from './numbering.ts';
import { type Run, scriptHere, unseenReason } from './run-looks.ts';
import type { Styles } from './styles.ts';

type Reason = Leftover['reason'];

/** What a story is read with. */
export interface StorySetting {
  readonly part: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Whether its text stands on pages one after another: so does a body, but no header. */
  readonly paged: boolean;
}

/** A leftover before tables have their numbers. */
export interface StoryLeftover {
  readonly text: string;
  readonly reason: Reason;
  readonly page: number | null;
  readonly table: {
    readonly table: FlowTable;
    readonly row: number;
    readonly column: number;
  } | null;
}

/** A footnote, endnote or comment of a notes part. */
export interface StoryNote {
  readonly id: string;
  readonly items: readonly FlowItem[];
}

/** A paragraph being read. */
export interface OpenParagraph {
  text: string;
  /** The last text of it that stands on the line, neither raised nor lowered. */
  onLine: string;
  page: number | null;
  number: ListNumber | null;
  counted: boolean;
  style: string | null;
  numId: string | null;
  level: number | null;
  pageBreakBefore: boolean | null;
  markDeleted: boolean;
  markHidden: boolean;
  endsSection: string | null;
  readonly asides: { reason: Reason; text: string }[];
  /** What its text boxes hold: it follows the paragraph. */
  readonly anchored: FlowItem[];
}

/** A checkbox or list of a form field (17.16.17). */
export interface FormField {
  checked: boolean | null;
  byDefault: boolean;
  readonly entries: string[];
  chosen: number;
}

/** A part being read: what is open, innermost last, and what has come of it. */
export interface Story {
  readonly setting: StorySetting;
  readonly lists: ReturnType<typeof createListCounter>;
  readonly flows: Flow[];
  readonly paragraphs: OpenParagraph[];
  readonly runs: Run[];
  readonly tables: TableBuilder[];
  readonly fields: Fields;
  /** The superscripts and subscripts of formulas that are open. */
  readonly mathScripts: Script[];
  /** The property elements open: a w:del in w:trPr is a mark, elsewhere it holds content. */
  readonly properties: string[];
  /** Why everything here is no part of the text, and what held outside. */
  aside: Reason | null;
  readonly outerAsides: (Reason | null)[];
  capture: 'text' | 'deleted' | 'drawing' | 'code' | null;
  form: FormField | null;
  sectionType: string;
  sectionStart: number;
  page: number | null;
  /** Whether a break was counted and nothing stands after it yet. */
  freshPage: boolean;
  /** Whether the page on which the section begins is counted already. */
  sectionBroken: boolean;
  /** Of each row open: where it begins, and how far its cells have reached. */
  readonly rowPages: { readonly start: number | null; last: number | null }[];
  sawBody: boolean;
  noteId: string;
  readonly leftovers: StoryLeftover[];
  readonly notes: StoryNote[];
  readonly notices: Notice[];
  readonly references: string[];
  /** Ids of the relationships to files embedded as alternative formats. */
  readonly chunks: string[];
  readonly generated: string[];
}

export function createStory(setting: StorySetting): Story {
  return {
    setting,
    lists: createListCounter(setting.numbering, setting.styles),
    flows: [createFlow()],
    paragraphs: [],
    runs: [],
    tables: [],
    fields: createFields(),
    mathScripts: [],
    properties: [],
    aside: null,
    outerAsides: [],
    capture: null,
    form: null,
    sectionType: 'nextPage',
    sectionStart: 0,
    page: setting.paged ? 1 : null,
    freshPage: false,
    sectionBroken: false,
    rowPages: [],
    sawBody: false,
    noteId: '',
    leftovers: [],
    notes: [],
    notices: [],
    references: [],
    chunks: [],
    generated: [],
  };
}

/** The innermost flow, where finished paragraphs and tables go. */
export function currentFlow(story: Story): Flow {
  const flow = story.flows.at(-1);
  if (!flow) throw new TypeError('Expected an open flow, got none');
  return flow;
}

export function pushAside(story: Story, reason: Reason | null): void {
  story.outerAsides.push(story.aside);
  story.aside = story.aside ?? reason;
}

export function popAside(story: Story): void {
  story.aside = story.outerAsides.pop() ?? null;
}

/** Text as found here: into the paragraph, or aside with the reason why no reader sees it. */
export function appendText(story: Story, text: string, reason: Reason | null = null): void {
  if (text === '') return;
  const paragraph = story.paragraphs.at(-1);
  if (!paragraph) {
    addLeftover(story, text, reason ?? story.aside ?? 'unread');
    return;
  }
  const why = reason ?? story.aside ?? unseenReason(story);
  if (why === null) {
    paragraph.page ??= story.page;
    addText(paragraph, text, scriptHere(story));
    story.freshPage = false;
    return;
  }
  const last = paragraph.asides.at(-1);
  if (last?.reason === why) last.text += text;
  else paragraph.asides.push({ reason: why, text });
}

function addText(paragraph: OpenParagraph, text: string, script: Script | null): void {
  paragraph.text += setScript(text, script, paragraph.onLine);
  if (script === null || script === 'baseline') paragraph.onLine = text;
}

/** Text the source does not hold as text, such as a form's checkbox. */
export function appendGenerated(story: Story, text: string): void {
  if (story.aside !== null || story.paragraphs.length === 0) return;
  appendText(story, text);
  story.generated.push(text);
}

export function addLeftover(story: Story, text: string, reason: Reason): void {
  if (text.trim() === '') return;
  const builder = story.tables.at(-1);
  const table = builder
    ? {
        table: builder.table,
        row: builder.table.rows,
        column: builder.row ? nextColumn(builder.row) : 0,
      }
    : null;
  story.leftovers.push({ text, reason, page: story.page, table });
}

export function addNotice(story: Story, code: string, message: string): void {
  const builder = story.tables.at(-1);
  const at = builder ? `${story.setting.part} 行${builder.table.rows + 1}` : story.setting.part;
  story.notices.push({ code, message, at });
}

export function openFlow(story: Story): void {
  story.flows.push(createFlow());
}

export function closeFlow(story: Story): Flow {
  const flow = currentFlow(story);
  endFlow(flow);
  story.flows.pop();
  return flow;
}
