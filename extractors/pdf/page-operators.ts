import type { PDFPageProxy } from 'pdfjs-dist';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { OperatorList } from './read-page.ts';

/** Where pdf.js takes a page's operators in, piece by piece; its types leave it out. */
interface PieceTaker {
  _renderPageChunk(
    piece: { readonly length: number; readonly fnArray: readonly number[] },
    intent: unknown,
  ): void;
}

/** Operators of one page; a map with every house of a county has fewer. */
const mostOfPage = 1_000_000;

/** Graphics states saved and not restored; those of pdf.js hang on each other, and take long to ask. */
const deepest = 3_000;

/**
 * A page's operators. Forms that draw forms, ten each, come to billions in a file of a few
 * kilobytes: they are counted while pdf.js lists them, and not kept beyond the limit.
 *
 * @throws IngestError archive_too_large, document_too_deep; the document has to be closed then, which ends the listing
 */
export async function pageOperators(page: PDFPageProxy, most: number): Promise<OperatorList> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const limit = Math.min(most, mostOfPage);
  const taker = page as unknown as PieceTaker;
  const take = taker._renderPageChunk.bind(page);
  return new Promise((resolve, reject) => {
    let taken = 0;
    let depth = 0;
    taker._renderPageChunk = (piece, intent) => {
      taken += piece.length;
      for (const code of piece.fnArray) {
        if (code === OPS.save) depth++;
        else if (code === OPS.restore) depth = Math.max(0, depth - 1);
        if (depth > deepest) {
          reject(new IngestError('document_too_deep', `more than ${deepest} states saved`));
          return;
        }
      }
      if (taken <= limit) take(piece, intent);
      else reject(new IngestError('archive_too_large', `a page of more than ${limit} operators`));
    };
    page.getOperatorList({ intent: 'display' }).then(resolve, reject);
  });
}
