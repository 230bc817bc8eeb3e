import { type Attributes, readInteger } from '../../xml/xml-stream.ts';
import type { CellText } from '../add-cell.ts';

/** Collects the paragraphs of a cell, a comment or a shape (OpenDocument 1.3 part 3, 6.1). */
export interface ParagraphText {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** Paragraphs joined by \n; what is struck out, apart. */
  take(): CellText;
}

const none: ReadonlySet<string> = new Set();

/** Spaces one element may stand for: more are meant to cost memory. */
const mostSpaces = 1000;

/** @param struckStyles styles whose text is struck out */
export function createParagraphText(struckStyles: ReadonlySet<string> = none): ParagraphText {
  let paragraphs: string[] = [];
  let struck = '';
  const spans: boolean[] = [];
  let depth = 0;
  let ruby = 0;
  const add = (text: string): void => {
    if (depth === 0 || ruby > 0) return;
    const last = paragraphs.length - 1;
    if (spans.includes(true)) struck += text;
    else paragraphs[last] = (paragraphs[last] ?? '') + text;
  };
  return {
    open(name, attributes) {
      if (isParagraph(name)) {
        depth++;
        paragraphs.push('');
      } else if (name === 'text:span') {
        spans.push(struckStyles.has(attributes.get('text:style-name') ?? ''));
      } else if (name === 'text:s') {
        add(
          ' '.repeat(Math.min(Math.max(readInteger(attributes.get('text:c')) ?? 1, 1), mostSpaces)),
        );
      } else if (name === 'text:tab') add('\t');
      else if (name === 'text:line-break') add('\n');
      else if (name === 'text:ruby-text') ruby++;
    },
    // White space in the source is one space, whatever it is made of (6.1.2).
    text: (text) => add(text.replace(/[\t\n\r ]+/g, ' ')),
    close(name) {
      if (isParagraph(name)) depth--;
      else if (name === 'text:span') spans.pop();
      else if (name === 'text:ruby-text') ruby--;
    },
    take() {
      const held = { text: paragraphs.join('\n'), struck };
      paragraphs = [];
      struck = '';
      return held;
    },
  };
}

function isParagraph(name: string): boolean {
  return name === 'text:p' || name === 'text:h';
}
