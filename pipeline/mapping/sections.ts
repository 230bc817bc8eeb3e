import type { ExtractedDocument, Paragraph } from '../../schemas/document.ts';
import type { SectionRecord, Source } from '../../schemas/form.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { normalizeText } from '../../schemas/text.ts';
import { isKnownHeading, Outline, readHeadingText, readMarker } from '../outline/headings.ts';
import { setMarksApart } from '../values/spaced-figures.ts';
import { type FormContext, valueId } from './context.ts';

/**
 * The paragraphs of a form as sections: each numbered heading with the text below it; what stands
 * before the first heading, and every paragraph around a table form, is level 0.
 */
export function readSections(
  form: RecognizedForm,
  document: ExtractedDocument,
  context: FormContext,
): void {
  const report = form.type.endsWith('_report') || form.type === 'unknown_form';
  const outline = new Outline();
  const opened = { headings: 0 };
  for (const index of form.paragraphs) {
    const paragraph = document.blocks[index];
    if (paragraph?.kind !== 'paragraph') continue;
    const isTitle = form.titleAt?.block === index;
    const marker = report && !isTitle ? readMarker(paragraph.text, paragraph.number) : undefined;
    const heading = marker && readHeadingText(marker);
    if (marker && heading) {
      opened.headings++;
      addSection(paragraph, context, {
        number_raw: marker.raw,
        level: outline.place(marker, heading.heading),
        heading: normalizeText(heading.heading),
        text: heading.body === '' ? null : bodyText(heading.body),
      });
    } else if (report && !isTitle && !marker && isKnownHeading(paragraph.text)) {
      opened.headings++;
      const heading = normalizeText(paragraph.text);
      addSection(paragraph, context, { number_raw: null, level: 1, heading, text: null });
    } else addText(paragraph, opened.headings > 0, context);
  }
}

/** Body text goes below the last heading; around table forms each paragraph stands for itself. */
function addText(paragraph: Paragraph, belowHeading: boolean, context: FormContext): void {
  const number = paragraph.number ?? '';
  // 1. 1200万元: the number of a list is no part of the figure that its item begins with.
  const between = number !== '' && /^\s*\d/.test(paragraph.text) ? ' ' : '';
  const text = bodyText(`${number}${between}${paragraph.text}`);
  if (text === '') return;
  const last = context.form.sections.at(-1);
  if (belowHeading && last) last.text = last.text === null ? text : `${last.text}\n${text}`;
  else addSection(paragraph, context, { number_raw: null, level: 0, heading: null, text });
}

/** 100²万元 is not 1002万元: note marks are set apart before their form is lost. */
function bodyText(text: string): string {
  return normalizeText(setMarksApart(text));
}

type SectionText = Pick<SectionRecord, 'number_raw' | 'level' | 'heading' | 'text'>;

function addSection(paragraph: Paragraph, context: FormContext, section: SectionText): void {
  const ordinal = context.form.sections.length + 1;
  const source: Source = {
    page: paragraph.page,
    table_no: null,
    row_no: null,
    column_no: null,
    box: null,
    raw_text: paragraph.text,
    method: 'sentence',
    confidence: 1,
  };
  context.form.sections.push({
    value_id: valueId(context, 'section', ordinal),
    confidence: 1,
    sources: { [section.heading === null ? 'text' : 'heading']: source },
    ordinal,
    page: paragraph.page,
    ...section,
  });
}
