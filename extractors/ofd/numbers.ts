import type { Area, Matrix } from '../matrix.ts';
import type { OfdElement } from './element-tree.ts';

/** No page is larger: what lies beyond comes of a damaged or hostile file. */
const farthest = 1e6;

/** A number of an attribute, kept within reason; null where there is none. */
export function readNumber(value: string | undefined): number | null {
  if (value === undefined || value.trim() === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : clamp(number);
}

/** Keeps a length or place within reason. */
export function clamp(number: number): number {
  return Math.min(farthest, Math.max(-farthest, number));
}

/** The numbers of a list (ST_Array, GB/T 33190-2016, 7.3), set apart by spaces or commas. */
export function readNumbers(value: string | undefined): number[] {
  const numbers: number[] = [];
  for (const piece of (value ?? '').split(/[\s,]+/)) {
    const number = readNumber(piece);
    if (number !== null) numbers.push(number);
  }
  return numbers;
}

/** A box (ST_Box: x, y, width, height); null where it is none. */
export function readBox(value: string | undefined): Area | null {
  const [x, y, width, height] = readNumbers(value);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return null;
  }
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}

/** A transformation (CTM); null where it is none. */
export function readMatrix(value: string | undefined): Matrix | null {
  const [a, b, c, d, e, f] = readNumbers(value);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [a, b, c, d, e ?? 0, f ?? 0];
}

/** An on/off value: "true", "1", "false", "0". */
export function readBoolean(value: string | undefined, otherwise: boolean): boolean {
  const word = value?.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  return otherwise;
}

/** Alpha of an object or a colour: 0 to 255. */
export function opacityOf(element: OfdElement | undefined): number {
  const alpha = readNumber(element?.attributes.get('Alpha'));
  return alpha === null ? 1 : Math.min(1, Math.max(0, alpha / 255));
}
