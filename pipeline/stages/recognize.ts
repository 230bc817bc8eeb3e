import type { FormType } from '../../schemas/codes.ts';
import type { Block, ExtractedDocument } from '../../schemas/document.ts';
import type { Notice, Outcome } from '../../schemas/notice.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { squeeze } from '../../schemas/text.ts';
import {
  attachmentHeading,
  continuationLine,
  trailingLine,
  yearLine,
} from '../../schemas/vocabulary/form-titles.ts';
import { findAnchors, typeFromAnchors } from '../recognition/anchors.ts';
import { cutTable, type Segment } from '../recognition/segments.ts';
import { readSplitTitle, readTitle, type Title } from '../recognition/titles.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';

/** A form under construction. */
type Draft = { -readonly [K in keyof RecognizedForm]: RecognizedForm[K] } & {
  /** A total row has been met, so that more indicator rows are another form's. */
  closed: boolean;
  /** A title that waits for its table. */
  waiting: boolean;
};

const isReport = (type: FormType) => type.endsWith('_report');
const firstHeading = /^(?:一[、.．]|第一部分|\(一\))/;

/**
 * Recognise: which forms and reports a document holds, where each begins and ends. By titles where
 * there are any, by the labels of its tables where there are none; several forms in one file or
 * one table, in any order. What no form takes becomes `unknown_form`, so that nothing is lost.
 */
export function recognize(
  document: ExtractedDocument,
  labels: LabelIndex,
): Outcome<RecognizedForm[]> {
  const notices: Notice[] = [];
  const drafts: Draft[] = [];
  let held: number[] = [];
  let continued = false;

  const open = (type: FormType, title: Title | null, confidence: number): Draft => {
    const draft: Draft = {
      ordinal: 0,
      type,
      title: title?.text ?? null,
      titleAt: null,
      yearText: null,
      parts: [],
      paragraphs: held,
      confidence,
      closed: false,
      waiting: title !== null,
    };
    held = [];
    drafts.push(draft);
    return draft;
  };

  const addParagraph = (text: string, index: number): void => {
    const current = drafts.at(-1);
    const line = squeeze(text);
    if (continuationLine.test(line)) continued = true;
    const title = titleAt(document.blocks, index);
    if (title) {
      const draft = open(title.type, title, isReport(title.type) ? 0.95 : 0.9);
      draft.paragraphs.push(index);
      draft.titleAt = { block: index, tableNo: null, row: null };
    } else if (attachmentHeading.test(line) || startsTitle(document.blocks, index)) {
      held.push(index);
    } else if (held.length > 0) {
      held.push(index);
      if (!current || !isReport(current.type)) flushIfReport(index, line);
    } else if (current) {
      if (current.waiting && yearLine.test(line)) current.yearText = text;
      if (
        !isReport(current.type) &&
        !current.waiting &&
        firstHeading.test(line) &&
        !trailingLine.test(line)
      ) {
        open('overall_report', null, 0.6).paragraphs.push(index);
      } else current.paragraphs.push(index);
    } else {
      held.push(index);
      flushIfReport(index, line);
    }
  };
  /** Prose that begins with a first heading and has no title is a report all the same. */
  const flushIfReport = (index: number, line: string): void => {
    if (firstHeading.test(line) && hasSecondHeading(document.blocks, index))
      open('overall_report', null, 0.6);
  };

  const addSegment = (segment: Segment): void => {
    const part = { tableNo: segment.table.tableNo, rowFrom: segment.rowFrom, rowTo: segment.rowTo };
    const anchors = findAnchors(segment.rows, labels);
    const current = drafts.at(-1);
    if (
      current &&
      !segment.title &&
      held.length === 0 &&
      continues(current, anchors, segment, continued)
    ) {
      current.parts.push(part);
      current.closed ||= anchors.hasTotalRow;
    } else {
      const draft = openSegment(segment, anchors, current);
      draft.parts.push(part);
      draft.waiting = false;
      draft.closed = anchors.hasTotalRow;
    }
    continued = false;
  };

  const openSegment = (
    segment: Segment,
    anchors: ReturnType<typeof findAnchors>,
    current?: Draft,
  ): Draft => {
    const guess = typeFromAnchors(anchors);
    if (segment.title) {
      const draft = open(
        reconcile(segment.title.type, guess?.type),
        segment.title,
        guess ? 0.97 : 0.8,
      );
      draft.titleAt = { block: null, tableNo: segment.table.tableNo, row: segment.title.row };
      return draft;
    }
    if (current?.waiting && !isReport(current.type)) {
      current.paragraphs.push(...held);
      held = [];
      current.type = reconcile(current.type, guess?.type);
      current.confidence = guess ? 0.98 : 0.8;
      return current;
    }
    if (guess) {
      notices.push({
        code: 'untitled-form',
        message: `第${segment.table.tableNo}张表无标题，按标签识别为 ${guess.type}`,
        at: `table ${segment.table.tableNo}`,
      });
      return open(guess.type, null, guess.confidence);
    }
    if (current && isReport(current.type) && held.length === 0) return current;
    return open('unknown_form', null, 1);
  };

  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      if (block.text.trim() !== '' || block.number !== null) addParagraph(block.text, index);
      else if (block.text !== '') (drafts.at(-1)?.paragraphs ?? held).push(index);
    } else if (block.cells.length > 0 && block.cells.some((cell) => cell.text.trim() !== '')) {
      for (const segment of cutTable(block, labels)) addSegment(segment);
    }
  });
  if (held.length > 0) {
    const last = drafts.at(-1);
    if (last) last.paragraphs.push(...held);
    else open('unknown_form', null, 1);
  }
  return { value: finish(drafts, document, notices), notices };
}

/** A title that no table followed, and that is no report, is kept with what it has. */
function finish(
  drafts: readonly Draft[],
  document: ExtractedDocument,
  notices: Notice[],
): RecognizedForm[] {
  const forms = drafts.map(({ closed: _closed, waiting, ...form }, i) => {
    const emptied = waiting && !isReport(form.type) && form.parts.length === 0;
    if (emptied)
      notices.push({
        code: 'title-without-table',
        message: `标题“${form.title}”之后没有表格`,
        at: null,
      });
    return { ...form, ordinal: i + 1, type: emptied ? ('unknown_form' as const) : form.type };
  });
  const tables = new Set(forms.flatMap((form) => form.parts.map((part) => part.tableNo)));
  const blank = document.blocks.filter((b) => b.kind === 'table' && !tables.has(b.tableNo)).length;
  if (blank > 0) notices.push({ code: 'empty-table', message: `${blank} 张表没有文字`, at: null });
  return forms;
}

/** Title and anchors together: anchors decide between readings of one title, never against its family. */
function reconcile(titled: FormType, anchored: FormType | undefined): FormType {
  if (anchored === undefined || titled === anchored) return titled;
  const settled: ReadonlySet<FormType> = new Set([
    'overall_target',
    'overall_self_evaluation',
    'overall_base_data',
    'project_target',
    'project_self_evaluation',
  ]);
  return settled.has(titled) ? anchored : titled;
}

/** Whether a table without title goes on with the form before it. */
function continues(
  current: Draft,
  anchors: ReturnType<typeof findAnchors>,
  segment: Segment,
  announced: boolean,
): boolean {
  if (current.waiting || current.parts.length === 0 || isReport(current.type)) return false;
  const begins =
    anchors.identity.has('unit_name') ||
    anchors.identity.has('project_name') ||
    anchors.headers.has('staff');
  if (announced) return !begins;
  if (begins || current.closed || current.type === 'unknown_form') return false;
  const last = current.parts.at(-1);
  return segment.table.tableNo !== last?.tableNo && typeFromAnchors(anchors) === undefined;
}

/** The title that ends at a paragraph: on its own, or with the line above it. */
function titleAt(blocks: readonly Block[], index: number): Title | undefined {
  const block = blocks[index];
  if (block?.kind !== 'paragraph' || block.number !== null) return undefined;
  const above = paragraphAbove(blocks, index);
  return (
    (above === undefined ? undefined : readSplitTitle(above, block.text)) ?? readTitle(block.text)
  );
}

/** Whether a paragraph is the first line of a title that the next line completes. */
function startsTitle(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return false;
  for (let i = index + 1; i < Math.min(index + 3, blocks.length); i++) {
    const next = blocks[i];
    if (next?.kind !== 'paragraph') return false;
    if (next.text.trim() !== '') return readSplitTitle(block.text, next.text) !== undefined;
  }
  return false;
}

function paragraphAbove(blocks: readonly Block[], index: number): string | undefined {
  for (let i = index - 1; i >= Math.max(0, index - 2); i--) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') return undefined;
    if (block.text.trim() !== '') return block.text;
  }
  return undefined;
}

function hasSecondHeading(blocks: readonly Block[], index: number): boolean {
  return blocks
    .slice(index + 1)
    .some((b) => b.kind === 'paragraph' && /^(?:二[、.．]|第二部分)/.test(squeeze(b.text)));
}
