import type { Block, ExtractedDocument } from '../../schemas/document.ts';
import type { Outcome } from '../../schemas/notice.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { squeeze } from '../../schemas/text.ts';
import { level1Headings } from '../../schemas/vocabulary/report-outline.ts';
import { readMarker } from '../outline/headings.ts';
import { FormDrafts, type Line } from '../recognition/draft.ts';
import { cutTable } from '../recognition/segments.ts';
import { readSplitTitle, readTitle, type Title } from '../recognition/titles.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';

/**
 * Recognise: which forms and reports a document holds, where each begins and ends. By titles where
 * there are any, by the labels of its tables where there are none; several forms in one file or
 * one table, in any order. What no form takes becomes `unknown_form`, so that nothing is lost.
 */
export function recognize(
  document: ExtractedDocument,
  labels: LabelIndex,
): Outcome<RecognizedForm[]> {
  const { blocks } = document;
  const forms = new FormDrafts(labels);
  blocks.forEach((block, index) => {
    if (block.kind === 'table') {
      const filled = block.cells.some((cell) => cell.text.trim() !== '');
      for (const segment of filled ? cutTable(block, labels) : []) forms.addSegment(segment);
    } else if (block.text.trim() !== '' || block.number !== null) {
      forms.addLine(lineAt(blocks, index, block.text));
    }
  });
  const value = forms.finish();
  return { value, notices: forms.notices };
}

function lineAt(blocks: readonly Block[], index: number, text: string): Line {
  const below = textNear(blocks, index, 1);
  return {
    block: index,
    text,
    title: titleAt(blocks, index, text),
    startsTitle: below !== undefined && readSplitTitle(text, below) !== undefined,
    startsReport: startsReport(blocks, index, text),
  };
}

/** The title that ends at a paragraph: on its own, or with the line above it. */
function titleAt(blocks: readonly Block[], index: number, text: string): Title | undefined {
  const block = blocks[index];
  if (block?.kind !== 'paragraph' || block.number !== null) return undefined;
  const above = textNear(blocks, index, -1);
  return (above === undefined ? undefined : readSplitTitle(above, text)) ?? readTitle(text);
}

/** The next paragraph with text in a direction, blank ones skipped, no table between. */
function textNear(blocks: readonly Block[], index: number, step: 1 | -1): string | undefined {
  for (let i = index + step; i >= 0 && Math.abs(i - index) <= 3; i += step) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') return undefined;
    if (block.text.trim() !== '') return block.text;
  }
  return undefined;
}

/** Two headings of a report stand within so many paragraphs. */
const longestOutline = 300;

/** Prose that begins with a first heading and has at least two of the headings of these reports. */
function startsReport(blocks: readonly Block[], index: number, text: string): boolean {
  const block = blocks[index];
  const first = readMarker(text, block?.kind === 'paragraph' ? block.number : null);
  if (first?.ordinal !== 1 || first.level > 2) return false;
  let known = 0;
  for (const b of blocks.slice(index, index + longestOutline)) {
    if (b.kind !== 'paragraph') continue;
    const marker = readMarker(b.text, b.number);
    const title = marker && squeeze(marker.rest).replace(/[。.:：]+$/, '');
    if (title && level1Headings.some((heading) => heading.test(title))) known++;
    if (known >= 2) return true;
  }
  return false;
}
