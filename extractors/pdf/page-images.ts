import type { PDFDocumentProxy } from 'pdfjs-dist';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { DrawnPage } from '../drawn-page.ts';
import type { Limits, PagePicture } from '../extractor.ts';
import { drawnPicture } from '../page-picture.ts';
import { drawPages } from './draw-pages.ts';
import { openPdf, unreadable } from './engine.ts';
import { checkComplete } from './file-structure.ts';
import type { PageView } from './page-view.ts';
import { checkStreams } from './streams.ts';

/** Pixels to a point: small print can be read. */
const density = 1.5;

/** Pixels of one page: A3 at that density twice over. */
const mostPixels = 5_000_000;

/** Bytes of all painted pages; further ones are drawn from what was read of them. */
const mostBytes = 100_000_000;

/**
 * The pages as a person sees them, turned as cells' boxes are. A page that uses fonts from outside
 * is drawn from what was read of it: the fonts of this machine may not have its characters.
 *
 * @throws IngestError as reading does
 */
export async function picturePages(
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[] = [],
): Promise<PagePicture[]> {
  checkComplete(bytes);
  checkStreams(bytes, limits);
  const { pages, views } = await withDocument(bytes, passwords, false, (document) =>
    drawPages(document, limits),
  );
  return withDocument(bytes, passwords, true, async (document) => {
    const pictures: PagePicture[] = [];
    let left = mostBytes;
    for (const [i, page] of pages.entries()) {
      const view = views[i];
      const painted = view?.embedded && left > 0 ? await paintPage(document, page, view) : null;
      left -= painted?.data.length ?? 0;
      pictures.push(painted ?? drawnPicture(page));
    }
    return pictures;
  });
}

async function withDocument<T>(
  bytes: Uint8Array,
  passwords: readonly string[],
  images: boolean,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { document, close } = await openPdf(bytes, passwords, images);
  try {
    return await use(document);
  } catch (cause) {
    throw unreadable(cause);
  } finally {
    await close();
  }
}

/** Null where it can't be painted: what was read of it is still to be seen. */
async function paintPage(
  document: PDFDocumentProxy,
  { page: number, width, height }: DrawnPage,
  { turn }: PageView,
): Promise<PagePicture | null> {
  const scale = Math.min(density, Math.sqrt(mostPixels / (width * height)));
  if (!(scale > 0)) return null;
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  try {
    await page.render({ canvas, viewport }).promise;
    return {
      page: number,
      width,
      height,
      mediaType: 'image/png',
      data: await canvas.encode('png'),
    };
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    return null;
  } finally {
    page.cleanup();
  }
}
