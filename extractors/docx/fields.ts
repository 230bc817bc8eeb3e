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
