import type { Range } from '../workbook.ts';
import { around, aroundAll, columnsMeet, overlaps, rowsMeet } from './ranges.ts';
import type { PlacedCell } from './visible-sheet.ts';

/** A table's box, or texts of one row outside every table, left to right. */
export type Piece =
  | { readonly kind: 'table'; readonly box: Range }
  | { readonly kind: 'line'; readonly cells: readonly PlacedCell[] };

/** Tables that stand beside one another, and the text that goes with them. */
interface Band {
  box: Range;
  readonly tables: Range[];
  readonly texts: PlacedCell[];
}

/**
 * The order in which a sheet is read: from top to bottom; of tables beside one another each with
 * its own title and signatures, the left one first.
 */
export function readingOrder(tables: readonly Range[], texts: readonly PlacedCell[]): Piece[] {
  const bands = toBands(tables);
  const rest = assignTexts(bands, texts);
  return [...bands.flatMap(orderBand), ...toLines(rest)];
}

function toBands(tables: readonly Range[]): Band[] {
  const bands: Band[] = [];
  for (const table of [...tables].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = bands.at(-1);
    if (last && rowsMeet(last.box, table)) {
      last.box = around(last.box, table);
      last.tables.push(table);
    } else bands.push({ box: table, tables: [table], texts: [] });
  }
  return bands;
}

/** Gives each text to the band it is in, signs below without a blank row, or stands above. */
function assignTexts(bands: readonly Band[], texts: readonly PlacedCell[]): PlacedCell[] {
  const rest: PlacedCell[] = [];
  const sorted = byRow(texts);
  const rows = new Set(
    sorted.flatMap(({ top, bottom }) => (top === bottom ? [top] : [top, bottom])),
  );
  let at = 0;
  const ends = bands.map(({ box }, index) => {
    const next = bands[index + 1]?.box.top ?? Number.POSITIVE_INFINITY;
    let end = box.bottom;
    while (rows.has(end + 1) && end + 1 < next) end++;
    return end + 1 === next ? box.bottom : end;
  });
  for (const cell of sorted) {
    while (at < bands.length && cell.top > (ends[at] ?? 0)) at++;
    (bands[at]?.texts ?? rest).push(cell);
  }
  return rest;
}

function orderBand({ box, tables, texts }: Band): Piece[] {
  const groups = columnGroups(tables);
  if (groups.length < 2) return orderColumn(tables, texts);
  const own = groups.map((): PlacedCell[] => []);
  const above: PlacedCell[] = [];
  const below: PlacedCell[] = [];
  for (const cell of texts) {
    const met = groups.flatMap((group, index) => (columnsMeet(group.box, cell) ? [index] : []));
    const [index = nearest(groups, cell)] = met;
    const list = met.length > 1 ? (cell.top < box.top ? above : below) : own[index];
    (list ?? below).push(cell);
  }
  return [
    ...toLines(above),
    ...groups.flatMap((group, index) => orderColumn(group.tables, own[index] ?? [])),
    ...toLines(below),
  ];
}

/** Tables of a band by the columns they share, from left to right. */
function columnGroups(tables: readonly Range[]): { box: Range; tables: Range[] }[] {
  const groups: { box: Range; tables: Range[] }[] = [];
  for (const table of [...tables].sort((a, b) => a.left - b.left)) {
    const last = groups.at(-1);
    if (last && columnsMeet(last.box, table)) {
      last.box = around(last.box, table);
      last.tables.push(table);
    } else groups.push({ box: table, tables: [table] });
  }
  return groups;
}

function nearest(groups: readonly { box: Range }[], cell: PlacedCell): number {
  const distance = ({ box }: { box: Range }): number =>
    Math.min(Math.abs(cell.left - box.right), Math.abs(box.left - cell.right));
  return groups.reduce(
    (best, group, index) => (distance(group) < distance(groups[best] ?? group) ? index : best),
    0,
  );
}

function orderColumn(tables: readonly Range[], texts: readonly PlacedCell[]): Piece[] {
  const pieces: Piece[] = [];
  const waiting = [...toLines(texts)].reverse();
  for (const box of [...tables].sort((a, b) => a.top - b.top || a.left - b.left)) {
    // A text box that hangs on a table's first row is above it more often than not.
    while (topOf(waiting.at(-1)) <= box.top) pieces.push(...waiting.splice(-1));
    pieces.push({ kind: 'table', box });
  }
  return [...pieces, ...waiting.reverse()];
}

function topOf(piece: Piece | undefined): number {
  return piece?.kind === 'line' ? (piece.cells[0]?.top ?? 0) : Number.POSITIVE_INFINITY;
}

function toLines(texts: readonly PlacedCell[]): Piece[] {
  const lines: PlacedCell[][] = [];
  for (const cell of byRow(texts)) {
    const last = lines.at(-1);
    if (last && last[0]?.top === cell.top) last.push(cell);
    else lines.push([cell]);
  }
  return lines.map((cells) => ({ kind: 'line', cells }));
}

function byRow(texts: readonly PlacedCell[]): PlacedCell[] {
  return [...texts].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Texts that stand in no table. */
export function outside(tables: readonly Range[], texts: readonly PlacedCell[]): PlacedCell[] {
  const all = aroundAll(tables);
  return texts.filter(
    (cell) => !all || !overlaps(all, cell) || !tables.some((box) => overlaps(box, cell)),
  );
}
