import { openPassage } from '../flow/passage.ts';
import { type Attributes, readInteger } from '../xml/xml-stream.ts';
import type { Closer, Opener } from './elements.ts';
import { nextNumber, openItem, openList } from './lists.ts';
import {
  addLeftover,
  appendText,
  breakPage,
  closePassage,
  currentFlow,
  type Reason,
  type Story,
} from './story.ts';
import type { Look } from './styles.ts';

/** More spaces or tabs in a row than this are damage. */
const mostSpaces = 1000;

/** Paragraphs, lists and what stands in text (OpenDocument 1.3 part 3, 5 to 7). */
export const textOpeners: Readonly<Record<string, Opener>> = {
  'text:p': (story, attributes) => openParagraph(story, attributes, null),
  'text:h': (story, attributes) => openParagraph(story, attributes, attributes),
  'text:span': (story, attributes) =>
    withLook(
      story,
      story.setting.styles.get(story.part, 'text', attributes.get('text:style-name')),
    ),
  'text:a': (story, attributes) =>
    withLook(
      story,
      story.setting.styles.get(story.part, 'text', attributes.get('text:style-name')),
    ),
  'text:s': (story, attributes) => {
    const count = readInteger(attributes.get('text:c')) ?? 1;
    appendText(story, ' '.repeat(Math.min(mostSpaces, Math.max(0, count))));
    return null;
  },
  'text:tab': (story) => {
    appendText(story, '\t');
    return null;
  },
  'text:line-break': (story) => {
    appendText(story, '\n');
    return null;
  },
  'text:soft-page-break': (story) => {
    breakPage(story);
    return null;
  },
  'text:list': (story, attributes) => {
    openList(story, attributes);
    return () => {
      addLeftover(story, story.lists.pop()?.shown ?? '', 'decoration');
    };
  },
  'text:list-item': (story, attributes) => {
    openItem(story, attributes);
    return () => {
      const list = story.lists.at(-1);
      if (!list) return;
      addLeftover(story, list.shown ?? '', 'decoration');
      list.pending = false;
      list.shown = null;
    };
  },
  'text:number': (story) => takeNumber(story),
  'text:ruby-text': (story) => setAside(story, 'decoration'),
  'text:hidden-text': hiddenWhere('text:is-hidden', 'true'),
  'text:section': hiddenWhere('text:display', 'none'),
  'text:hidden-paragraph': (story, attributes) => {
    // The field says it of its whole paragraph, whatever stands before and after it.
    const passage = story.passages.at(-1);
    if (!passage || attributes.get('text:is-hidden') !== 'true') return null;
    if (passage.text !== '') passage.asides.push({ reason: 'hidden', text: passage.text });
    passage.text = '';
    story.aside ??= 'hidden';
    return null;
  },
};

function openParagraph(story: Story, attributes: Attributes, heading: Attributes | null): Closer {
  const style = story.setting.styles.get(
    story.part,
    'paragraph',
    attributes.get('text:style-name'),
  );
  const { aside, look } = story;
  if (story.passages.length === 0 && story.tables.length === 0) {
    beginOnPage(story, style.breaksBefore, style.breaksAfter);
  }
  const passage = openPassage();
  story.passages.push(passage);
  story.look = style;
  story.textDepth++;
  if (aside === null) {
    const { number, inSource } = nextNumber(story, style.listStyle, heading);
    passage.number = number;
    if (inSource) story.numbersInSource.add(passage);
  }
  return () => {
    closePassage(story);
    story.aside = aside;
    story.look = look;
    story.textDepth--;
  };
}

/** A break before what begins here, where something stands before it. */
export function beginOnPage(story: Story, before: boolean, after: boolean): void {
  if ((before || story.breaksNext) && currentFlow(story).items.length > 0) breakPage(story);
  story.breaksNext = after;
}

/** Nearer looks hold; what they do not settle stays as around them. */
function withLook(story: Story, style: Look): Closer {
  const outer = story.look;
  story.look = {
    hidden: style.hidden ?? outer.hidden,
    struck: style.struck ?? outer.struck,
    script: style.script ?? outer.script,
    font: style.font ?? outer.font,
  };
  return () => {
    story.look = outer;
  };
}

export function setAside(story: Story, reason: Reason): Closer {
  const { aside } = story;
  story.aside = aside ?? reason;
  return () => {
    story.aside = aside;
  };
}

function hiddenWhere(attribute: string, value: string): Opener {
  return (story, attributes) =>
    attributes.get(attribute) === value ? setAside(story, 'hidden') : null;
}

/** A number that the writer gives as text besides counting: it is the one a reader saw. */
function takeNumber(story: Story): Closer {
  const outer = story.capture;
  story.capture = '';
  story.textDepth++;
  return () => {
    story.textDepth--;
    const text = story.capture?.trim() ?? '';
    story.capture = outer;
    if (text === '') return;
    const passage = story.passages.at(-1);
    const list = story.lists.at(-1);
    if (passage && !story.numbersInSource.has(passage)) {
      passage.number = { text, separator: passage.number?.separator ?? '\t' };
      story.numbersInSource.add(passage);
    } else if (!passage && list && list.shown === null) list.shown = text;
    else addLeftover(story, text, 'decoration');
  };
}
