import type { Leftover } from '../../schemas/document.ts';
import { flowText } from '../flow/flow.ts';
import { footerReason } from '../flow/placed-leftover.ts';
import { fibPlaces, type PartLengths } from './fib.ts';
import { buildNodes } from './nodes.ts';
import { cut, type OpenedDocument } from './open-document.ts';
import { cutPart } from './parts.ts';
import { readNodes } from './read-nodes.ts';
import { createStory, type Story } from './story.ts';
import { boxLength } from './text-boxes.ts';

type Reason = Leftover['reason'];

/** A part beside the body: where it is cut, and why its texts are leftovers. */
interface SidePart {
  readonly name: string;
  readonly range: keyof PartLengths;
  readonly index: number;
  readonly entryLength: number;
  readonly reason: (text: string, number: number) => Reason;
}

/** Stories of each section ([MS-DOC] 2.3.5): headers of even, odd pages, footers, those of the first. */
const headerStories: readonly ('header' | 'footer')[] = [
  'header',
  'header',
  'footer',
  'footer',
  'header',
  'footer',
];

const sideParts: readonly SidePart[] = [
  {
    name: 'footnote',
    range: 'footnotes',
    index: fibPlaces.footnoteTexts,
    entryLength: 0,
    reason: () => 'footnote',
  },
  {
    name: 'header',
    range: 'headers',
    index: fibPlaces.headers,
    entryLength: 0,
    reason: (text, number) => {
      // The first six are the lines between text and notes.
      if (number < headerStories.length) return 'decoration';
      const kind = headerStories[number % headerStories.length];
      return kind === 'footer' ? footerReason(text) : 'header';
    },
  },
  {
    name: 'comment',
    range: 'comments',
    index: fibPlaces.commentTexts,
    entryLength: 0,
    reason: () => 'comment',
  },
  {
    name: 'endnote',
    range: 'endnotes',
    index: fibPlaces.endnoteTexts,
    entryLength: 0,
    reason: () => 'footnote',
  },
  {
    name: 'header text box',
    range: 'headerTextBoxes',
    index: fibPlaces.headerTextBoxTexts,
    entryLength: boxLength,
    reason: (text) => (footerReason(text) === 'page_number' ? 'page_number' : 'header'),
  },
];

/** Reads headers, footers, notes and comments: a story each part, their texts as leftovers. */
export function readSideParts(opened: OpenedDocument): Story[] {
  return sideParts.map((part) => readSidePart(opened, part));
}

function readSidePart(opened: OpenedDocument, part: SidePart): Story {
  const { source, parts } = opened;
  const story = createStory(source, part.name);
  const ranges = cutPart(parts[part.range], cut(opened, part.index), part.entryLength);
  ranges.forEach(({ start, end }, number) => {
    if (start === end) return;
    const flow = readNodes(story, buildNodes(source, start, end));
    const text = flowText(flow.items);
    if (text.trim() === '') return;
    story.leftovers.push({
      text,
      reason: part.reason(text, number),
      page: null,
      part: `${part.name}#${number + 1}`,
      place: null,
    });
  });
  return story;
}
