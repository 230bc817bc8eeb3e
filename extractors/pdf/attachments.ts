import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Attachment } from '../extractor.ts';

/** Files inside the document (ISO 32000-1, 7.11.4), in its order. */
export async function readAttachments(document: PDFDocumentProxy): Promise<Attachment[]> {
  const files: unknown = await document.getAttachments();
  if (typeof files !== 'object' || files === null) return [];
  return Object.entries(files).flatMap(([key, file]) => toAttachment(file, key));
}

/** @param name where the file has none of its own */
export function toAttachment(file: unknown, name: string): Attachment[] {
  if (typeof file !== 'object' || file === null) return [];
  const { content, filename } = file as Record<string, unknown>;
  if (!(content instanceof Uint8Array) || content.length === 0) return [];
  return [
    { name: typeof filename === 'string' && filename !== '' ? filename : name, bytes: content },
  ];
}
