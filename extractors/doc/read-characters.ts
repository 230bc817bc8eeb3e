import type { Leftover } from '../../schemas/document.ts';
import { shownByCode } from '../flow/field-code.ts';
import { extendPassage, type Passage } from '../flow/passage.ts';
import { readSymbols, symbolCharacter, unknownSymbol } from '../flow/symbol.ts';
import { readFormField } from './form-field.ts';
import type { Looks } from './looks.ts';
import type { ReadInside } from './read-table.ts';
import { looksAt } from './source.ts';
import { addNotice, breakPage, type Story } from './story.ts';
import type { ParagraphStyle } from './style-sheet.ts';
import { scriptOf, unseenReason } from './unseen.ts';

/** Characters that are no text, and what they show where they show anything ([MS-DOC] 2.4.4). */
const shown: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 30: '-' };
const picture = 0x01;
const drawnObject = 0x08;
const pageMark = 0x0c;
const fieldEnd = 0x15;
const symbolMark = 0x28;

interface Place {
  readonly story: Story;
  readonly passage: Passage;
  readonly style: ParagraphStyle;
  readonly looks: Looks;
  readonly readInside: ReadInside;
}

/** Reads a paragraph's characters, from `start` up to `end`, into its passage. */
export function readCharacters(
  story: Story,
  passage: Passage,
  style: ParagraphStyle,
  start: number,
  end: number,
  readInside: ReadInside,
): void {
  let at = start;
  while (at < end) {
    const run = looksAt(story.source, at);
    const stop = Math.min(end, run.end);
    readRun({ story, passage, style, looks: run.looks, readInside }, at, stop);
    at = stop;
  }
}

function readRun(place: Place, start: number, end: number): void {
  const { source } = place.story;
  const { text } = source.text;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') append(place, readSymbols(fontName(place), plain));
    plain = '';
  };
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (source.fields.isCode(at)) {
      if (code === picture && place.looks.isForm) appendForm(place);
    } else if (isText(code, place.looks)) plain += text.charAt(at);
    else {
      flush();
      readMark(place, code, at);
    }
  }
  flush();
}

/** Whether a character stands for itself. "<" and ">" may mark where a content control begins. */
function isText(code: number, { special, symbol }: Looks): boolean {
  if (code < 0x20) return false;
  if (code === symbolMark) return symbol === null;
  return !(special && (code === 0x3c || code === 0x3e));
}

function readMark(place: Place, code: number, at: number): void {
  const { story, looks } = place;
  const seen = shown[code];
  if (seen !== undefined) append(place, seen);
  else if (code === pageMark) breakPage(story);
  else if (code === symbolMark && looks.symbol) appendSymbol(place, looks.symbol);
  else if (code === drawnObject) readTextBoxes(place, at);
  else if (code === fieldEnd) {
    const made = shownByCode(story.source.fields.unanswered.get(at) ?? '');
    if (made !== null && !looks.deleted) appendGenerated(place, made);
  }
}

function append(place: Place, text: string): void {
  const { story, passage, style, looks } = place;
  const reason: Leftover['reason'] | null = story.aside ?? unseenReason(story.source, looks, style);
  extendPassage(passage, text, {
    reason,
    script: scriptOf(story.source, looks, style),
    page: story.page,
  });
  if (reason === null) story.freshPage = false;
}

/** Text the source does not hold as text, such as a form's checkbox. */
function appendGenerated(place: Place, text: string): void {
  if (place.story.aside !== null || text === '') return;
  append(place, text);
  place.story.generated.push(text);
}

function appendSymbol(place: Place, symbol: { font: number; code: number }): void {
  const font = place.story.source.fonts[symbol.font] ?? null;
  const character = symbolCharacter(font, symbol.code);
  if (character === null) {
    addNotice(
      place.story,
      'symbol-unknown',
      `符号 ${symbol.code.toString(16).toUpperCase()}（字体 ${font ?? '?'}）无法辨认，记作 □`,
    );
  }
  append(place, character ?? unknownSymbol);
}

function appendForm(place: Place): void {
  const { looks, story } = place;
  if (looks.data === null || looks.deleted) return;
  appendGenerated(place, readFormField(story.source.data, looks.data) ?? '');
}

function readTextBoxes(place: Place, at: number): void {
  const { story, passage, style, looks } = place;
  const boxes = story.textBoxes.get(at) ?? [];
  story.textBoxes.delete(at);
  const outside = story.aside;
  const reason = unseenReason(story.source, looks, style);
  if (reason !== 'struck_out') story.aside ??= reason;
  for (const nodes of boxes) {
    for (const item of place.readInside(story, nodes).items) passage.anchored.push(item);
  }
  story.aside = outside;
}

function fontName({ story, looks }: Place): string | null {
  return looks.font === null ? null : (story.source.fonts[looks.font] ?? null);
}
