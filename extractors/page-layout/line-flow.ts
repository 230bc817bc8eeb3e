import type { TextLine } from '../table-grid/text-lines.ts';
import { inkOf } from './placed.ts';

/** A line that ends a sentence, or announces what follows. */
const sentenceEnd = /[。！？；!?;：:…][”’"'）)】》]*$/;

/** What begins a numbered paragraph: 一、 （二） 第三条 4. （5） ⑥, or a bullet. */
const markers = [
  /^[一二三四五六七八九十百]{1,4}、/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^第[一二三四五六七八九十百\d]{1,4}[章节条部]/,
  /^\d{1,3}(?:[、．]|\.(?!\d))/,
  /^[（(]\d{1,3}[)）]/,
  /^[①-⑳]/,
  /^[●■◆▪•]/,
];

/** What may not begin a line: it stays with the character before it. */
const closing = /^[，。、；：！？）】》”’,.;:!?)\]%％‰]$/;

/** What may not end a line: it goes with the character after it. */
const opening = /^[（(【《“‘[{]$/;

/** What belongs to one word or figure, which is not broken. */
const unbroken = /^[\p{Script=Latin}\p{Nd}.,%+\-/]$/u;

export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.trimEnd());
}

export function beginsNumbered(text: string): boolean {
  return numberStyle(text) !== undefined;
}

/** Which way of numbering a text begins with. */
export function numberStyle(text: string): number | undefined {
  const found = markers.findIndex((marker) => marker.test(text.trimStart()));
  return found < 0 ? undefined : found;
}

/** Width of what would have had to fit at the end of the line above: a character, a word. */
export function leadWidth(line: TextLine): number {
  const glyphs = line.glyphs.filter((glyph) => glyph.text.trim() !== '');
  let [x0, x1] = [glyphs[0]?.x0 ?? 0, glyphs[0]?.x0 ?? 0];
  let held: 'nothing' | 'character' | 'word' = 'nothing';
  for (const glyph of glyphs) {
    if (glyph.x0 - x1 > line.size / 4) break;
    const goesOn = closing.test(glyph.text) || (held === 'word' && unbroken.test(glyph.text));
    if (held !== 'nothing' && !goesOn) break;
    if (held === 'nothing' && !opening.test(glyph.text)) {
      held = unbroken.test(glyph.text) ? 'word' : 'character';
    }
    x0 = Math.min(x0, glyph.x0);
    x1 = Math.max(x1, glyph.x1);
  }
  return x1 - x0;
}

/** Where a line's text ends but for closing punctuation, which may hang over the margin. */
export function bodyInkEnd(line: TextLine): number {
  let end: number | undefined;
  for (const { text, x1 } of line.glyphs) {
    if (text.trim() !== '' && !closing.test(text)) end = Math.max(end ?? x1, x1);
  }
  return end ?? inkOf(line).x1;
}

/** Whether a line went on as long as there was room: what comes next would not have fitted. */
export function isFull(line: TextLine, next: TextLine, right: number): boolean {
  return right - inkOf(line).x1 < leadWidth(next) + line.size * 0.35;
}

/** Gaps as wide as that part the blanks of a form: 填报人：　　　联系电话： */
export function hasWideGap(line: TextLine): boolean {
  let reach: number | undefined;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue;
    if (reach !== undefined && glyph.x0 - reach > 2 * line.size) return true;
    reach = Math.max(reach ?? glyph.x1, glyph.x1);
  }
  return false;
}
