import { createScriptedLine, type Script } from '../../flow/script-digits.ts';
import { type Attributes, readInteger } from '../../xml/xml-stream.ts';
import type { CellText } from '../add-cell.ts';
import type { OdsStyles } from './ods-styles.ts';

/** Collects the paragraphs of a cell, a comment or a shape (OpenDocument 1.3 part 3, 6.1). */
export interface ParagraphText {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** Paragraphs joined by \n; what is struck out, apart. */
  take(): CellText;
}

/** Spaces one element may stand for: more are meant to cost memory. */
const mostSpaces = 1000;

/** @param styles by which text is struck out, or raised */
export function createParagraphText(styles?: Pick<OdsStyles, 'struck' | 'scripts'>): ParagraphText {
  let paragraphs: string[] = [];
  let struck = '';
  const spans: { readonly struck: boolean; readonly script: Script | null }[] = [];
  const line = createScriptedLine();
  let depth = 0;
  let ruby = 0;
  const scriptHere = () => spans.findLast(({ script }) => script !== null)?.script ?? null;
  const add = (text: string): void => {
    if (depth === 0 || ruby > 0) return;
    const last = paragraphs.length - 1;
    if (spans.some((span) => span.struck)) struck += text;
    else paragraphs[last] = (paragraphs[last] ?? '') + line.place(text, scriptHere());
  };
  return {
    open(name, attributes) {
      if (isParagraph(name)) {
        depth++;
        paragraphs.push('');
        line.begin();
      } else if (name === 'text:span') {
        const style = attributes.get('text:style-name') ?? '';
        spans.push({
          struck: styles?.struck.has(style) ?? false,
          script: styles?.scripts.get(style) ?? null,
        });
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
