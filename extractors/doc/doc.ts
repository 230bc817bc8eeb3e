import type { DocumentFormat } from '../../schemas/codes.ts';
import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import { countCharacters } from '../accounting.ts';
import type { Extraction, Extractor, Limits, Probe } from '../extractor.ts';
import { toBlocks } from '../flow/flow.ts';
import { forgetPages } from '../flow/forget-pages.ts';
import { toLeftovers } from '../flow/placed-leftover.ts';
import { openCompoundFile } from '../ole/compound-file.ts';
import { readEmbeddedFiles } from '../ole/embedded-files.ts';
import { hasStream, isCompoundFile } from '../signatures.ts';
import { readBody } from './body.ts';
import { fibPlaces } from './fib.ts';
import { cut, openDocument } from './open-document.ts';
import { readSideParts } from './side-parts.ts';
import { countSource } from './source-counter.ts';
import { readSummary } from './summary.ts';
import { readWordArt } from './word-art.ts';

/** Word's binary documents (.doc, and the .wps of Kingsoft Writer): [MS-DOC], Word 97 and later. */
export const doc: Extractor = {
  name: 'doc',
  formats: ['doc', 'wps'],
  formatOf: (probe, fileName) => (isWordDocument(probe) ? formatByName(fileName) : null),
  extract: readDocument,
};

function formatByName(fileName: string): DocumentFormat {
  return /\.wp[st]$/i.test(fileName) ? 'wps' : 'doc';
}

function isWordDocument({ bytes }: Probe): boolean {
  if (!isCompoundFile(bytes)) return isBeforeCompoundFiles(bytes);
  try {
    return openCompoundFile(bytes).streams.has('worddocument');
  } catch (error) {
    // Of a damaged file at least its kind is told.
    if (error instanceof IngestError) return hasStream(bytes, 'WordDocument');
    throw error;
  }
}

/** Word 1 and 2 for Windows: the document's header is the file's ([MS-DOC] 2.5.2, wIdent). */
function isBeforeCompoundFiles(bytes: Uint8Array): boolean {
  return bytes[1] === 0xa5 && [0x9b, 0xdb, 0xdc].includes(bytes[0] ?? 0) && bytes[3] === 0;
}

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  if (isBeforeCompoundFiles(bytes)) {
    throw new IngestError('format_too_old', `Word document of version ${bytes[2] ?? 0}`);
  }
  const opened = openDocument(bytes, limits);
  const { root, source, parts } = opened;
  const body = readBody(opened);
  const side = readSideParts(opened);
  // [MS-DOC] 2.1.11
  const objects = root.storages.get('objectpool')?.storages.values() ?? [];
  const embedded = await readEmbeddedFiles(objects, limits);
  const summary = readSummary(root.streams.get('\u0005summaryinformation')?.read() ?? null);
  // Only the breaks that someone made are in the text: they tell the pages where they are all.
  const paged = body.story.page === summary.pages;
  if (!paged) forgetPages(body.items);
  const { blocks, tableNumbers } = toBlocks(body.items);
  const stories = [body.story, ...side];
  const wordArt = readWordArt(cut(opened, fibPlaces.drawings));
  const sourceCharacters = countSource(source, parts.headerTextBoxes.end);
  for (const text of wordArt) countCharacters(text, sourceCharacters);
  const leftovers = toLeftovers(
    stories.flatMap((story) => story.leftovers),
    tableNumbers,
  );
  return {
    value: {
      format: 'doc',
      extractor: 'doc 1',
      pages: summary.pages,
      modifiedAt: summary.modifiedAt,
      blocks,
      leftovers: [
        ...(paged ? leftovers : leftovers.map((leftover) => ({ ...leftover, page: null }))),
        ...wordArt.map(watermark),
      ],
      generated: stories.flatMap((story) => story.generated).join(''),
      sourceCharacters,
    },
    notices: [...opened.notices, ...stories.flatMap((story) => story.notices), ...embedded.notices],
    attachments: embedded.value,
  };
}

function watermark(text: string): Leftover {
  return { page: null, location: 'WordArt', text, reason: 'watermark' };
}
