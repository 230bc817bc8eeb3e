import { z } from 'zod';
import { documentFormats, leftoverReasons } from './codes.ts';

/** Where something stands on a page, in points from the page's top left corner. */
export const Box = z.strictObject({
  x0: z.number(),
  y0: z.number(),
  x1: z.number(),
  y1: z.number(),
});
export type Box = z.infer<typeof Box>;

/** A paragraph outside every table. */
export const Paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  text: z.string().describe('As found; line breaks as \\n. Without its automatic number'),
  number: z
    .string()
    .nullable()
    .describe('The automatic number a reader sees before it, such as "一、"'),
  page: z.int().nullable(),
});
export type Paragraph = z.infer<typeof Paragraph>;

/** One cell, at its top left grid position. A covered position has no cell of its own. */
export const Cell = z.strictObject({
  row: z.int().describe('0-based'),
  column: z.int().describe('0-based grid column'),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  text: z.string().describe('Paragraphs joined by \\n, automatic numbers included'),
  page: z.int().nullable(),
  box: Box.nullable(),
  confidence: z.number().min(0).max(1).describe('1 for digital text'),
});
export type Cell = z.infer<typeof Cell>;

/** A table as an exact grid. A nested table is a table of its own that follows its parent. */
export const Table = z.strictObject({
  kind: z.literal('table'),
  tableNo: z.int().describe('1-based, in reading order, unique in the document'),
  rows: z.int(),
  columns: z.int(),
  columnWidths: z
    .array(z.number().nonnegative())
    .optional()
    .describe('Of each grid column, against one another; left out where the source does not say'),
  cells: z.array(Cell).describe('Row by row, left to right'),
  ragged: z
    .boolean()
    .describe(
      'The source has no spans: a cell stands at its ordinal in its row, not at a grid column',
    ),
  parent: z.strictObject({ tableNo: z.int(), row: z.int(), column: z.int() }).nullable(),
  page: z.int().nullable(),
});
export type Table = z.infer<typeof Table>;

export const Block = z.discriminatedUnion('kind', [Paragraph, Table]);
export type Block = z.infer<typeof Block>;

/** Text that is no part of the document's body, kept with its reason. */
export const Leftover = z.strictObject({
  page: z.int().nullable(),
  location: z.string().describe('Where in the source: part name, table cell'),
  text: z.string(),
  reason: z.enum(leftoverReasons),
});
export type Leftover = z.infer<typeof Leftover>;

/**
 * What every extractor gives, whatever the format: nothing after extraction knows the format.
 * Every character of the source stands in exactly one of blocks and leftovers.
 */
export const ExtractedDocument = z.strictObject({
  format: z.enum(documentFormats),
  extractor: z.string().describe('Name and version of the reader'),
  pages: z.int().nullable(),
  unreadPages: z
    .array(z.int())
    .optional()
    .describe('Pages that show something and have no text to read; left out where there are none'),
  modifiedAt: z
    .string()
    .nullable()
    .describe("ISO time of the document's own last change, if it says"),
  blocks: z.array(Block),
  leftovers: z.array(Leftover),
  generated: z
    .string()
    .describe('Text in blocks that the source does not hold as text (automatic numbers, symbols)'),
  sourceCharacters: z
    .record(z.string(), z.int())
    .describe(
      'Non-space characters counted in the source itself, independently of blocks; see accounting.ts',
    ),
});
export type ExtractedDocument = z.infer<typeof ExtractedDocument>;
