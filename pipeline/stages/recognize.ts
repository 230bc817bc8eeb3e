import type { Block, ExtractedDocument } from '../../schemas/document.ts';
import type { Outcome } from '../../schemas/notice.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { squeeze } from '../../schemas/text.ts';
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

function startsReport(blocks: readonly Block[], index: number, text: string): boolean {
  if (!/^(?:一[、.．]|第一部分|[(（]一[)）])/.test(squeeze(text))) return false;
  return blocks
    .slice(index + 1)
    .some(
      (b) => b.kind === 'paragraph' && /^(?:二[、.．]|第二部分|[(（]二[)）])/.test(squeeze(b.text)),
    );
}
