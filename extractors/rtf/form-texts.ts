import type { Passage } from '../flow/passage.ts';
import type { OpenField } from './fields.ts';

/** The result of a form's text field, as a stretch of its paragraph's text. */
export interface FormText {
  readonly start: number;
  readonly end: number;
}

/** Notes a text field that ends here where it shows no more than its default text. */
export function noteFormText(
  layer: { readonly passage: Passage | null; readonly formTexts: FormText[] },
  { instruction, defaultText, start }: OpenField,
): void {
  const text = layer.passage?.text ?? '';
  if (!/^\s*FORMTEXT\b/i.test(instruction) || !defaultText) return;
  if (text.slice(start).trim() === defaultText) layer.formTexts.push({ start, end: text.length });
}

/**
 * Takes out of a paragraph what its text fields only repeat: LibreOffice writes a content control
 * as its text and, at each change of looks, as a text field with the whole of it.
 *
 * @returns the texts taken out
 */
export function takeRepeated(passage: Passage, fields: readonly FormText[]): string[] {
  if (fields.length < 2) return [];
  const { text } = passage;
  const outside = without(text, fields);
  const repeats = fields.filter(({ start, end }) => {
    const own = text.slice(start, end).trim();
    const again = fields.some(
      (other) => other.start !== start && text.slice(other.start, other.end).trim() === own,
    );
    return again && outside.includes(own);
  });
  passage.text = without(text, repeats);
  return repeats.map(({ start, end }) => text.slice(start, end));
}

function without(text: string, stretches: readonly FormText[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of stretches) {
    kept += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}
