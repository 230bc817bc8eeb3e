import type { Block, Leftover } from '../../schemas/document.ts';
import type { Notice } from '../../schemas/notice.ts';
import { type Chunk, chunkLines, type DumpCell, toChunk } from './chunks.ts';
import { readDrawnTable } from './drawn-table.ts';
import { readDumpTable } from './dump-table.ts';
import { isIndentedText } from './indented-text.ts';
import { decoration, type Line } from './lines.ts';
import { type CellText, raggedTable } from './ragged-table.ts';
import { marksTableEnds } from './row-joins.ts';
import { readRowLines, readSeparatedTable } from './separated-table.ts';

export interface TextBlocks {
  readonly blocks: Block[];
  readonly leftovers: Leftover[];
  readonly notices: Notice[];
  tables: number;
}

/** Paragraphs and ragged tables of a text, in its order. Lines of white space give no paragraph. */
export function readBlocks(lines: readonly Line[]): TextBlocks {
  const into: TextBlocks = { blocks: [], leftovers: [], notices: [], tables: 0 };
  const chunks = chunkLines(lines);
  const endsMarked = marksTableEnds(chunks);
  let at = 0;
  for (let chunk = chunks[at]; chunk; chunk = chunks[at]) {
    const tabLed = chunk.lines.slice(addPlain(into, chunk.lines));
    if (tabLed.length === 0 || addRowLines(into, tabLed)) {
      at++;
      continue;
    }
    chunks[at] = toChunk(tabLed, chunk.blanksBefore);
    at = addDumped(into, chunks, at, endsMarked);
  }
  return into;
}

/**
 * Adds what stands before the first cell of a dump: paragraphs, tables of TAB-separated lines and
 * drawn tables.
 *
 * @returns the number of lines read
 */
function addPlain(into: TextBlocks, lines: readonly Line[]): number {
  let at = 0;
  for (let line = lines[at]; line?.kind === 'text'; line = lines[at]) {
    const separated = readSeparatedTable(lines, at);
    const drawn = separated ? undefined : readDrawnTable(lines, at);
    if (drawn) into.leftovers.push(drawn.frame);
    const table = separated ?? drawn;
    if (table) addTable(into, table.rows);
    else addLine(into, line);
    at = table?.next ?? at + 1;
  }
  return at;
}

function addRowLines(into: TextBlocks, lines: readonly Line[]): boolean {
  const rows = readRowLines(lines);
  if (rows) addTable(into, rows);
  return rows !== undefined;
}

/** @returns the chunk after the table, or after the TAB-led paragraphs */
function addDumped(
  into: TextBlocks,
  chunks: readonly Chunk[],
  at: number,
  endsMarked: boolean,
): number {
  const { rows, joinedRows, next } = readDumpTable(chunks, at, endsMarked);
  if (isIndentedText(rows)) {
    for (const { page, paragraphs } of rows.flat()) {
      for (const paragraph of paragraphs) addParagraph(into, paragraph, page);
    }
    return next;
  }
  addTable(
    into,
    rows.map((row) => row.map(toCellText)),
  );
  for (const row of joinedRows) {
    into.notices.push({
      code: 'txt-row-joined',
      message: '文本中该行被空行断为两段，按相邻行的列数合并为一行',
      at: `table ${into.tables} row ${row + 1}`,
    });
  }
  return next;
}

function addTable(into: TextBlocks, rows: readonly (readonly CellText[])[]): void {
  into.tables++;
  into.blocks.push(raggedTable(rows, into.tables));
}

/** The marks of a Markdown heading (CommonMark 4.2): at its beginning, and perhaps at its end. */
const headingStart = /^ {0,3}(#{1,6})[ \t]+(?=\S)/;
const headingEnd = /[ \t](#+)$/;

function addLine(into: TextBlocks, { text, page, no }: Line): void {
  const [start, opening] = headingStart.exec(text) ?? [];
  if (start === undefined || opening === undefined) {
    addParagraph(into, text, page);
    return;
  }
  const title = text.slice(start.length).trimEnd();
  const closing = headingEnd.exec(title)?.[1] ?? '';
  into.leftovers.push(decoration(opening + closing, no, page));
  addParagraph(into, title.slice(0, title.length - closing.length).trimEnd(), page);
}

function addParagraph(into: TextBlocks, text: string, page: number | null): void {
  if (text.trim() !== '') into.blocks.push({ kind: 'paragraph', text, number: null, page });
}

/** Empty paragraphs inside a cell stay, as in a Word cell; those at its end say nothing. */
function toCellText({ page, paragraphs }: DumpCell): CellText {
  return { text: paragraphs.join('\n').replace(/\n+$/, ''), page };
}
