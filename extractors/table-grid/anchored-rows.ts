import { type AlignedRow, isOneRow, rowsOfLines } from './aligned-rows.ts';
import { type Block, columnBlocks, leadingOf, levelOf } from './column-blocks.ts';
import { type Chunk, isFigure } from './text-chunks.ts';
import { columnsOf } from './text-columns.ts';

/** A column of figures holds this share of them, its heading among the others, and so many at least. */
const figureShare = 0.5;
const fewestFigures = 2;
/** Figures of one row stand level within this, in ems. */
const sameLevel = 0.4;
/** Nearer to a row than this, in ems, a word in a column of figures is its second line. */
const secondLine = 1.4;
/** This share of a column's figures is level with those of the fullest one: it shows rows as well. */
const levelShare = 0.7;
/** A block farther from its row, in ems, may belong to the one beside it. */
const unsureFrom = 0.45;
/** More pieces times rows than this are no page. */
const most = 200_000;
const mostRows = 1_500;

/** From where to where the rows go, where more than their text says so. */
interface Extent {
  readonly y0?: number | undefined;
  readonly y1?: number | undefined;
}

/**
 * Rows by their figures: a figure takes one line, so the levels where figures stand are the rows,
 * and the lines of a wrapped name belong to the row that they stand around. Undefined without two
 * rows of figures.
 */
export function anchoredRows(
  lines: readonly (readonly Chunk[])[],
  xs: readonly number[],
  { y0, y1 }: Extent = {},
): AlignedRow[] | undefined {
  if (lines.length > mostRows) return undefined;
  const byColumn = columnsOfChunks(lines.flat(), xs);
  const anchors = anchorsOf(byColumn);
  const { levels } = anchors;
  if (levels.length < fewestFigures) return undefined;
  if ([...byColumn.values()].some((chunks) => chunks.length * levels.length > most)) {
    return undefined;
  }
  const end = headEnd(byColumn, anchors);
  const body = [...byColumn.values()].map((chunks) =>
    chunks.filter((chunk) => levelOf(chunk) > end),
  );
  const leading = leadingOf(body);
  const blocks = body.flatMap((chunks) => columnBlocks(chunks, levels, leading));
  return withEdges(rowsOf(blocks, levels, lines, xs), { y0, y1 });
}

/** Pieces by the column they begin in, each column's from top to bottom. */
function columnsOfChunks(chunks: readonly Chunk[], xs: readonly number[]): Map<number, Chunk[]> {
  const byColumn = new Map<number, Chunk[]>();
  for (const chunk of chunks) {
    const { first } = columnsOf(chunk, xs);
    const own = byColumn.get(first);
    if (own) own.push(chunk);
    else byColumn.set(first, [chunk]);
  }
  for (const own of byColumn.values()) own.sort((a, b) => levelOf(a) - levelOf(b));
  return byColumn;
}

interface Anchors {
  /** Levels of rows, ascending. */
  readonly levels: number[];
  /** The columns whose pieces show them. */
  readonly columns: ReadonlySet<number>;
}

/** The levels at which figures stand, and below the first what stands for one in their columns. */
function anchorsOf(byColumn: ReadonlyMap<number, readonly Chunk[]>): Anchors {
  const candidates = [...byColumn]
    .map(([column, chunks]) => ({ column, chunks, figures: chunks.filter(isFigure) }))
    .filter(
      ({ chunks, figures }) =>
        figures.length >= Math.max(fewestFigures, figureShare * chunks.length),
    )
    .sort((one, other) => other.figures.length - one.figures.length);
  const levels: number[] = [];
  const columns = new Set<number>();
  for (const { column, figures } of candidates) {
    const size = figures[0]?.line.size ?? 1;
    const own = figures.map(levelOf);
    const known = own.filter((at) => isKnown(levels, at, sameLevel * size));
    if (levels.length > 0 && known.length < levelShare * own.length) continue;
    columns.add(column);
    for (const at of own) if (!isKnown(levels, at, sameLevel * size)) levels.push(at);
  }
  const first = levels.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  for (const { column, chunks } of candidates) {
    for (const chunk of columns.has(column) ? chunks : []) {
      const at = levelOf(chunk);
      if (at > first && !isKnown(levels, at, secondLine * chunk.line.size)) levels.push(at);
    }
  }
  return { levels: levels.sort((one, other) => one - other), columns };
}

/** The lowest line above the figures with a heading of their columns; what is above is head as well. */
function headEnd(
  byColumn: ReadonlyMap<number, readonly Chunk[]>,
  { levels: [first = Number.NEGATIVE_INFINITY], columns }: Anchors,
): number {
  let end = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (const chunk of byColumn.get(column) ?? []) {
      const at = levelOf(chunk);
      if (at < first - sameLevel * chunk.line.size) end = Math.max(end, at);
    }
  }
  return end;
}

function isKnown(levels: readonly number[], at: number, reach: number): boolean {
  return levels.some((level) => Math.abs(level - at) < reach);
}

interface Row {
  readonly chunks: Chunk[];
  unsure: boolean;
}

/** Head, rows in order, and what stands between them or below. */
function rowsOf(
  blocks: readonly Block[],
  anchors: readonly number[],
  lines: readonly (readonly Chunk[])[],
  xs: readonly number[],
): Row[] {
  const anchored = anchors.map((): Row => ({ chunks: [], unsure: false }));
  const dealt = new Set<Chunk>();
  for (const { chunks, anchor, cost } of blocks) {
    const row = anchor === null ? undefined : anchored[anchor];
    if (!row) continue;
    for (const chunk of chunks) dealt.add(chunk);
    row.chunks.push(...chunks);
    row.unsure ||= cost > unsureFrom;
  }
  const left = lines
    .map((chunks) => chunks.filter((chunk) => !dealt.has(chunk)))
    .filter(({ length }) => length > 0);
  const rows: Row[] = [];
  for (const [i, row] of anchored.entries()) {
    const at = anchors[i] ?? 0;
    const next = left.findIndex((chunks) => chunks.some((chunk) => levelOf(chunk) >= at));
    const above = left.splice(0, next < 0 ? left.length : next);
    rows.push(...looseRows(above, xs));
    if (row.chunks.length > 0) rows.push({ ...row, chunks: inLines(row.chunks) });
  }
  return [...rows, ...looseRows(left, xs)];
}

/** Lines without figures: one row, as a head is, or one each. */
function looseRows(lines: readonly (readonly Chunk[])[], xs: readonly number[]): Row[] {
  if (lines.length === 0) return [];
  if (lines.length > 1 && isOneRow(lines, xs)) return [{ chunks: lines.flat(), unsure: false }];
  return rowsOfLines(lines, xs, 0, 0).map(({ chunks }) => ({ chunks: [...chunks], unsure: false }));
}

function inLines(chunks: readonly Chunk[]): Chunk[] {
  return [...chunks].sort((a, b) => a.line.y0 - b.line.y0 || a.x0 - b.x0);
}

function withEdges(rows: readonly Row[], { y0, y1 }: Extent): AlignedRow[] {
  let from = y0 ?? topOf(rows[0]?.chunks ?? []);
  return rows.map(({ chunks, unsure }, i) => {
    const next = rows[i + 1];
    const to = next ? (bottomOf(chunks) + topOf(next.chunks)) / 2 : (y1 ?? bottomOf(chunks));
    const row = { chunks, y0: from, y1: Math.max(from, to), unsure };
    from = row.y1;
    return row;
  });
}

function topOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((least, { line }) => Math.min(least, line.y0), Number.POSITIVE_INFINITY);
}

function bottomOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((most, { line }) => Math.max(most, line.y1), Number.NEGATIVE_INFINITY);
}
