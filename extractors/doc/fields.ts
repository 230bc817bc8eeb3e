/** The codes of a document's fields: no reader sees them ([MS-DOC] 2.8.25). */
export interface FieldCodes {
  /** Whether the character at a position belongs to a code. */
  isCode(position: number): boolean;
  /** The code of a field without a result, by the position at which the field ends. */
  readonly unanswered: ReadonlyMap<number, string>;
}

/** Marks of a cell and of a paragraph. */
const marks: readonly number[] = [0x07, 0x0d];
const begin = 0x13;
const separator = 0x14;
const end = 0x15;
/** Fields in fields deeper than any document has them; those inside stay unfound. */
const deepest = 64;

/**
 * Finds the codes: from a field's beginning up to its separator, or to its end where it has no
 * result. A field whose code does not end in its paragraph is broken, and hides nothing.
 *
 * @param bounds where the document's parts begin, and where the last one ends
 */
export function findFieldCodes(text: string, bounds: readonly number[]): FieldCodes {
  const hidden = new Uint8Array(text.length);
  const unanswered = new Map<number, string>();
  let open: { readonly start: number; separator: number | null }[] = [];
  const starts = new Set(bounds);
  for (let at = 0; at < text.length; at++) {
    if (starts.has(at)) open = [];
    const character = text.charCodeAt(at);
    if (marks.includes(character)) open = open.filter((field) => field.separator !== null);
    if (character < begin || character > end) continue;
    const field = open.at(-1);
    if (character === begin) {
      if (open.length < deepest) open.push({ start: at, separator: null });
    } else if (character === separator) {
      if (field) field.separator ??= at;
    } else if (field) {
      open.pop();
      hidden.fill(1, field.start, field.separator ?? at);
      if (field.separator === null) unanswered.set(at, text.slice(field.start + 1, at));
    }
  }
  return { isCode: (position) => hidden[position] === 1, unanswered };
}
