import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { IngestError } from '../../schemas/ingest-error.ts';

/** An opened document, to be closed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF with pdf.js in this very thread. Nothing is fetched and no script of the document is
 * run.
 *
 * @param passwords tried in turn, after none
 * @param images decoded as well, which is most of the work; text and lines do without
 * @throws IngestError encrypted, document_incomplete
 */
export async function openPdf(
  bytes: Uint8Array,
  passwords: readonly string[],
  images = false,
): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  let refused: unknown;
  for (const password of [undefined, ...passwords]) {
    const task = pdfjs.getDocument({
      ...options(images),
      // pdf.js keeps, and empties, what it is given.
      data: new Uint8Array(bytes),
      ...(password === undefined ? {} : { password }),
    });
    try {
      return { document: await task.promise, close: () => task.destroy() };
    } catch (cause) {
      await task.destroy();
      if (!isNamed(cause, 'PasswordException')) throw unreadable(cause);
      refused = cause;
    }
  }
  const tried = passwords.length > 0 ? `, ${passwords.length} passwords tried` : '';
  throw new IngestError('encrypted', `the file asks for a password${tried}`, { cause: refused });
}

/** The code of an error of pdf.js. */
export function unreadable(cause: unknown): IngestError {
  if (cause instanceof IngestError) return cause;
  const what = cause instanceof Error ? cause.message : String(cause);
  return new IngestError('document_incomplete', what, { cause });
}

/** Pixels of one image; a scan of A3 at 600 dpi has 70 million. */
const largestImage = 80_000_000;

function options(images: boolean) {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    // Maps of the fonts that Chinese documents name without enclosing them.
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: images,
    wasmUrl: join(root, 'wasm') + sep,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: images ? largestImage : 0,
    // Tells which codes have a known character.
    fontExtraProperties: true,
    verbosity: 0,
  };
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
