import type { Glyph } from '../drawn-page.ts';
import { figureSeams } from './figure-seams.ts';
import type { TextLine } from './text-lines.ts';

/** A stretch of a line without a wide gap: what one column of a table may hold of it. */
export interface Chunk {
  readonly line: TextLine;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** A gap as wide as this, in ems, may part two columns. */
const wideGap = 1.2;
/** Figures, with their sign and unit, and what stands for none. */
const figure = /^[-+−－(（]?[¥￥]?\d[\d,，.]*\s*[%％‰]?[)）]?$|^[-—–－/]{1,2}$/;

/** A line's stretches from left to right. */
export function chunksOf(line: TextLine): Chunk[] {
  const chunks: Chunk[] = [];
  let glyphs: Glyph[] = [];
  let end = Number.POSITIVE_INFINITY;
  const close = (): void => {
    const [first] = glyphs;
    if (first) chunks.push(chunk(line, glyphs, first.x0, end));
  };
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue;
    if (glyph.x0 - end > wideGap * Math.min(glyph.size, line.size)) {
      close();
      glyphs = [];
      end = Number.NEGATIVE_INFINITY;
    }
    glyphs.push(glyph);
    end = glyphs.length === 1 ? glyph.x1 : Math.max(end, glyph.x1);
  }
  close();
  return chunks;
}

/** Glyphs of a line, from left to right, as one stretch. */
export function chunkOf(line: TextLine, glyphs: readonly Glyph[]): Chunk {
  const end = glyphs.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
  return chunk(line, glyphs, glyphs[0]?.x0 ?? 0, end);
}

function chunk(line: TextLine, glyphs: readonly Glyph[], x0: number, x1: number): Chunk {
  return { line, glyphs, text: glyphs.map(({ text }) => text).join(''), x0, x1 };
}

/** Whether a chunk is one figure. */
export function isFigure({ text }: Chunk): boolean {
  return figure.test(text);
}

/** Where so many other lines have a chunk begin, within a point, a column begins. */
const commonStart = 2;
/** A gap there, in ems, is one between columns: the text before fills its column. */
const narrowGap = 0.15;

/** Where so many lines go on after a gap of so many ems, a column begins: numbers beside names. */
const commonSeam = 3;
const seamGap = 0.5;

/** Lines' chunks, parted where text fills its column up to the text of the next. */
export function partedChunks(lines: readonly (readonly Chunk[])[]): Chunk[][] {
  const starts = new Map<number, number>();
  for (const { x0, glyphs } of lines.flat()) {
    for (const start of [x0, ...[...figureSeams(glyphs)].map((glyph) => glyph.x0)])
      starts.set(Math.round(start), (starts.get(Math.round(start)) ?? 0) + 1);
  }
  const seams = new Map<number, number>();
  for (const { glyphs } of lines.flat()) {
    for (const [i, { x0, size }] of glyphs.entries()) {
      if (x0 - (glyphs[i - 1]?.x1 ?? x0) < seamGap * size) continue;
      seams.set(Math.round(x0), (seams.get(Math.round(x0)) ?? 0) + 1);
    }
  }
  const isStart = (x: number): boolean =>
    (starts.get(Math.round(x)) ?? 0) >= commonStart ||
    (seams.get(Math.round(x)) ?? 0) >= commonSeam;
  return lines.map((chunks) => chunks.flatMap((one) => partsOf(one, isStart)));
}

function partsOf({ line, glyphs }: Chunk, isStart: (x: number) => boolean): Chunk[] {
  const parts: Chunk[] = [];
  let part: Glyph[] = [];
  const close = (): void => {
    if (part.length > 0) parts.push(chunkOf(line, part));
    part = [];
  };
  for (const glyph of glyphs) {
    const before = part.at(-1);
    if (before && glyph.x0 - before.x1 >= narrowGap * glyph.size && isStart(glyph.x0)) close();
    part.push(glyph);
  }
  close();
  return parts;
}
