import { lineGap } from './aligned-rows.ts';
import { type Chunk, isFigure } from './text-chunks.ts';

/** How a column's cells stand in their rows. */
type Alignment = 'middle' | 'top' | 'bottom';

/** Pieces of one column and the row they belong to. */
export interface Block {
  readonly chunks: readonly Chunk[];
  /** Index of the anchor; null for pieces that no anchor is near. */
  readonly anchor: number | null;
  /** How far from its anchor it stands, in ems. */
  readonly cost: number;
}

/** Lines of one cell, at most. */
const mostLines = 10;
/** What it costs to belong to no row, to leave a cell empty, to go on after a line that is not full, in ems. */
const alone = 0.5;
const empty = 0.2;
const unfilled = 0.6;
/** A line is full that leaves so little of its column's room, in ems, and of all of it. */
const fullLine = 2.5;
const fullShare = 0.4;

/** The vertical middle of a piece's own glyphs. */
export function levelOf({ glyphs, line }: Chunk): number {
  let [y0, y1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const glyph of glyphs) {
    y0 = Math.min(y0, glyph.y0);
    y1 = Math.max(y1, glyph.y1);
  }
  return glyphs.length === 0 ? (line.y0 + line.y1) / 2 : (y0 + y1) / 2;
}

/** Lines of one cell follow each other as closely as any two of the table, but for so much, in ems. */
const sameLeading = 0.2;
/** Lines do not lie over each other. */
const closest = 0.95;

/** From one line to the next, in ems, where pieces of a column follow each other most closely. */
export function leadingOf(columns: Iterable<readonly Chunk[]>): number {
  let least = 1 + lineGap;
  for (const chunks of columns) {
    for (const [i, chunk] of chunks.entries()) {
      const before = chunks[i - 1];
      const pitch = before ? (levelOf(chunk) - levelOf(before)) / (chunk.line.size || 1) : 0;
      if (pitch >= closest) least = Math.min(least, pitch);
    }
  }
  return least;
}

/**
 * Deals a column's pieces, from top to bottom, out to rows known by their figures' level: lines of
 * one cell stand in its middle, or begin or end at that level, as the whole column does.
 * @param anchors the rows' levels, ascending
 * @param leading of the table, in ems
 */
export function columnBlocks(
  chunks: readonly Chunk[],
  anchors: readonly number[],
  leading: number,
): Block[] {
  const room = chunks.reduce((most, { x0, x1 }) => Math.max(most, x1 - x0), 0);
  const items = chunks.map((chunk) => ({ chunk, at: levelOf(chunk), size: chunk.line.size || 1 }));
  const found = (['middle', 'top', 'bottom'] as const).map((how) =>
    dealt(items, anchors, (block, anchor) => costOf(block, anchor, { how, room, leading })),
  );
  found.sort((a, b) => a.cost - b.cost);
  return found[0]?.blocks ?? [];
}

interface Item {
  readonly chunk: Chunk;
  readonly at: number;
  readonly size: number;
}

interface Setting {
  readonly how: Alignment;
  readonly room: number;
  readonly leading: number;
}

function costOf(block: readonly Item[], anchor: number, { how, room, leading }: Setting): number {
  const [first, last] = [block[0], block.at(-1)];
  if (!first || !last) return empty;
  const places = { middle: (first.at + last.at) / 2, top: first.at, bottom: last.at };
  let cost = Math.abs(places[how] - anchor) / first.size;
  for (const [i, { chunk }] of block.slice(0, -1).entries()) {
    const next = block[i + 1];
    if (!next || next.at - (block[i]?.at ?? 0) > (leading + sameLeading) * chunk.line.size)
      return Infinity;
    const left = room - (chunk.x1 - chunk.x0);
    if (left > Math.min(fullLine * chunk.line.size, fullShare * room)) cost += unfilled;
  }
  const figures = block.filter(({ chunk }) => isFigure(chunk)).length;
  return figures > 1 ? Infinity : cost;
}

interface Step {
  readonly cost: number;
  /** Pieces taken, and by the anchor or by none. */
  readonly take: number;
  readonly isAlone: boolean;
}

/** The cheapest way to deal pieces out to anchors in order. */
function dealt(
  items: readonly Item[],
  anchors: readonly number[],
  costOfBlock: (block: readonly Item[], anchor: number) => number,
): { cost: number; blocks: Block[] } {
  const wide = anchors.length + 1;
  const steps: Step[] = new Array((items.length + 1) * wide);
  const costAt = (i: number, j: number): number => steps[i * wide + j]?.cost ?? Infinity;
  for (let i = items.length; i >= 0; i -= 1) {
    for (let j = anchors.length; j >= 0; j -= 1) {
      let best: Step = { cost: i < items.length ? Infinity : 0, take: 0, isAlone: false };
      if (i < items.length) best = { cost: alone + costAt(i + 1, j), take: 1, isAlone: true };
      const anchor = anchors[j];
      for (let take = 0; anchor !== undefined && take <= mostLines; take += 1) {
        if (i + take > items.length) break;
        const own = costOfBlock(items.slice(i, i + take), anchor);
        if (own === Infinity) break;
        const cost = own + costAt(i + take, j + 1);
        if (cost < best.cost || (i === items.length && take === 0)) {
          best = { cost, take, isAlone: false };
        }
      }
      steps[i * wide + j] = best;
    }
  }
  return { cost: costAt(0, 0), blocks: blocksOf(items, anchors, steps, costOfBlock) };
}

function blocksOf(
  items: readonly Item[],
  anchors: readonly number[],
  steps: readonly Step[],
  costOfBlock: (block: readonly Item[], anchor: number) => number,
): Block[] {
  const blocks: Block[] = [];
  let [i, j] = [0, 0];
  while (i < items.length) {
    const step = steps[i * (anchors.length + 1) + j];
    const anchor = anchors[j];
    if (!step) break;
    const block = items.slice(i, i + step.take);
    const chunks = block.map(({ chunk }) => chunk);
    if (step.isAlone || anchor === undefined) blocks.push({ chunks, anchor: null, cost: alone });
    else if (step.take > 0) blocks.push({ chunks, anchor: j, cost: costOfBlock(block, anchor) });
    i += step.take;
    if (!step.isAlone) j += 1;
  }
  return blocks;
}
