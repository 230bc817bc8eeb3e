import { type Look, type ParagraphLook, plainLook, plainParagraph } from './story.ts';

/** The look after a word of character formatting; undefined where it is none that matters. */
export function changeLook(look: Look, word: string, parameter: number | null): Look | undefined {
  const on = parameter !== 0;
  switch (word) {
    case 'plain':
      return plainLook;
    case 'v':
      return { ...look, hidden: on };
    case 'strike':
    case 'striked':
      return { ...look, struck: on };
    case 'deleted':
      return { ...look, deleted: on };
    case 'super':
      return { ...look, script: on ? 'superscript' : null };
    case 'sub':
      return { ...look, script: on ? 'subscript' : null };
    case 'nosupersub':
      return { ...look, script: null };
    default:
      return undefined;
  }
}

/** The same for words of paragraph formatting. */
export function changeParagraph(
  look: ParagraphLook,
  word: string,
  parameter: number | null,
): ParagraphLook | undefined {
  switch (word) {
    case 'pard':
      return plainParagraph;
    case 'intbl':
      return { ...look, inTable: parameter !== 0 };
    case 'itap':
      return { ...look, nesting: Math.max(0, parameter ?? 0) };
    case 'ls':
      return { ...look, list: parameter === 0 ? null : parameter };
    case 'ilvl':
      return { ...look, level: Math.min(8, Math.max(0, parameter ?? 0)) };
    case 'pagebb':
      return { ...look, breaksPage: parameter !== 0 };
    default:
      return undefined;
  }
}
