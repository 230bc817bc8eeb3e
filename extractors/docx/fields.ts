/** The fields open at one place of a story (ECMA-376 part 1, 17.16.18); they may span paragraphs. */
export interface Fields {
  begin(): void;
  /** From here on the innermost field's text is its result. */
  separate(): void;
  /** @returns the instruction of the field that ends, where it has no result; else null */
  end(): string | null;
  instruct(text: string): void;
  /** Whether text here is part of a field's code, which no reader sees. */
  isCode(): boolean;
  /** A field whose code does not end in its paragraph is broken: it hides no text after it. */
  endParagraph(): void;
}

export function createFields(): Fields {
  let open: { code: boolean; instruction: string }[] = [];
  return {
    begin() {
      open.push({ code: true, instruction: '' });
    },
    separate() {
      const field = open.at(-1);
      if (field) field.code = false;
    },
    end() {
      const field = open.pop();
      return field?.code ? field.instruction : null;
    },
    instruct(text) {
      const field = open.at(-1);
      if (field) field.instruction += text;
    },
    isCode() {
      return open.length > 0 && open.some((field) => field.code);
    },
    endParagraph() {
      open = open.filter((field) => !field.code);
    },
  };
}

/** What an EQ field that encloses a character shows: eq \o\ac(○,3) is ③. Null for other fields. */
export function readEnclosed(instruction: string): string | null {
  const match = /^\s*eq\s*\\o(?:\\a[clr])?\s*\(\s*([○□△◇])\s*[,;，]\s*([^)]{1,4}?)\s*\)\s*$/i.exec(
    instruction,
  );
  if (!match) return null;
  const inside = match[2] ?? '';
  const value = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
  if (match[1] === '○' && value >= 1 && value <= 20) {
    return String.fromCodePoint(('①'.codePointAt(0) ?? 0) + value - 1);
  }
  return inside;
}
