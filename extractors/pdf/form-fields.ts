import { countCharacters } from '../accounting.ts';
import { type Area, contains, type Matrix, mapArea, toNumbers } from '../matrix.ts';
import { isBlank, readableText } from '../readable-text.ts';
import { toFontFace } from './fonts.ts';
import type { PageContent, PaintedGlyph } from './page-content.ts';

/** What was filled into a field of a form (ISO 32000-1, 12.7). */
export interface FieldValue {
  /** In user space. */
  readonly rect: readonly [number, number, number, number];
  readonly text: string;
  /** A mark in a box: the file has no text for it. */
  readonly isMark: boolean;
}

const hidden = 2;
const noView = 32;

/** Longer than any answer. */
const longest = 20_000;

/** The value of an annotation of pdf.js that is a filled field. */
export function fieldValueOf(entries: Record<string, unknown>): FieldValue | null {
  const { subtype, fieldType, fieldValue, annotationFlags } = entries;
  const [x0, y0, x1, y1] = toNumbers(entries['rect']);
  if (subtype !== 'Widget' || y1 === undefined) return null;
  if (x0 === undefined || y0 === undefined || x1 === undefined) return null;
  if (typeof annotationFlags === 'number' && (annotationFlags & (hidden | noView)) !== 0)
    return null;
  const rect = [x0, y0, x1, y1] as const;
  if (fieldType === 'Btn') {
    const on = entries['checkBox'] === true ? entries['exportValue'] : entries['buttonValue'];
    const isOn = typeof on === 'string' && on !== 'Off' && on === fieldValue;
    return isOn ? { rect, text: '☑', isMark: true } : null;
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return null;
  const parts = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const text = parts.filter((part) => typeof part === 'string').join('\n');
  return text.trim() === '' ? null : { rect, text: text.slice(0, longest), isMark: false };
}

/**
 * Writes values into their fields where the file has no looks of them: viewers make these when the
 * form is opened. What is drawn in a field already is its value.
 *
 * @param counts the values' characters are added
 */
export function writeFieldValues(
  content: PageContent,
  base: Matrix,
  fields: readonly FieldValue[],
  counts: Record<string, number>,
): void {
  for (const { rect, text, isMark } of fields) {
    const [x0, y0, x1, y1] = rect;
    const area = mapArea(base, { x0, y0, x1, y1 });
    if (isMark && markDrawn(content.glyphs, area, text)) continue;
    if (!isMark && content.glyphs.some((glyph) => isIn(glyph, area))) continue;
    const readable = readableText(text);
    if (!isMark) countCharacters(readable, counts);
    content.glyphs.push(...write(readable, area, isMark));
  }
}

/** A tick that is drawn is a code of a symbol font, of which not all are known. */
function markDrawn(glyphs: PaintedGlyph[], area: Area, text: string): boolean {
  let found = false;
  for (const [i, glyph] of glyphs.entries()) {
    if (!glyph.inField || !isIn(glyph, area)) continue;
    glyphs[i] = { ...glyph, text, instead: glyph.instead ?? glyph.text };
    found = true;
  }
  return found;
}

function isIn({ x0, y0, x1, y1, aside }: PaintedGlyph, area: Area): boolean {
  return !aside && contains(area, (x0 + x1) / 2, (y0 + y1) / 2);
}

function write(text: string, area: Area, isMark: boolean): PaintedGlyph[] {
  const lines = text.split(/\r\n?|\n/);
  const height = (area.y1 - area.y0) / lines.length;
  return lines.flatMap((line, i) => {
    const characters = [...line];
    const em = characters.reduce((sum, each) => sum + advanceOf(each), 0);
    const size = Math.max(1, Math.min(10, 0.8 * height, (0.95 * (area.x1 - area.x0)) / em));
    const top = area.y0 + i * height + (height - size) / 2;
    let x = area.x0 + 0.02 * (area.x1 - area.x0);
    return characters.flatMap((character) => {
      const left = x;
      x += advanceOf(character) * size;
      const box = { x0: left, y0: top, x1: x, y1: top + size };
      return isBlank(character) ? [] : [glyphOf(character, box, size, isMark)];
    });
  });
}

function advanceOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1;
}

function glyphOf(text: string, box: Area, size: number, isMark: boolean): PaintedGlyph {
  return {
    text,
    instead: isMark ? '' : null,
    ...box,
    size,
    bold: false,
    heading: 'right',
    angle: 0,
    colour: '#000000',
    lightness: 0,
    alpha: 1,
    artifact: false,
    font: toFontFace(null),
    known: true,
    unreadable: false,
    order: Number.MAX_SAFE_INTEGER,
    inField: true,
    aside: null,
    clipped: false,
  };
}
