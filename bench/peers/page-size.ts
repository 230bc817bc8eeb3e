import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** In twentieths of a point. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A Word file with all its pages of one size. */
export function withPageSize(docx: Uint8Array, { width, height }: PageSize): Uint8Array {
  const members = unzipSync(docx);
  const xml = strFromU8(members['word/document.xml'] ?? new Uint8Array());
  const orientation = width > height ? ' w:orient="landscape"' : '';
  const size = `<w:pgSz w:w="${width}" w:h="${height}"${orientation}/>`;
  members['word/document.xml'] = strToU8(xml.replace(/<w:pgSz [^>]*\/>/g, size));
  return zipSync(members, { level: 1 });
}
