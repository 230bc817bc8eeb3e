import type { DocumentFormat } from '../schemas/codes.ts';
import { doc } from './doc/doc.ts';
import { docx } from './docx/docx.ts';
import type { Extractor, Probe } from './extractor.ts';
import { html } from './html/html.ts';
import { odt } from './odt/odt.ts';
import { ofd } from './ofd/ofd.ts';
import { pdf } from './pdf/pdf.ts';
import { rtf } from './rtf/rtf.ts';
import { spreadsheet } from './spreadsheet/spreadsheet.ts';
import { txt } from './txt/txt.ts';

/** Every reader there is. The first that knows a file reads it; plain text comes last. */
export const extractors: readonly Extractor[] = [
  docx,
  doc,
  spreadsheet,
  pdf,
  ofd,
  odt,
  rtf,
  html,
  txt,
];

/** A reader, and what it takes the file for. */
export interface Reading {
  readonly extractor: Extractor;
  readonly format: DocumentFormat;
}

/** The reader for a file, by its content. */
export function readingOf(probe: Probe, fileName: string): Reading | undefined {
  for (const extractor of extractors) {
    const format = extractor.formatOf(probe, fileName);
    if (format) return { extractor, format };
  }
  return undefined;
}
