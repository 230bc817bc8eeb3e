import type { Block, Leftover } from '../schemas/document.ts';
import { IngestError } from '../schemas/ingest-error.ts';
import type { Notice } from '../schemas/notice.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { Limits } from './extractor.ts';
import { withFillRulings } from './page-layout/fill-rulings.ts';
import { type JoinedPages, joinPages } from './page-layout/join-pages.ts';
import { findAlignedTables, readPageContent } from './page-layout/page-content.ts';
import type { PlacedTable } from './page-layout/placed.ts';
import { type RunningLines, takeRunningLines } from './page-layout/running-lines.ts';
import { textAreas } from './page-layout/text-area.ts';
import { toBlocks } from './page-layout/to-blocks.ts';

export interface PageLayout {
  readonly blocks: Block[];
  readonly leftovers: Leftover[];
  /** Text in blocks that no page holds. */
  readonly generated: string;
  readonly notices: Notice[];
}

/**
 * Pages as drawn → the document's blocks in reading order. Every glyph's text stands in exactly one
 * of blocks and leftovers.
 * @param drawn pages in order, glyphs upright
 * @throws IngestError where there are more pages, glyphs or lines than the limits allow
 */
export function layOutPages(drawn: readonly DrawnPage[], limits: Limits): PageLayout {
  guardLimits(drawn, limits);
  const pages = drawn.map(withFillRulings);
  const read = pages.map(readPageContent);
  const contents = read.map(({ content }) => content);
  const leftovers = read.flatMap((page) => page.leftovers);
  const running = takeRunningLines(contents);
  leftovers.push(...running.leftovers);
  contents.forEach((content, i) => {
    findAlignedTables(content, pages[i]?.segments ?? []);
  });
  const joined = joinPages(contents);
  const { blocks, tableNumbers } = toBlocks(contents, textAreas(contents));
  leftovers.push(...repeatedText(joined, tableNumbers));
  const notices = [
    ...runningNotices(running),
    ...cutNotices(joined, tableNumbers),
    ...besideNotices(joined, tableNumbers),
    ...movedNotices(joined, tableNumbers),
    ...figureNotices(tableNumbers),
    ...tallNotices(tableNumbers),
  ];
  return { blocks, leftovers, generated: '', notices };
}

function guardLimits(pages: readonly DrawnPage[], limits: Limits): void {
  if (pages.length > limits.pages) {
    throw new IngestError('file_too_large', `${pages.length} pages`);
  }
  const drawn = pages.reduce((sum, page) => sum + page.glyphs.length + page.segments.length, 0);
  if (drawn > limits.elements) throw new IngestError('file_too_large', `${drawn} glyphs and lines`);
}

function repeatedText(
  { repeated }: JoinedPages,
  tableNumbers: ReadonlyMap<PlacedTable, number>,
): Leftover[] {
  return repeated.map(({ table, page, text }) => ({
    page,
    location: `page ${page}, table ${tableNumbers.get(table) ?? '?'}, repeated`,
    text,
    reason: 'header',
  }));
}

/** Running lines named in their notice. */
const mostNamed = 3;

function runningNotices({ changing }: RunningLines): Notice[] {
  const [first] = changing;
  if (!first) return [];
  const named = changing.slice(0, mostNamed).map(({ text }) => `“${text}”`);
  const more = changing.length > mostNamed ? `等共 ${changing.length} 处` : '';
  return [
    {
      code: 'running-figures',
      message: `页眉或页脚中有逐页不同的数字，未当作正文，请核对：${named.join('、')}${more}`,
      at: first.location,
    },
  ];
}

function cutNotices(
  { unsure }: JoinedPages,
  tableNumbers: ReadonlyMap<PlacedTable, number>,
): Notice[] {
  return unsure.map(({ table, page, row, isOne }) => ({
    code: 'row-cut-by-page',
    message: isOne
      ? `第 ${page} 页开头的一行看来是上页末行的下半截，已并入上页末行，请核对`
      : `第 ${page} 页开头的一行可能是上页末行的下半截，按两行保留`,
    at: `page ${page} table ${tableNumbers.get(table) ?? '?'} row ${row + 1}`,
  }));
}

function besideNotices(
  { beside }: JoinedPages,
  tableNumbers: ReadonlyMap<PlacedTable, number>,
): Notice[] {
  return beside.map(({ table, page }) => ({
    code: 'table-split-over-pages',
    message: `表格太宽，分印在几页上，第 ${page} 页的各列已按行接在右边，请核对`,
    at: `page ${page} table ${tableNumbers.get(table) ?? '?'}`,
  }));
}

function movedNotices(
  { moved }: JoinedPages,
  tableNumbers: ReadonlyMap<PlacedTable, number>,
): Notice[] {
  return moved.map(({ table, page }) => ({
    code: 'table-columns-moved',
    message: `第 ${page} 页上续表的列宽与前页不同，已按列序接上，请核对`,
    at: `page ${page} table ${tableNumbers.get(table) ?? '?'}`,
  }));
}

function figureNotices(tableNumbers: ReadonlyMap<PlacedTable, number>): Notice[] {
  return [...tableNumbers].flatMap(([{ cells }, tableNo]) =>
    cells.flatMap(({ brokenFigures, row, column, page }) =>
      brokenFigures.map((figure) => ({
        code: 'figure-broken-over-lines',
        message: `单元格内的数字可能在换行处被断开，请核对：${figure}`,
        at: `page ${page} table ${tableNo} row ${row + 1} column ${column + 1}`,
      })),
    ),
  );
}

function tallNotices(tableNumbers: ReadonlyMap<PlacedTable, number>): Notice[] {
  return [...tableNumbers].flatMap(([{ cells }, tableNo]) =>
    cells
      .filter(({ runsOverRows }) => runsOverRows)
      .map(({ row, column, page, text }) => ({
        code: 'text-over-rows',
        message: `上下几行的文字可能是同一单元格的内容，请核对所属的行：${text}`,
        at: `page ${page} table ${tableNo} row ${row + 1} column ${column + 1}`,
      })),
  );
}
