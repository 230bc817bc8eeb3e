import type { Leftover } from '../../schemas/document.ts';
import type { FlowItem } from './flow.ts';
import type { ListNumber } from './list-counts.ts';
import { type Script, setScript } from './script-digits.ts';

type Reason = Leftover['reason'];

/** A paragraph being read. */
export interface Passage {
  text: string;
  /** The last text of it that stands on the line, neither raised nor lowered. */
  onLine: string;
  page: number | null;
  number: ListNumber | null;
  /** What of it no reader takes as the document's, in pieces of one reason. */
  readonly asides: { readonly reason: Reason; text: string }[];
  /** What its text boxes hold: it follows the paragraph. */
  readonly anchored: FlowItem[];
}

/** How a piece of text stands in its paragraph. */
export interface Standing {
  /** Why no reader takes it as the document's; null where they do. */
  readonly reason: Reason | null;
  readonly script: Script | null;
  readonly page: number | null;
}

export function openPassage(): Passage {
  return { text: '', onLine: '', page: null, number: null, asides: [], anchored: [] };
}

/** Adds text as found, aside where a reason is given. */
export function extendPassage(passage: Passage, text: string, standing: Standing): void {
  const { reason, script, page } = standing;
  if (reason === null) {
    passage.page ??= page;
    passage.text += setScript(text, script, passage.onLine);
    if (script === null || script === 'baseline') passage.onLine = text;
    return;
  }
  const last = passage.asides.at(-1);
  if (last?.reason === reason) last.text += text;
  else passage.asides.push({ reason, text });
}

/** Whether all that a reader could see of a paragraph is struck out, so that its line is gone. */
export function isStruckAway({ text, asides }: Passage): boolean {
  return (
    text.trim() === '' &&
    asides.some((aside) => aside.reason === 'struck_out' && aside.text.trim() !== '')
  );
}
