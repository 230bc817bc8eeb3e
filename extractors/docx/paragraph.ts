import { addParagraph, type FlowParagraph } from '../flow/flow.ts';
import { breakPage, endSection } from './page-breaks.ts';
import { addLeftover, addNotice, currentFlow, type OpenParagraph, type Story } from './story.ts';

export function openParagraph(story: Story): void {
  story.paragraphs.push({
    text: '',
    onLine: '',
    page: null,
    number: null,
    counted: false,
    style: null,
    numId: null,
    level: null,
    pageBreakBefore: null,
    markDeleted: false,
    markHidden: false,
    endsSection: null,
    asides: [],
    anchored: [],
  });
}

/** Once its properties are known, and before its text boxes come: a paragraph counts in its list. */
export function countParagraph(story: Story): void {
  const paragraph = story.paragraphs.at(-1);
  if (!paragraph || paragraph.counted) return;
  paragraph.counted = true;
  const style = story.setting.styles.paragraph(paragraph.style);
  const breaks = paragraph.pageBreakBefore ?? style.pageBreakBefore;
  if (breaks && currentFlow(story).items.length > 0) breakPage(story);
  if (paragraph.markDeleted || paragraph.markHidden || story.aside !== null) return;
  paragraph.number = story.lists.next(paragraph.numId, paragraph.level, style);
}

export function closeParagraph(story: Story): void {
  countParagraph(story);
  const paragraph = story.paragraphs.pop();
  if (!paragraph) return;
  setAside(story, paragraph);
  story.fields.endParagraph();
  const flow = currentFlow(story);
  if (paragraph.markDeleted && story.aside === null) {
    const text = (flow.carried?.text ?? '') + paragraph.text;
    if (text !== '') flow.carried = { text, page: flow.carried?.page ?? paragraph.page };
  } else if (!isGone(story, paragraph)) addParagraph(flow, finish(story, paragraph));
  for (const item of paragraph.anchored) flow.items.push(item);
  if (paragraph.endsSection !== null) endSection(story, paragraph.endsSection);
}

function setAside(story: Story, { asides }: OpenParagraph): void {
  for (const { text, reason } of asides) {
    addLeftover(story, text, reason);
    if (!isStruckOut({ text, reason })) continue;
    addNotice(story, 'text-struck-out', '带删除线的文字视为作废，不计入正文，归入剩余文本');
  }
}

/** Nothing is left to see of it, its mark included; or what is left is struck out. */
function isGone(story: Story, paragraph: OpenParagraph): boolean {
  if (paragraph.text === '' && (paragraph.markHidden || story.aside !== null)) return true;
  return paragraph.text.trim() === '' && paragraph.asides.some(isStruckOut);
}

function isStruckOut({ reason, text }: OpenParagraph['asides'][number]): boolean {
  return reason === 'struck_out' && text.trim() !== '';
}

function finish(story: Story, paragraph: OpenParagraph): FlowParagraph {
  const { text, number, page } = paragraph;
  if (number) story.generated.push(number.text);
  return { kind: 'paragraph', text, number, page: page ?? (number ? story.page : null) };
}
