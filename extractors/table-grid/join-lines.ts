import type { Glyph } from '../drawn-page.ts';
import { type CutFigure, cutFigure, isFigure } from './cut-figure.ts';
import type { TextLine } from './text-lines.ts';

/** The room that lines had. */
export interface Area {
  readonly x0: number;
  readonly x1: number;
  /** What other cells of the table keep free beside their text, in points. */
  readonly padding?: number;
  /** No ruling says where it ends, only text does. */
  readonly guessed?: boolean;
}

export interface JoinedLines {
  readonly text: string;
  /** Figures that a line's end may have cut, whether they were joined or not. */
  readonly brokenFigures: readonly string[];
}

/** Room that a cell keeps beside its text, at most: Word's is 5.4 points. */
const widestPadding = 7;
/** A cell narrower than this, in ems, has no room for two characters beside each other. */
const narrowCell = 2.5;
/** A line ends early if the next word would have fitted with so much to spare, in ems. */
const spare = 0.5;

/** Where a reader sees a new item: 1. 1、 1) （1） 一、 （一） ① • and a name with a number: 目标2： */
const itemMark =
  /^(?:\d{1,2}(?:[、．)）]|\.(?!\d))|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473\u2776-\u277f●•■◆▪○□☐☑☒√]|\p{Script=Han}{1,4}(?:\d{1,2}|[一二三四五六七八九十]{1,3})[：:])/u;
/** No piece of text begins with these, none ends with those. */
const neverFirst = /^[%％‰℃°）)】》」』”’，。；、：！？,;!?]/;
const neverLast = /[≥≤＞＜><（(【《「『“‘￥¥$]$/;
const oneCharacter = /^\S$/u;
const chinese = /\p{Script=Han}/u;
const onlyFigure = /^[-+−]?[\d.,]*\d%?$/;

/** Chinese, Japanese and Korean characters and marks: no space beside them at a line's end. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
const wordEnd = /[\p{L}\p{N}.,;:!?)\]%'"]$/u;
/** Enough of a text's end and beginning to see a figure. */
const longestWord = 64;
const wordStart = /^[\p{L}\p{N}(["']/u;

/**
 * Lines of one cell (or of one piece of text) as text: a line break stays as \n only where a reader
 * sees a new paragraph. Figures on two lines become one only if neither line can be one by itself.
 * @param area left and right edge of the room the lines had; without it, the widest line's.
 */
export function joinLines(lines: readonly TextLine[], area?: Area): JoinedLines {
  if (isStack(lines, area)) {
    return { text: lines.map(({ text }) => text).join(''), brokenFigures: [] };
  }
  const room = roomOf(lines, area);
  const pieces: string[] = [];
  const brokenFigures: string[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    if (last) {
      const { mark, figure } = seam(last, line, room);
      pieces.push(mark);
      if (figure !== undefined) brokenFigures.push(figure);
    }
    pieces.push(line.text);
    last = line;
  }
  return { text: pieces.join(''), brokenFigures };
}

/**
 * 产 / 出 / 指 / 标: written downwards, one character a line. In a cell with room for one character
 * a single Chinese one shows it, （ / 5 / 0 / 分 / ）; figures alone stay each on its line.
 */
function isStack(lines: readonly TextLine[], area?: Area): boolean {
  const [first, second] = lines;
  if (!first || !second || !lines.every(({ text }) => oneCharacter.test(text))) return false;
  const han = lines.filter(({ text }) => chinese.test(text)).length;
  const isNarrow = area !== undefined && area.x1 - area.x0 < narrowCell * first.size;
  return isNarrow ? han > 0 : 2 * han >= lines.length;
}

/** The room between the paddings. */
function roomOf(lines: readonly TextLine[], area?: Area): Area {
  let [x0, x1] = [Infinity, -Infinity];
  for (const line of lines) {
    x0 = Math.min(x0, line.x0);
    x1 = Math.max(x1, line.x1);
  }
  if (!area) return { x0, x1, guessed: true };
  const most = Math.min(area.padding ?? widestPadding, widestPadding);
  const padding = Math.max(0, Math.min(x0 - area.x0, area.x1 - x1, most));
  const guessed = area.guessed === true;
  return { x0: area.x0 + padding, x1: area.x1 - padding, guessed };
}

interface Seam {
  readonly mark: '' | ' ' | '\n';
  /** The figure that the line's end may have cut here. */
  readonly figure?: string;
}

/** Whether two lines, the last of one page's cell and the first of the next one's, cut a figure. */
export function cutsFigure(last: TextLine, next: TextLine, area: Area): boolean {
  const { mark, figure } = seam(last, next, roomOf([last, next], area));
  return mark === '' && figure !== undefined;
}

/** What stands between two lines: nothing, a space or a line break. */
function seam(last: TextLine, next: TextLine, room: Area): Seam {
  if (neverFirst.test(next.text) || neverLast.test(last.text)) return { mark: '' };
  const free = freeRoom(last, room);
  const isEnd = free >= firstUnit(next) + spare * next.size || isIndented(last, next, room);
  const cut = isItemAlone(last.text) ? undefined : cutFigure(last.text, next.text);
  if (cut?.at === 'point' || (cut?.at === 'comma' && !isEnd)) return { mark: '' };
  const figure = cut?.at === 'digit' ? brokenDigits(cut, last, next, free, room) : undefined;
  if (figure === 'joins' && cut) return { mark: '', figure: cut.head + cut.tail };
  const mark = keptApart(last, next, isEnd);
  return figure === 'unsure' && cut ? { mark, figure: cut.head + cut.tail } : { mark };
}

function keptApart(last: TextLine, next: TextLine, isEnd: boolean): ' ' | '' | '\n' {
  if (itemMark.test(next.text) || isEnd) return '\n';
  const areFigures = onlyFigure.test(last.text) && onlyFigure.test(next.text);
  return areFigures ? '\n' : wrappedSeam(last.text, next.text);
}

/** "1." on a line of its own is a number of what follows. */
function isItemAlone(text: string): boolean {
  return /^\d{1,2}[.,]$/.test(text);
}

/** Room left beside a line: on its right, or on both sides if it stands in the middle. */
function freeRoom(line: TextLine, room: Area): number {
  const left = Math.max(0, line.x0 - room.x0);
  const right = room.x1 - line.x1;
  return isCentred(line, room) ? left + right : right;
}

function isCentred(line: TextLine, room: Area): boolean {
  return Math.abs(line.x0 - room.x0 - (room.x1 - line.x1)) < 0.25 * line.size;
}

/** A ruling has its thickness, a glyph its rounding: so much may a line seem longer, in points. */
const rounding = 0.3;

/**
 * Digits run on only where typesetters cut a figure: it begins its line, the line is full to the
 * digit, and the whole is too wide for any line. Where a line of figures is full, but they may as
 * well be two, that is unsure.
 */
function brokenDigits(
  { head, tail }: CutFigure,
  last: TextLine,
  next: TextLine,
  free: number,
  room: Area,
): 'joins' | 'unsure' | 'apart' {
  const [before, after] = [inkOf(last), inkOf(next)];
  const digit = after[0] ? after[0].x1 - after[0].x0 : 0;
  if (free >= digit + rounding) return 'apart';
  const unit = before.slice(lastStart(before));
  const lead = after.slice(0, firstEnd(after));
  const width = widthOf(unit) + widthOf(lead);
  if (width <= room.x1 - room.x0 - rounding) return 'apart';
  const isWhole = unit.length === before.length && room.guessed !== true;
  const rest = next.text.slice(tail.length);
  return isWhole && !couldBeTwo(head, tail, last.text, rest) ? 'joins' : 'unsure';
}

/**
 * Two figures, one below the other, look much alike. One that is cut leaves a head that is none by
 * itself (2,60), or only the head has a sign (≥), or only the tail a unit; or the head is longer.
 */
function couldBeTwo(head: string, tail: string, line: string, rest: string): boolean {
  if (/\.\d+$/.test(head) && tail.length > 2) return true;
  if (!isFigure(head) || line.length > head.length) return false;
  return head.length <= tail.length && !/^\p{Script=Han}/u.test(rest);
}

/** What no typesetter parts while it fits on a line. */
const unbroken = /^[\p{Script=Latin}\p{N}.,%+\-−/:<>=≤≥~±≈$￥¥]+$/u;

/** Where the last unbroken word of a line begins. */
function lastStart(glyphs: readonly Glyph[]): number {
  let start = glyphs.length - 1;
  while (start > 0 && isOneWord(glyphs[start - 1], glyphs[start])) start -= 1;
  return Math.max(0, start);
}

/** Where the first unbroken word of a line ends. */
function firstEnd(glyphs: readonly Glyph[]): number {
  let end = 1;
  while (end < glyphs.length && isOneWord(glyphs[end - 1], glyphs[end])) end += 1;
  return end;
}

function isOneWord(before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (!before || !after || !unbroken.test(before.text) || !unbroken.test(after.text)) return false;
  return after.x0 - before.x1 < 0.25 * after.size;
}

function widthOf(glyphs: readonly Glyph[]): number {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  return first && last ? last.x1 - first.x0 : 0;
}

function inkOf({ glyphs }: TextLine): Glyph[] {
  return glyphs.filter(({ text }) => text.trim() !== '');
}

/** Width of what could not have been parted from the next line's first glyph. */
function firstUnit(line: TextLine): number {
  const inked = inkOf(line);
  const first = inked[0];
  if (!first) return 0;
  let last = first;
  for (const [i, glyph] of inked.entries()) {
    const before: Glyph | undefined = inked[i - 1];
    if (before && !isBound(before, glyph)) break;
    last = glyph;
  }
  return last.x1 - first.x0;
}

const opening = /[（(【《「『“‘]$/;
const latin = /^[\p{Script=Latin}\p{N}.,%+\-/&'@:_]+$/u;

function isBound(before: Glyph, after: Glyph): boolean {
  if (neverFirst.test(after.text) || opening.test(before.text)) return true;
  const gap = after.x0 - before.x1;
  return latin.test(before.text) && latin.test(after.text) && gap < 0.25 * after.size;
}

/** Two ems further in than the line before, which begins at the left edge. */
function isIndented(last: TextLine, next: TextLine, room: Area): boolean {
  const indent = next.x0 - room.x0;
  const isLeft = last.x0 - room.x0 < 0.5 * last.size;
  const isNearlyFull = room.x1 - last.x1 < 3 * last.size;
  if (!isLeft || !isNearlyFull || isCentred(next, room)) return false;
  return indent > 1.5 * next.size && indent < 2.6 * next.size;
}

/**
 * Two pieces of one paragraph: no space between Chinese characters, one between Latin words. Figures
 * stay apart unless a comma or point at the break shows that it cut one: 2,038. + 56.
 */
export function joinWrapped(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  return before + wrappedSeam(before.slice(-longestWord), after.slice(0, longestWord)) + after;
}

function wrappedSeam(before: string, after: string): '' | ' ' {
  if (wide.test(before.slice(-1)) || wide.test(after.slice(0, 1))) return '';
  if (/\d[.:]$/.test(before) && /^\d/.test(after)) return '';
  const cut = cutFigure(before, after);
  if (cut && cut.at !== 'digit') return '';
  return wordEnd.test(before) && wordStart.test(after) ? ' ' : '';
}
