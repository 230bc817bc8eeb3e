import { type AlignedGrid, type AlignedRow, gridOfRows, rowsOfLines } from './aligned-rows.ts';
import { anchoredRows } from './anchored-rows.ts';
import { type Chunk, chunksOf, isFigure, partedChunks } from './text-chunks.ts';
import { columnsOf, partedAtGutters } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';

/** Rows of one table are no farther apart than this, in ems. */
const rowGap = 2.5;
/** Fewer lines are a coincidence; so many are enough if there are two columns only. */
const fewestLines = 3;
const fewestOfTwoColumns = 4;
/** A column of figures holds this share of them, headings aside. */
const figureShare = 0.6;
/** More rows than this whose names may be another's are no table of wrapped names. */
const unsureShare = 0.3;
/** More lines than this with a colon after a name are a form to fill in: 填报人：  电话：. */
const labelShare = 0.3;
/** Lines of one cell above its row's figures, or below them, at most. */
const mostEnds = 5;
/** A piece of prose in a line is longer, in ems, than a cell of a table without rules. */
const longestCell = 24;
/** Dots that lead from a name to its figures. */
const leaders = /(?:\s*[.…·]){3,}\s*$/;

/** The first run of lines without any rule whose text stands in columns, one at least of figures. */
export function firstUnruledTable(lines: readonly TextLine[]): AlignedGrid | null {
  for (const run of runsOfChunks(lines)) {
    const found = tableOf(run);
    if (found) return found;
  }
  return null;
}

/** Lines of several chunks that follow each other closely, with single ones between them. */
function* runsOfChunks(lines: readonly TextLine[]): Generator<Run> {
  let run: Chunk[][] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const chunks = chunksOf(line);
    const isNear = last !== undefined && line.y0 - last.y1 < rowGap * line.size;
    const isCell = chunks.every(isCellLike);
    if (!isNear || !isCell) {
      yield withoutEnds(run);
      run = [];
    }
    if (isCell) run.push(chunks);
    last = line;
  }
  yield withoutEnds(run);
}

function isCellLike({ text, x0, x1, line }: Chunk): boolean {
  return leaders.test(text) || x1 - x0 <= longestCell * line.size;
}

/** Lines of a table, and the few before and after that may be the ends of wrapped names. */
interface Run {
  readonly core: readonly Chunk[][];
  readonly before: readonly Chunk[][];
  readonly after: readonly Chunk[][];
}

/** A title above and a note below are no part of the table. */
function withoutEnds(run: readonly Chunk[][]): Run {
  const first = run.findIndex(({ length }) => length > 1);
  const last = run.findLastIndex(({ length }) => length > 1);
  if (first < 0) return { core: [], before: [], after: [] };
  return {
    core: run.slice(first, last + 1),
    before: run.slice(Math.max(0, first - mostEnds), first),
    after: run.slice(last + 1, last + 1 + mostEnds),
  };
}

function tableOf({ core, before, after }: Run): AlignedGrid | null {
  const joined = partedChunks(core);
  const { lines, xs } = partedAtGutters(joined, joined);
  const columns = xs.length - 1;
  if (columns < 2 || lines.length < fewestLines) return null;
  const rows = rowsOfRun(
    {
      core: lines,
      before: partedAtGutters(before, joined).lines,
      after: partedAtGutters(after, joined).lines,
    },
    xs,
  );
  const several = rows.filter(
    ({ chunks }) => new Set(chunks.map((c) => columnsOf(c, xs).first)).size > 1,
  );
  if (several.length < fewestLines || 2 * several.length < rows.length) return null;
  const texts = several.map(({ chunks }) => chunks);
  if (texts.filter(isLabelled).length > labelShare * several.length) return null;
  if (columns === 2 && several.length < fewestOfTwoColumns) return null;
  if (!lines.every((chunks) => areApart(chunks, xs))) return null;
  const figures = figureColumns(texts, xs);
  if (!figures.some((column) => column > 0) || (columns === 2 && isContents(texts))) return null;
  return gridOfRows(rows, xs);
}

/** Rows by their figures where names are wrapped; else a line each. */
function rowsOfRun({ core, before, after }: Run, xs: readonly number[]): AlignedRow[] {
  const inColumn = (chunks: readonly Chunk[]): boolean =>
    chunks.every((chunk) => columnsOf(chunk, xs).first === columnsOf(chunk, xs).last);
  // Above a head there is a title, or what the figures are counted in, but no name.
  const [top = []] = core;
  const hasHead = !top.some(isFigure) && 2 * top.length >= xs.length - 1;
  const [upper, lower] = [hasHead ? [] : before.filter(inColumn), after.filter(inColumn)];
  const ends = new Set([...upper, ...lower].flat());
  const anchored = anchoredRows([...upper, ...core, ...lower], xs);
  if (!anchored) return rowsOfLines(core, xs, ...extentOf(core));
  const isEnd = ({ chunks }: AlignedRow): boolean => chunks.every((chunk) => ends.has(chunk));
  const first = anchored.findIndex((row) => !isEnd(row));
  const rows = anchored.slice(first, anchored.findLastIndex((row) => !isEnd(row)) + 1);
  const unsure = rows.filter((row) => row.unsure).length;
  return unsure <= unsureShare * rows.length ? rows : rowsOfLines(core, xs, ...extentOf(core));
}

function extentOf(lines: readonly (readonly Chunk[])[]): [number, number] {
  const all = lines.flat();
  return [
    all.reduce((least, { line }) => Math.min(least, line.y0), Number.POSITIVE_INFINITY),
    all.reduce((most, { line }) => Math.max(most, line.y1), Number.NEGATIVE_INFINITY),
  ];
}

function isLabelled(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ text }) => /[：:]/.test(text));
}

/** Each chunk stands in a column of its own. */
function areApart(chunks: readonly Chunk[], xs: readonly number[]): boolean {
  let last = -1;
  for (const chunk of chunks) {
    const columns = columnsOf(chunk, xs);
    if (columns.first <= last) return false;
    last = columns.last;
  }
  return true;
}

/** Columns, the first aside or not, that hold figures below their heading. */
function figureColumns(rows: readonly (readonly Chunk[])[], xs: readonly number[]): number[] {
  const counts = new Map<number, { all: number; figures: number }>();
  for (const chunk of rows.slice(1).flat()) {
    const { first } = columnsOf(chunk, xs);
    const count = counts.get(first) ?? { all: 0, figures: 0 };
    counts.set(first, count);
    count.all += 1;
    if (isFigure(chunk)) count.figures += 1;
  }
  return [...counts]
    .filter(([, { all, figures }]) => figures >= 2 && figures >= figureShare * all)
    .map(([column]) => column);
}

/** Names and page numbers that never fall: a table of contents. */
function isContents(rows: readonly (readonly Chunk[])[]): boolean {
  const pages = rows.map((chunks) => chunks.at(-1)?.text ?? '');
  return pages.every(
    (page, i) => /^\d{1,3}$/.test(page) && (i === 0 || Number(page) >= Number(pages[i - 1])),
  );
}
