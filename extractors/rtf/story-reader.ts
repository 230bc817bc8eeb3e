import { IngestError } from '../../schemas/ingest-error.ts';
import { openPassage } from '../flow/passage.ts';
import { beginDestination } from './destination-groups.ts';
import { holdsNoText } from './destinations.ts';
import { type Group, innerGroup, outermostGroup } from './groups.ts';
import { changeLook, changeParagraph } from './looks.ts';
import { defineRow } from './row-definition.ts';
import { endCell, endParagraph, endRow, nestingOf } from './rows.ts';
import type { RtfHandler } from './rtf-stream.ts';
import { printable } from './special-characters.ts';
import { appendGenerated, appendText, breakPage, layerOf, type Story } from './story.ts';

/** A handler that knows where in the document it is. */
export interface StoryReader extends RtfHandler {
  /** Whether text here is text of the body. */
  isInBody(): boolean;
}

/** Builds a story from the groups, words and text of a document. */
export function readStory(story: Story, depth: number): StoryReader {
  const outer: Group[] = [];
  let group = outermostGroup();
  return {
    isInBody: () => group.content === 'text' && story.layers.length === 1,
    open() {
      outer.push(group);
      group = innerGroup(group);
    },
    close() {
      const { leave, captured } = group;
      // Text boxes and fields belong to the paragraph of the group around them.
      group = outer.pop() ?? outermostGroup();
      leave?.(captured.join(''));
    },
    control(word, parameter, starred) {
      group =
        beginDestination(story, group, outer.at(-1), word, starred) ??
        takeControl(story, group, word, parameter, starred, depth);
    },
    text(text) {
      if (group.content === 'captured') group.captured.push(text);
      else if (group.content === 'text') takeText(story, group, printable(text));
    },
  };
}

function takeText(story: Story, { look, paragraph }: Group, text: string): void {
  const { paged, passage, flow, tables } = layerOf(story);
  const begins = passage === null && tables.length === 0 && flow.items.length > 0;
  if (paragraph.breaksPage && paged && begins) breakPage(story);
  appendText(story, text, look);
}

function takeControl(
  story: Story,
  group: Group,
  word: string,
  parameter: number | null,
  starred: boolean,
  depth: number,
): Group {
  if (word === 'upr' && group.content !== 'nothing') {
    return { ...group, content: 'alternatives', plainContent: group.content };
  }
  if (group.content === 'captured') {
    takeCaptured(story, group, word, parameter);
    return holdsNoText(word, starred) ? { ...group, content: 'nothing' } : group;
  }
  if (group.content === 'nothing') return group;
  if (holdsNoText(word, starred)) return { ...group, content: 'nothing' };
  const look = changeLook(group.look, word, parameter);
  if (look) return { ...group, look };
  const paragraph = changeParagraph(group.paragraph, word, parameter);
  if (paragraph) {
    if ((paragraph.nesting ?? 0) > depth) {
      throw new IngestError('document_too_deep', `tables nest deeper than ${depth}`);
    }
    return { ...group, paragraph };
  }
  act(story, group, word, parameter);
  return group;
}

/** What destinations that are captured say by words. */
function takeCaptured(story: Story, group: Group, word: string, parameter: number | null): void {
  const field = story.fields.at(-1);
  if (group.destination === 'list') story.lists.control(word, parameter);
  else if (group.destination === 'time') group.captured.push(`${word}=${parameter ?? 0};`);
  else if (group.destination === 'info') {
    if (word === 'nofpages') story.pages = parameter;
  } else if (field && word === 'ffres') field.result = parameter;
  else if (field && word === 'ffdefres') field.byDefault = parameter ?? 0;
}

function act(story: Story, group: Group, word: string, parameter: number | null): void {
  const layer = layerOf(story);
  const { look, paragraph } = group;
  const which = group.destination === 'nested row' ? 'nested' : 'outer';
  if (defineRow(layer, which, word, parameter)) return;
  switch (word) {
    case 'par':
    case 'sect':
      finishParagraph(story, group, nestingOf(layer, paragraph));
      if (word === 'sect') story.sectionEnded = true;
      break;
    case 'cell':
      finishCell(story, group, 1);
      break;
    case 'nestcell':
      finishCell(story, group, Math.max(2, paragraph.nesting ?? 2));
      break;
    case 'row':
      endRow(story, 1, look);
      break;
    case 'nestrow':
      endRow(story, Math.max(2, paragraph.nesting ?? 2), look);
      break;
    case 'page':
      if (layer.paged) breakPage(story);
      break;
    case 'sbknone':
    case 'sbkcol':
      if (layer.paged) story.sectionBreaks = false;
      break;
    case 'sbkpage':
    case 'sbkeven':
    case 'sbkodd':
    case 'sectd':
      if (layer.paged) story.sectionBreaks = true;
      break;
    case 'mden':
      // A fraction reads as one: without its bar 1/2 would be 12.
      appendGenerated(story, '/', look);
      break;
    default:
  }
}

function finishParagraph(story: Story, group: Group, nesting: number): void {
  countInList(story, group);
  endParagraph(story, nesting, group.look);
}

function finishCell(story: Story, group: Group, nesting: number): void {
  countInList(story, group);
  endCell(story, nesting, group.look);
}

/**
 * The number of a paragraph whose writer left numbers to the reader. Of one given as text, the list
 * tells what parts it from the paragraph: writers put a tab there in any case.
 */
function countInList(story: Story, { paragraph, look }: Group): void {
  const { list, level } = paragraph;
  const { passage } = layerOf(story);
  if (passage?.number && list !== null) {
    const suffix = story.lists.list(list)?.level(level)?.suffix;
    if (suffix === 'nothing') passage.number = { text: passage.number.text, separator: '' };
  }
  if (!story.counts || list === null || look.deleted || look.hidden) return;
  const counted = story.lists.list(list);
  if (!counted) return;
  const layer = layerOf(story);
  const number = story.counts.next(counted, level, story.lists.takeStart(list, level));
  layer.passage ??= openPassage();
  layer.passage.number = number;
}
