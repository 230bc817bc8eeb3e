import type { FlowItem } from '../flow/flow.ts';
import { fibPlaces } from './fib.ts';
import { buildNodes, type DocNode } from './nodes.ts';
import { cut, type OpenedDocument } from './open-document.ts';
import { cutPart } from './parts.ts';
import { readNodes } from './read-nodes.ts';
import { readSections } from './sections.ts';
import { createStory, type Story } from './story.ts';
import { boxLength, readBoxShapes, readShapeAnchors } from './text-boxes.ts';

/** A document's body as read. */
export interface Body {
  readonly story: Story;
  readonly items: readonly FlowItem[];
}

/** Reads the main part, its text boxes after the paragraphs that anchor them. */
export function readBody(opened: OpenedDocument): Body {
  const { source, parts } = opened;
  const sections = readSections(opened.document, cut(opened, fibPlaces.sections));
  const { textBoxes, homeless } = readTextBoxNodes(opened);
  const story: Story = {
    ...createStory(source, 'WordDocument'),
    textBoxes,
    sections,
    page: 1,
  };
  const { start, end } = parts.main;
  const nodes = buildNodes(source, start, end, new Set(sections.keys()));
  const items = [...readNodes(story, nodes).items];
  // A box whose shape is anchored nowhere, or where no text is read, is text of the body as well.
  const rest = [...story.textBoxes.values()].flat();
  story.textBoxes.clear();
  for (const box of [...rest, ...homeless]) items.push(...readNodes(story, box).items);
  return { story, items };
}

function readTextBoxNodes(opened: OpenedDocument): {
  textBoxes: Map<number, DocNode[][]>;
  homeless: DocNode[][];
} {
  const { source, parts } = opened;
  const index = cut(opened, fibPlaces.textBoxTexts);
  const shapes = readBoxShapes(index);
  const byShape = new Map<number, DocNode[][]>();
  cutPart(parts.textBoxes, index, boxLength).forEach(({ start, end }, box) => {
    if (source.text.text.slice(start, end).trim() === '') return;
    const shape = shapes[box] ?? 0;
    const nodes = withoutGuard(buildNodes(source, start, end));
    byShape.set(shape, [...(byShape.get(shape) ?? []), nodes]);
  });

  const textBoxes = new Map<number, DocNode[][]>();
  const anchors = readShapeAnchors(
    cut(opened, fibPlaces.shapeAnchors),
    cut(opened, fibPlaces.drawings),
  );
  for (const [shape, anchor] of anchors) {
    const boxes = byShape.get(shape);
    // Only in the body: boxes anchored in boxes would make a circle.
    if (!boxes || anchor >= parts.main.end) continue;
    byShape.delete(shape);
    textBoxes.set(anchor, [...(textBoxes.get(anchor) ?? []), ...boxes]);
  }
  return { textBoxes, homeless: [...byShape.values()].flat() };
}

/** After a box's last paragraph an empty one may stand, which is no line of it. */
function withoutGuard(nodes: DocNode[]): DocNode[] {
  const last = nodes.at(-1);
  const isGuard = last?.kind === 'paragraph' && last.start === last.mark && nodes.length > 1;
  return isGuard ? nodes.slice(0, -1) : nodes;
}
