import { IngestError } from '../../schemas/ingest-error.ts';
import type { Extraction, Extractor, Limits } from '../extractor.ts';
import { layOutPages } from '../page-layout.ts';
import { drawnPicture } from '../page-picture.ts';
import { drawOfd } from './draw-ofd.ts';
import { isEntryPart, openOfdPackage } from './ofd-package.ts';
import { readSeals } from './seals.ts';

/** OFD, the fixed-layout documents of GB/T 33190-2016. */
export const ofd: Extractor = {
  name: 'ofd',
  formats: ['ofd'],
  formatOf: (probe) => (probe.zipEntries.some(isEntryPart) ? 'ofd' : null),
  extract: readDocument,
  pictures: async (bytes, limits) =>
    drawOfd(await openOfdPackage(bytes, limits), limits).pages.map(drawnPicture),
};

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  const source = await openOfdPackage(bytes, limits);
  const drawing = drawOfd(source, limits);
  const { pages, attachments, sourceCharacters } = drawing;
  if (attachments.length === 0 && drawing.withText === 0) {
    throw new IngestError('no_text', `${pages.length} pages without text`);
  }
  const seals = await readSeals(source, drawing.bodies, limits, sourceCharacters);
  const { blocks, leftovers, generated, notices } = layOutPages(pages, limits);
  return {
    value: {
      format: 'ofd',
      extractor: 'ofd 1',
      pages: pages.length,
      ...(drawing.unreadPages.length > 0 && { unreadPages: [...drawing.unreadPages] }),
      modifiedAt: drawing.modifiedAt,
      blocks,
      leftovers: [...leftovers, ...drawing.remarks, ...seals.leftovers],
      generated,
      sourceCharacters,
    },
    notices: [...drawing.notices, ...seals.notices, ...notices],
    attachments,
  };
}
