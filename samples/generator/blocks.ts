/** What a sample document is made of, before it is written as Word or as a text dump. */

/** A piece of a line. In a string, \n starts a new paragraph (in a cell) or a line break, \v always a line break. */
export type Inline =
  | string
  | {
      readonly kind: 'deleted' | 'inserted' | 'control' | 'footnote' | 'hidden';
      readonly text: string;
    }
  | { readonly kind: 'text_box'; readonly lines: readonly string[] }
  | { readonly kind: 'bookmark'; readonly name: string };

export type Content = string | readonly Inline[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly align?: 'center' | 'right';
  readonly bold?: boolean;
  /** An automatic number; `text` is what a reader sees. Word counts it itself. */
  readonly number?: { readonly list: number; readonly level: number; readonly text: string };
  readonly pageBreakBefore?: boolean;
  /** Ends a section of this orientation. */
  readonly sectionEnd?: 'portrait' | 'landscape';
  /** Stands in a block-level content control. */
  readonly controlled?: boolean;
}

export interface TableCell {
  readonly content: readonly Inline[];
  readonly span: number;
  readonly merge: 'none' | 'start' | 'continue';
  readonly nested?: Table;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Repeated at the top of each page. */
  readonly header?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: number;
  readonly rows: readonly TableRow[];
}

export type Block = Paragraph | Table;

const inlines = (content: Content): readonly Inline[] =>
  typeof content === 'string' ? [content] : content;

export function paragraph(
  content: Content,
  options: Omit<Paragraph, 'kind' | 'content'> = {},
): Paragraph {
  return { kind: 'paragraph', content: inlines(content), ...options };
}

/** Lines that stand alone, each a centred bold paragraph. */
export function titleLines(lines: readonly string[]): Paragraph[] {
  return lines.map((line) => paragraph(line, { align: 'center', bold: true }));
}

export function cell(content: Content, span = 1): TableCell {
  return { content: inlines(content), span, merge: 'none' };
}

/** First cell of a vertical merge. */
export function startCell(content: Content, span = 1): TableCell {
  return { content: inlines(content), span, merge: 'start' };
}

/** A cell covered by the one above it. */
export function coveredCell(span = 1): TableCell {
  return { content: [''], span, merge: 'continue' };
}

export function row(...cells: readonly TableCell[]): TableRow {
  return { cells };
}

/** @throws {TypeError} where a row does not fill the grid: a sample must not be broken by accident */
export function table(columns: number, rows: readonly TableRow[]): Table {
  for (const [index, { cells }] of rows.entries()) {
    const width = cells.reduce((total, { span }) => total + span, 0);
    if (width !== columns) {
      throw new TypeError(`Expected row ${index} to span ${columns} columns, got ${width}`);
    }
  }
  return { kind: 'table', columns, rows };
}

/** The table in the only cell of another: how a page layout copied from a web page looks. */
export function wrapInTable(inner: Table, caption: string): Table {
  return {
    kind: 'table',
    columns: 1,
    rows: [{ cells: [{ content: [caption], span: 1, merge: 'none', nested: inner }] }],
  };
}
