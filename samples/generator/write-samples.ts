import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { ExpectedForm } from './forms/form.ts';
import { blocksOf, formsOf, type SampleDocument } from './sample-document.ts';
import { sampleDocuments } from './sample-documents.ts';
import { writeTextDump } from './text-dump.ts';
import { plainWord, writeWord } from './word.ts';

/** The truth about a sample: what samples/expected.json holds for its file. */
export interface ExpectedDocument {
  readonly forms: readonly ExpectedForm[];
  /** Rule codes to be found with severity error or warning; none for a file without mistakes. */
  readonly anomalies: readonly string[];
}

/** A sample's bytes. */
export function writeSample(document: SampleDocument): Uint8Array {
  const blocks = blocksOf(document);
  if (document.format === 'docx') return writeWord(blocks, { ...plainWord, ...document.word });
  const text = writeTextDump(blocks);
  if (document.format === 'dump') return new TextEncoder().encode(text);
  return iconv.encode(text.replaceAll('\n', '\r\n'), 'gb18030');
}

/** Writes every sample into a directory, which is made if need be. */
export function writeSamples(directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const document of sampleDocuments) {
    writeFileSync(join(directory, document.fileName), writeSample(document));
  }
}

/** File name → what is in it. */
export function expectedSamples(): Record<string, ExpectedDocument> {
  return Object.fromEntries(
    sampleDocuments.map((document) => [
      document.fileName,
      { forms: formsOf(document), anomalies: [...document.anomalies].sort() },
    ]),
  );
}

/** expected.json as text, its short lists on one line as the formatter wants them. */
export function printExpectedSamples(): string {
  const json = JSON.stringify(expectedSamples(), null, 2);
  const oneLine = json.replace(/\[[^[\]{}]*\]/g, (list) => JSON.stringify(JSON.parse(list)));
  return `${oneLine.replaceAll('","', '", "')}\n`;
}
