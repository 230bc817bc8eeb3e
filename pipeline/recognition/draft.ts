import type { FormType } from '../../schemas/codes.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { squeeze } from '../../schemas/text.ts';
import {
  attachmentHeading,
  continuationLine,
  trailingLine,
  yearLine,
} from '../../schemas/vocabulary/form-titles.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';
import { type Anchors, findAnchors, typeFromAnchors } from './anchors.ts';
import type { Segment } from './segments.ts';
import type { Title } from './titles.ts';

/** A form under construction. */
export type FormDraft = { -readonly [K in keyof RecognizedForm]: RecognizedForm[K] } & {
  /** A total row has been met, so that more indicator rows are another form's. */
  closed: boolean;
  /** A title that waits for its table. */
  waiting: boolean;
};

export const isReport = (type: FormType): boolean => type.endsWith('_report');

/** A paragraph and what the lines around it make of it. */
export interface Line {
  readonly block: number;
  readonly text: string;
  /** The form title that ends on this line. */
  readonly title: Title | undefined;
  /** The line below completes it to a title. */
  readonly startsTitle: boolean;
  /** A first heading with a second one further down: prose that is a report without saying so. */
  readonly startsReport: boolean;
}

/** The forms of a document, built block by block. */
export class FormDrafts {
  readonly drafts: FormDraft[] = [];
  readonly notices: Notice[] = [];
  private readonly labels: LabelIndex;
  /** Paragraphs that the next form will take: 附件1, the first line of a title. */
  private held: number[] = [];
  /** 续表 has announced the next table. */
  private continued = false;

  constructor(labels: LabelIndex) {
    this.labels = labels;
  }

  addLine(line: Line): void {
    const squeezed = squeeze(line.text);
    const current = this.drafts.at(-1);
    if (continuationLine.test(squeezed)) this.continued = true;
    if (line.title) this.addTitle(line, line.title);
    else if (attachmentHeading.test(squeezed) || line.startsTitle) this.held.push(line.block);
    else if (this.held.length > 0 || !current) this.addHeld(line, current);
    else if (startsUntitledReport(line, squeezed, current)) {
      this.open('overall_report', null, 0.6).paragraphs.push(line.block);
    } else {
      if (current.waiting && yearLine.test(squeezed)) current.yearText = line.text;
      current.paragraphs.push(line.block);
    }
  }

  private addTitle(line: Line, title: Title): void {
    const current = this.drafts.at(-1);
    const confidence = isReport(title.type) ? 0.95 : 0.9;
    // A title above a title (a web page's heading, a list of attachments) had no form of its own.
    const superseded = current?.waiting && !isReport(current.type);
    if (current && superseded) {
      current.paragraphs.push(...this.takeHeld());
      Object.assign(current, { type: title.type, title: title.text, confidence, yearText: null });
    }
    const draft = current && superseded ? current : this.open(title.type, title, confidence);
    draft.paragraphs.push(line.block);
    draft.titleAt = { block: line.block, tableNo: null, row: null };
  }

  private addHeld(line: Line, current: FormDraft | undefined): void {
    if (line.startsReport && !(current && isReport(current.type))) {
      this.open('overall_report', null, 0.6).paragraphs.push(line.block);
    } else this.held.push(line.block);
  }

  addSegment(segment: Segment): void {
    const { table, rowFrom, rowTo } = segment;
    const anchors = findAnchors(segment.rows, this.labels);
    const current = this.drafts.at(-1);
    // A table around a table, or a note in a frame: text, not a form.
    if (current && !segment.title && table.cells.length === 1) {
      current.parts.push({ tableNo: table.tableNo, rowFrom, rowTo });
      return;
    }
    const draft =
      current && this.continues(current, anchors, segment)
        ? current
        : this.openSegment(segment, anchors, current);
    draft.parts.push({ tableNo: table.tableNo, rowFrom, rowTo });
    // A title in a frame of its own still waits for its table.
    draft.waiting = segment.title !== null && anchors.headers.size === 0;
    draft.closed ||= anchors.hasTotalRow;
    this.continued = false;
  }

  /** Whether a table without title goes on with the form before it. */
  private continues(current: FormDraft, anchors: Anchors, segment: Segment): boolean {
    if (segment.title || this.held.length > 0) return false;
    if (current.waiting || current.parts.length === 0 || isReport(current.type)) return false;
    const { identity, headers } = anchors;
    if (identity.has('unit_name') || identity.has('project_name') || headers.has('staff'))
      return false;
    if (this.continued) return true;
    if (current.closed || current.type === 'unknown_form') return false;
    const last = current.parts.at(-1);
    return segment.table.tableNo !== last?.tableNo && typeFromAnchors(anchors) === undefined;
  }

  private openSegment(
    segment: Segment,
    anchors: Anchors,
    current: FormDraft | undefined,
  ): FormDraft {
    const guess = typeFromAnchors(anchors);
    if (segment.title) {
      const type = reconcile(segment.title.type, guess?.type);
      const draft = this.open(type, segment.title, guess ? 0.97 : 0.8);
      draft.titleAt = { block: null, tableNo: segment.table.tableNo, row: segment.title.row };
      return draft;
    }
    if (current?.waiting && !isReport(current.type)) {
      current.paragraphs.push(...this.takeHeld());
      current.type = reconcile(current.type, guess?.type);
      current.confidence = guess ? 0.98 : 0.8;
      return current;
    }
    if (guess) {
      this.notices.push({
        code: 'untitled-form',
        message: `第${segment.table.tableNo}张表无标题，按标签识别为 ${guess.type}`,
        at: `table ${segment.table.tableNo}`,
      });
      return this.open(guess.type, null, guess.confidence);
    }
    // A table in a report is part of it; tables that no form type fits are kept together.
    const keeps = current && (isReport(current.type) || current.type === 'unknown_form');
    if (keeps && this.held.length === 0) return current;
    return this.open('unknown_form', null, 1);
  }

  private open(type: FormType, title: Title | null, confidence: number): FormDraft {
    const draft: FormDraft = {
      ordinal: this.drafts.length + 1,
      type,
      title: title?.text ?? null,
      titleAt: null,
      yearText: null,
      parts: [],
      paragraphs: this.takeHeld(),
      confidence,
      closed: false,
      waiting: title !== null,
    };
    this.drafts.push(draft);
    return draft;
  }

  private takeHeld(): number[] {
    const held = this.held;
    this.held = [];
    return held;
  }

  /** The forms as they are at the document's end. A title that no table followed is kept as unknown. */
  finish(): RecognizedForm[] {
    const rest = this.takeHeld();
    if (rest.length > 0)
      (this.drafts.at(-1) ?? this.open('unknown_form', null, 1)).paragraphs.push(...rest);
    return this.drafts.map(({ closed: _closed, waiting, ...form }) => {
      if (!waiting || isReport(form.type)) return form;
      const message = `标题“${form.title}”之后没有表格`;
      this.notices.push({ code: 'title-without-table', message, at: null });
      return { ...form, type: 'unknown_form' };
    });
  }
}

function startsUntitledReport(line: Line, squeezed: string, current: FormDraft): boolean {
  if (isReport(current.type) || current.waiting || trailingLine.test(squeezed)) return false;
  return line.startsReport;
}

/** Types that anchors tell apart as surely as titles. */
const settled: ReadonlySet<FormType> = new Set([
  'overall_target',
  'overall_self_evaluation',
  'overall_base_data',
  'project_target',
  'project_self_evaluation',
]);

/** Title and anchors together: anchors decide between readings of one title, never against its family. */
function reconcile(titled: FormType, anchored: FormType | undefined): FormType {
  return anchored !== undefined && settled.has(titled) ? anchored : titled;
}
