import { docx } from './docx/docx.ts';
import type { Extractor, Probe } from './extractor.ts';
import { txt } from './txt/txt.ts';

/** Every format that is read. The first that accepts a file reads it; plain text comes last. */
export const extractors: readonly Extractor[] = [docx, txt];

/** The extractor for a file, by its content. */
export function extractorFor(probe: Probe): Extractor | undefined {
  return extractors.find((extractor) => extractor.accepts(probe));
}
