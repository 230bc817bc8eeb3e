import type { CountedLevel, CountedList, ListNumber } from '../flow/list-counts.ts';
import type { Attributes } from '../xml/xml-stream.ts';
import { readInteger } from '../xml/xml-stream.ts';
import type { Story } from './story.ts';

/** A paragraph's number, and whether the source holds it as text. */
export interface ItemNumber {
  readonly number: ListNumber | null;
  readonly inSource: boolean;
}

export function openList(story: Story, attributes: Attributes): void {
  const outer = story.lists.at(-1);
  const style = attributes.get('text:style-name') ?? outer?.style;
  const key = outer?.key ?? continuedKey(story, style, attributes) ?? `list${story.listKeys.size}`;
  story.listKeys.set(`id ${attributes.get('xml:id') ?? attributes.get('text:id') ?? key}`, key);
  if (style !== undefined) story.listKeys.set(`style ${style}`, key);
  const level = Math.min(8, outer ? outer.level + 1 : 0);
  story.lists.push({
    key,
    style,
    level,
    pending: false,
    startAt: undefined,
    override: undefined,
    shown: null,
  });
}

/** 19.780.2 text:continue-list, 19.781 text:continue-numbering. */
function continuedKey(
  story: Story,
  style: string | undefined,
  attributes: Attributes,
): string | undefined {
  const continued = attributes.get('text:continue-list');
  if (continued !== undefined) return story.listKeys.get(`id ${continued}`);
  return attributes.get('text:continue-numbering') === 'true'
    ? story.listKeys.get(`style ${style ?? ''}`)
    : undefined;
}

export function openItem(story: Story, attributes: Attributes): void {
  const list = story.lists.at(-1);
  if (!list) return;
  list.pending = true;
  list.startAt = readInteger(attributes.get('text:start-value')) ?? undefined;
  list.override = attributes.get('text:style-override');
}

/** The number of a paragraph that begins here. */
export function nextNumber(
  story: Story,
  paragraphList: string | null,
  heading: Attributes | null,
): ItemNumber {
  const list = story.lists.at(-1);
  if (!list) {
    const number = heading ? headingNumber(story, paragraphList, heading) : null;
    return { number, inSource: false };
  }
  if (!list.pending) return { number: null, inSource: false };
  const { key, level, startAt, shown } = list;
  list.pending = false;
  list.shown = null;
  const style = list.override ?? list.style ?? paragraphList ?? undefined;
  const counted = count(story, key, style, level, startAt);
  if (shown === null) return { number: counted, inSource: false };
  return { number: { text: shown, separator: counted?.separator ?? '\t' }, inSource: true };
}

/** A heading outside lists counts in the numbering of headings, unless its style takes it out. */
function headingNumber(
  story: Story,
  paragraphList: string | null,
  heading: Attributes,
): ListNumber | null {
  if (paragraphList !== null || heading.get('text:is-list-header') === 'true') return null;
  const level = (readInteger(heading.get('text:outline-level')) ?? 1) - 1;
  const restarts = heading.get('text:restart-numbering') === 'true';
  const startAt = restarts ? (readInteger(heading.get('text:start-value')) ?? 1) : undefined;
  return count(story, 'headings', '', Math.min(8, Math.max(0, level)), startAt);
}

function count(
  story: Story,
  key: string,
  style: string | undefined,
  number: number,
  startAt: number | undefined,
): ListNumber | null {
  const levels = style === undefined ? undefined : story.setting.listStyles.get(style);
  if (!levels) return null;
  const list: CountedList = {
    key,
    level: (of: number): CountedLevel | undefined => levels.get(of),
  };
  return story.counts.next(list, number, startAt);
}
