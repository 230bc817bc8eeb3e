import { createScriptedLine, type Script } from '../flow/script-digits.ts';

/** A line of text as it is being read: white space collapsed as a browser does. */
export interface Line {
  /**
   * Adds text of the page; its white space collapses unless it is preformatted. Raised and lowered
   * digits are told from those on the line.
   */
  add(text: string, preformatted: boolean, script?: Script | null): void;
  /** Adds text that the page shows without holding it as text; spaces before it stay. */
  addShown(text: string): void;
  /** A line break inside the paragraph. */
  breakLine(): void;
  /** The paragraph's text; the line is empty afterwards. */
  take(): string;
  isEmpty(): boolean;
}

const spaces = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;

/** A source's line end between two of these is no space (CSS Text 3, 4.1.3). */
const wide = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u3000-\u303f]$/;

export function createLine(): Line {
  const parts: string[] = [];
  let last = '';
  const line = createScriptedLine();
  let pending: 'space' | 'break' | null = null;

  const push = (text: string): void => {
    parts.push(text);
    last = text.charAt(text.length - 1);
  };
  const settle = (following: string): void => {
    const between = pending;
    pending = null;
    if (between === null || last === '' || last === '\n') return;
    if (between === 'break' && wide.test(last) && wide.test(following)) return;
    push(' ');
  };

  return {
    add(text, preformatted, script = null) {
      if (preformatted) {
        const kept = text.replace(/\r\n?/g, '\n');
        if (kept === '') return;
        settle(kept.charAt(0));
        push(line.place(kept, script));
        return;
      }
      for (const [piece] of text.matchAll(spaces)) {
        if (/^[ \t\n\r\f]/.test(piece)) {
          if (pending === null) pending = /[\n\r]/.test(piece) ? 'break' : 'space';
        } else {
          settle(piece.charAt(0));
          push(line.place(piece, script));
        }
      }
    },
    addShown(text) {
      settle(text.charAt(0));
      push(line.place(text, null));
    },
    breakLine() {
      pending = null;
      line.begin();
      push('\n');
    },
    take() {
      const text = parts.join('').replace(/^\n+|\n+$/g, '');
      parts.length = 0;
      last = '';
      line.begin();
      pending = null;
      return text;
    },
    isEmpty: () => parts.every((part) => part === '\n'),
  };
}
