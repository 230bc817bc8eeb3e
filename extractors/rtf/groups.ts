import { type Look, type ParagraphLook, plainLook, plainParagraph } from './story.ts';

/**
 * What stands in a group: text of the document; nothing; the alternatives of \upr; or what an
 * opener takes for itself.
 */
export type Content = 'text' | 'nothing' | 'alternatives' | 'captured';

/** A group being read, and what its end brings back (RTF 1.9.1, "Groups"). */
export interface Group {
  readonly look: Look;
  readonly paragraph: ParagraphLook;
  readonly content: Content;
  /** What it would be without the alternatives of \upr around it. */
  readonly plainContent: Content;
  /** Text captured; groups inside share it unless they capture their own. */
  readonly captured: string[];
  /** The destination it stands in, as far as that matters. */
  readonly destination: string;
  /** The shape's property it stands in (\sp). */
  readonly property: { name: string; value: string } | null;
  /** What its own end does, once. */
  readonly leave: ((captured: string) => void) | null;
}

export function outermostGroup(): Group {
  return {
    look: plainLook,
    paragraph: plainParagraph,
    content: 'text',
    plainContent: 'text',
    captured: [],
    destination: '',
    property: null,
    leave: null,
  };
}

/** The group as one inside it begins. */
export function innerGroup(outer: Group): Group {
  const content = outer.content === 'alternatives' ? 'nothing' : outer.content;
  return { ...outer, content, leave: null };
}
