import type { PDFPageProxy } from 'pdfjs-dist';
import type { Leftover } from '../../schemas/document.ts';
import { countCharacters } from '../accounting.ts';
import type { Attachment } from '../extractor.ts';
import { readableText } from '../readable-text.ts';
import { toAttachment } from './attachments.ts';
import { type FieldValue, fieldValueOf } from './form-fields.ts';

/** A page's annotations. */
export interface PageAnnotations {
  readonly comments: Leftover[];
  readonly attachments: Attachment[];
  /** Their subtypes by the ids that pdf.js knows them by. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly fields: readonly FieldValue[];
}

/** Annotations whose text stands on the page itself, or that repeat another's. */
const shownElsewhere = new Set(['Link', 'Popup', 'Widget', 'FreeText']);

/**
 * What readers wrote about a page and pinned to it (ISO 32000-1, 12.5.6): no part of it. What
 * annotations draw onto the page, such as the values of form fields, is among its operators.
 *
 * @param counts the comments' characters are added
 */
export async function readAnnotations(
  page: PDFPageProxy,
  number: number,
  counts: Record<string, number>,
): Promise<PageAnnotations> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  const kinds = new Map<string, string>();
  const fields: FieldValue[] = [];
  const comments: Leftover[] = [];
  const attachments: Attachment[] = [];
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    const entries = annotation as Record<string, unknown>;
    if (typeof entries['id'] === 'string' && !isHidden(entries)) {
      kinds.set(entries['id'], String(entries['subtype'] ?? ''));
    }
    const field = fieldValueOf(entries);
    if (field) fields.push(field);
    attachments.push(...toAttachment(entries['file'], `第${number}页附件`));
    const text = readableText(commentOf(entries)).trim();
    if (text === '') continue;
    countCharacters(text, counts);
    comments.push({ page: number, location: `第${number}页批注`, text, reason: 'comment' });
  }
  return { comments, attachments, kinds, fields };
}

/** ISO 32000-1, 12.5.3, table 165. */
const hiddenFlag = 2;

function isHidden({ annotationFlags }: Record<string, unknown>): boolean {
  return typeof annotationFlags === 'number' && (annotationFlags & hiddenFlag) !== 0;
}

function commentOf({ subtype, contentsObj }: Record<string, unknown>): string {
  if (typeof subtype === 'string' && shownElsewhere.has(subtype)) return '';
  if (typeof contentsObj !== 'object' || contentsObj === null) return '';
  const { str } = contentsObj as Record<string, unknown>;
  return typeof str === 'string' ? str : '';
}
