import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { identity, toMatrix } from '../matrix.ts';
import { toFontFace } from './fonts.ts';
import type { FontFace } from './graphics-state.ts';
import { imageSegments } from './image-rulings.ts';
import { operators } from './operators.ts';
import type { PageContent } from './page-content.ts';
import { noteImage, startPage } from './painter.ts';

/** The operators of a page, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What is asked of the whole document while its pages are read. */
export interface PageSetting {
  readonly document: PDFDocumentProxy;
  /** pdf.js's names of the operators' numbers. */
  readonly names: ReadonlyMap<number, string>;
  /** The number of the one that shows text. */
  readonly showText: number;
  readonly isShown: (group: unknown) => boolean;
  readonly limits: Limits;
  /** Operators and glyphs so far, over all pages. */
  elements: number;
}

/** A page's size as a reader holds it, in points, and what is drawn on it. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly content: PageContent;
}

export async function readSetting(
  document: PDFDocumentProxy,
  limits: Limits,
): Promise<PageSetting> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const layers = await document.getOptionalContentConfig();
  return {
    document,
    names: new Map(Object.entries(OPS).map(([name, code]) => [code, name])),
    showText: OPS.showText,
    isShown: (group) => group === null || layers.isVisible(group),
    limits,
    elements: 0,
  };
}

/**
 * Follows a page's operators.
 *
 * @param annotations their subtypes by id
 * @throws IngestError archive_too_large
 */
export function readPage(
  page: PDFPageProxy,
  list: OperatorList,
  setting: PageSetting,
  annotations: ReadonlyMap<string, string>,
): ReadPage {
  const view = page.getViewport({ scale: 1 });
  const { width, height } = view;
  const fonts = new Map<string, FontFace>();
  const painter = startPage(
    toMatrix(view.transform) ?? identity,
    { x0: 0, y0: 0, x1: width, y1: height },
    {
      isShown: setting.isShown,
      annotations,
      fontOf: (name) => {
        const font = fonts.get(name) ?? toFontFace(findFont(page, name));
        fonts.set(name, font);
        return font;
      },
    },
  );
  for (const [i, code] of list.fnArray.entries()) {
    const args = list.argsArray[i];
    operators[setting.names.get(code) ?? '']?.(painter, isList(args) ? args : []);
  }
  if (painter.state.unusedTransform) noteImage(painter);
  painter.content.segments.push(...imageSegments(painter.content.images));
  setting.elements += list.fnArray.length + painter.content.glyphs.length;
  if (setting.elements > setting.limits.elements) {
    throw new IngestError('archive_too_large', 'more drawing operators than allowed');
  }
  return { width, height, content: painter.content };
}

function findFont(page: PDFPageProxy, name: string): unknown {
  return page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) || value instanceof Float32Array;
}
