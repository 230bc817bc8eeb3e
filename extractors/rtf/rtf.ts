import type { ExtractedDocument } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Extraction, Extractor, Limits } from '../extractor.ts';
import { toBlocks } from '../flow/flow.ts';
import { forgetPages } from '../flow/forget-pages.ts';
import { type PlacedLeftover, toLeftovers } from '../flow/placed-leftover.ts';
import { headOf } from '../signatures.ts';
import { createListTable } from './list-table.ts';
import { readObjects } from './objects.ts';
import { endLayer } from './rows.ts';
import { streamRtf } from './rtf-stream.ts';
import { countSource } from './source-counter.ts';
import { createStory, plainLook, type Story } from './story.ts';
import { readStory } from './story-reader.ts';

/** Rich Text Format (RTF 1.9.1), as Word, WPS, LibreOffice, WordPad and TextEdit write it. */
export const rtf: Extractor = {
  name: 'rtf',
  formats: ['rtf'],
  formatOf: ({ bytes }) => (/^\s*\{\\rtf/.test(headOf(bytes)) ? 'rtf' : null),
  extract: readDocument,
};

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  const sourceCharacters: Record<string, number> = {};
  const story = createStory(createListTable(), holdsNumbers(bytes), limits.elements);
  const reader = readStory(story, limits.depth);
  const end = streamRtf(bytes, [reader, countSource(sourceCharacters)], limits);
  if (!end.whole) acceptOpenEnd(story, end.onBrace && reader.isInBody());
  const { flow } = endLayer(story, plainLook);
  const paged = story.pages === story.page;
  if (!paged) forgetPages(flow.items);
  const { blocks, tableNumbers } = toBlocks(flow.items);
  const { attachments, notices } = await readObjects(story.objects, limits);
  const value: ExtractedDocument = {
    format: 'rtf',
    extractor: 'rtf 1',
    pages: story.pages,
    modifiedAt: timeOf(story),
    blocks,
    leftovers: toLeftovers(paged ? story.leftovers : unpaged(story), tableNumbers),
    generated: story.generated.join(''),
    sourceCharacters,
  };
  return { value, notices: [...story.notices, ...notices], attachments };
}

/** LibreOffice does not end the groups of formulas: such a file is whole, a torn one is not. */
function acceptOpenEnd(story: Story, deliberate: boolean): void {
  if (!deliberate) {
    throw new IngestError('document_incomplete', 'the file ends before its last group does');
  }
  story.notices.push({
    code: 'rtf-groups-open',
    message: '文件末尾仍有未结束的组，已按文件到此为止读取',
    at: null,
  });
}

/** Whether the writer gave the numbers of lists as text, as Word does for readers without lists. */
function holdsNumbers(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes('\\listtext') || view.includes('\\pntext');
}

/**
 * A file tells the breaks of its author, not those of the page's end: only where they make up all
 * the pages there are, they tell on which page a text stands.
 */
function unpaged(story: Story): PlacedLeftover[] {
  return story.leftovers.map((leftover) => ({ ...leftover, page: null }));
}

function timeOf({ modified, created }: Story): string | null {
  const time = modified ?? created;
  return time === null ? null : new Date(time).toISOString();
}
