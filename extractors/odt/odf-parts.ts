import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { startsAsZip } from '../probe.ts';
import { createXmlBudget, type XmlBudget } from '../xml/xml-stream.ts';
import { openZip } from '../zip-container.ts';

/** A text document as its parts (OpenDocument 1.3 part 2), or as one flat file of all. */
export interface OdfParts {
  readonly budget: XmlBudget;
  readonly content: OdfPart;
  /** Null where the document has none, or all is one part. */
  readonly styles: OdfPart | null;
  readonly meta: OdfPart | null;
  /** A member of the package by the path a link gives; null where there is none. */
  read(path: string): Uint8Array | null;
}

export interface OdfPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete */
export async function openOdf(bytes: Uint8Array, limits: Limits): Promise<OdfParts> {
  const budget = createXmlBudget(limits);
  if (!startsAsZip(bytes)) {
    const content = { name: 'office:document', bytes };
    return { budget, content, styles: null, meta: content, read: () => null };
  }
  const zip = await openZip(bytes, limits);
  refuseEncrypted(zip.read('META-INF/manifest.xml'));
  const part = (name: string): OdfPart | null => {
    const found = zip.read(name);
    return found && found.length > 0 ? { name, bytes: found } : null;
  };
  const content = part('content.xml');
  if (!content) throw new IngestError('document_incomplete', 'the package has no content.xml');
  return {
    budget,
    content,
    styles: part('styles.xml'),
    meta: part('meta.xml'),
    read: (path) => zip.read(path.replace(/^\.\//, '')),
  };
}

/** Part 2, 4.3: what is encrypted says so in the manifest, under any prefix. */
function refuseEncrypted(manifest: Uint8Array | null): void {
  if (manifest && Buffer.from(manifest).toString('latin1').includes('encryption-data')) {
    throw new IngestError('encrypted', 'the package is encrypted with a password');
  }
}
