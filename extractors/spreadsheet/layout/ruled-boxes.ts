import { positionKey, type Range, side } from '../workbook.ts';
import { around, joinOverlapping, overlaps } from './ranges.ts';
import { type PlacedCell, positionsOf, type VisibleSheet } from './visible-sheet.ts';

/** More boxes than any form has: lines that mean something else, or are meant to cost time. */
const mostBoxes = 500;

/**
 * Tables by their lines: cells next to one another that have a line beside them and one above or
 * below. A title over a table has only the table's top line, a blank to fill in only a line below.
 */
export function ruledBoxes(sheet: VisibleSheet): Range[] {
  const ruled = ruledPositions(sheet);
  const components = connect(ruled);
  const boxes = components.filter(({ box }) => box.bottom > box.top || box.right - box.left >= 1);
  if (boxes.length > mostBoxes) return [];
  const held = joinOverlapping(boxes.map(({ box }) => box)).map((box) =>
    [...sheet.texts, ...sheet.blanks].reduce(
      (grown, cell) => (overlaps(grown, cell) ? around(grown, cell) : grown),
      box,
    ),
  );
  return joinOverlapping(held).filter((box) => isTable(box, sheet.texts));
}

/** Text in at least two columns: text in one only is a note in a frame. */
function isTable(box: Range, texts: readonly PlacedCell[]): boolean {
  const inside = texts.filter((cell) => overlaps(box, cell));
  return new Set(inside.map(({ left }) => left)).size >= 2;
}

function ruledPositions(sheet: VisibleSheet): Set<number> {
  const sides = sharedSides(sheet.sides);
  const ruled = new Set<number>();
  for (const [key, bits] of sides) if (isRuled(bits)) ruled.add(key);
  for (const cell of [...sheet.texts, ...sheet.blanks]) {
    if (cell.top === cell.bottom && cell.left === cell.right) continue;
    const keys = [...positionsOf(cell)];
    // Some programs draw the lines of a merge on its first cell only, some on each.
    const bits = keys.reduce((all, key) => all | (sheet.sides.get(key) ?? 0), 0);
    for (const key of keys) {
      if (isRuled(bits)) ruled.add(key);
      else ruled.delete(key);
    }
  }
  return ruled;
}

function isRuled(bits: number): boolean {
  return (bits & (side.left | side.right)) !== 0 && (bits & (side.top | side.bottom)) !== 0;
}

/** A line between two cells belongs to both, whichever of them has it. */
function sharedSides(sides: ReadonlyMap<number, number>): Map<number, number> {
  const shared = new Map(sides);
  const add = (key: number, bit: number): void => {
    if (key >= 0) shared.set(key, (shared.get(key) ?? 0) | bit);
  };
  const row = positionKey(1, 0);
  for (const [key, bits] of sides) {
    if (bits & side.right) add(key + 1, side.left);
    if (bits & side.left && key % row !== 0) add(key - 1, side.right);
    if (bits & side.bottom) add(key + row, side.top);
    if (bits & side.top) add(key - row, side.bottom);
  }
  return shared;
}

/** Ruled positions that touch, each group by the box around it. */
function connect(ruled: ReadonlySet<number>): { box: Range; size: number }[] {
  const row = positionKey(1, 0);
  const seen = new Set<number>();
  const groups: { box: Range; size: number }[] = [];
  for (const start of ruled) {
    if (seen.has(start)) continue;
    seen.add(start);
    const open = [start];
    let box: Range | null = null;
    let size = 0;
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      size++;
      const [top, left] = [Math.floor(key / row), key % row];
      const point = { top, left, bottom: top, right: left };
      box = box ? around(box, point) : point;
      for (const next of [key + 1, key - 1, key + row, key - row]) {
        if (!ruled.has(next) || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    if (box) groups.push({ box, size });
  }
  return groups;
}
