import { isOn, readInteger } from '../xml/xml-stream.ts';
import { endSection } from './page-breaks.ts';
import { closeParagraph, countParagraph, openParagraph } from './paragraph.ts';
import type { Closer, Opener } from './run-elements.ts';
import { closeFlow, openFlow, popAside, pushAside, type Story } from './story.ts';

type Paragraph = Story['paragraphs'][number];

/** Paragraphs, their properties, revisions, sections and notes (ECMA-376 part 1, 17.3.1, 17.13.5). */
export const paragraphOpeners: Readonly<Record<string, Opener>> = {
  'w:body': (story) => {
    story.sawBody = true;
  },
  'w:p': openParagraph,
  'w:pPr': (story) => story.properties.push('paragraph'),
  'w:rPr': (story) =>
    story.properties.push(story.properties.at(-1) === 'paragraph' ? 'mark' : 'run'),
  'w:sectPr': (story) => {
    story.properties.push('section');
    story.sectionType = 'nextPage';
  },
  'w:type': (story, attributes) => {
    if (story.properties.at(-1) === 'section') {
      story.sectionType = attributes.get('w:val') ?? 'nextPage';
    }
  },
  'w:pStyle': withParagraph((paragraph, value) => {
    paragraph.style = value ?? null;
  }),
  'w:numId': withParagraph((paragraph, value) => {
    paragraph.numId = value ?? null;
  }),
  'w:ilvl': withParagraph((paragraph, value) => {
    paragraph.level = readInteger(value);
  }),
  'w:pageBreakBefore': withParagraph((paragraph, value) => {
    paragraph.pageBreakBefore = isOn(value);
  }),
  'w:vanish': (story, attributes) => {
    const on = isOn(attributes.get('w:val'));
    const paragraph = story.paragraphs.at(-1);
    const run = story.runs.at(-1);
    if (story.properties.at(-1) === 'run' && run) run.hidden = on;
    else if (story.properties.at(-1) === 'mark' && paragraph) paragraph.markHidden = on;
  },
  'w:del': openDeletion,
  'w:moveFrom': openDeletion,
  'w:footnote': openNote,
  'w:endnote': openNote,
  'w:comment': openNote,
};

export const paragraphClosers: Readonly<Record<string, Closer>> = {
  'w:p': closeParagraph,
  'w:pPr': (story) => {
    story.properties.pop();
    countParagraph(story);
  },
  'w:rPr': (story) => {
    story.properties.pop();
  },
  'w:sectPr': (story) => {
    story.properties.pop();
    const paragraph = story.paragraphs.at(-1);
    if (paragraph) paragraph.endsSection = story.sectionType;
    else endSection(story, story.sectionType);
  },
  'w:del': closeDeletion,
  'w:moveFrom': closeDeletion,
  'w:footnote': closeNote,
  'w:endnote': closeNote,
  'w:comment': closeNote,
};

function withParagraph(set: (paragraph: Paragraph, value: string | undefined) => void): Opener {
  return (story, attributes) => {
    const paragraph = story.paragraphs.at(-1);
    if (paragraph && story.properties.at(-1) === 'paragraph')
      set(paragraph, attributes.get('w:val'));
  };
}

/**
 * As content a deletion holds what is gone; in a paragraph mark's properties it says that the
 * mark is gone (17.13.5.15), in a row's that the row is (17.13.5.12).
 */
function openDeletion(story: Story): void {
  const place = story.properties.at(-1);
  if (place === undefined) pushAside(story, 'deleted_revision');
  else if (place === 'row') story.aside ??= 'deleted_revision';
  else if (place === 'mark') {
    const paragraph = story.paragraphs.at(-1);
    if (paragraph) paragraph.markDeleted = true;
  }
}

function closeDeletion(story: Story): void {
  if (story.properties.length === 0) popAside(story);
}

function openNote(story: Story, attributes: Parameters<Opener>[1]): void {
  story.noteId = attributes.get('w:id') ?? '';
  openFlow(story);
}

function closeNote(story: Story): void {
  const { items } = closeFlow(story);
  story.notes.push({ id: story.noteId, items });
}
