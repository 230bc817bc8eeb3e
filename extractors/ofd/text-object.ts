import type { LeftoverReason } from '../../schemas/codes.ts';
import { countCharacters } from '../accounting.ts';
import { type InkedGlyph, isSlanted } from '../inked-glyph.ts';
import { apply, compose, type Matrix, mapArea, type Point } from '../matrix.ts';
import { readableText } from '../readable-text.ts';
import { type Pen, spend } from './canvas.ts';
import { isClippedAway } from './clips.ts';
import { readDeltas } from './deltas.ts';
import { childrenOf, type OfdElement } from './element-tree.ts';
import { advanceOf, widestAdvanceOf } from './glyph-advance.ts';
import { clamp, readNumber } from './numbers.ts';
import { asideOf, inkOf, type TextInk } from './text-aside.ts';

/** 10.5 points (五号), for a text object without the size it must have. */
const usualSize = 3.7;

/** Share of the em above and below the baseline: those of SimSun and of most Chinese fonts. */
const ascent = 0.86;
const descent = 0.14;

/** Em between characters that a line spaced out evenly still has. */
const widestSpacing = 1.05;

/** Steps that differ by less, in em, are the same. */
const evenness = 0.02;

/** How one text object sets its characters. */
interface Setting {
  readonly pen: Pen;
  readonly size: number;
  /** Width of the em. */
  readonly em: number;
  /** Turns a character about its origin, clockwise. */
  readonly turn: Matrix;
  /** Clockwise degrees between the text's baseline and the page's width. */
  readonly angle: number;
  /** Direction of text without steps of its own. */
  readonly direction: Point;
  readonly bold: boolean;
  readonly ink: TextInk;
  readonly aside: LeftoverReason | null;
}

/** Draws a text object (GB/T 33190-2016, 11.2 and 11.3): every character at its place. */
export function drawText(object: OfdElement, pen: Pen): void {
  const setting = readSetting(object, pen);
  let start: Point = { x: 0, y: 0 };
  for (const code of childrenOf(object, 'TextCode')) {
    // A place that is not given is that of the text before.
    start = {
      x: readNumber(code.attributes.get('X')) ?? start.x,
      y: readNumber(code.attributes.get('Y')) ?? start.y,
    };
    drawCode(code, start, setting);
  }
}

function readSetting(object: OfdElement, pen: Pen): Setting {
  const { attributes } = object;
  const size = Math.abs(readNumber(attributes.get('Size')) ?? usualSize);
  const charDirection = readNumber(attributes.get('CharDirection')) ?? 0;
  const [a, b] = pen.matrix;
  const ink = inkOf(object, pen);
  const angle = degrees(Math.atan2(b, a)) + charDirection;
  return {
    pen,
    size,
    em: size * Math.abs(readNumber(attributes.get('HScale')) ?? 1),
    turn: rotation(charDirection),
    angle,
    direction: apply(rotation(readNumber(attributes.get('ReadDirection')) ?? 0), { x: 1, y: 0 }),
    bold: (readNumber(attributes.get('Weight')) ?? 400) >= 600,
    ink,
    aside: pen.aside ?? asideOf(object, ink, size),
  };
}

function drawCode(code: OfdElement, start: Point, setting: Setting): void {
  const characters = [...visible(code.text)];
  spend(setting.pen.allowance, characters.length);
  const steps = stepsOf(code, characters, setting);
  let { x, y } = start;
  characters.forEach((character, at) => {
    const step = steps(at);
    if (isSeen(character))
      drawGlyph(character, { x, y }, widthOf(characters, at, steps, setting), setting);
    x = clamp(x + step.x);
    y = clamp(y + step.y);
  });
}

/** Line ends beside the text are the layout of the XML. */
function visible(text: string): string {
  return text.replace(/^\s*\n\s*|\s*\n\s*$/g, '');
}

/** White space and the invisible are not drawn. */
function isSeen(character: string): boolean {
  const counts: Record<string, number> = {};
  countCharacters(character, counts);
  return Object.keys(counts).length > 0;
}

/**
 * The step after each character. Where none is given, or only steps of nothing, a reader goes by
 * the font; by the letter of the standard all characters would lie on each other.
 */
function stepsOf(
  code: OfdElement,
  characters: readonly string[],
  { em, direction }: Setting,
): (at: number) => Point {
  const dx = readDeltas(code.attributes.get('DeltaX'), characters.length);
  const dy = readDeltas(code.attributes.get('DeltaY'), characters.length);
  if ([...(dx ?? []), ...(dy ?? [])].some((step) => step !== 0)) {
    return (at) => ({ x: dx?.[at] ?? 0, y: dy?.[at] ?? 0 });
  }
  return (at) => {
    const advance = advanceOf(characters[at] ?? '') * em;
    return { x: direction.x * advance, y: direction.y * advance };
  };
}

/**
 * The width of a character's box. The step to the next one is its advance where it can be; a wider
 * step is a gap that the writer left, unless characters beside it are as far apart: spaced out.
 */
function widthOf(
  characters: readonly string[],
  at: number,
  steps: (at: number) => Point,
  { em }: Setting,
): number {
  const character = characters[at] ?? '';
  const usual = advanceOf(character) * em;
  const last = characters.length - 1;
  // No step follows the last character: it is as wide as its like before it.
  const measured = at < last ? at : lastAlike(characters, at);
  const along = measured < 0 ? 0 : alongOf(steps(measured));
  if (along <= 0) return usual;
  const even = [at - 1, at + 1].some(
    (near) => near >= 0 && near < last && Math.abs(alongOf(steps(near)) - along) < evenness * em,
  );
  const widest = (even ? widestSpacing : widestAdvanceOf(character)) * em;
  return along <= widest ? along : usual;
}

const digit = /^\d$/;

/** The character before that a font sets as wide: a digit beside a digit, one em beside one; -1 for none. */
function lastAlike(characters: readonly string[], at: number): number {
  const character = characters[at] ?? '';
  const isAlike = (other: string): boolean =>
    other === character ||
    (digit.test(character) && digit.test(other)) ||
    (advanceOf(character) === 1 && advanceOf(other) === 1);
  for (let before = at - 1; before >= 0; before--) {
    if (isAlike(characters[before] ?? '')) return before;
  }
  return -1;
}

/** How far a step leads along the line; 0 where it leads down. */
function alongOf({ x, y }: Point): number {
  return Math.abs(x) > Math.abs(y) ? x : 0;
}

function drawGlyph(text: string, origin: Point, width: number, setting: Setting): void {
  const { pen, size, turn, angle, bold, ink } = setting;
  const at: Matrix = compose(pen.matrix, [turn[0], turn[1], turn[2], turn[3], origin.x, origin.y]);
  const box = mapArea(at, { x0: 0, y0: -ascent * size, x1: width, y1: descent * size });
  const clipped = !setting.aside && isClippedAway(box, pen.clips);
  const glyph: InkedGlyph = {
    text: readableText(text),
    x0: clamp(box.x0),
    y0: clamp(box.y0),
    x1: clamp(box.x1),
    y1: clamp(box.y1),
    size: clamp(size * Math.hypot(pen.matrix[2], pen.matrix[3])),
    bold,
    angle: Math.round(angle) || 0,
    ...ink,
    clipped,
    aside: clipped ? 'hidden' : setting.aside,
  };
  pen.canvas.glyphs.push(glyph);
  if (!glyph.aside && !isSlanted(glyph)) pen.canvas.turned[quarterOf(angle)]++;
}

function quarterOf(angle: number): 0 | 1 | 2 | 3 {
  const quarter = ((Math.round(angle / 90) % 4) + 4) % 4;
  return quarter === 1 || quarter === 2 || quarter === 3 ? quarter : 0;
}

function rotation(clockwise: number): Matrix {
  const angle = (clockwise * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
