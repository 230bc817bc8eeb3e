/** Where text stands to its line. */
export type Script = 'superscript' | 'subscript' | 'baseline';

const digits: Readonly<Record<Script, string>> = {
  superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  subscript: '₀₁₂₃₄₅₆₇₈₉',
  baseline: '0123456789',
};

/** What raised digits may belong to: a figure, a unit, a word or a closing bracket. */
const carriesMark = /[\p{L}\p{N}\p{Pe}%％‰℃]$/u;

/**
 * Text set above or below the line: its digits as Unicode superscripts or subscripts, so that a
 * footnote mark does not make 1001 of 100 and m² stays one. After a figure every digit, else only
 * those of a text of digits alone ("PM2.5" stays). NFKC folds them back, so nothing is generated.
 *
 * @param before what stands on the line before it; where that is nothing, neither are these marks
 */
export function setScript(text: string, script: Script | null, before: string): string {
  if (script === null || script === 'baseline' || !carriesMark.test(before)) return text;
  if (!/\p{Nd}$/u.test(before) && !/^[0-9０-９]+$/.test(text)) return text;
  return text.replace(/[0-9０-９]/g, (digit) => {
    return digits[script].charAt(Number(digit.normalize('NFKC')));
  });
}

/** A line whose texts are added one by one. */
export interface ScriptedLine {
  /** The text as it is to be added. */
  place(text: string, script: Script | null): string;
  /** Begins a new line: marks there belong to nothing before it. */
  begin(): void;
}

export function createScriptedLine(): ScriptedLine {
  let onLine = '';
  return {
    place(text, script) {
      const placed = setScript(text, script, onLine);
      if (script === null || script === 'baseline') onLine = text;
      return placed;
    },
    begin() {
      onLine = '';
    },
  };
}
