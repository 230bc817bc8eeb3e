import { flowText } from '../flow/flow.ts';
import type { ListNumber } from '../flow/list-counts.ts';
import { openPassage } from '../flow/passage.ts';
import { footerReason, type PlacedLeftover } from '../flow/placed-leftover.ts';
import { openField, shownWithoutResult } from './fields.ts';
import { noteFormText } from './form-texts.ts';
import type { Group } from './groups.ts';
import { readTime } from './info.ts';
import { endLayer } from './rows.ts';
import { printable } from './special-characters.ts';
import {
  anchor,
  appendGenerated,
  createLayer,
  layerOf,
  plainLook,
  plainParagraph,
  type Story,
} from './story.ts';

type Begin = (story: Story, group: Group, outer: Group | undefined) => Group | undefined;

/**
 * Makes a group the destination that a word says (RTF 1.9.1, "Destinations").
 *
 * @returns the group as it is now; undefined where the word begins no destination known here
 */
export function beginDestination(
  story: Story,
  group: Group,
  outer: Group | undefined,
  word: string,
  starred: boolean,
): Group | undefined {
  if (word === 'ud' && starred && outer?.content === 'alternatives') {
    return { ...group, content: outer.plainContent };
  }
  const begin = Object.hasOwn(destinations, word) ? destinations[word] : undefined;
  return begin?.(story, group, outer);
}

const destinations: Readonly<Record<string, Begin>> = {
  ...layers(['header', 'headerl', 'headerr', 'headerf'], '页眉', () => 'header'),
  ...layers(['footer', 'footerl', 'footerr', 'footerf'], '页脚', footerReason),
  ...layers(['footnote'], '脚注', () => 'footnote'),
  ...layers(['annotation'], '批注', () => 'comment'),
  shptxt: inText(beginTextBox),
  dptxbxtext: inText(beginTextBox),
  listtext: inText(beginNumber),
  pntext: inText(beginNumber),
  field: inText((story, group) => {
    const field = openField(layerOf(story).passage?.text.length ?? 0);
    story.fields.push(field);
    return {
      ...group,
      leave: () => {
        story.fields.pop();
        noteFormText(layerOf(story), field);
        const shown = field.shows ? null : shownWithoutResult(field);
        if (shown !== null) appendGenerated(story, shown, group.look);
      },
    };
  }),
  fldinst: inText((story, group) => {
    const field = story.fields.at(-1);
    return capture(group, 'instruction', (text) => {
      if (field) field.instruction = text;
    });
  }),
  formfield: inField((_, group) => capture(group, 'form', null)),
  ffl: inField((story, group) =>
    capture(group, 'form', (text) => story.fields.at(-1)?.entries.push(text.trim())),
  ),
  ffdeftext: inField((story, group) =>
    capture(group, 'form', (text) => {
      const field = story.fields.at(-1);
      if (field) field.defaultText = printable(text).trim();
    }),
  ),
  nesttableprops: inText((_, group) => ({ ...group, destination: 'nested row' })),
  listtable: inText((_, group) => capture(group, 'list', null)),
  listoverridetable: inText((_, group) => capture(group, 'list', null)),
  leveltext: (story, group) =>
    group.destination === 'list'
      ? capture(group, 'level', (text) => story.lists.levelText(text))
      : undefined,
  revtim: inInfo((story, time) => {
    story.modified = time;
  }),
  creatim: inInfo((story, time) => {
    story.created = time;
  }),
  info: inText((_, group) => capture(group, 'info', null)),
  objdata: inText((story, group) => capture(group, 'object', (text) => story.objects.push(text))),
  sp: inText((story, group) => beginShapeProperty(story, group)),
  sn: inShapeProperty('name'),
  sv: inShapeProperty('value'),
  msup: (_, group) =>
    group.content === 'text'
      ? { ...group, look: { ...group.look, script: 'superscript' } }
      : undefined,
  msub: (_, group) =>
    group.content === 'text'
      ? { ...group, look: { ...group.look, script: 'subscript' } }
      : undefined,
};

/** Where text of the document stands, that of a list's number as well. */
function inText(begin: Begin): Begin {
  return (story, group, outer) =>
    group.content === 'text' || (group.content === 'captured' && group.destination === 'number')
      ? begin(story, group, outer)
      : undefined;
}

function inField(begin: Begin): Begin {
  return (story, group, outer) =>
    story.fields.length > 0 && group.content !== 'nothing' ? begin(story, group, outer) : undefined;
}

function inInfo(set: (story: Story, time: number | null) => void): Begin {
  return (story, group) =>
    group.destination === 'info'
      ? capture(group, 'time', (words) => set(story, readTime(words)))
      : undefined;
}

function capture(
  group: Group,
  destination: string,
  leave: ((captured: string) => void) | null,
): Group {
  return { ...group, content: 'captured', captured: [], destination, leave };
}

/** A text of its own beside the body, kept for its reason. */
function layers(
  words: readonly string[],
  part: string,
  reasonOf: (text: string) => PlacedLeftover['reason'],
): Record<string, Begin> {
  const begin = inText((story, group) => {
    story.layers.push(createLayer(part, false));
    return {
      ...plain(group),
      leave: () => {
        const text = flowText(endLayer(story, plainLook).flow.items);
        const page = layerOf(story).paged ? story.page : null;
        story.leftovers.push({ text, reason: reasonOf(text), page, part, place: null });
      },
    };
  });
  return Object.fromEntries(words.map((word) => [word, begin]));
}

function plain(group: Group): Group {
  return {
    ...group,
    content: 'text',
    look: plainLook,
    paragraph: plainParagraph,
    destination: '',
  };
}

function beginTextBox(story: Story, group: Group): Group {
  const { part, paged } = layerOf(story);
  story.layers.push(createLayer(part, paged));
  return {
    ...plain(group),
    leave: () => anchor(story, endLayer(story, plainLook).flow.items),
  };
}

/** The number of a list as the writer shows it. */
function beginNumber(story: Story, group: Group): Group {
  return capture(group, 'number', (text) => {
    const layer = layerOf(story);
    const number = readNumber(printable(text));
    if (!number) return;
    layer.passage ??= openPassage();
    const { passage } = layer;
    if (passage.number) passage.asides.push({ reason: 'decoration', text: passage.number.text });
    passage.number = number;
  });
}

function readNumber(shown: string): ListNumber | null {
  const text = shown.trim();
  if (text === '') return null;
  const separator = /\s$/.exec(shown)?.[0] ?? '';
  return { text, separator };
}

/** {\sp{\sn name}{\sv value}}: of a shape's properties only the words of its letters are text. */
function beginShapeProperty(story: Story, group: Group): Group {
  const property = { name: '', value: '' };
  const captured = capture(group, 'shape property', () => {
    if (property.name.trim() !== 'gtextUNICODE') return;
    const { part, paged } = layerOf(story);
    const page = paged ? story.page : null;
    const text = printable(property.value);
    story.leftovers.push({ text, reason: 'watermark', page, part, place: null });
  });
  return { ...captured, property };
}

function inShapeProperty(which: 'name' | 'value'): Begin {
  return (_, group) => {
    const { property } = group;
    if (group.destination !== 'shape property' || !property) return undefined;
    return capture(group, `shape ${which}`, (text) => {
      property[which] = text;
    });
  };
}
