import { flowText } from '../flow/flow.ts';
import type { Closer, Opener } from './elements.ts';
import { addLeftover, closeFlow, currentFlow, openFlow, type Reason, type Story } from './story.ts';

/** Shapes whose text follows the paragraph that anchors them (OpenDocument 1.3 part 3, 10). */
const shapes = [
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:line',
  'draw:connector',
  'draw:caption',
  'draw:measure',
  'draw:path',
  'draw:polygon',
  'draw:polyline',
  'draw:regular-polygon',
];

/** Frames, shapes, notes, revisions and headers: texts beside the one they stand in. */
export const frameOpeners: Readonly<Record<string, Opener>> = {
  ...Object.fromEntries(shapes.map((name) => [name, beginShape])),
  'draw:object': (story, attributes) => refer(story, attributes.get('xlink:href')),
  'draw:object-ole': (story, attributes) => refer(story, attributes.get('xlink:href')),
  'text:note-body': (story) => beside(story, () => 'footnote'),
  'office:annotation': (story) => beside(story, () => 'comment'),
  'text:deletion': (story) => beside(story, () => 'deleted_revision'),
};

function beginShape(story: Story): Closer {
  const leave = ofItsOwn(story);
  return () => {
    const items = leave();
    const target = story.passages.at(-1)?.anchored ?? currentFlow(story).items;
    for (const item of items) target.push(item);
  };
}

/** Reads a text of its own that ends as a leftover. */
export function beside(story: Story, reasonOf: (text: string) => Reason): Closer {
  const leave = ofItsOwn(story);
  return () => {
    const text = flowText(leave());
    addLeftover(story, text, reasonOf(text));
  };
}

/** Begins a flow of its own; the function ends it and gives what stands in it. */
function ofItsOwn(story: Story): () => ReturnType<typeof closeFlow> {
  const { lists, look, aside } = story;
  const passages = story.passages.splice(0);
  story.lists = [];
  openFlow(story);
  return () => {
    const items = closeFlow(story);
    story.lists = lists;
    story.look = look;
    story.aside = aside;
    story.passages.push(...passages);
    return items;
  };
}

function refer(story: Story, href: string | undefined): Closer {
  if (href !== undefined) story.setting.readObject(story, href);
  return null;
}
