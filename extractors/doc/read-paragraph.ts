import { addParagraph, type Flow } from '../flow/flow.ts';
import type { ListNumber } from '../flow/list-counts.ts';
import { isStruckAway, openPassage, type Passage } from '../flow/passage.ts';
import type { List } from './lists.ts';
import type { Looks } from './looks.ts';
import type { ParagraphNode } from './nodes.ts';
import type { ParagraphFormat } from './paragraph-format.ts';
import { readCharacters } from './read-characters.ts';
import type { ReadInside } from './read-table.ts';
import { looksAt } from './source.ts';
import { addLeftover, addNotice, breakPage, type Story } from './story.ts';
import type { ParagraphStyle } from './style-sheet.ts';
import { isToggled } from './unseen.ts';

/** Reads a paragraph into a flow; what its text boxes hold follows it. */
export function readParagraph(
  story: Story,
  node: ParagraphNode,
  flow: Flow,
  readInside: ReadInside,
): void {
  const { format, start, mark } = node;
  const style = story.source.styles.paragraph(format.style);
  if (story.sections.get(start)) breakPage(story);
  if ((format.pageBreakBefore ?? style.pageBreakBefore) && flow.items.length > 0) breakPage(story);

  const { looks } = looksAt(story.source, mark);
  const markHidden = isToggled(story.source, looks, style, 'hidden');
  const passage = openPassage();
  if (!looks.deleted && !markHidden && story.aside === null) {
    passage.number = nextNumber(story, format, style);
  }
  readCharacters(story, passage, style, start, mark, readInside);
  setAside(story, passage);
  close(story, passage, flow, looks, markHidden);
  if (endsWithBreak(story, mark)) breakPage(story);
}

function close(story: Story, passage: Passage, flow: Flow, mark: Looks, markHidden: boolean): void {
  const { text, number } = passage;
  const page = passage.page ?? (number ? story.page : null);
  if (mark.deleted && story.aside === null) {
    const before = (flow.carried?.text ?? '') + text;
    if (before !== '') flow.carried = { text: before, page: flow.carried?.page ?? page };
  } else if (!isGone(story, passage, markHidden)) {
    if (number) story.generated.push(number.text);
    addParagraph(flow, { kind: 'paragraph', text, number, page });
  }
  for (const item of passage.anchored) flow.items.push(item);
}

/** Nothing is left to see of it, its mark included; or what is left is struck out. */
function isGone(story: Story, passage: Passage, markHidden: boolean): boolean {
  if (passage.text === '' && (markHidden || story.aside !== null)) return true;
  return isStruckAway(passage);
}

function setAside(story: Story, { asides }: Passage): void {
  for (const { text, reason } of asides) {
    addLeftover(story, text, reason);
    if (reason !== 'struck_out' || text.trim() === '') continue;
    addNotice(story, 'text-struck-out', '带删除线的文字视为作废，不计入正文，归入剩余文本');
  }
}

/** A page mark at a paragraph's end; that of a section says nothing itself. */
function endsWithBreak(story: Story, mark: number): boolean {
  return story.source.text.text.charCodeAt(mark) === 0x0c && !story.sections.has(mark + 1);
}

function nextNumber(
  story: Story,
  format: ParagraphFormat,
  style: ParagraphStyle,
): ListNumber | null {
  const index = format.list ?? style.list ?? 0;
  const list = story.source.lists.get(index);
  if (!list) return null;
  const byStyle = format.list === null ? styleLevel(list, style) : null;
  const level = format.level ?? byStyle ?? (format.list === null ? style.level : null) ?? 0;
  if (!list.level(level)) return null;
  return story.lists.next(list, level, startOverride(story, list, index, level));
}

/** Of a list that comes with a style, the level is the one tied to the style. */
function styleLevel(list: List, style: ParagraphStyle): number | null {
  for (const index of style.chain) {
    const level = list.levelStyles.indexOf(index);
    if (level >= 0) return level;
  }
  return null;
}

function startOverride(story: Story, list: List, index: number, level: number): number | undefined {
  const key = `${index}/${level}`;
  if (story.overridden.has(key)) return undefined;
  story.overridden.add(key);
  return list.startOverrides.get(level);
}
