import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readByGuidang } from './guidang.ts';
import type { Output } from './output.ts';

/** A reader of whole files that runs in this process. */
export type Library = (path: string) => Promise<Output>;

interface WordExtractor {
  extract(source: string): Promise<{ getBody(): string }>;
}

/** The page without the column letters and row numbers that officeparser draws around a sheet. */
function withoutFrame(html: string): string {
  return html
    .replace(/<tr><th class="excel-row-num-header">.*?<\/tr>/gs, '')
    .replace(/<td class="excel-row-num">.*?<\/td>/gs, '');
}

/**
 * Each gives how to open the package, so that what isn't installed fails when it is opened, and
 * loading a package is not counted as reading a file.
 */
export const libraries = {
  guidang: async () => readByGuidang,
  mammoth: async () => {
    const { default: mammoth } = await import('mammoth');
    return async (path) => {
      const { value } = await mammoth.convertToHtml({ buffer: readFileSync(path) });
      return { kind: 'html', content: value };
    };
  },
  officeparser: async () => {
    const { OfficeParser } = await import('officeparser');
    return async (path) => {
      const tree = await OfficeParser.parseOffice(path);
      const { value } = await tree.to('html', { includeFormatting: false });
      return { kind: 'html', content: withoutFrame(String(value)) };
    };
  },
  'word-extractor': async () => {
    // The package has no types.
    const load = createRequire(import.meta.url);
    const Extractor = load('word-extractor') as new () => WordExtractor;
    return async (path) => {
      const document = await new Extractor().extract(path);
      return { kind: 'text', content: document.getBody() };
    };
  },
  'pdf-parse getTable': async () => {
    const { PDFParse } = await import('pdf-parse');
    return async (path) => {
      const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
      const { pages } = await parser.getTable();
      await parser.destroy();
      return { kind: 'rows', tables: pages.flatMap(({ tables }) => tables) };
    };
  },
  'pdf-parse getText': async () => {
    const { PDFParse } = await import('pdf-parse');
    return async (path) => {
      const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
      const { text } = await parser.getText({ cellSeparator: '\t' });
      await parser.destroy();
      return { kind: 'text', content: text };
    };
  },
  'SheetJS to HTML': async () => {
    const { read, utils } = await import('@e965/xlsx');
    return async (path) => {
      const { SheetNames, Sheets } = read(readFileSync(path));
      const pages = SheetNames.map((name) => utils.sheet_to_html(Sheets[name] ?? {}));
      return { kind: 'html', content: pages.join('\n') };
    };
  },
} as const satisfies Record<string, () => Promise<Library>>;
export type LibraryName = keyof typeof libraries;
