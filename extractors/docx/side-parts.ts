import type { Leftover } from '../../schemas/document.ts';
import type { Notice } from '../../schemas/notice.ts';
import { countCharacters } from '../accounting.ts';
import { flowText } from '../flow/flow.ts';
import { footerReason } from '../flow/placed-leftover.ts';
import type { OfficePackage } from '../opc/office-package.ts';
import { streamXml } from '../xml/xml-stream.ts';
import { readDrawingPart } from './drawing-part.ts';
import { readEmbeddedChunk } from './embedded-chunk.ts';
import { countSource } from './source-counter.ts';
import { closeFlow, createStory, type Story, type StorySetting } from './story.ts';
import { readStory } from './story-reader.ts';

type Reason = Leftover['reason'];

/** Parts beside the body whose text is kept as leftovers, by the type of their relationship. */
const reasons: Readonly<Record<string, Reason>> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'footnote',
  endnotes: 'footnote',
  comments: 'comment',
};

/** What the parts beside the body hold. */
export interface SideText {
  readonly leftovers: Leftover[];
  readonly notices: Notice[];
  readonly generated: string[];
}

/** Reads a part's story and counts its characters on the way. */
export function readPart(
  source: OfficePackage,
  setting: StorySetting,
  bytes: Uint8Array,
  counts: Record<string, number>,
): Story {
  const story = createStory(setting);
  streamXml(setting.part, bytes, [readStory(story), countSource(counts)], source.budget);
  return story;
}

/** Reads headers, footers, notes and comments, and what the body and these refer to. */
export async function readSideParts(
  source: OfficePackage,
  body: Story,
  counts: Record<string, number>,
): Promise<SideText> {
  const side: SideText = { leftovers: [], notices: [], generated: [] };
  const read = new Set<string>([body.setting.part]);
  readReferences(source, body, counts, read, side);
  await readChunks(source, body, counts, read, side);
  for (const { type, target } of source.relations(body.setting.part)) {
    const reason = reasons[type];
    if (reason === undefined || read.has(target)) continue;
    read.add(target);
    const bytes = source.read(target);
    if (!bytes) {
      side.notices.push(missingPart(target));
      continue;
    }
    const setting: StorySetting = { ...body.setting, part: target, paged: false };
    const story = readPart(source, setting, bytes, counts);
    keepStory(story, reason, side);
    readReferences(source, story, counts, read, side);
    await readChunks(source, story, counts, read, side);
  }
  return side;
}

function missingPart(part: string): Notice {
  return { code: 'part-missing', message: `文档引用的部件 ${part} 不存在`, at: part };
}

function keepStory(story: Story, reason: Reason, side: SideText): void {
  const { part } = story.setting;
  const keep = (text: string, why: Reason, location: string): void => {
    if (text.trim() !== '') side.leftovers.push({ page: null, location, text, reason: why });
  };
  const text = flowText(closeFlow(story).items);
  keep(text, reason === 'footer' ? footerReason(text) : reason, part);
  for (const { id, items } of story.notes) keep(flowText(items), reason, `${part}#${id}`);
  for (const leftover of story.leftovers) keep(leftover.text, leftover.reason, part);
  side.notices.push(...story.notices);
  side.generated.push(...story.generated);
}

/** Charts and diagrams are pictures to this reader; their text is kept, unread. */
function readReferences(
  source: OfficePackage,
  story: Story,
  counts: Record<string, number>,
  read: Set<string>,
  side: SideText,
): void {
  for (const [target, bytes] of follow(source, story, story.references, read, side)) {
    const text = readDrawingPart(source, target, bytes, countSource(counts));
    if (text.trim() === '') continue;
    side.leftovers.push({ page: null, location: target, text, reason: 'unread' });
  }
}

/**
 * Embedded files are no part of this document's blocks: their text is kept whole, unread, so that
 * the count has nothing else to go by.
 */
async function readChunks(
  source: OfficePackage,
  story: Story,
  counts: Record<string, number>,
  read: Set<string>,
  side: SideText,
): Promise<void> {
  for (const [target, bytes] of follow(source, story, story.chunks, read, side)) {
    const found = await readEmbeddedChunk(bytes);
    const text = found ?? `[嵌入文档 ${target}]`;
    if (found === null) side.generated.push(text);
    else countCharacters(found, counts);
    if (text.trim() === '') continue;
    side.leftovers.push({ page: null, location: target, text, reason: 'unread' });
  }
}

/** The parts to which relationships of these ids lead, each once in a document. */
function* follow(
  source: OfficePackage,
  story: Story,
  ids: readonly string[],
  read: Set<string>,
  side: SideText,
): Generator<[target: string, bytes: Uint8Array], void> {
  const relations = source.relations(story.setting.part);
  for (const id of ids) {
    const target = relations.find((relation) => relation.id === id)?.target;
    if (target === undefined || read.has(target)) continue;
    read.add(target);
    const bytes = source.read(target);
    if (bytes) yield [target, bytes];
    else side.notices.push(missingPart(target));
  }
}
