import { createFlow, endFlow, type Flow } from '../flow/flow.ts';
import type { DocNode } from './nodes.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import type { Story } from './story.ts';

/** Reads paragraphs and tables, one after another, into a flow of their own. */
export function readNodes(story: Story, nodes: readonly DocNode[]): Flow {
  const flow = createFlow();
  for (const node of nodes) {
    if (node.kind === 'table') readTable(story, node, flow, readNodes);
    else readParagraph(story, node, flow, readNodes);
  }
  endFlow(flow);
  return flow;
}
