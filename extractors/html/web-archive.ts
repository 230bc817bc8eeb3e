import { mailKind } from '../containers/mail-kind.ts';
import { readMime } from '../containers/mime-parts.ts';
import type { Attachment } from '../extractor.ts';

/** A page saved with all it needs in one file. */
export interface WebArchive {
  /** The page, and those in its frames: a workbook's sheets, a document's headers. */
  readonly pages: readonly Uint8Array[];
  readonly attachments: readonly Attachment[];
}

/** Is it MHTML (RFC 2557)? */
export function isWebArchive(bytes: Uint8Array): boolean {
  return mailKind(bytes) === 'page';
}

/** What serves to draw a page, or to edit it again, is no document of its own. */
const furniture =
  /^(?:image|audio|video|font)\/|css|javascript|ecmascript|xml$|json|x-mso|officetheme|octet-stream|x-font|x-emf|x-wmf/;

/** @throws IngestError document_too_deep, file_unreadable */
export async function openWebArchive(bytes: Uint8Array): Promise<WebArchive> {
  const { parts } = await readMime(bytes);
  const isPage = ({ type }: { type: string }): boolean =>
    type === 'text/html' || type === 'application/xhtml+xml';
  const others = parts.filter((part) => !isPage(part) && !furniture.test(part.type));
  return {
    pages: parts.filter(isPage).map((part) => part.bytes),
    attachments: others
      .filter(({ type, bytes: content }) => content.length > 0 && type !== 'text/plain')
      .map((part, index) => ({ name: part.name ?? `附件${index + 1}`, bytes: part.bytes })),
  };
}
